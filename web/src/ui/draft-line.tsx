import { useTranslation } from 'react-i18next'
import { useFormat } from '../kernel/format.ts'
import { Icon } from './icon.tsx'
import css from './steps.module.css'

export type Saved = { where: 'server' | 'device'; at: Date } | null

/** 草稿已保存，14:32，换设备可继续: where it is kept, and since when. */
export function DraftLine({ saved }: { saved: Saved }) {
  const { t } = useTranslation('ui')
  const { time } = useFormat()
  if (!saved) return null
  return (
    <span className={[css.saved, saved.where === 'device' && css.local].filter(Boolean).join(' ')}>
      <Icon name={saved.where === 'server' ? 'cloud' : 'device'} />
      {t(`draft.${saved.where}`, { time: time(saved.at) })}
    </span>
  )
}
