import { roundActions, type RoundAction, type RoundView } from '@silian/server/contract/rounds'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useWording } from '../../../kernel/wording.ts'
import { ApiError } from '../../../kernel/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useMove, useSecond } from './queries.ts'

/** The one next step, named and confirmed; cancelling beside it. A step that is not possible yet says why. */
export function RoundDeeds({ round }: { round: RoundView }) {
  const { t } = useTranslation(['rounds', 'matching'])
  const toast = useToast()
  const say = useWording()
  const [asking, setAsking] = useState<RoundAction | null>(null)
  const [reason, setReason] = useState('')
  const move = useMove(round.id)
  const next = roundActions.find((action) => action !== 'cancel' && round.can[action])
  const obstacle = round.obstacles[0]
  const why = obstacle && whyNot()

  function whyNot() {
    const missing = obstacle!.details.missing as string[] | undefined
    if (missing) return t('page.missing', { fields: missing.map((field) => t(`page.fields.${field as 'posts'}`)).join('、') })
    return say(new ApiError(obstacle!.code as 'too_early', obstacle!.details))
  }

  const close = () => {
    setAsking(null)
    setReason('')
    move.reset()
  }

  return (
    <>
      {round.can.cancel && (
        <Button kind="text" onClick={() => setAsking('cancel')}>
          {t('action.cancel')}
        </Button>
      )}
      {round.can.second && <Second round={round} />}
      {next && (
        <Button kind="primary" because={why} onClick={() => setAsking(next)}>
          {t(`action.${next}`)}
        </Button>
      )}
      {asking && (
        <Dialog
          open
          onClose={close}
          title={`${t(`action.${asking}`)} · ${round.number}`}
          note={t(`page.confirm.${asking}`, { count: round.counts.submitted })}
          verb={t(`action.${asking}`)}
          kind={asking === 'cancel' ? 'risk' : 'primary'}
          busy={move.isPending}
          because={asking === 'cancel' && reason.trim() === '' && t('page.reason')}
          error={move.error}
          onDo={() =>
            move.mutate({ action: asking, reason: reason || undefined }, {
              onSuccess: ({ state }) => {
                close()
                // A large round is matched by the worker, and stays frozen until it has done so.
                toast(asking === 'match' && state === 'frozen' ? t('matching:run.started') : t(`page.did.${asking}`))
              },
            })
          }
        >
          {asking === 'cancel' && <TextArea label={t('page.reason')} value={reason} onChange={setReason} most={500} />}
        </Dialog>
      )}
    </>
  )
}

function Second({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const [, navigate] = useLocation()
  const second = useSecond(round.id)
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('page.second')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('page.secondTitle')}
        note={t('page.secondNote')}
        verb={t('page.secondDo')}
        busy={second.isPending}
        because={title.trim().length < 2 && t('page.secondName')}
        error={second.error}
        onDo={() => second.mutate(title, { onSuccess: ({ id }) => navigate(`/rounds/${id}`) })}
      >
        <TextField label={t('page.secondName')} value={title} onChange={setTitle} maxLength={100} />
      </Dialog>
    </>
  )
}
