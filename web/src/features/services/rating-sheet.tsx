import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useRate, type RequestView } from './queries.ts'
import css from './services.module.css'

const stars = ['5', '4', '3', '2', '1'] as const

/** Asked once, in one tap and a sentence. */
export function RatingSheet({ request }: { request: RequestView }) {
  const { t } = useTranslation('services')
  const toast = useToast()
  const rate = useRate()
  const [given, setGiven] = useState<(typeof stars)[number] | null>(null)
  const [words, setWords] = useState('')
  return (
    <Sheet title={t('rating.ask')}>
      <div className={css.group}>
        <RadioGroup label={t('rating.stars')} hint={t('rating.once')} value={given} options={stars.map((value) => ({ value, label: t(`rating.labels.s${value}`) }))} onChange={setGiven} />
        <TextArea label={t('rating.words')} optional value={words} most={500} onChange={setWords} />
        {rate.isError && <Refused error={rate.error} />}
        <div className={css.decisions}>
          <Button size="form" kind="primary" busy={rate.isPending} because={given === null ? t('rating.stars') : null} onClick={() => rate.mutate({ id: request.id, version: request.version, stars: Number(given), ...(words.trim() ? { words } : {}) }, { onSuccess: () => toast(t('rating.given')) })}>
            {t('rating.give')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
