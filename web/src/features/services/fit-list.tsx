import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useFit, type PolicyFit, type Verdict } from './policy-queries.ts'
import { SentenceFit } from './sentence-fit.tsx'
import css from './services.module.css'

const groups: readonly Verdict[] = ['fits', 'unknown', 'does_not']
const moods = { fits: 'done', unknown: 'waits', does_not: 'gone' } as const

/** Those that fit first, then those for which a fact is missing; each with the sentence that decided it. */
export function FitList({ organisationId, own }: { organisationId: string; own?: boolean }) {
  const { t } = useTranslation('services')
  const { stamp } = useFormat()
  const fit = useFit(organisationId)
  return (
    <Loaded query={fit} empty={(data) => data.rows.length === 0 && <Empty>{t('policy.emptyFirm')}</Empty>}>
      {({ rows, asOf }) => (
        <Stack>
          <p className="small mut">{t('policy.asOf', { at: stamp(asOf) })}</p>
          {!rows.some(({ verdict }) => verdict === 'fits') && <p>{t('policy.noneFit')}</p>}
          {groups.map((verdict) => {
            const some = rows.filter((row) => row.verdict === verdict)
            if (some.length === 0) return null
            return (
              <section key={verdict} className={css.group} aria-label={t(`policy.groups.${verdict}`, { count: some.length })}>
                <h2>{t(`policy.groups.${verdict}`, { count: some.length })}</h2>
                {some.map((row) => (
                  <One key={row.id} policy={row} own={own} />
                ))}
              </section>
            )
          })}
        </Stack>
      )}
    </Loaded>
  )
}

function One({ policy, own }: { policy: PolicyFit; own?: boolean }) {
  const { t, i18n } = useTranslation('services')
  const { day, joined, colon } = useFormat()
  const title = (i18n.language === 'en' && policy.titleEn) || policy.title
  const facts = joined(policy.missing.map((fact) => t(`policy.facts.${fact}`)))
  const sentences = policy.sentences.map((sentence, at) => <SentenceFit key={at} sentence={sentence} />)
  return (
    <Sheet level={3} title={title} aside={<StateMark mood={moods[policy.verdict]}>{t(`policy.verdicts.${policy.verdict}`)}</StateMark>}>
      <div className={css.group}>
        <p className="small mut">{[policy.issuer, policy.documentNumber, policy.validUntil && day(policy.validUntil)].filter(Boolean).join('　')}</p>
        {policy.summary && <p>{policy.summary}</p>}
        {policy.missing.length > 0 && (
          <p className={css.decisions}>
            {t('policy.missing', { facts })}
            {own && <LinkButton href="/my-organisation">{t('policy.fill')}</LinkButton>}
          </p>
        )}
        {policy.verdict === 'does_not' ? (
          <details>
            <summary>{t('policy.more')}</summary>
            {sentences}
          </details>
        ) : (
          <div>{sentences}</div>
        )}
        {policy.how && <p>{colon(t('policy.how'), policy.how)}</p>}
        <div className={css.decisions}>
          <span className="small mut">{t('policy.disclaimer')}</span>
          {own && policy.verdict !== 'does_not' && <LinkButton href="/problems/new/service">{t('policy.ask')}</LinkButton>}
        </div>
      </div>
    </Sheet>
  )
}
