import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useWording } from '../../../kernel/wording.ts'
import { FileField } from '../../../ui/file-field.tsx'
import { PhoneHeading } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { claimMoods } from '../moods.ts'
import css from '../practice.module.css'
import { useAddEvidence, useClaims, type ClaimRow } from '../queries.ts'

/** What a teacher has claimed and the school has not credited yet. */
export function Claims({ teacherId }: { teacherId: string }) {
  const { t } = useTranslation('practice')
  const claims = useClaims({ teacherId, size: 50 })
  const rows = (claims.data?.rows ?? []).filter(({ state }) => state !== 'confirmed')
  if (rows.length === 0) return null
  return (
    <>
      <PhoneHeading>{t('home.claims')}</PhoneHeading>
      <div className={css.cards}>
        {rows.map((row) => (
          <Claim key={row.id} row={row} />
        ))}
      </div>
    </>
  )
}

function Claim({ row }: { row: ClaimRow }) {
  const { t } = useTranslation('practice')
  const { fullDay } = useFormat()
  const say = useWording()
  const toast = useToast()
  const add = useAddEvidence()
  const [progress, setProgress] = useState<number | null>(null)
  const send = (file: File) => add.mutate({ claimId: row.id, file, onProgress: setProgress }, { onSuccess: () => toast(t('claim.evidenceSent')), onSettled: () => setProgress(null) })
  const state = row.state === 'claimed' && row.evidence ? 'waiting' : row.state
  return (
    <article className={css.card}>
      <p className={css.line}>
        <b>{row.organisationName}</b>
        <StateMark mood={claimMoods[row.state]}>{t(`claim.states.${state}`)}</StateMark>
      </p>
      <p className={css.by}>{t('home.stretch', { from: fullDay(row.startsOn), to: fullDay(row.endsOn), count: row.days })}</p>
      {row.reason && <p>{t('claim.reason', { reason: row.reason })}</p>}
      {row.can.evidence && <FileField label={t('claim.evidence')} hint={t('claim.evidenceHint')} accept="image/*,.pdf" chosen={row.evidence?.name ?? null} progress={progress} error={add.isError ? say(add.error) : null} onFile={send} />}
    </article>
  )
}
