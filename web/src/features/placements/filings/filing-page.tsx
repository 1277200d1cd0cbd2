import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button } from '../../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { CheckGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from '../desk/desk.module.css'
import { LawRefusal } from '../desk/law-refusal.tsx'
import { placementMoods } from '../desk/moods.ts'
import { findTeachers } from '../desk/queries.ts'
import { MoveFiling } from './filing-dialogs.tsx'
import { useChangeFiling, useFiling, useFilingFile, type FilingMove, type FilingView } from './queries.ts'

/** One filing: its checklist, whom it is for, and what the authority answered. */
export default function FilingPage() {
  const { filingId = '' } = useParams()
  const filing = useFiling(filingId)
  return <Loaded query={filing}>{(one) => <Filing filing={one} />}</Loaded>
}

const dayOf = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const actions: readonly FilingMove['action'][] = ['send', 'file', 'return', 'reopen']

function Filing({ filing }: { filing: FilingView }) {
  const { t, i18n } = useTranslation('placements')
  const { day } = useFormat()
  const today = dayOf(useNow())
  const change = useChangeFiling()
  const file = useFilingFile()
  const [open, setOpen] = useState<FilingMove['action'] | null>(null)
  const nameOf = (item: string) => t(`filings.items.${item as 'plan'}`)
  const names = (items: readonly string[]) => items.map(nameOf).join(i18n.language === 'en' ? ', ' : '、')
  const there = filing.checklist.filter(({ on }) => on).map(({ item }) => item)
  /** One after the other: whoever ticks eleven boxes does not wait for each. */
  const ticked = useRef(Promise.resolve(0))
  const tick = (items: readonly string[]) => {
    const checklist = filing.checklist.filter(({ item, on }) => items.includes(item) !== (on !== null)).map(({ item, on }) => ({ item, on: on ? null : today, remark: '' }))
    ticked.current = ticked.current.then((before) => change.mutateAsync({ id: filing.id, version: Math.max(before, filing.version), checklist })).then(({ version }) => version, () => 0)
  }
  return (
    <Page title={filing.title} crumbs={[{ label: t('title'), href: '/placements' }, { label: t('filings.title'), href: '/placement-filings' }, { label: t(`filings.kinds.${filing.kind}`) }]} lead={filing.demo ? t('record.demo') : undefined}>
      <Stack>
        <ChainLine steps={stepsOf<FilingView['state']>({ line: ['preparing', 'sent', 'filed'], state: filing.state, label: (one) => t(`filings.states.${one}`), note: (one) => (one === 'filed' && filing.filedOn ? day(filing.filedOn) : undefined) }, 'sent')}>
          <NextBar>{filing.missing.length > 0 && ['preparing', 'returned'].includes(filing.state) ? t('filings.missing', { items: names(filing.missing) }) : filing.state === 'filed' ? `${t('filings.filingNumber')} ${filing.filingNumber}` : filing.state === 'sent' ? t('filings.states.sent') : t('filings.complete')}</NextBar>
        </ChainLine>
        <div className={css.acts}>
          {actions.map((one) => filing.can[one] && (
            <Button key={one} kind={one === 'send' || one === 'file' ? 'primary' : 'plain'} because={one === 'send' && filing.missing.length > 0 ? t('filings.sendWhen') : null} onClick={() => setOpen(one)}>
              {t(`filings.${one}`)}
            </Button>
          ))}
        </div>
      </Stack>
      <TwoColumns
        aside={
          <Sheet title={t('filings.columns.title')}>
            <div className={css.inner}>
              <Facts
                facts={[
                  [t('filings.authority'), filing.authority || '—'], [t('filings.escort'), filing.kind === 'ordinary' ? null : (filing.escortName ?? '—')], [t('filings.consentNumber'), filing.consentNumber && `${filing.consentNumber}　${filing.consentOn ? day(filing.consentOn) : ''}`],
                  [t('filings.filingNumber'), filing.filingNumber && `${filing.filingNumber}　${filing.filedOn ? day(filing.filedOn) : ''}`], [t('filings.remark'), filing.remark || null],
                  [t('filings.files'), filing.files.length > 0 && filing.files.map((one) => <a key={one.id} href={urlOf(downloadFile, { params: { fileId: one.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">{one.name}</a>)],
                ]}
              />
              <label className={css.upload}>
                {t('filings.addFile')}
                <input type="file" className="sr" accept=".pdf,image/*,.docx,.xlsx" onChange={({ target }) => target.files?.[0] && file.mutate({ id: filing.id, file: target.files[0] })} />
              </label>
              <LawRefusal error={file.error} />
            </div>
          </Sheet>
        }
      >
        <Sheet title={t('filings.checklist')}>
          {filing.can.edit ? (
            <>
              <CheckGroup label={t('filings.tickWhat')} values={there} onChange={tick} options={filing.checklist.map(({ item, on }) => ({ value: item, label: nameOf(item), note: on ? t('filings.ticked', { day: day(on) }) : t('filings.untick') }))} />
              {filing.kind !== 'ordinary' && <Combobox label={t('filings.escort')} value={filing.escortId ? { value: filing.escortId, label: filing.escortName ?? '' } : null} search={findTeachers} onChange={(escort) => change.mutate({ id: filing.id, version: filing.version, escortId: escort?.value ?? null })} />}
            </>
          ) : (
            <ul className={css.rows}>
              {filing.checklist.map(({ item, on }) => (
                <li key={item} className={css.rowHead}>
                  <span>{nameOf(item)}</span>
                  <StateMark mood={on ? 'done' : 'open'}>{on ? t('filings.ticked', { day: day(on) }) : t('filings.untick')}</StateMark>
                </li>
              ))}
            </ul>
          )}
          <LawRefusal error={change.error} />
        </Sheet>
        <Sheet title={t('filings.members')} aside={filing.members}>
          {filing.placements.length === 0 && <p className="mut">{t('filings.noMembers')}</p>}
          <ul className={css.rows}>
            {filing.placements.map((one) => (
              <li key={one.id} className={css.rowHead}>
                <Link href={`/placements/${one.id}`}>{`${one.studentName}　${one.unitName}`}</Link>
                <StateMark mood={placementMoods[one.state]}>{t(`states.${one.state}`)}</StateMark>
              </li>
            ))}
          </ul>
        </Sheet>
      </TwoColumns>
      {open && <MoveFiling filing={filing} action={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
