import { stayReasons } from '@silian/server/contract/assistance/stays'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../phone.module.css'
import { useAnswerStay, useMyStay, type MyStay } from '../queries.ts'

/** Still there? Said by the student and nobody else. */
export default function StayPage() {
  const { t } = useTranslation('assistance')
  const { stayId = '' } = useParams()
  const stay = useMyStay(stayId)
  return (
    <PhonePage title={t('stay.title')} back="/wishes" help="/my/help" narrow>
      <Loaded query={stay}>{(one) => <Stay stay={one} />}</Loaded>
    </PhonePage>
  )
}

function Stay({ stay }: { stay: MyStay }) {
  const { t } = useTranslation('assistance')
  const { fullDay } = useFormat()
  return (
    <article className={css.card}>
      <h2>{t('stay.ask', { firm: stay.firmName })}</h2>
      <p className={css.by}>{t('stay.about', { day: fullDay(stay.startedOn), months: t(`months.m${stay.months}`) })}</p>
      {stay.answer ? (
        <>
          <p className={css.text}>{t('stay.answered', { day: fullDay(stay.answeredAt!), answer: t(`stayAnswers.${stay.answer}`) })}</p>
          {stay.reasonCode && <p className={css.by}>{t('stay.why', { reason: t(`stayReasons.${stay.reasonCode}`) })}</p>}
          {stay.note && <p className={css.text}>{stay.note}</p>}
          <p className={css.by}>{t('stay.private')}</p>
        </>
      ) : stay.open ? (
        <Answer stay={stay} />
      ) : (
        <p className={css.by}>{t('stay.later', { day: fullDay(stay.dueOn) })}</p>
      )}
    </article>
  )
}

type Reason = (typeof stayReasons)[number]

function Answer({ stay }: { stay: MyStay }) {
  const { t } = useTranslation('assistance')
  const toast = useToast()
  const answer = useAnswerStay(stay.id)
  const draft = useDraft<{ left: boolean; code: Reason | ''; note: string }>(`stay.${stay.id}`, { left: false, code: '', note: '' })
  const [tried, setTried] = useState(false)
  const { left, code, note } = draft.value
  const wordless = code === 'other' && note.trim() === ''
  const send = (given: 'as_intern' | 'employed' | 'left') =>
    answer.mutate({ answer: given, ...(given === 'left' && code ? { code } : {}), ...(given === 'left' && note.trim() ? { note: note.trim() } : {}) }, {
      onSuccess: () => {
        draft.clear()
        toast(t('stay.sent'))
      },
    })
  const onLeft = () => {
    setTried(true)
    if (code && !wordless) send('left')
  }
  return (
    <>
      <p className={css.by}>{t('stay.private')}</p>
      <p className={css.by}>{t('stay.free')}</p>
      {answer.isError && <Refused error={answer.error} />}
      {left ? (
        <div className={css.fields}>
          <RadioGroup<Reason> name="code" label={t('stay.reason')} value={code} error={tried && !code ? t('stay.missing') : null} options={stayReasons.map((value) => ({ value, label: t(`stayReasons.${value}`) }))} onChange={(value) => draft.set({ code: value })} />
          <TextArea name="note" label={t('stay.note')} optional={code !== 'other'} rows={3} most={500} value={note} error={tried && wordless ? t('stay.other') : null} onChange={(value) => draft.set({ note: value })} />
          <div className={css.deeds}>
            <Button kind="primary" size="big" busy={answer.isPending} onClick={onLeft}>
              {t('stay.send')}
            </Button>
            <Button size="big" onClick={() => draft.set({ left: false })}>
              {t('stay.back')}
            </Button>
          </div>
        </div>
      ) : (
        <div className={css.deeds}>
          <Button size="big" busy={answer.isPending} onClick={() => send('as_intern')}>
            {t('stayAnswers.as_intern')}
          </Button>
          <Button size="big" busy={answer.isPending} onClick={() => send('employed')}>
            {t('stayAnswers.employed')}
          </Button>
          <Button size="big" busy={answer.isPending} onClick={() => draft.set({ left: true })}>
            {t('stayAnswers.left')}
          </Button>
        </div>
      )}
    </>
  )
}
