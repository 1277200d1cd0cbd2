import { useTranslation } from 'react-i18next'
import { Unread } from '../../../ui/law.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import css from '../mentors.module.css'
import type { Mentorship } from '../queries.ts'

/** What is beyond what is generally so, and why it was allowed. */
export function WarningsSheet({ warnings }: { warnings: Mentorship['warnings'] }) {
  const { t } = useTranslation('mentorOffice')
  return (
    <Sheet title={t('record.warnings')}>
      <ul className={css.rows}>
        {warnings.map(({ kind, reason, share }) => (
          <li key={kind}>
            <b className={css.due}>{t(`record.warningOf.${kind}`)}</b>
            {share && <span className={css.by}>{t('record.shareOf', { mentors: share.mentors, teachers: share.teachers })}</span>}
            {reason && <span>{`${t('record.warningReason')}　${reason}`}</span>}
          </li>
        ))}
      </ul>
      <p className={css.by}>
        {t('record.law')} <Unread />
      </p>
    </Sheet>
  )
}
