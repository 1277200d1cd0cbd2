import { mostPhotos } from '@silian/server/contract/practice/journals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckGroup } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../practice.module.css'
import { useMoveWeek, useWeeks, useWriteWeek, type Week } from '../queries.ts'
import { WeekCard } from '../weeks.tsx'
import { WeekPhotos } from './week-photos.tsx'

/** One week of the journal: the days, what was done, a photo; kept as one writes, then sent to the firm. */
export default function WeekPage() {
  const { planId = '', weekOn = '' } = useParams()
  const { t } = useTranslation('practice')
  const weeks = useWeeks(planId)
  const teacher = useSession()?.seat?.role === 'teacher'
  const back = teacher ? `/my/practice/plans/${planId}` : `/practice/plans/${planId}`
  const week = weeks.data?.rows.find((one) => one.weekOn === weekOn)
  if (week?.can.write) return <Form key={weekOn} planId={planId} week={week} back={back} />
  return (
    <PhonePage title={t('week.title')} back={back}>
      <Loaded query={weeks}>{() => (week ? <WeekCard planId={planId} week={week} /> : <Empty>{t('week.empty')}</Empty>)}</Loaded>
    </PhonePage>
  )
}

type Written = { days: string[]; work: string; learnt: string }
type Fault = 'missing' | 'too_short' | 'other_week' | 'outside' | 'future'
const faultKinds: readonly Fault[] = ['missing', 'too_short', 'other_week', 'outside', 'future']
const faultsOf = ({ days, work }: Written): Record<string, Fault> => ({ ...(days.length === 0 ? { days: 'missing' as const } : {}), ...([...work.trim()].length < 10 ? { work: 'too_short' as const } : {}) })

function Form({ planId, week, back }: { planId: string; week: Week; back: string }) {
  const { t } = useTranslation('practice')
  const { range, day, weekday } = useFormat()
  const [, navigate] = useLocation()
  const toast = useToast()
  const write = useWriteWeek(planId)
  const move = useMoveWeek(planId)
  const draft = useDraft<Written>(`practice-week.${planId}.${week.weekOn}`, { days: week.days, work: week.work, learnt: week.learnt })
  const { days, work, learnt } = draft.value
  // What was read when one began to write: if it changed meanwhile, that is said instead of lost.
  const [base, setBase] = useState(week.version)
  const [asked, setAsked] = useState(false)
  const { weekOn } = week
  const leave = (words: string) => {
    draft.clear()
    toast(words)
    navigate(back, { replace: true })
  }
  const keep = (then: (version: number) => void) =>
    write.mutate({ weekOn, days, work: work.trim(), learnt: learnt.trim(), version: base }, {
      onSuccess: ({ version }) => {
        setBase(version)
        then(version)
      },
    })
  const onSend = () => {
    setAsked(true)
    if (Object.keys(faultsOf(draft.value)).length > 0) return
    keep((version) => move.mutate({ weekOn, action: 'send', version }, { onSuccess: () => leave(t('week.sent')) }))
  }
  const error = (field: string) => {
    const refused = [write.error, move.error].flatMap((one) => (one instanceof ApiError ? one.issues : [])).find(({ path }) => path[0] === field)?.code
    const code = asked ? (faultsOf(draft.value)[field] ?? refused) : refused
    return code ? t(`week.faults.${faultKinds.find((kind) => kind === code) ?? 'missing'}`) : null
  }
  const others = [write.error, move.error].filter((one) => one && !(one instanceof ApiError && one.code === 'invalid_input'))
  const busy = write.isPending || move.isPending
  return (
    <PhonePage
      title={t('week.title')}
      back={back}
      footNote={<DraftLine saved={draft.saved} />}
      foot={
        <>
          <Button size="big" kind="primary" busy={busy} onClick={onSend}>
            {t('week.send')}
          </Button>
          <Button size="big" busy={busy} onClick={() => keep(() => leave(t('week.kept')))}>
            {t('week.keep')}
          </Button>
        </>
      }
    >
      {week.state === 'returned' && week.reason && <Banner>{t('week.returned', { reason: week.reason })}</Banner>}
      <div className={css.fields}>
        <p className={css.by}>{range(week.open[0]?.day ?? weekOn, week.open.at(-1)?.day ?? weekOn)}</p>
        <CheckGroup
          name="days"
          label={t('week.days')}
          hint={`${t('week.daysHint')} ${t('week.restNote')}`}
          error={error('days')}
          values={days}
          options={week.open.map((one) => ({ value: one.day, label: t('week.day', { weekday: weekday(one.day), day: day(one.day) }), note: one.future ? t('week.future') : one.working ? undefined : t('week.rest'), disabled: one.future }))}
          onChange={(chosen) => draft.set({ days: chosen })}
        />
        <TextArea name="work" label={t('week.work')} hint={t('week.workHint')} rows={6} most={3000} value={work} error={error('work')} onChange={(text) => draft.set({ work: text })} />
        <TextArea name="learnt" label={t('week.learnt')} optional rows={3} most={2000} value={learnt} onChange={(text) => draft.set({ learnt: text })} />
        <WeekPhotos planId={planId} week={week} most={mostPhotos} onWritten={() => setBase((known) => known || 1)} />
        {others.map((one, at) => (
          <Refused key={at} error={one} />
        ))}
      </div>
    </PhonePage>
  )
}
