import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { problemKinds } from '@silian/server/contract/needs/problems'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { useSession } from '../../../kernel/session.ts'
import { useSettled } from '../../../kernel/settled.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { MissingPage } from '../../../ui/missing-page.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { RailNote } from '../../../ui/rule-block.tsx'
import { FormBar, FormColumns, FormSheet, Steps } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFormSteps } from '../../members/form-steps.ts'
import { ProblemFacts } from './problem-facts.tsx'
import { bodyOf, emptyForm, formOf, isUpsideDown, stepKeys, stepOfField, type ProblemForm, type StepKey } from './problem-form.ts'
import { QuestionStep, TermsStep } from './problem-steps.tsx'
import { useCheck, useMove, useProblem, useSave, type ProblemKind, type ProblemView } from './queries.ts'

export function NewProblemPage() {
  const kind = problemKinds.find((one) => one === useParams().kind)
  const [initial] = useState(emptyForm(useNow()))
  return kind ? <Form key={kind} kind={kind} name={`problems.new.${kind}`} initial={initial} problem={null} /> : <MissingPage />
}

export function EditProblemPage() {
  const { needId = '' } = useParams()
  const problem = useProblem(needId)
  return <Loaded query={problem}>{(one) => (one.can.edit ? <Form key={one.id} kind={one.kind} name={`problems.${one.id}.${one.version}`} initial={formOf(one)} problem={one} /> : <Redirect to={`/problems/${one.id}`} replace />)}</Loaded>
}

function Form({ kind, name, initial, problem }: { kind: ProblemKind; name: string; initial: ProblemForm; problem: ProblemView | null }) {
  const { t } = useTranslation('problems')
  const { stamp } = useFormat()
  const [, navigate] = useLocation()
  const toast = useToast()
  const choosesFirm = problem === null && useSession()?.seat?.role !== 'enterprise_contact'
  const draft = useDraft<ProblemForm>(name, initial)
  const form = draft.value
  const gaps = useGaps(form, kind, choosesFirm)
  const troubled = (key: StepKey) => Object.keys(gaps).some((field) => stepOfField(field) === key)
  const steps = useFormSteps<StepKey>(stepKeys, (key) => t(`form.steps.${key}`), troubled)
  const [known, setKnown] = useState(problem && { id: problem.id, version: problem.version })
  const save = useSave()
  const move = useMove()

  const keep = (then: (saved: { id: string; number: string; version: number }) => void) =>
    save.mutate(
      { known, organisationId: choosesFirm ? form.organisation?.value : undefined, body: bodyOf(form, kind) },
      {
        onSuccess: (saved) => {
          setKnown({ id: saved.id, version: saved.version })
          then(saved)
        },
      },
    )
  const leave = (id: string, words: string) => {
    draft.clear()
    toast(words)
    navigate(`/problems/${id}`)
  }
  const submit = () => {
    steps.ask()
    const first = stepKeys.find(troubled)
    if (first) return steps.go(first)
    keep(({ id, version }) => move.mutate({ id, action: 'submit', version }, { onSuccess: () => leave(id, t('form.submitted')) }))
  }
  const props = { kind, form, set: draft.set, gaps: steps.shows(steps.current) ? gaps : {} }
  const open = Object.keys(gaps).length
  return (
    <Page
      narrow
      title={problem ? t('form.editTitle', { title: problem.title }) : t(`form.newTitle.${kind}`)}
      crumbs={[{ label: t(`kinds.${kind}`), href: `/needs?tab=${kind}` }, ...(problem ? [{ label: problem.number, href: `/problems/${problem.id}` }] : [])]}
      lead={<DraftLine saved={draft.saved} />}
    >
      {problem?.reason && <Banner>{t('record.returned', { reason: problem.reason })}</Banner>}
      {draft.restoredAt && (
        <p className="small mut">
          {t('form.restored', { at: stamp(draft.restoredAt) })}{' '}
          <Button kind="text" onClick={draft.discard}>
            {t('form.discard')}
          </Button>
        </p>
      )}
      <Steps steps={steps.steps} current={steps.current} onGo={steps.go} />
      <FormColumns rail={<RailNote title={t('form.halfTitle')}>{t('form.half')}</RailNote>}>
        {steps.current === 'review' ? (
          <Stack>
            <p className="mut">{t('form.lead.review')}</p>
            <ProblemFacts problem={{ ...bodyOf(form, kind), fields: form.fields.map(({ value, label }) => ({ code: value, name: label })) }} whole />
            <Faults errors={[save.error, move.error]} />
          </Stack>
        ) : (
          <FormSheet title={t(`form.steps.${steps.current}`)} lead={t(`form.lead.${steps.current}`)}>
            {steps.current === 'question' ? <QuestionStep {...props} choosesFirm={choosesFirm} /> : <TermsStep {...props} />}
            <Faults errors={[save.error, move.error]} />
          </FormSheet>
        )}
      </FormColumns>
      <FormBar note={steps.current === 'review' ? (open > 0 ? t('form.open', { count: open }) : t('form.ready')) : null}>
        {steps.previous && (
          <Button size="form" onClick={() => steps.go(steps.previous!)}>
            {t('form.previous')}
          </Button>
        )}
        {steps.next ? (
          <Button size="form" kind="primary" onClick={() => steps.go(steps.next!)}>
            {t('form.next', { step: t(`form.steps.${steps.next}`) })}
          </Button>
        ) : (
          <Button size="form" kind="primary" busy={save.isPending || move.isPending} onClick={submit}>
            {t('form.submit')}
          </Button>
        )}
        <Button size="form" kind="text" busy={save.isPending} because={form.title.trim() === '' || (choosesFirm && !form.organisation) ? t('form.keepNeeds') : null} onClick={() => keep(({ id, number }) => leave(id, t('form.kept', { number })))}>
          {t('form.keep')}
        </Button>
      </FormBar>
    </Page>
  )
}

const Faults = ({ errors }: { errors: readonly unknown[] }) => errors.map((error, at) => (error ? <Refused key={at} error={error} /> : null))

/**
 * What is missing, by field: what the server found, and the few things it cannot see while there is no firm or title. What it found
 * in an earlier text is not held against this one; submitting asks it again anyway.
 */
function useGaps(form: ProblemForm, kind: ProblemKind, choosesFirm: boolean): Record<string, string> {
  const { t } = useTranslation('problems')
  const asked = useSettled(form)
  const check = useCheck(bodyOf(asked, kind))
  const answered = asked === form && !check.isPlaceholderData ? (check.data?.gaps ?? []) : []
  const found: Record<string, string> = Object.fromEntries(answered.map(({ field, reason }) => [field, t(`form.gaps.${reason as 'missing'}`)]))
  if (isUpsideDown(form)) found['budgetMax'] = t('form.gaps.out_of_order')
  if (form.title.trim() === '') found['title'] = t('form.gaps.missing')
  if (choosesFirm && !form.organisation) found['organisationId'] = t('form.gaps.missing')
  return found
}
