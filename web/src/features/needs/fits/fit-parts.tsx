import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import css from './fits.module.css'

/** What is not a guess: the post's own word, and the official table. */
export function SureReasons({ named, official }: { named: string | null; official: string | null }) {
  const { t } = useTranslation('needs')
  if (named === null && official === null) return null
  return (
    <ul className={css.sure} aria-label={t('fits.reasonsLabel')}>
      {named !== null && <li>{t('fits.named', { major: named })}</li>}
      {official !== null && <li>{official}</li>}
    </ul>
  )
}

type Verdict = { nothingFits: boolean; fit: number; threshold: number }

/** Says plainly that nothing fits, and what can be done. */
export function NothingFits({ verdict, nothing, next, near }: { verdict: Verdict; nothing: string; next: string; near: boolean }) {
  const { t } = useTranslation('needs')
  const { number } = useFormat()
  if (!verdict.nothingFits) return null
  return (
    <div className={css.nothing} role="status">
      <b>{nothing}</b>
      <p>{next}</p>
      {near && <p className="small">{t('fits.why', { fit: number(verdict.fit, 2), threshold: number(verdict.threshold, 2) })}{t('fits.nearest')}</p>}
    </div>
  )
}
