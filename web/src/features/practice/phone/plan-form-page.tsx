import { practiceForms } from '@silian/server/contract/practice/openings'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams, useSearchParams } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { useSession } from '../../../kernel/session.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { chinaDay, lengthOf } from '../days.ts'
import { bodyOf, emptyPlan, gapsToApply, gapsToKeep, planFormOf, type PlanForm, type PlanGap } from '../plan-form.ts'
import css from '../practice.module.css'
import { useMovePlan, useOpening, usePlan, useSavePlan, type Opening, type Plan } from '../queries.ts'

// Who chose an opening looks for no firm.
const FirmField = lazy(() => import('./firm-field.tsx'))

/** A stay to plan: with ?opening= at what a firm offers, with ?teacher= for somebody who does not sign in. */
export function NewPlanPage() {
  const { t } = useTranslation('practice')
  const [search] = useSearchParams()
  const openingId = search.get('opening') ?? ''
  const opening = useOpening(openingId)
  const teacherId = search.get('teacher') ?? undefined
  if (!openingId) return <Form plan={null} opening={null} teacherId={teacherId} />
  if (opening.data) return <Form key={openingId} plan={null} opening={opening.data} teacherId={teacherId} />
  return (
    <PhonePage title={t('plan.newTitle')} back="/my/practice/openings">
      <Loaded query={opening}>{() => null}</Loaded>
    </PhonePage>
  )
}

export function EditPlanPage() {
  const { planId = '' } = useParams()
  const { t } = useTranslation('practice')
  const plan = usePlan(planId)
  const opening = useOpening(plan.data?.openingId ?? '')
  if (plan.data && !plan.data.can.edit) return <Redirect to={`/my/practice/plans/${planId}`} replace />
  if (plan.data && (!plan.data.openingId || opening.data || opening.isError)) return <Form key={plan.data.version} plan={plan.data} opening={opening.data ?? null} />
  return (
    <PhonePage title={t('plan.editTitle')} back={`/my/practice/plans/${planId}`}>
      <Loaded query={plan}>{() => null}</Loaded>
    </PhonePage>
  )
}

