import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { editMembership, moveMembership } from '@silian/server/contract/members/memberships'
import { editOrganisation } from '@silian/server/contract/members/organisations'
import { call } from '../../kernel/api.ts'
import { useDraft } from '../../kernel/draft.ts'
import { useSession } from '../../kernel/session.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { SelectField, TextArea } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Facts } from '../../ui/sheet.tsx'
import { FormBar, FormSheet, Steps } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useFormSteps } from './form-steps.ts'
import { ApplicationFiles } from './membership-parts.tsx'
import { ContactFields, formOf, IdentityFields, ProfileFields, profileOf, type Faults, type OrganisationForm } from './organisation-fields.tsx'
import { useMembership, useOrganisation, type MembershipView, type OrganisationView, type Seat } from './queries.ts'

type Form = OrganisationForm & { seat: Seat; statement: string }
const keys = ['organisation', 'profile', 'contact', 'seat', 'files', 'review'] as const
type Key = (typeof keys)[number]
const seats = ['member', 'council', 'standing_council', 'vice_chair', 'chair'] as const

/** 入会申请 in steps, with a draft that survives. The profile is the organisation's own: nothing is asked that is known. */
export default function ApplicationPage() {
  const { membershipId = '' } = useParams()
  const membership = useMembership(membershipId)
  const organisation = useOrganisation(membership.data?.organisation.id)
  return <Loaded query={membership}>{(one) => <Loaded query={organisation}>{(its) => <Application key={one.id} membership={one} organisation={its} />}</Loaded>}</Loaded>
}

function Application({ membership, organisation }: { membership: MembershipView; organisation: OrganisationView }) {
  const { t, i18n } = useTranslation('members')
  const [, navigate] = useLocation()
  const toast = useToast()
  const office = useSession()?.seat?.role === 'secretariat'
  const draft = useDraft<Form>(`memberships.${membership.id}`, { ...formOf(organisation), seat: membership.seat, statement: membership.statement })
  const form = draft.value
  const faults = useFaults(form, organisation)
  const steps = useFormSteps<Key>(keys, (key) => t(`form.steps.${key}`), (key) => Object.keys(faults[key] ?? {}).length > 0)
  const send = useSend(membership, organisation, office)
  const count = Object.values(faults).reduce((sum, one) => sum + Object.keys(one).length, 0)
  const shown = (key: Key): Faults => (steps.shows(key) ? (faults[key] ?? {}) : {})
  const alliance = i18n.language === 'en' ? membership.alliance.nameEn : membership.alliance.name
  const usccLocked = organisation.uscc !== null && !office

  const submit = () => {
    steps.ask()
    const first = keys.find((key) => Object.keys(faults[key] ?? {}).length > 0)
    if (first) return steps.go(first)
    send.mutate(form, {
      onSuccess: () => {
        draft.clear()
        toast(t('decide.done.submit'))
        navigate(`/members/${membership.id}`)
      },
    })
  }
  return (
    <Page narrow title={t('form.applyTitle', { alliance })} crumbs={[{ label: membership.organisation.name, href: `/members/${membership.id}` }]} lead={<DraftLine saved={draft.saved} />}>
      {membership.reason && (
        <Banner>
          {t('record.reason')}：{membership.reason}
        </Banner>
      )}
      <Steps steps={steps.steps} current={steps.current} onGo={steps.go} />
      <FormSheet title={t(`form.steps.${steps.current}`)} lead={t(`form.lead.${steps.current}`)}>
        {steps.current === 'organisation' && <IdentityFields value={form} set={draft.set} faults={shown('organisation')} usccLocked={usccLocked} kindLocked />}
        {steps.current === 'profile' && <ProfileFields value={form} set={draft.set} faults={{}} />}
        {steps.current === 'contact' && <ContactFields value={form} set={draft.set} faults={shown('contact')} kept={organisation} />}
        {steps.current === 'seat' && (
          <>
            <SelectField label={t('form.fields.seat')} none={null} value={form.seat} options={seats.map((value) => ({ value, label: t(`seats.${value}`) }))} onChange={(seat) => draft.set({ seat: seat as Seat })} />
            <TextArea label={t('form.fields.statement')} hint={t('form.fields.statementHint')} optional rows={6} most={2000} value={form.statement} onChange={(statement) => draft.set({ statement })} />
          </>
        )}
        {steps.current === 'files' && <ApplicationFiles membership={membership} />}
        {steps.current === 'review' && <Review form={form} organisation={organisation} membership={membership} />}
        {send.isError && <Refused error={send.error} />}
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
          <Button size="form" kind="primary" busy={send.isPending} onClick={submit}>
            {t('form.submitApply')}
          </Button>
        )}
      </FormBar>
    </Page>
  )
}

function useFaults(form: Form, organisation: OrganisationView): Partial<Record<Key, Faults>> {
  const { t } = useTranslation('members')
  const identity: Faults = {}
  if (form.name.trim().length < 2) identity['name'] = t('form.faults.name')
  if (form.uscc.replaceAll(/[\s-]/g, '').length !== 18) identity['uscc'] = t('form.faults.uscc')
  const contact: Faults = {}
  if (!organisation.contactName && form.contactName.trim() === '') contact['contactName'] = t('form.faults.contact')
  if (!organisation.contactPhone && form.contactPhone.trim() === '') contact['contactPhone'] = t('form.faults.phone')
  return { organisation: identity, contact }
}

function Review({ form, organisation, membership }: { form: Form; organisation: OrganisationView; membership: MembershipView }) {
  const { t } = useTranslation('members')
  return (
    <Facts
      facts={[
        [t('form.fields.name'), form.name],
        [t('form.fields.kind'), t(`kinds.${organisation.kind}`)],
        [t('form.fields.uscc'), form.uscc || '—'],
        [t('form.fields.industryCode'), form.industryCode || null],
        [t('form.fields.town'), form.town || null],
        [t('form.fields.address'), form.address || null],
        [t('form.fields.staffCount'), form.staffCount],
        [t('form.fields.contactName'), form.contactName || organisation.contactName || '—'],
        [t('form.fields.contactPhone'), form.contactPhone || organisation.contactPhone || '—'],
        [t('form.fields.seat'), t(`seats.${form.seat}`)],
        [t('form.fields.statement'), form.statement || null],
        [t('record.files'), membership.files.map((file) => file.name).join('、') || t('record.noFiles')],
      ]}
    />
  )
}

/** The profile, then the application, then the step: each carries the version it was read in. */
function useSend(membership: MembershipView, organisation: OrganisationView, office: boolean) {
  const client = useQueryClient()
  return useMutation({
    async mutationFn({ seat, statement, ...form }: Form) {
      const { uscc, ...profile } = profileOf(form)
      const locked = organisation.uscc !== null && !office
      await call(editOrganisation, { params: { organisationId: organisation.id }, body: { ...profile, ...(locked ? {} : { uscc }), version: organisation.version } })
      const edited = await call(editMembership, { params: { membershipId: membership.id }, body: { seat, statement, version: membership.version } })
      return call(moveMembership, { params: { membershipId: membership.id, action: 'submit' }, body: { version: edited.version } })
    },
    onSettled: () => Promise.all(['memberships', 'organisations', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
