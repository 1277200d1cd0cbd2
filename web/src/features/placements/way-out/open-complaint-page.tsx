import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { complaintTopics, complainOpenly, listAuthorities, readByReceipt, replyByReceipt } from '@silian/server/contract/placements/complaints'
import { call } from '../../../kernel/api.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ComplaintThread } from './complaint-thread.tsx'
import css from './way-out.module.css'

type Topic = (typeof complaintTopics)[number]
const whos = ['guardian', 'student', 'other'] as const

/** Without an account: a receipt in the place of a name. */
export default function OpenComplaintPage() {
  const { t } = useTranslation('wayout')
  const query = useQuery({ queryKey: ['complaint-authorities'], queryFn: ({ signal }) => call(listAuthorities, { signal }) })
  return (
    <PhonePage title={t('complaint.open.title')}>
      <p>{t('complaint.open.lead')}</p>
      <p className={css.note}>{t('complaint.secret')}</p>
      <Loaded query={query}>{({ rows }) => (rows.length === 0 ? <p>{t('complaint.noAuthority')}</p> : <Write authorities={rows} />)}</Loaded>
      <PhoneHeading>{t('complaint.open.look')}</PhoneHeading>
      <Look />
    </PhonePage>
  )
}

function Write({ authorities }: { authorities: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const send = useMutation({ mutationFn: (body: Parameters<typeof call<typeof complainOpenly>>[1]['body']) => call(complainOpenly, { body }) })
  const issues = useIssues(send.error)
  const [wish, setWish] = useState({ authorityId: authorities[0]!.id, reporterKind: 'guardian' as (typeof whos)[number], against: 'unit' as 'unit' | 'school' | 'both', topic: '' as Topic | '', unitName: '', schoolName: '', text: '', name: '', phone: '' })
  const set = (change: Partial<typeof wish>) => setWish((before) => ({ ...before, ...change }))
  if (send.data) {
    const { number, receipt } = send.data
    return (
      <section className={css.card}>
        <h2>{t('complaint.open.sent', { number })}</h2>
        <p>{t('complaint.open.receipt')}</p>
        <p className={css.receipt}>{receipt}</p>
        <p className={css.note}>{t('complaint.open.receiptNote')}</p>
        <Button size="form" onClick={() => void navigator.clipboard.writeText(receipt).then(() => toast(t('complaint.open.copied')))}>
          {t('complaint.open.copy')}
        </Button>
      </section>
    )
  }
  return (
    <form
      className={css.form}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({ ...wish, topic: wish.topic as Topic })
      }}
    >
      <RadioGroup label={t('complaint.open.who')} value={wish.reporterKind} onChange={(reporterKind) => set({ reporterKind })} options={whos.map((value) => ({ value, label: t(`complaint.open.whos.${value}`) }))} inline />
      <SelectField label={t('complaint.authority')} value={wish.authorityId} onChange={(authorityId) => set({ authorityId })} options={authorities.map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField label={t('complaint.open.unit')} name="unitName" error={issues.unitName} value={wish.unitName} onChange={(unitName) => set({ unitName })} maxLength={100} />
      <TextField label={t('complaint.open.school')} name="schoolName" optional value={wish.schoolName} onChange={(schoolName) => set({ schoolName })} maxLength={100} />
      <RadioGroup label={t('complaint.against')} value={wish.against} onChange={(against) => set({ against })} options={(['unit', 'school', 'both'] as const).map((value) => ({ value, label: t(`complaint.againsts.${value}`) }))} inline />
      <RadioGroup label={t('complaint.topic')} value={wish.topic} onChange={(topic) => set({ topic })} options={complaintTopics.map((value) => ({ value, label: t(`complaint.topics.${value}`) }))} inline />
      <TextArea label={t('complaint.text')} name="text" hint={t('complaint.textHint')} error={issues.text} value={wish.text} onChange={(text) => set({ text })} rows={6} most={5000} />
      <TextField label={t('complaint.open.name')} value={wish.name} onChange={(name) => set({ name })} maxLength={50} />
      <TextField label={t('complaint.phone')} inputMode="tel" value={wish.phone} onChange={(phone) => set({ phone })} maxLength={30} />
      {send.isError && <Refused error={send.error} />}
      <Button type="submit" kind="primary" size="big" busy={send.isPending} because={wish.topic === '' ? t('complaint.topic') : wish.text.trim().length < 10 && t('complaint.text')}>
        {t('complaint.send')}
      </Button>
    </form>
  )
}

function Look() {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const [receipt, setReceipt] = useState('')
  const look = useMutation({ mutationFn: () => call(readByReceipt, { body: { receipt } }) })
  const reply = useMutation({ mutationFn: (body: { text?: string; close?: boolean }) => call(replyByReceipt, { body: { receipt, ...body } }), onSuccess: () => look.mutate() })
  return (
    <div className={css.form}>
      <TextField label={t('complaint.open.receipt')} value={receipt} onChange={setReceipt} autoComplete="off" spellCheck={false} />
      <Button size="form" busy={look.isPending} because={receipt.trim().length < 20 && t('complaint.open.receipt')} onClick={() => look.mutate()}>
        {t('complaint.open.looking')}
      </Button>
      {look.isError && <Refused error={look.error} />}
      {look.data && (
        <ComplaintThread
          complaint={look.data}
          busy={reply.isPending}
          error={reply.error}
          onReply={(body, done) =>
            reply.mutate(body, {
              onSuccess: () => {
                done()
                toast(t(body.close ? 'complaint.settled' : 'complaint.replied'))
              },
            })
          }
        />
      )}
    </div>
  )
}
