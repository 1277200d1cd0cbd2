import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { beginMembership, moveMembership } from '@silian/server/contract/members/memberships'
import { registerOrganisation } from '@silian/server/contract/members/organisations'
import { call } from '../../kernel/api.ts'
import { useDraft } from '../../kernel/draft.ts'
import { useSession } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { SelectField } from '../../ui/inputs.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Facts } from '../../ui/sheet.tsx'
import { FormBar, FormSheet, Steps } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useFormSteps } from './form-steps.ts'
import { ContactFields, emptyOrganisation, IdentityFields, ProfileFields, profileOf, type Faults, type OrganisationForm } from './organisation-fields.tsx'
import type { Kind, Seat } from './queries.ts'

type Join = 'none' | 'draft' | 'now'
type Form = OrganisationForm & { seat: Seat; join: Join }

const keys = ['organisation', 'profile', 'contact', 'seat', 'review'] as const
type Key = (typeof keys)[number]
const seats = ['member', 'council', 'standing_council', 'vice_chair', 'chair'] as const
const initial: Form = { ...emptyOrganisation, seat: 'member', join: 'draft' }

/** 登记单位: the office registers an organisation and, if it is decided already, its membership. */
export default function NewMemberPage() {
  const { t } = useTranslation('members')
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraft<Form>('members.new', initial)
  const form = draft.value
  const faults = useFaults(form)
  const allFaults = { ...faults.organisation, ...faults.seat }
  const steps = useFormSteps<Key>(keys, (key) => t(`form.steps.${key}`), (key) => key in faults && Object.keys(faults[key as 'seat']).length > 0)
  const save = useSave()
  const count = Object.keys(allFaults).length
  const shown = (key: 'organisation' | 'seat'): Faults => (steps.shows(key) ? faults[key] : {})

  const submit = () => {
    steps.ask()
    if (count > 0) return steps.go(Object.keys(faults.organisation).length > 0 ? 'organisation' : 'seat')
    save.mutate(form, {
      onSuccess: ({ href }) => {
        draft.clear()
        toast(t('form.created'))
        navigate(href)
      },
    })
  }
  return (
    <Page narrow title={t('form.newTitle')} crumbs={[{ label: t('title'), href: '/members' }]} lead={<DraftLine saved={draft.saved} />}>
      <Steps steps={steps.steps} current={steps.current} onGo={steps.go} />
      <FormSheet title={t(`form.steps.${steps.current}`)} lead={t(`form.lead.${steps.current}`)}>
        {steps.current === 'organisation' && <IdentityFields value={form} set={draft.set} faults={shown('organisation')} />}
        {steps.current === 'profile' && <ProfileFields value={form} set={draft.set} faults={{}} />}
        {steps.current === 'contact' && <ContactFields value={form} set={draft.set} faults={{}} />}
        {steps.current === 'seat' && (
          <>
            <RadioGroup<Join>
              name="join"
              label={t('form.fields.join')}
              value={form.join}
              onChange={(join) => draft.set({ join })}
              error={shown('seat')['join']}
              options={[
                { value: 'draft', label: t('form.fields.joinDraft') },
                { value: 'now', label: t('form.fields.joinNow'), note: t('decide.note.register') },
                { value: 'none', label: t('form.fields.joinNone') },
              ]}
            />
            {form.join !== 'none' && <SelectField label={t('form.fields.seat')} none={null} value={form.seat} options={seats.map((value) => ({ value, label: t(`seats.${value}`) }))} onChange={(seat) => draft.set({ seat: seat as Seat })} />}
          </>
        )}
        {steps.current === 'review' && <Review form={form} />}
        {save.isError && <Refused error={save.error} />}
      </FormSheet>
      <FormBar note={steps.current === 'review' ? (count > 0 ? t('form.notSaved', { count }) : t('form.ready')) : null} fault={count > 0}>
        {steps.previous && (
          <Button size="form" onClick={() => steps.go(steps.previous!)}>
            {t('form.previous')}
          </Button>
        )}
        {steps.next ? (
          <Button size="form" kind="primary" onClick={() => steps.go(steps.next!)}>
            {t('form.next')}
          </Button>
        ) : (
          <Button size="form" kind="primary" busy={save.isPending} onClick={submit}>
            {t('form.submitNew', { name: form.name })}
          </Button>
        )}
      </FormBar>
    </Page>
  )
}

function useFaults(form: Form) {
  const { t } = useTranslation('members')
  const organisation: Faults = {}
  if (form.name.trim().length < 2) organisation['name'] = t('form.faults.name')
  if (form.kind === '') organisation['kind'] = t('form.faults.kind')
  if (form.uscc.trim() !== '' && form.uscc.replaceAll(/[\s-]/g, '').length !== 18) organisation['uscc'] = t('form.faults.uscc')
  const seat: Faults = {}
  if (form.join === 'now' && form.uscc.trim() === '') seat['join'] = t('form.faults.usccNeeded')
  return { organisation, seat }
}

function Review({ form }: { form: Form }) {
  const { t } = useTranslation('members')
  return (
    <Facts
      facts={[
        [t('form.fields.name'), form.name || '—'],
        [t('form.fields.kind'), form.kind ? t(`kinds.${form.kind}`) : '—'],
        [t('form.fields.uscc'), form.uscc || '—'],
        [t('form.fields.industryCode'), form.industryCode || null],
        [t('form.fields.town'), form.town || null],
        [t('form.fields.address'), form.address || null],
        [t('form.fields.staffCount'), form.staffCount],
        [t('form.fields.contactName'), form.contactName || null],
        [t('form.fields.contactPhone'), form.contactPhone || null],
        [t('form.fields.join'), t(`form.fields.${({ none: 'joinNone', draft: 'joinDraft', now: 'joinNow' } as const)[form.join]}`)],
        [t('form.fields.seat'), form.join === 'none' ? null : t(`seats.${form.seat}`)],
      ]}
    />
  )
}

/** Organisation, then membership, then the seal: each may be refused, and what was done before stays. */
function useSave() {
  const client = useQueryClient()
  const allianceId = useSession()?.seat?.allianceId
  return useMutation({
    async mutationFn({ seat, join, ...form }: Form) {
      const { id: organisationId } = await call(registerOrganisation, { body: { ...profileOf(form), kind: form.kind as Kind } })
      if (join === 'none' || !allianceId) return { href: `/organisations/${organisationId}` }
      const { id } = await call(beginMembership, { body: { allianceId, organisationId, seat } })
      if (join === 'now') await call(moveMembership, { params: { membershipId: id, action: 'register' }, body: { version: 1 } })
      return { href: `/members/${id}` }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['organisations'] }),
  })
}
