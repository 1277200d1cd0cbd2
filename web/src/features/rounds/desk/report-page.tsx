import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { useSeatReport } from './queries.ts'
import { ClaimList } from '../rule/claim-list.tsx'
import { useTagName } from '../rule/tag-name.ts'
import { ReportRules } from './report-rules.tsx'
import css from './desk.module.css'

const reasons = ['below-cutoff', 'lost-keys', 'lost-lottery', 'placed-better', 'not-eligible', 'no-seats', 'reserve-only-left', 'cap-reached', 'class-closed', 'tie-refused', 'below-limit', 'by-total', 'seat-left', 'round-closed'] as const

/** What became of a post's seats, and what the rule was. */
export default function ReportPage() {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const { roundId = '', postId = '' } = useParams()
  const role = useSession()?.seat?.role
  const query = useSeatReport(roundId, postId)
  const marks = (thousandths: number | null) => (thousandths === null ? '—' : format.number(thousandths / 1000, 1))
  const tag = useTagName()
  return (
    <Page
      title={query.data ? `${t('report.title')}：${query.data.postTitle}` : t('report.title')}
      crumbs={[role === 'secretariat' ? { label: t('nav'), href: `/rounds/${roundId}` } : { label: t('applicants.mine'), href: '/round-posts' }, { label: query.data?.roundNumber ?? '' }]}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t('report.print')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(report) => (
          <Stack>
            <Sheet title={report.organisationName} aside={t('report.applicants', { count: report.applicants })}>
              <table className={css.plain}>
                <thead>
                  <tr>
                    <th scope="col">{t('report.kind')}</th>
                    <th scope="col">{t('report.count')}</th>
                    <th scope="col">{t('report.filled')}</th>
                    <th scope="col">{t('report.last')}</th>
                    <th scope="col">{t('report.lastLottery')}</th>
                  </tr>
                </thead>
                <tbody>
                  {report.seats.map((seat) => (
                    <tr key={seat.seat}>
                      <th scope="row">{tag(seat.seat)}</th>
                      <td>{seat.seats}</td>
                      <td>{seat.filled}</td>
                      <td>{marks(seat.lastScore)}</td>
                      <td>{seat.lastLottery ?? '—'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <ReportRules report={report} />
            </Sheet>
            <Sheet title={t('report.admitted')} flush>
              <div className={css.scroll}>
                <table className={css.plain}>
                  <thead>
                    <tr>
                      <th scope="col">{t('report.name')}</th>
                      <th scope="col">{t('report.school')}</th>
                      <th scope="col">{t('report.choice')}</th>
                      <th scope="col">{t('report.score')}</th>
                      <th scope="col">{t('report.kind')}</th>
                      <th scope="col">{t('report.answer')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {report.admitted.map((row) => (
                      <tr key={row.studentId}>
                        <th scope="row">{row.name}</th>
                        <td>{row.schoolName}</td>
                        <td>{row.choice}</td>
                        <td>{marks(row.score)}</td>
                        <td>{tag(row.seat)}</td>
                        <td>{row.answer ? t(`sheet.${row.answer as 'accepted'}`) : '—'}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Sheet>
            <Sheet title={t('report.others')}>
              <Facts
                wide
                facts={report.others.map(({ reason, students }) => [t(`report.reasons.${reasons.find((one) => one === reason) ?? 'other'}`), format.number(students)] as const)}
              />
            </Sheet>
            <Sheet title={t('page.rules')}>
              <ul className={css.rules}>
                <li>{t('applicants.weights', report.weights)}</li>
                {report.ruleText.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <ClaimList claims={report.guarantees} sentenceOf={({ sentence }) => sentence ?? ''} />
              <p className={css.after}>{t('report.check', { digest: report.resultDigest })}</p>
            </Sheet>
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}
