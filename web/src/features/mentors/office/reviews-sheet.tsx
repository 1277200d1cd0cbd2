import { verdicts } from '@silian/server/contract/mentors/mentorships'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../mentors.module.css'
import { useRenew, useReview, type Mentorship } from '../queries.ts'

/** Every year of the term: what was confirmed in it, and what the school said of it. */
export function ReviewsSheet({ mentorship }: { mentorship: Mentorship }) {
  const { t } = useTranslation('mentors')
  const { fullDay } = useFormat()
  return (
    <Sheet title={t('record.reviews')}>
      <ul className={css.rows}>
        {mentorship.reviews.map((one) => (
          <li key={one.year}>
            <span>{t('record.reviewOf', { year: one.year, from: fullDay(one.from), to: fullDay(one.to), hours: one.hours, tasks: one.tasks })}</span>
            {one.verdict && <b>{t(`verdicts.${one.verdict}`)}</b>}
            {one.words && <span className={css.text}>{one.words}</span>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

type Verdict = (typeof verdicts)[number]
type After = 'keep' | 'renew' | 'end'

/** What a year was worth, from what was confirmed in it; and whether to go on. */
export function ReviewDrawer({ mentorship, onClose }: { mentorship: Mentorship; onClose: () => void }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const [, navigate] = useLocation()
  const toast = useToast()
  const review = useReview(mentorship.id)
  const [verdict, setVerdict] = useState<Verdict | ''>('')
  const draft = useDraft(`mentor-review.${mentorship.id}`, { words: '' })
  const { words } = draft.value
  const [after, setAfter] = useState<After>('keep')
  const year = mentorship.reviewDue?.year ?? 1
  const figures = mentorship.reviews.find((one) => one.year === year)
  const onDo = () =>
    review.mutate({ year, verdict: verdict as Verdict, words: words.trim(), next: after, version: mentorship.version }, {
      onSuccess: ({ renewalId }) => {
        draft.clear()
        toast(t('record.reviewDone'))
        onClose()
        if (renewalId) navigate(`/mentors/${renewalId}`)
      },
    })
  const afters: readonly After[] = mentorship.can.renew ? ['keep', 'renew', 'end'] : ['keep', 'end']
  return (
    <Drawer open onClose={onClose} title={t('record.reviewTitle', { year, mentor: mentorship.mentorName })} verb={t('record.review')} busy={review.isPending} error={review.error} because={(verdict === '' && t('record.verdict')) || (words.trim().length < 2 && t('record.words'))} onDo={onDo}>
      {figures && <p>{t('record.reviewFigures', { hours: figures.hours, tasks: figures.tasks })}</p>}
      <RadioGroup<Verdict> name="verdict" inline label={t('record.verdict')} value={verdict} options={verdicts.map((value) => ({ value, label: t(`mentors:verdicts.${value}`) }))} onChange={setVerdict} />
      <TextArea name="words" label={t('record.words')} rows={3} most={1000} value={words} onChange={(value) => draft.set({ words: value })} />
      <RadioGroup<After> name="after" inline label={t('record.after')} value={after} options={afters.map((value) => ({ value, label: t(`record.afters.${value}`) }))} onChange={setAfter} />
    </Drawer>
  )
}

/** Another term: a new contract and certificate. */
export function RenewDialog({ mentorship, onClose }: { mentorship: Mentorship; onClose: () => void }) {
  const { t } = useTranslation('mentorOffice')
  const [, navigate] = useLocation()
  const toast = useToast()
  const renew = useRenew(mentorship.id)
  const onDo = () =>
    renew.mutate(undefined, {
      onSuccess: ({ id }) => {
        toast(t('record.renewDone'))
        navigate(`/mentors/${id}`)
      },
    })
  return <Dialog open onClose={onClose} title={t('record.renewTitle', { mentor: mentorship.mentorName })} note={t('record.renewNote')} verb={t('record.renew')} busy={renew.isPending} error={renew.error} onDo={onDo} />
}
