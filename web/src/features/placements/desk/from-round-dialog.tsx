import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../kernel/api.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFill } from './fill.ts'
import css from './desk.module.css'
import { LawList, type Found } from './law-refusal.tsx'
import { useMakeFromRound, useRoundsToTake } from './queries.ts'

/** Takes the accepted places of a round over; who cannot be placed is named with the reason. */
export function FromRound({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('placements')
  const fill = useFill()
  const say = useWording()
  const toast = useToast()
  const rounds = useRoundsToTake()
  const make = useMakeFromRound()
  const [roundId, setRoundId] = useState('')
  const refused = make.data?.refused ?? []
  const onDo = () =>
    make.mutate(
      { roundId },
      {
        onSuccess: ({ made, refused: held }) => {
          toast(t('fromRound.made', { count: made }))
          if (held.length === 0) onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('fromRound.title')} note={t('fromRound.note')} verb={make.data ? undefined : t('fromRound.do')} because={fill(roundId === '' && t('fromRound.round'))} busy={make.isPending} error={make.error} onDo={onDo}>
      {!make.data && (
        <Loaded query={rounds} rows={1} empty={({ rows }) => rows.filter(({ publishedAt }) => publishedAt).length === 0 && <p className="mut">{t('fromRound.none')}</p>}>
          {({ rows }) => <SelectField label={t('fromRound.round')} value={roundId} options={rows.filter(({ publishedAt }) => publishedAt).map(({ id, title, number }) => ({ value: id, label: `${number} ${title}` }))} onChange={setRoundId} />}
        </Loaded>
      )}
      {refused.length > 0 && (
        <div className={css.law} role="alert">
          <p>{t('fromRound.refused', { count: refused.length })}</p>
          <ul>
            {refused.map(({ studentId, studentName, code, findings }) => (
              <li key={studentId}>
                <b>{studentName}</b>
                {findings.length > 0 ? <LawList findings={findings as Found[]} /> : <small>{say(new ApiError(code as never))}</small>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  )
}
