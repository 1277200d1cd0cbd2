import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import css from './during.module.css'
import type { KeptLog, Log } from './log-outbox.ts'

/** Two devices wrote the same week: both are shown, and the student keeps one. */
export function Conflict({ mine, theirs, onMine, onTheirs }: { mine: KeptLog; theirs: Log; onMine: () => void; onTheirs: () => void }) {
  const { t } = useTranslation('during')
  const { stamp } = useFormat()
  return (
    <section className={css.choice} role="alert">
      <p>{t('log.conflict', { time: stamp(theirs.changedAt) })}</p>
      <article className={css.card}>
        <h2>{t('log.theirs')}</h2>
        <p className={css.text}>{[theirs.did, theirs.learnt, theirs.question].filter(Boolean).join('\n\n')}</p>
        <Button size="big" onClick={onTheirs}>
          {t('log.keepTheirs')}
        </Button>
      </article>
      <article className={css.card}>
        <h2>{t('log.mine')}</h2>
        <p className={css.text}>{[mine.did, mine.learnt, mine.question].filter(Boolean).join('\n\n')}</p>
        <Button size="big" onClick={onMine}>
          {t('log.keepMine')}
        </Button>
      </article>
    </section>
  )
}
