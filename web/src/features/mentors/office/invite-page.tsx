import { listOrganisations } from '@silian/server/contract/members/organisations'
import { listMentorPeople } from '@silian/server/contract/mentors/people'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'wouter'
import { call } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { TextArea, TextField, type Option } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { FormBar, FormSheet } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useInvite, useMentorNeed, type MentorNeed } from '../queries.ts'

/** A school asks somebody of a firm, known here or not. */
export default function InvitePage() {
  const [search] = useSearchParams()
  const needId = search.get('need') ?? ''
  const need = useMentorNeed(needId)
  if (!needId) return <Form need={null} />
  return <Loaded query={need}>{(one) => <Form key={one.id} need={one} />}</Loaded>
}

type Written = { way: 'known' | 'unknown'; mentor: Option | null; name: string; organisation: Option | null; phone: string; email: string; title: string; duties: string; statement: string }

async function findPeople(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listMentorPeople, { query: { q: text, size: 20 }, signal })
  return rows.map(({ id, name, organisationName, field }) => ({ value: id, label: name, note: [organisationName, field].filter(Boolean).join('　') }))
}
async function findEmployers(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listOrganisations, { query: { text: text || undefined, kind: 'enterprise', size: 20 }, signal })
  return rows.map(({ id, name, uscc }) => ({ value: id, label: name, note: uscc ?? undefined }))
}

function Form({ need }: { need: MentorNeed | null }) {
  const { t } = useTranslation('mentorOffice')
  const [, navigate] = useLocation()
  const toast = useToast()
  const invite = useInvite()
  const issues = useIssues(invite.error)
  const [asked, setAsked] = useState(false)
  const draft = useDraft<Written>(`mentor-invitation.${need?.id ?? 'new'}`, { way: 'known', mentor: null, name: '', organisation: null, phone: '', email: '', title: need?.title ?? '', duties: need?.duties ?? '', statement: '' })
  const { way, mentor, name, organisation, phone, email, title, duties, statement } = draft.value
  const missing = { mentor: way === 'known' && !mentor, name: way === 'unknown' && name.trim().length < 2, organisation: way === 'unknown' && !organisation, title: !title.trim() }
  const error = (field: keyof typeof missing) => (asked && missing[field] ? t('invite.missing') : null)
  const onSend = () => {
    setAsked(true)
    if (Object.values(missing).some(Boolean)) return
    invite.mutate(
      { needId: need?.id ?? null, title: title.trim(), duties: duties.trim(), statement: statement.trim(), personId: way === 'known' ? mentor!.value : null, person: way === 'known' ? null : { name: name.trim(), organisationId: organisation!.value, phone: phone.trim() || null, email: email.trim() || null } },
      {
        onSuccess: ({ id }) => {
          draft.clear()
          toast(t('invite.sent'))
          navigate(`/mentors/${id}`)
        },
      },
    )
  }
  return (
    <Page narrow title={t('invite.title')} crumbs={[{ label: t('list.title'), href: '/mentors' }, ...(need ? [{ label: need.title, href: `/mentors/needs/${need.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <FormSheet title={t('invite.who')}>
          <RadioGroup<Written['way']> name="way" inline label={t('invite.who')} value={way} options={(['known', 'unknown'] as const).map((value) => ({ value, label: t(`invite.${value}`) }))} onChange={(value) => draft.set({ way: value })} />
          {way === 'known' ? (
            <Combobox name="mentor" label={t('invite.person')} hint={t('invite.personHint')} value={mentor} error={error('mentor')} search={findPeople} onChange={(value) => draft.set({ mentor: value })} />
          ) : (
            <>
              <TextField name="name" label={t('invite.name')} value={name} maxLength={50} error={error('name')} onChange={(value) => draft.set({ name: value })} />
              <Combobox name="organisation" label={t('invite.organisation')} hint={t('invite.organisationHint')} value={organisation} error={error('organisation')} search={findEmployers} onChange={(value) => draft.set({ organisation: value })} />
              <FieldRow>
                <TextField name="phone" label={t('invite.phone')} optional inputMode="tel" value={phone} maxLength={30} error={issues['person.phone']} onChange={(value) => draft.set({ phone: value })} />
                <TextField name="email" label={t('invite.email')} optional inputMode="email" value={email} maxLength={200} error={issues['person.email']} onChange={(value) => draft.set({ email: value })} />
              </FieldRow>
              <p className="small mut">{t('invite.phoneNote')}</p>
            </>
          )}
        </FormSheet>
        <FormSheet title={t('invite.as')}>
          <TextField name="title" label={t('invite.as')} hint={t('invite.asHint')} value={title} maxLength={100} error={error('title')} onChange={(value) => draft.set({ title: value })} />
          <TextArea name="duties" label={t('invite.duties')} optional rows={4} most={2000} value={duties} onChange={(value) => draft.set({ duties: value })} />
          <TextArea name="statement" label={t('invite.statement')} optional rows={3} most={1000} value={statement} onChange={(value) => draft.set({ statement: value })} />
        </FormSheet>
        {invite.isError && Object.keys(issues).length === 0 && <Refused error={invite.error} />}
      </Stack>
      <FormBar>
        <Button size="form" kind="primary" busy={invite.isPending} onClick={onSend}>
          {t('invite.send')}
        </Button>
      </FormBar>
    </Page>
  )
}
