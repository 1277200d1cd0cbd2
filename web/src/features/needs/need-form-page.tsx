import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { useDraft } from '../../kernel/draft.ts'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { useSettled } from '../../kernel/settled.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { RailNote } from '../../ui/rule-block.tsx'
import { FormBar, FormColumns, FormSheet, Steps } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useFormSteps } from '../members/form-steps.ts'
import { NeedFacts } from './need-facts.tsx'
import { bodyOf, emptyForm, fieldsOf, formOf, stepKeys, stepOfField, type NeedForm, type StepKey } from './need-form.ts'
import { PayStep, PlaceStep, WhenStep, WorkStep } from './need-steps.tsx'
import { useCheck, useMove, useNeed, useSave, type Judgement, type NeedView } from './queries.ts'
import { RuleRail } from './rule-parts.tsx'

export function NewNeedPage() {
  return <Form name="needs.new" initial={emptyForm} need={null} />
}

export function EditNeedPage() {
  const { needId = '' } = useParams()
  const need = useNeed(needId)
  return <Loaded query={need}>{(one) => (one.can.edit ? <Form key={one.id} name={`needs.${one.id}.${one.version}`} initial={formOf(one)} need={one} /> : <Redirect to={`/needs/${one.id}`} replace />)}</Loaded>
}

const nothing: Judgement = { findings: [], checks: [], gaps: [] }

function Form({ name, initial, need }: { name: string; initial: NeedForm; need: NeedView | null }) {
  const { t } = useTranslation('needs')
  const { stamp } = useFormat()
  const [, navigate] = useLocation()
  const toast = useToast()
  const role = useSession()?.seat?.role
  const choosesFirm = need === null && role !== 'enterprise_contact'
  const draft = useDraft<NeedForm>(name, initial)
  const form = draft.value
  const organisationId = need?.organisationId ?? form.organisation?.value
  const asked = useSettled(form)
  const check = useCheck({ ...fieldsOf(asked), ...(organisationId ? { organisationId } : {}), ...(need ? { needId: need.id } : {}) }, !choosesFirm || Boolean(organisationId))
  const judgement = check.data ?? nothing
  const gaps = useGaps(form, judgement, choosesFirm)
  const forbidden = judgement.findings.filter(({ severity }) => severity === 'block')
  const owed = judgement.findings.filter(({ severity, ruleId }) => severity === 'warn' && (form.reasons[ruleId] ?? '').trim().length < 5)
  const troubled = (key: StepKey) => [...Object.keys(gaps), ...[...forbidden, ...owed].map(({ field }) => field)].some((field) => stepOfField(field) === key)
  const steps = useFormSteps<StepKey>(stepKeys, (key) => t(`form.steps.${key}`), troubled)
  const [known, setKnown] = useState(need && { id: need.id, version: need.version })
  const save = useSave()
  const move = useMove()

  const keep = async () => {
    const saved = await save.mutateAsync({ known, organisationId: choosesFirm ? organisationId : undefined, body: bodyOf(form) })
    setKnown({ id: saved.id, version: saved.version })
    return saved
  }
  /** Promises, because the form of a post that was handed in gives way to its page, and nothing would call back the form. Faults are shown where they belong. */
  const handIn = async () => {
    const { id, version } = await keep()
    await move.mutateAsync({ id, action: 'submit', version })
    draft.clear()
    toast(t('form.submitted'))
    navigate(`/needs/${id}`)
  }
  const submit = () => {
    steps.ask()
    const first = stepKeys.find(troubled)
    if (first) return steps.go(first)
    void handIn().catch(() => undefined)
  }
  const keepDraft = () =>
    void keep().then(
      ({ id, number }) => {
        draft.clear()
        toast(t('form.kept', { number }))
        navigate(`/needs/${id}`)
      },
      () => undefined,
    )

  const props = { form, set: draft.set, findings: judgement.findings, gaps: steps.shows(steps.current) ? gaps : {} }
  const title = need ? t('form.editTitle', { title: need.title }) : form.title ? t('form.newNamed', { title: form.title }) : t('form.newTitle')
  return (
    <Page narrow title={title} crumbs={[{ label: t('title'), href: '/needs' }, ...(need ? [{ label: need.number, href: `/needs/${need.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      {need?.reason && <Banner>{t('record.returned', { reason: need.reason })}</Banner>}
      {draft.restoredAt && (
        <p className="small mut">
          {t('form.restored', { at: stamp(draft.restoredAt) })}{' '}
          <Button kind="text" onClick={draft.discard}>
            {t('form.discard')}
          </Button>
        </p>
      )}
      <Steps steps={steps.steps} current={steps.current} onGo={steps.go} />
      <FormColumns
        rail={
          <>
            <RuleRail checks={judgement.checks} />
            <RailNote title={t('form.halfTitle')}>{t('form.half')}</RailNote>
          </>
        }
      >
        <FormSheet title={t(`form.steps.${steps.current}`)} lead={t(`form.lead.${steps.current}`)}>
          {steps.current === 'work' && <WorkStep {...props} choosesFirm={choosesFirm} />}
          {steps.current === 'when' && <WhenStep {...props} />}
          {steps.current === 'pay' && <PayStep {...props} />}
          {steps.current === 'place' && <PlaceStep {...props} />}
          {steps.current === 'review' && <NeedFacts post={fieldsOf(form)} majors={form.majors.map(({ value, label }) => ({ code: value, name: label }))} occupationName={form.occupation?.label ?? null} divisionName={form.division?.label ?? null} whole />}
          {save.isError && <Refused error={save.error} />}
          {move.isError && <Refused error={move.error} />}
        </FormSheet>
      </FormColumns>
      <FormBar note={noteOf()} fault={forbidden.length > 0}>
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
        <Button size="form" kind="text" busy={save.isPending} because={form.title.trim() === '' || (choosesFirm && !organisationId) ? t('form.keepNeeds') : null} onClick={keepDraft}>
          {t('form.keep')}
        </Button>
      </FormBar>
    </Page>
  )

  function noteOf() {
    if (forbidden.length > 0) return t('form.blocked', { count: forbidden.length })
    if (steps.current !== 'review') return null
    if (Object.keys(gaps).length > 0) return t('form.open', { count: Object.keys(gaps).length })
    return owed.length > 0 ? t('form.owed', { count: owed.length }) : t('form.ready')
  }
}

/** What is missing, by field: what the server found, and the few things it cannot see while there is no firm or title. */
function useGaps(form: NeedForm, judgement: Judgement, choosesFirm: boolean): Record<string, string> {
  const { t } = useTranslation('needs')
  const found: Record<string, string> = Object.fromEntries(judgement.gaps.map(({ field, reason }) => [field, t(`form.gaps.${reason as 'missing'}`)]))
  if (form.startsOn && form.endsOn && form.endsOn <= form.startsOn) found['endsOn'] = t('form.gaps.out_of_order')
  if (form.title.trim() === '') found['title'] = t('form.gaps.missing')
  if (choosesFirm && !form.organisation) found['organisationId'] = t('form.gaps.missing')
  return found
}
