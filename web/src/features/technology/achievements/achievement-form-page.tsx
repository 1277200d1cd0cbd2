import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams, useSearchParams } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useSession } from '../../../kernel/session.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { FormBar, FormColumns, FormSheet, Steps } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFormSteps } from '../../members/form-steps.ts'
import { useAchievement, useMove, useSave, type AchievementView } from '../queries.ts'
import { AchievementFacts } from './achievement-facts.tsx'
import { bodyOf, emptyForm, formOf, gapsOf, stepKeys, stepOfField, type AchievementForm, type StepKey } from './achievement-form.ts'
import { ContentStep, TermsStep } from './achievement-steps.tsx'
import { EvidenceSheet } from './evidence-sheet.tsx'

export const NewAchievementPage = () => <Form name="achievements.new" initial={emptyForm} achievement={null} />

export function EditAchievementPage() {
  const { achievementId = '' } = useParams()
  const achievement = useAchievement(achievementId)
  return <Loaded query={achievement}>{(one) => (one.can.edit ? <Form key={one.id} name={`achievements.${one.id}`} initial={formOf(one)} achievement={one} /> : <Redirect to={`/achievements/${one.id}`} replace />)}</Loaded>
}

function Form({ name, initial, achievement }: { name: string; initial: AchievementForm; achievement: AchievementView | null }) {
  const { t } = useTranslation('technology')
  const [, navigate] = useLocation()
  const toast = useToast()
  const choosesHouse = achievement === null && useSession()?.seat?.role === 'secretariat'
  const draft = useDraft<AchievementForm>(name, initial)
  const form = draft.value
  const found = gapsOf(form, achievement?.level ?? 0, choosesHouse)
  const gaps = Object.fromEntries(Object.entries(found).map(([field, reason]) => [field, t(`form.gaps.${reason}`)]))
  const troubled = (key: StepKey) => Object.keys(gaps).some((field) => stepOfField(field) === key)
  const [search] = useSearchParams()
  const steps = useFormSteps<StepKey>(stepKeys, (key) => t(`form.steps.${key}`), troubled, stepKeys.find((key) => key === search.get('step')))
  const save = useSave()
  const move = useMove()
  const known = achievement && { id: achievement.id, version: achievement.version }

  const keep = (then: (saved: { id: string; number: string; version: number }) => void) => save.mutate({ known, organisationId: choosesHouse ? form.organisation?.value : undefined, body: bodyOf(form) }, { onSuccess: then })
  const leave = (id: string, words: string) => {
    draft.clear()
    toast(words)
    navigate(`/achievements/${id}`)
  }
  const submit = () => {
    steps.ask()
    const first = stepKeys.find(troubled)
    if (first) return steps.go(first)
    keep(({ id, version }) => move.mutate({ id, action: 'submit', version }, { onSuccess: () => leave(id, t('form.submitted')) }))
  }
  /** Evidence hangs on what is stored: the first way to it keeps the draft. */
  const toEvidence = () =>
    keep(({ id }) => {
      draft.clear()
      navigate(`/achievements/${id}/edit?step=level`, { replace: true })
    })
  const props = { form, set: draft.set, gaps: steps.shows(steps.current) ? gaps : {} }
  const faults = [save.error, move.error].map((error, at) => (error ? <Refused key={at} error={error} /> : null))
  const keepNeeds = form.title.trim() === '' || (choosesHouse && !form.organisation) ? t('form.keepNeeds') : null
  return (
    <Page narrow title={achievement ? t('form.editTitle', { title: achievement.title }) : t('form.newTitle')} crumbs={[{ label: t('title'), href: '/achievements' }, ...(achievement ? [{ label: achievement.number, href: `/achievements/${achievement.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      {achievement?.reason && <Banner>{t('record.returned', { reason: achievement.reason })}</Banner>}
      <Steps steps={steps.steps} current={steps.current} onGo={steps.go} />
      <FormColumns>
        {steps.current === 'review' ? (
          <Stack>
            <p className="mut">{t('form.lead.review')}</p>
            <AchievementFacts achievement={{ ...bodyOf(form), fields: form.fields.map(({ value, label }) => ({ code: value, name: label })) }} whole />
            {faults}
          </Stack>
        ) : steps.current === 'level' ? (
          <Stack>
            <p className="mut">{t('form.lead.level')}</p>
            {achievement ? (
              <EvidenceSheet achievement={achievement} />
            ) : (
              <FormSheet title={t('form.steps.level')} lead={t('form.levelFirst')}>
                <Button kind="primary" size="form" busy={save.isPending} because={keepNeeds} onClick={toEvidence}>
                  {t('form.keep')}
                </Button>
              </FormSheet>
            )}
            {faults}
          </Stack>
        ) : (
          <FormSheet title={t(`form.steps.${steps.current}`)} lead={t(`form.lead.${steps.current}`)}>
            {steps.current === 'content' ? <ContentStep {...props} choosesHouse={choosesHouse} /> : <TermsStep {...props} />}
            {faults}
          </FormSheet>
        )}
      </FormColumns>
      <FormBar note={steps.current === 'review' ? (Object.keys(gaps).length > 0 ? t('form.open', { count: Object.keys(gaps).length }) : t('form.ready')) : null}>
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
        <Button size="form" kind="text" busy={save.isPending} because={keepNeeds} onClick={() => keep(({ id, number }) => leave(id, t('form.kept', { number })))}>
          {t('form.keep')}
        </Button>
      </FormBar>
    </Page>
  )
}