function Form({ plan, opening, teacherId }: { plan: Plan | null; opening: Opening | null; teacherId?: string }) {
  const { t } = useTranslation('practice')
  const { fullDay } = useFormat()
  const [, navigate] = useLocation()
  const toast = useToast()
  const today = chinaDay(useNow())
  const teacher = useSession()?.seat?.role === 'teacher'
  const openingId = plan?.openingId ?? opening?.id ?? null
  const draft = useDraft<PlanForm>(plan ? `practice-plan.${plan.id}.${plan.version}` : `practice-plan.new.${openingId ?? 'own'}.${teacherId ?? ''}`, plan ? planFormOf(plan) : emptyPlan(opening, today))
  const form = draft.value
  const [known, setKnown] = useState(plan && { id: plan.id, version: plan.version })
  const [asked, setAsked] = useState<'keep' | 'apply' | null>(null)
  const save = useSavePlan()
  const move = useMovePlan()
  const gaps = asked === 'apply' ? gapsToApply(form, opening, today) : asked === 'keep' ? gapsToKeep(form, opening) : {}
  const theirs = faultsOf(save.error ?? move.error)
  const error = (field: string) => {
    const gap = gaps[field] ?? theirs[field]
    return gap ? t(`plan.gaps.${gap}`) : null
  }
  const home = (id: string) => (teacher ? `/my/practice/plans/${id}` : `/practice/plans/${id}`)
  const leave = (id: string, words: string) => {
    draft.clear()
    toast(words)
    navigate(home(id), { replace: true })
  }
  const keep = (then: (saved: { id: string; number: string; version: number }) => void) =>
    save.mutate({ known, body: { ...bodyOf(form, openingId), ...(teacherId ? { teacherId } : {}) } }, {
      onSuccess: (saved) => {
        setKnown({ id: saved.id, version: saved.version })
        then(saved)
      },
    })
  const onKeep = () => {
    setAsked('keep')
    if (Object.keys(gapsToKeep(form, opening)).length === 0) keep(({ id, number }) => leave(id, t('plan.kept', { number })))
  }
  const onApply = () => {
    setAsked('apply')
    if (Object.keys(gapsToApply(form, opening, today)).length === 0) keep(({ id, version }) => move.mutate({ id, action: 'apply', version }, { onSuccess: () => leave(id, t('plan.applied')) }))
  }
  const count = Object.keys(gaps).length
  const days = lengthOf(form.startsOn, form.endsOn)
  const busy = save.isPending || move.isPending
  const other = [save.error, move.error].filter((one) => one && Object.keys(faultsOf(one)).length === 0)
  return (
    <PhonePage
      title={t(plan ? 'plan.editTitle' : 'plan.newTitle')}
      back={plan ? home(plan.id) : teacher ? (opening ? '/my/practice/openings' : '/my/practice') : '/practice'}
      footNote={count > 0 ? t('plan.open', { count }) : <DraftLine saved={draft.saved} />}
      foot={
        <>
          <Button size="big" kind="primary" busy={busy} onClick={onApply}>
            {t('plan.apply')}
          </Button>
          <Button size="big" busy={busy} onClick={onKeep}>
            {t('plan.keep')}
          </Button>
        </>
      }
    >
      {plan?.reason && <Banner>{t('record.returned', { reason: plan.reason })}</Banner>}
      <div className={css.fields}>
        {opening ? (
          <p className={css.card}>
            <b>{opening.title}</b>
            <span className={css.by}>{`${opening.organisationName}　${t(`forms.${opening.form}`)}`}</span>
            {opening.startsOn && opening.endsOn && <span className={css.by}>{t('plan.within', { from: fullDay(opening.startsOn), to: fullDay(opening.endsOn) })}</span>}
          </p>
        ) : (
          <>
            <Suspense>
              <FirmField value={form.organisation} error={error('organisationId')} onChange={(organisation) => draft.set({ organisation })} />
            </Suspense>
            <RadioGroup name="form" label={t('plan.form')} value={form.form} options={practiceForms.map((value) => ({ value, label: t(`forms.${value}`), note: t(`formHints.${value}`) }))} onChange={(value) => draft.set({ form: value })} />
          </>
        )}
        <FieldRow>
          <DateField name="startsOn" label={t('plan.from')} value={form.startsOn} min={opening?.startsOn ?? undefined} max={opening?.endsOn ?? undefined} error={error('startsOn')} onChange={(startsOn) => draft.set({ startsOn })} />
          <DateField name="endsOn" label={t('plan.until')} value={form.endsOn} min={form.startsOn || undefined} max={opening?.endsOn ?? undefined} error={error('endsOn')} onChange={(endsOn) => draft.set({ endsOn })} />
        </FieldRow>
        {days !== null && <p className={css.by}>{t('plan.worth', { count: days, months: Math.round((days / 30.4) * 10) / 10 })}</p>}
        <TextArea name="goal" label={t('plan.goal')} hint={t('plan.goalHint')} rows={3} most={1000} value={form.goal} error={error('goal')} onChange={(goal) => draft.set({ goal })} />
        <TextArea name="tasks" label={t('plan.tasks')} hint={t('plan.tasksHint')} rows={5} most={2000} value={form.tasks} error={error('tasks')} onChange={(tasks) => draft.set({ tasks })} />
        {other.map((one, at) => (
          <Refused key={at} error={one} />
        ))}
      </div>
    </PhonePage>
  )
}

const known = ['missing', 'too_short', 'past', 'before_start', 'outside', 'too_far', 'unknown'] as const
/** What the server found, by field; what has no field is said below the form. */
function faultsOf(error: unknown): Record<string, PlanGap> {
  if (!(error instanceof ApiError)) return {}
  const gaps = Array.isArray(error.details.gaps) ? (error.details.gaps as { field: string; reason: string }[]).map(({ field, reason }) => [field, reason]) : error.issues.map(({ path, code }) => [String(path[0]), code])
  return Object.fromEntries(gaps.filter(([field]) => ['organisationId', 'startsOn', 'endsOn', 'goal', 'tasks'].includes(field!)).map(([field, code]) => [field!, known.find((one) => one === code) ?? 'missing']))
}
