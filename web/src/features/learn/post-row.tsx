import type { TracePost } from '@silian/algorithms/trace-matching'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import css from './market-editor.module.css'
import { mostSeats } from './market-code.ts'
import { SmallNumber } from './small-number.tsx'
import { useNames } from './story.ts'

type Props = { post: TracePost; onChange: (post: TracePost) => void; onRemove: (() => void) | false }

/** A post in one line; opened, its seats. */
export function PostRow({ post, onChange, onRemove }: Props) {
  const { t } = useTranslation('learn')
  const names = useNames()
  const { id, seats, reserved = 0 } = post
  return (
    <details name="learn-edit" className={css.row}>
      <summary>
        <b>{names.post(id)}</b>
        <span>
          {t('market.seatCount', { count: seats })}
          {reserved > 0 && <small>{t('market.reservedCount', { count: reserved })}</small>}
        </span>
      </summary>
      <div className={css.inside}>
        <SmallNumber id={`seats-${id}`} label={t('market.seats')} value={seats} most={mostSeats} onChange={(value) => onChange({ ...post, seats: value })} />
        <SmallNumber id={`reserved-${id}`} label={t('market.reserved')} value={reserved} most={seats} onChange={(value) => onChange({ ...post, reserved: value })} />
        <Button kind="text" icon="trash" because={!onRemove && t('market.lastPost')} onClick={onRemove || undefined}>
          {t('market.removePost', { post: names.post(id) })}
        </Button>
      </div>
    </details>
  )
}
