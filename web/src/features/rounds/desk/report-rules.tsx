import type { getSeatReport } from '@silian/server/contract/rounds/letters'
import type { Reply } from '@silian/server/contract'
import { useTranslation } from 'react-i18next'
import { useTagName } from '../rule/tag-name.ts'
import css from './desk.module.css'

/** Which rules about seats bound at this post, and which did not. */
export function ReportRules({ report }: { report: Reply<typeof getSeatReport> }) {
  const { t, i18n } = useTranslation('matching')
  const tagName = useTagName()
  const { closing, minimum, schoolCap, limits, seats, reserveMode } = report
  const comma = i18n.language === 'en' ? ', ' : '、'
  const lines = [
    ...seats.map(({ seat, seats: kept, guarantee, additional }) => guarantee !== null && additional !== null && t('bound.counts', { tag: tagName(seat), seats: kept, guarantee, additional, mode: t(`reserve.plain.${reserveMode}`) })),
    closing ? t('bound.closed', closing) : minimum > 1 && t('bound.enough', { minimum }),
    schoolCap && (schoolCap.full.length > 0 ? t('bound.schoolFull', { most: schoolCap.most, schools: schoolCap.full.join(comma) }) : t('bound.schoolFree', { most: schoolCap.most })),
    ...limits.map(({ name, used, most }) => `${name} ${t('limits.used', { used, most })}${used >= most ? ` ${t('limits.full')}` : ''}`),
  ].filter((line): line is string => Boolean(line))
  const none = lines.length === 0 && seats.length === 1
  return (
    <>
      {lines.length > 0 && (
        <ul className={css.after}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {none && <p className={css.after}>{t('bound.none')}</p>}
    </>
  )
}
