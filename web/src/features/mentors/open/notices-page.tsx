import { useQuery } from '@tanstack/react-query'
import { listMentorNotices } from '@silian/server/contract/mentors/mentorships/notices'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { call } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import css from '../mentors.module.css'

/** Everybody who is about to be appointed, for anybody to read. */
export default function NoticesPage() {
  const { t } = useTranslation('mentors')
  const { range } = useFormat()
  const notices = useQuery({ queryKey: ['mentor-notices'], queryFn: ({ signal }) => call(listMentorNotices, { signal }) })
  return (
    <PhonePage title={t('notice.list')}>
      <Loaded query={notices} empty={({ rows }) => rows.length === 0 && <Empty>{t('notice.none')}</Empty>}>
        {({ rows }) => (
          <div className={css.cards}>
            {rows.map((row) => (
              <article key={row.id} className={css.card}>
                <h2>
                  <Link href={`/mentor-notices/${row.id}`}>{`${row.mentorName}　${row.title}`}</Link>
                </h2>
                <p className={css.by}>{`${row.schoolName}　${row.employerName}`}</p>
                <p className={css.by}>{`${t('notice.from')}　${range(row.from, row.until)}`}</p>
              </article>
            ))}
          </div>
        )}
      </Loaded>
    </PhonePage>
  )
}
