import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import css from './agreements.module.css'
import type { HandedView } from './queries.ts'
import { useRoleWord } from './role-word.ts'

/** What is carried home: who, about whom, and the link as a picture. Never the code. */
export function Slip({ handed }: { handed: HandedView }) {
  const { t } = useTranslation('agreements')
  const { day } = useFormat()
  const roleWord = useRoleWord()
  return (
    <div className={css.slip}>
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(handed.qr)}`} alt={t('hand.scan')} />
      <div>
        <b>{handed.name}</b>
        <p className="small mut">
          {handed.studentName && handed.role !== 'student' ? t('hand.for', { student: handed.studentName, role: roleWord(handed.role) }) : roleWord(handed.role)}
          <br />
          {`${handed.number}　${handed.title}`}
        </p>
        <p className="small">{`${t('hand.scan')}，${t('hand.valid', { day: day(handed.expiresAt) })}`}</p>
        {handed.code && <p className="small">{t('hand.notHere')}</p>}
      </div>
    </div>
  )
}

/** What the teacher keeps, and tells by telephone: whoever has the link alone cannot sign. */
export function CodeList({ rows }: { rows: readonly HandedView[] }) {
  const { t } = useTranslation('agreements')
  return (
    <div className={css.codes}>
      <p className="small">{t('hand.tell')}</p>
      <ul>
        {rows.map((one) => (
          <li key={one.partyId}>
            <span>
              <b>{one.name}</b>
              <span className="small mut">{one.studentName && one.role !== 'student' ? `　${t('hand.columns.student')} ${one.studentName}` : ''}</span>
              <br />
              <span className="small mut">{`${t('hand.columns.phone')} ${one.phone?.replace(/^\+86/, '') ?? t('hand.noPhone')}　${one.number}`}</span>
            </span>
            <span className={css.code} translate="no">
              <span className="sr">{t('hand.columns.code')}</span>
              {one.code}
            </span>
            <span className={css.told}>{`${t('hand.columns.told')} ＿＿＿＿`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
