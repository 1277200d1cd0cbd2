import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../needs.module.css'
import { ClarifyDrawer } from './clarify-drawer.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { HandOverDialog, InstructDialog } from './manager-dialogs.tsx'
import { useReadEnd, useTake, type ProblemAction, type ProblemView } from './queries.ts'

/** What carries the problem on comes first; what ends it, last. */
const order: readonly ProblemAction[] = ['verify', 'confirm', 'report', 'reopen', 'return', 'prolong', 'withdraw', 'decline']
const primary: readonly ProblemAction[] = ['verify', 'confirm']

/** The decisions this person may take now. */
export function DecisionBar({ problem, onDone }: { problem: ProblemView; onDone?: () => void }) {
  const { t } = useTranslation('problems')
  const say = useWording()
  const toast = useToast()
  const take = useTake()
  const read = useReadEnd()
  const [open, setOpen] = useState<ProblemAction | 'handOver' | 'instruct' | 'clarify' | null>(null)
  // Submitting belongs to the form, where what is missing stands beside its field.
  const actions = order.filter((one) => problem.can[one])
  const { take: mayTake, handOver, instruct, clarify, read: unread } = problem.can
  if (actions.length === 0 && !mayTake && !handOver && !instruct && !clarify && !unread) return null
  const close = () => setOpen(null)
  const done = () => onDone?.()
  const markRead = () =>
    read.mutate(problem.id, {
      onSuccess: () => {
        toast(t('readDone'))
        done()
      },
    })
  return (
    <div className={css.decisions}>
      {unread && (
        <Button kind="primary" busy={read.isPending} because={read.isError ? say(read.error) : null} onClick={markRead}>
          {t('read')}
        </Button>
      )}
      {mayTake && (
        <Button kind={problem.can.verify ? 'plain' : 'primary'} busy={take.isPending} because={take.isError ? say(take.error) : null} onClick={() => take.mutate(problem, { onSuccess: () => toast(t('taken', { number: problem.number })) })}>
          {t('take')}
        </Button>
      )}
      {actions.map((one) => (
        <Button key={one} kind={primary.includes(one) ? 'primary' : one === 'decline' ? 'risk' : 'plain'} onClick={() => setOpen(one)}>
          {t(`actions.${one}`)}
        </Button>
      ))}
      {clarify && <Button onClick={() => setOpen('clarify')}>{t('clarify')}</Button>}
      {handOver && <Button onClick={() => setOpen('handOver')}>{t('handOver')}</Button>}
      {instruct && <Button onClick={() => setOpen('instruct')}>{t('instruct')}</Button>}
      {open === 'handOver' && <HandOverDialog problem={problem} onClose={close} onDone={done} />}
      {open === 'instruct' && <InstructDialog problem={problem} onClose={close} onDone={done} />}
      {open === 'clarify' && <ClarifyDrawer problem={problem} onClose={close} />}
      {open && open !== 'handOver' && open !== 'instruct' && open !== 'clarify' && <DecisionDialog problem={problem} action={open} onClose={close} onDone={done} />}
    </div>
  )
}
