import { useMutation, useQuery } from '@tanstack/react-query'
import { getMentorNotice, objectToMentor } from '@silian/server/contract/mentors/mentorships/notices'
import type { Reply } from '@silian/server/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { call } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea, TextField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import css from '../mentors.module.css'

type Notice = Reply<typeof getMentorNotice>

/** Who is about to be appointed as what; whoever objects says so here by name. */
export default function NoticePage() {
  const { mentorshipId = '' } = useParams()
  const { t } = useTranslation('mentors')
  const notice = useQuery({ queryKey: ['mentor-notices', mentorshipId], queryFn: ({ signal }) => call(getMentorNotice, { params: { mentorshipId }, signal }) })
  return (
    <PhonePage title={t('notice.title')} back="/mentor-notices">
      <Loaded query={notice}>{(one) => <One notice={one} />}</Loaded>
    </PhonePage>
  )
}

function One({ notice }: { notice: Notice }) {
  const { t } = useTranslation('mentors')
  const { range } = useFormat()
  const facts: readonly (readonly [string, string | null])[] = [
    [t('notice.from'), range(notice.from, notice.until)],
    [t('notice.person'), notice.mentorName],
    [t('notice.employer'), notice.employerName],
    [t('notice.position'), notice.position],
    [t('notice.skill'), notice.skill],
    [t('notice.field'), notice.field],
    [t('notice.years'), notice.years === null ? null : t('record.years', { count: notice.years })],
    [t('notice.as'), notice.title],
    [t('notice.duties'), notice.duties],
  ]
  return (
    <div className={css.stack}>
      <p>{t('notice.lead', { school: notice.schoolName })}</p>
      <dl className={css.facts}>
        {facts.map(([name, value]) => value !== null && value !== '' && (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={css.text}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.by}>{t('notice.note')}</p>
      {notice.open ? <Objection mentorshipId={notice.id} /> : <p role="status">{t('notice.over')}</p>}
    </div>
  )
}

function Objection({ mentorshipId }: { mentorshipId: string }) {
  const { t } = useTranslation('mentors')
  const { deadline } = useFormat()
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const [body, setBody] = useState('')
  const send = useMutation({ mutationFn: () => call(objectToMentor, { params: { mentorshipId }, body: { name, contact, body } }) })
  const issues = useIssues(send.error)
  if (send.data) return <p role="status" className={css.card}>{t('notice.sent', { day: deadline(send.data.dueAt) })}</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <PhoneHeading>{t('notice.object')}</PhoneHeading>
      <div className={css.fields}>
        <TextField name="name" label={t('notice.name')} value={name} maxLength={50} autoComplete="name" error={issues.name} onChange={setName} />
        <TextField name="contact" label={t('notice.contact')} hint={t('notice.contactHint')} value={contact} maxLength={100} error={issues.contact} onChange={setContact} />
        <TextArea name="body" label={t('notice.body')} hint={t('notice.bodyHint')} rows={5} most={2000} value={body} error={issues.body} onChange={setBody} />
        {send.isError && Object.keys(issues).length === 0 && <Refused error={send.error} />}
        <p className={css.deeds}>
          <Button type="submit" size="big" kind="primary" busy={send.isPending}>
            {t('notice.send')}
          </Button>
        </p>
      </div>
    </form>
  )
}
