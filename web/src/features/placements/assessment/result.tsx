import { useTranslation } from 'react-i18next'
import { getMarkCertificate } from '@silian/server/contract/placements/assessments'
import { urlOf } from '../../../kernel/api.ts'
import { AnchorButton } from '../../../ui/button.tsx'
import type { Assessment } from './queries.ts'
import css from './assessment.module.css'

/** The result, and the sheet it comes from. */
export function Result({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('assessment')
  const { total, passed, scheme, lines, certificate, placement, unit, school, objection } = assessment
  if (total === null || !scheme) return <p className={css.note}>{t('page.notYet')}</p>
  return (
    <section className={css.card}>
      <p className={css.total}>
        {t('page.total', { total })}　{t(passed ? 'result.passed' : 'result.failed')}
      </p>
      <p className={css.note}>
        {t('page.passMark', { passMark: scheme.passMark })}　{!passed && t('page.short', { points: Math.round((scheme.passMark - total) * 100) / 100 })}
      </p>
      {objection?.state === 'upheld' && <p className={css.note}>{t('page.changed', { before: objection.totalBefore, after: objection.totalAfter ?? total })}</p>}
      <h2>{t('page.howTitle')}</h2>
      <table className={css.lines}>
        <thead>
          <tr>
            <th scope="col">{t('page.columns.item')}</th>
            <th scope="col">{t('page.columns.part')}</th>
            <th scope="col" className={css.n}>{t('page.columns.weight')}</th>
            <th scope="col" className={css.n}>{t('page.columns.mark')}</th>
            <th scope="col" className={css.n}>{t('page.columns.points')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <td>{line.title}</td>
              <td>{t(`parts.${line.part}`)}</td>
              <td className={css.n}>{line.weight}%</td>
              <td className={css.n}>{line.mark}</td>
              <td className={css.n}>{line.points}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {[unit, school].map((part, index) => part?.words && <p key={index}>{`${t(index === 0 ? 'parts.unit' : 'parts.school')} ${part.marker ?? ''}：${part.words}`}</p>)}
      {certificate && (
        <span className={css.deeds}>
          <AnchorButton size="form" href={urlOf(getMarkCertificate, { params: { placementId: placement.id } })} target="_blank">
            {t('page.certificate')}
          </AnchorButton>
          <span className={css.note}>{t('page.certificateNumber', { number: certificate.number, code: certificate.code })}</span>
        </span>
      )}
    </section>
  )
}
