import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../mentors.module.css'
import { useDecideTask, useTasks, type Task } from '../queries.ts'
import { TaskCard } from '../task-card.tsx'

/** What the mentor did; the school confirms it or sends it back. */
export function TasksSheet({ mentorshipId }: { mentorshipId: string }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const toast = useToast()
  const tasks = useTasks(mentorshipId)
  const decide = useDecideTask()
  const [returning, setReturning] = useState<Task | null>(null)
  const confirm = (task: Task) => decide.mutate({ id: task.id, decision: 'confirm', version: task.version }, { onSuccess: () => toast(t('record.confirmDone')) })
  return (
    <Sheet title={t('record.tasks')}>
      <Loaded query={tasks} rows={2} empty={({ rows }) => rows.length === 0 && <p className={css.by}>{t('mentors:record.tasksNone')}</p>}>
        {({ rows }) => (
          <div className={css.cards}>
            {rows.map((task) => (
              <TaskCard key={task.id} task={task}>
                {task.can.confirm && (
                  <p className={css.pair}>
                    <Button kind="primary" busy={decide.isPending} onClick={() => confirm(task)}>{t('record.confirm')}</Button>
                    <Button onClick={() => setReturning(task)}>{t('record.return')}</Button>
                  </p>
                )}
              </TaskCard>
            ))}
          </div>
        )}
      </Loaded>
      {decide.isError && <Refused error={decide.error} />}
      {returning && <Return task={returning} onClose={() => setReturning(null)} />}
    </Sheet>
  )
}

function Return({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const toast = useToast()
  const decide = useDecideTask()
  const [reason, setReason] = useState('')
  const onDo = () =>
    decide.mutate({ id: task.id, decision: 'return', version: task.version, reason: reason.trim() }, {
      onSuccess: () => {
        toast(t('record.returnDone'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('record.returnTitle', { title: task.title })} verb={t('record.return')} busy={decide.isPending} error={decide.error} because={reason.trim().length < 2 && t('mentors:decide.reason')} onDo={onDo}>
      <TextArea label={t('mentors:decide.reason')} most={500} value={reason} onChange={setReason} />
    </Dialog>
  )
}
