import type { RoundView } from '@silian/server/contract/rounds'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './desk.module.css'
import { useStopRun } from './queries.ts'

const steps = ['read', 'lottery', 'match', 'verify', 'digest', 'explain', 'reserves', 'keep'] as const

/** A match that takes long: how far it is, and a way to stop it. One that was stopped or failed says so until the next. */
export function Run({ round }: { round: RoundView }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const toast = useToast()
  const stop = useStopRun(round.id)
  const [asking, setAsking] = useState(false)
  const { run } = round
  if (!run || round.state !== 'frozen') return null
  if (run.state === 'cancelled') return <Banner>{t('run.cancelled')}</Banner>
  if (run.state === 'failed') return <Banner>{t('run.failed')}</Banner>
  if (run.state === 'done') return null
  // Placing and explaining are done before anything is kept: what is left then is the last hundredth.
  const step = steps.find((one) => one === run.step) ?? 'read'
  return (
    <Sheet title={t('run.title')} aside={round.can.stopRun && <Button onClick={() => setAsking(true)}>{t('run.stop')}</Button>}>
      <div className={css.run}>
        <Progress label={t('run.title')} share={run.done} text={`${format.percent(run.done)} ${t(`step.${step}`)}`} />
        <p className="small mut">{t('run.note', { by: run.startedBy ?? '—', at: format.time(run.startedAt) })}</p>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('run.stop')}
        note={t('run.stopNote')}
        verb={t('run.stop')}
        kind="risk"
        busy={stop.isPending}
        error={stop.error}
        onDo={() =>
          stop.mutate(undefined, {
            onSuccess: () => {
              setAsking(false)
              toast(t('run.stopped'))
            },
          })
        }
      />
    </Sheet>
  )
}
