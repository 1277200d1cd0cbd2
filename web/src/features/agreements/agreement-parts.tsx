import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../ui/chain-line.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import css from './agreements.module.css'
import { useAgreementHistory, useScans, type AgreementState, type AgreementView, type PartyView } from './queries.ts'
import { useRoleWord } from './role-word.ts'

/** Ended as agreements do: no fault of anybody. */
const ranOut: readonly AgreementState[] = ['superseded', 'expired']

export function AgreementLine({ agreement, plain }: { agreement: AgreementView; plain?: boolean }) {
  const { t } = useTranslation('agreements')
  const { day } = useFormat()
  const { state, endsOn, endedOn, endReason, signedOn, supersededBy } = agreement
  const note = (one: AgreementState) => (one === 'concluded' && signedOn ? day(signedOn) : one === state && endedOn ? day(endedOn) : undefined)
  const steps = stepsOf<AgreementState>({ line: ['draft', 'signing', 'concluded'], state, label: (one) => t(`line.${one}`), note }, signedOn ? 'concluded' : state === 'declined' ? 'signing' : 'draft')
  const names = agreement.parties.filter(({ turn }) => turn).map(({ name }) => name).join('、')
  return (
    <ChainLine steps={steps.map((step) => ((step.key === 'concluded' && state === 'concluded') || (step.key === state && ranOut.includes(state)) ? { ...step, state: 'done' as const } : step))}>
      {!plain && <NextBar>{t(`next.${state}`, { names, until: endsOn ? t('next.until', { day: day(endsOn) }) : '', number: supersededBy?.number ?? '', reason: endReason ?? '', day: endedOn ? day(endedOn) : '' })}</NextBar>}
    </ChainLine>
  )
}

/** Who signs, in which order, and how each did. */
export function PartiesSheet({ agreement, level = 2, onSign, onHandOver }: { agreement: AgreementView; level?: 2 | 3; onSign?: (party: PartyView) => void; onHandOver?: (party: PartyView) => void }) {
  const { t } = useTranslation('agreements')
  const { day } = useFormat()
  const roleWord = useRoleWord()
  return (
    <Sheet level={level} title={t('record.parties')}>
      <ul className={css.list}>
        {agreement.parties.map((party) => (
          <li key={party.id} className={css.row}>
            <div>
              <span className="small mut">{`${roleWord(party.role)}　${t('record.order', { position: party.position })}`}</span>
              <br />
              <span className={css.who}>{party.name}</span>
              <br />
              {party.signedOn ? (
                <>
                  <StateMark mood="done">{t('record.signed')}</StateMark>　<span className="small mut">{t('record.signedBy', { name: party.signedBy ?? party.name, day: day(party.signedOn), method: t(`record.methods.${party.method!}`) })}</span>
                </>
              ) : (
                <StateMark mood={party.turn ? 'waits' : 'open'}>{party.turn ? t('record.turn') : t('record.notSigned')}</StateMark>
              )}
            </div>
            <span className={css.acts}>
              {onSign && party.can.sign && (
                <Button kind="primary" onClick={() => onSign(party)}>
                  {t('actions.sign')}
                </Button>
              )}
              {onHandOver && party.can.handOver && <Button onClick={() => onHandOver(party)}>{t('actions.handOver')}</Button>}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

export function AgreementFacts({ agreement, level = 2 }: { agreement: AgreementView; level?: 2 | 3 }) {
  const { t } = useTranslation('agreements')
  const { day, range } = useFormat()
  const { startsOn, endsOn, template, keeperName, supersedes, supersededBy, signedOn, code, textHash } = agreement
  return (
    <Sheet level={level} title={t('record.facts')}>
      <Facts
        facts={[
          [t('columns.kind'), t(`kinds.${agreement.kind}`)],
          [t('record.term'), startsOn && endsOn && range(startsOn, endsOn)],
          [t('record.keeper'), keeperName ?? t('record.office')],
          [t('record.template'), t('record.templateOf', { title: template.title, version: template.version })],
          [t('record.signedOn'), signedOn && day(signedOn)],
          [t('record.supersedes'), supersedes && <Link key="old" href={`/agreements/${supersedes.id}`}>{supersedes.number}</Link>],
          [t('record.amendment'), supersededBy && <Link key="new" href={`/agreements/${supersededBy.id}`}>{`${supersededBy.number}　${t(`states.${supersededBy.state}`)}`}</Link>],
          [t('record.code'), textHash && <a key="code" href={`/verify/${code}`}>{code.match(/.{4}/g)!.join('-')}</a>],
          [t('record.hash'), textHash && <span key="hash" className={css.hash}>{textHash}</span>],
        ]}
      />
    </Sheet>
  )
}

/** Photographs of what was signed by hand. */
export function ScansSheet({ agreement }: { agreement: AgreementView }) {
  const { t } = useTranslation('agreements')
  const { stamp } = useFormat()
  const scans = useScans({ agreementId: agreement.id, size: 50 })
  if (agreement.textHash === null) return null
  return (
    <Sheet title={t('record.scans')}>
      <Loaded query={scans} rows={2} empty={({ rows }) => rows.length === 0 && <p className="dim">{t('record.noScans')}</p>}>
        {({ rows }) => (
          <ul className={css.list}>
            {rows.map((scan) => (
              <li key={scan.id}>
                <a href={urlOf(downloadFile, { params: { fileId: scan.file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
                  {scan.file.name}
                </a>
                <br />
                <StateMark mood={scan.state === 'confirmed' ? 'done' : scan.state === 'found' ? 'waits' : 'gone'}>{scan.state === 'refused' ? t('record.refused', { note: scan.note ?? '' }) : t(`record.${scan.state}`)}</StateMark>
                <br />
                <span className="small mut">{`${scan.uploadedBy ? t('record.broughtBy', { name: scan.uploadedBy }) : ''}　${stamp(scan.uploadedAt)}`}</span>
                {scan.can.decide && (
                  <p className={css.acts}>
                    <LinkButton kind="primary" href={`/agreements/${agreement.id}/scans/${scan.id}`}>
                      {t('record.read')}
                    </LinkButton>
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Sheet>
  )
}

export function AgreementHistory({ agreementId }: { agreementId: string }) {
  const { t, i18n } = useTranslation('agreements')
  const { day } = useFormat()
  const roleWord = useRoleWord()
  const history = useAgreementHistory(agreementId)
  return (
    <Loaded query={history} rows={4}>
      {({ rows }) => (
        <Timeline
          events={rows.map(({ at, event, by, details }, index) => {
            const verb = event.split('.')[1]!
            const role = typeof details['role'] === 'string' ? roleWord(details['role']) : ''
            const said = i18n.exists(`agreements:record.events.${verb}`) ? t(`record.events.${verb as 'signed'}`) : event
            const signedOn = typeof details['signedOn'] === 'string' ? day(details['signedOn']) : undefined
            return { key: String(index), at, text: `${by ? t('record.events.by', { name: by }) : role ? '' : t('record.events.system')}${by && role ? '　' : ''}${role}　${said}`, note: typeof details['reason'] === 'string' ? details['reason'] : signedOn, look: ['declined', 'terminated', 'withdrawn', 'expired'].includes(verb) ? ('late' as const) : verb === 'concluded' ? ('done' as const) : undefined }
          })}
        />
      )}
    </Loaded>
  )
}
