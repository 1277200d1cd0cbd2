import type { RoundView } from '@silian/server/contract/rounds'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Chart } from '../../../ui/chart.tsx'
import { Figures, StackBar } from '../../../ui/figures.tsx'
import { DottedFigure } from '../../../ui/dotted-figure.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useProgress } from './queries.ts'

/** Who has submitted: one bar, its figures, and the line over the days. Every figure opens its list. */
export function Progress({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const role = useSession()?.seat?.role
  const mayAsk = role === 'secretariat' || role === 'school_contact' || role === 'teacher'
  const { data } = useProgress(round.id, mayAsk && round.state !== 'draft')
  const { students, submitted, drafts, posts, seats, reserved } = round.counts
  const none = Math.max(0, students - submitted - drafts)
  const sentence = t('progress.sentence', { students, submitted })
  const opens = (value: number, label: string, tab: string) =>
    mayAsk ? (
      <DottedFigure href={`/rounds/${round.id}?tab=${tab}`} label={label}>
        {format.number(value)}
      </DottedFigure>
    ) : (
      format.number(value)
    )
  const submissions = data?.days ?? []
  const days = submissions.map((day, index) => ({ day: format.day(day.day), total: submissions.slice(0, index + 1).reduce((sum, one) => sum + one.submitted, 0) }))
  return (
    <Sheet title={t('progress.title')}>
      <StackBar
        label={sentence}
        parts={[
          { label: t('progress.submitted'), value: submitted, tone: 'qing' },
          { label: t('progress.drafts'), value: drafts, tone: 'mid' },
          { label: t('progress.none'), value: none, tone: 'ash' },
        ]}
      />
      <Figures
        figures={[
          { label: t('progress.submitted'), value: opens(submitted, t('progress.submitted'), 'cohorts'), note: students > 0 && format.percent(submitted / students), tone: 'qing' },
          { label: t('progress.drafts'), value: opens(drafts, t('progress.drafts'), 'cohorts'), tone: 'mid' },
          { label: t('progress.none'), value: opens(none, t('progress.none'), 'cohorts'), tone: 'ash' },
          { label: t('progress.due'), value: format.number(students) },
          { label: t('progress.postsAndSeats'), value: opens(posts, t('progress.postsAndSeats'), 'posts'), note: t('progress.postsNote', { seats: format.number(seats), reserved: format.number(reserved) }) },
        ]}
      />
      {days.length > 1 && <Chart sentence={sentence} x={days.map(({ day }) => day)} series={[{ name: t('progress.series'), values: days.map(({ total }) => total) }]} most={students} />}
    </Sheet>
  )
}
