import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { complaintTopics } from '@silian/server/contract/placements/complaints'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ComplaintThread } from './complaint-thread.tsx'
import { useComplain, useMyComplaints, useReadComplaint, useReplyToComplaint, type MyComplaint } from './queries.ts'
import css from './way-out.module.css'

type Topic = (typeof complaintTopics)[number]

/** Past school and firm. No draft is kept anywhere: what is half written stays on this page alone. */
export default function ComplaintPage() {
  const { t } = useTranslation('wayout')
  const query = useMyComplaints()
  return (
    <PhonePage title={t('complaint.title')} back="/my/way-out">
      <p className={css.note}>{t('complaint.secret')}</p>
      <Loaded query={query}>
        {({ authorities, places, rows }) => (
          <>
            {rows.length > 0 && <PhoneHeading>{t('complaint.mine')}</PhoneHeading>}
            <div className={css.ways}>
              {rows.map((row) => (
                <Mine key={row.id} complaint={row} />
              ))}
            </div>
            <PhoneHeading>{t('complaint.send')}</PhoneHeading>
            {authorities.length === 0 ? <p>{t('complaint.noAuthority')}</p> : <Write authorities={authorities} places={places} />}
          </>
        )}
      </Loaded>
    </PhonePage>
  )
}

function Mine({ complaint }: { complaint: MyComplaint }) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const { mutate: read } = useReadComplaint()
  const reply = useReplyToComplaint()
  const { id, unread } = complaint
  useEffect(() => {
    if (unread) read(id)
  }, [id, unread, read])
  return (
    <ComplaintThread
      complaint={complaint}
      busy={reply.isPending}
      error={reply.error}
      onReply={(body, done) =>
        reply.mutate({ complaintId: id, ...body }, {
          onSuccess: () => {
            done()
            toast(t(body.close ? 'complaint.settled' : 'complaint.replied'))
          },
        })
      }
    />
  )
}

type Place = { placementId: string; unitName: string; schoolName: string }
function Write({ authorities, places }: { authorities: readonly { id: string; name: string }[]; places: readonly Place[] }) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const complain = useComplain()
  const issues = useIssues(complain.error)
  const empty = { authorityId: authorities[0]!.id, placementId: places[0]?.placementId ?? '', against: 'unit' as 'unit' | 'school' | 'both', topic: '' as Topic | '', text: '', phone: '' }
  const [wish, setWish] = useState(empty)
  const set = (change: Partial<typeof empty>) => setWish((before) => ({ ...before, ...change }))
  return (
    <form
      className={css.form}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        complain.mutate({ ...wish, topic: wish.topic as Topic, placementId: wish.placementId || null }, {
          onSuccess: ({ number }) => {
            setWish(empty)
            window.scrollTo(0, 0)
            toast(t('complaint.sent', { number }))
          },
        })
      }}
    >
      <SelectField label={t('complaint.authority')} name="authorityId" error={issues.authorityId} value={wish.authorityId} onChange={(authorityId) => set({ authorityId })} options={authorities.map(({ id, name }) => ({ value: id, label: name }))} />
      <SelectField label={t('complaint.place')} name="placementId" none={t('complaint.noPlace')} value={wish.placementId} onChange={(placementId) => set({ placementId })} options={places.map(({ placementId, unitName }) => ({ value: placementId, label: unitName }))} />
      <RadioGroup label={t('complaint.against')} value={wish.against} onChange={(against) => set({ against })} options={(['unit', 'school', 'both'] as const).map((value) => ({ value, label: t(`complaint.againsts.${value}`) }))} inline />
      <RadioGroup label={t('complaint.topic')} value={wish.topic} onChange={(topic) => set({ topic })} options={complaintTopics.map((value) => ({ value, label: t(`complaint.topics.${value}`) }))} inline />
      <TextArea label={t('complaint.text')} name="text" hint={t('complaint.textHint')} error={issues.text} value={wish.text} onChange={(text) => set({ text })} rows={6} most={5000} />
      <TextField label={t('complaint.phone')} name="phone" inputMode="tel" value={wish.phone} onChange={(phone) => set({ phone })} />
      {complain.isError && <Refused error={complain.error} />}
      <Button type="submit" kind="primary" size="big" busy={complain.isPending} because={wish.topic === '' ? t('complaint.topic') : wish.text.trim().length < 10 && t('complaint.text')}>
        {t('complaint.send')}
      </Button>
    </form>
  )
}
