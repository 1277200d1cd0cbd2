import css from './progress.module.css'

/** How far something is, between 0 and 1. `text` says it in words, such as 3,200/10,000. */
export const Progress = ({ label, share, text }: { label: string; share: number; text?: string }) => (
  <div className={css.progress}>
    <progress aria-label={label} max={1} value={share} />
    <span>{text ?? `${Math.round(share * 100)}%`}</span>
  </div>
)
