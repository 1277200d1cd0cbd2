import type { RoundView } from '@silian/server/contract/rounds'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { DottedFigure } from '../../../ui/dotted-figure.tsx'
import { Bars, Figures, StackBar } from '../../../ui/figures.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { BoundSheet } from './bound-sheet.tsx'
import { useSummary } from './queries.ts'

/** What came of it: wish reached, fill by post, by school; each figure opens the students behind it. */
export function ResultSheets({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const query = useSummary(round.id, true)
  const opens = (value: number, label: string, search: string) => (
    <DottedFigure href={`/rounds/${round.id}?tab=results&${search}`} label={label}>
      {format.number(value)}
    </DottedFigure>
  )
  return (
    <Loaded query={query}>
      {(summary) => {
        const { applicants, placed, byChoice, byPost, bySchool } = summary
        const unplaced = applicants - placed
        const { accepted, declined } = round.counts
        return (
          <>
            <Sheet title={t('progress.resultTitle')}>
              <StackBar
                label={t('progress.resultTitle')}
                parts={[
                  { label: t('progress.placed'), value: placed, tone: 'lu' },
                  { label: t('progress.unplaced'), value: unplaced, tone: 'ash' },
                ]}
              />
              <Figures
                figures={[
                  { label: t('progress.placed'), value: opens(placed, t('progress.placed'), 'placed=yes'), note: applicants > 0 && format.percent(placed / applicants), tone: 'lu' },
                  { label: t('progress.unplaced'), value: opens(unplaced, t('progress.unplaced'), 'placed=no'), tone: 'ash' },
                  ...(round.publishedAt
                    ? [
                        { label: t('progress.accepted'), value: opens(accepted, t('progress.accepted'), 'answer=accepted') },
                        { label: t('progress.declined'), value: opens(declined, t('progress.declined'), 'answer=declined') },
                        { label: t('progress.waiting'), value: opens(placed - accepted - declined, t('progress.waiting'), 'placed=yes&answer=none') },
                      ]
                    : []),
                ]}
              />
              {round.audit && <p className="small">{t('progress.audit', { violations: round.audit.violations, blocking: round.audit.blockingPairs, wasted: round.audit.wasted, envy: round.audit.envy })}</p>}
            </Sheet>
            <BoundSheet summary={summary} />
            <Sheet title={t('progress.byChoice')}>
              <Bars caption={t('progress.byChoice')} most={applicants} bars={byChoice.map(({ choice, students }) => ({ label: t('progress.choiceN', { n: choice }), value: students, shown: format.number(students) }))} />
            </Sheet>
            <Sheet title={t('progress.byPost')}>
              <Bars
                caption={t('progress.byPost')}
                heads={[t('progress.post'), t('progress.filled'), t('progress.wanted')]}
                bars={byPost.map((post) => ({
                  label: `${post.title} · ${post.organisationName}`,
                  value: post.seats > 0 ? post.filled / post.seats : 0,
                  shown: `${post.filled}/${post.seats}`,
                  more: [format.number(post.applicants)],
                }))}
                most={1}
              />
            </Sheet>
            <Sheet title={t('progress.bySchool')}>
              <Bars
                caption={t('progress.bySchool')}
                heads={[t('progress.school'), t('progress.placedCount'), t('progress.applicants'), t('progress.first')]}
                bars={bySchool.map((school) => ({
                  label: school.schoolName,
                  value: school.applicants > 0 ? school.placed / school.applicants : 0,
                  shown: format.number(school.placed),
                  more: [format.number(school.applicants), format.number(school.first)],
                }))}
                most={1}
              />
            </Sheet>
          </>
        )
      }}
    </Loaded>
  )
}
