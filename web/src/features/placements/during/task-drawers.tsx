import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/choices.tsx'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './desk.module.css'
import { useGiveMentor, useMentors, useMoveTask, usePlanTasks, type TaskCard } from './queries.ts'

type Line = { key: string; id?: string; title: string; goal: string; fixed: boolean }

export function PlanTasks({ rows, placementId, onClose }: { rows: readonly TaskCard[]; placementId: string; onClose: () => void }) {
  const { t } = useTranslation('during')
  const toast = useToast()
  const plan = usePlanTasks(placementId)
  const issues = useIssues(plan.error)
  const [lines, setLines] = useState<Line[]>(() => (rows.length > 0 ? rows.map(({ id, title, goal, state }) => ({ key: id, id, title, goal, fixed: state !== 'planned' })) : [{ key: 'first', title: '', goal: '', fixed: false }]))
  const [also, setAlso] = useState(rows.length === 0)
  const set = (key: string, change: Partial<Line>) => setLines((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const onDo = () =>
    plan.mutate(
      { tasks: lines.map(({ id, title, goal }) => ({ ...(id ? { id } : {}), title, goal })), alsoSamePost: also },
      {
        onSuccess: ({ also: others }) => {
          toast(others > 0 ? t('tasks.savedAlso', { count: others }) : t('tasks.saved'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('tasks.planTitle')} note={t('tasks.planNote')} verb={t('tasks.save')} onDo={onDo} busy={plan.isPending} error={Object.keys(issues).length > 0 ? undefined : plan.error}>
      <div className={css.group}>
        {lines.map((line, at) => (
          <div key={line.key} className={css.stack}>
            <TextField label={t('tasks.planLine', { n: at + 1 })} value={line.title} maxLength={100} disabled={line.fixed} error={issues[`tasks.${at}.title`]} onChange={(title) => set(line.key, { title })} />
            <TextField label={t('tasks.planGoal')} value={line.goal} maxLength={500} onChange={(goal) => set(line.key, { goal })} />
            {!line.fixed && lines.length > 1 && <Button kind="text" onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}>{t('tasks.remove')}</Button>}
          </div>
        ))}
        <Button onClick={() => setLines([...lines, { key: crypto.randomUUID(), title: '', goal: '', fixed: false }])}>{t('tasks.add')}</Button>
        <CheckField label={t('tasks.also')} checked={also} onChange={setAlso} />
      </div>
    </Drawer>
  )
}

export function GiveMentor({ placementId, current, onClose }: { placementId: string; current: string | null; onClose: () => void }) {
  const { t } = useTranslation('during')
  const toast = useToast()
  const mentors = useMentors(placementId)
  const give = useGiveMentor(placementId)
  const [accountId, setAccountId] = useState(current ?? '')
  const onDo = () =>
    give.mutate(accountId || null, {
      onSuccess: () => {
        toast(t('tasks.mentorDone'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('tasks.giveMentorTitle')} verb={t('tasks.giveMentor')} onDo={onDo} busy={give.isPending} error={give.error}>
      <SelectField label={t('tasks.mentor')} hint={t('tasks.mentorHint')} none={t('tasks.mentorNobody')} value={accountId} options={(mentors.data?.rows ?? []).map(({ accountId: value, name }) => ({ value, label: name }))} onChange={setAccountId} />
    </Dialog>
  )
}

export function JudgeTask({ card, action, onPaper, onClose }: { card: TaskCard; action: 'sign' | 'giveBack'; onPaper: boolean; onClose: () => void }) {
  const { t } = useTranslation('during')
  const toast = useToast()
  const move = useMoveTask()
  const issues = useIssues(move.error)
  const [text, setText] = useState('')
  const [signerName, setSignerName] = useState('')
  const body = action === 'sign' ? { remark: text, ...(onPaper ? { signerName } : {}) } : { reason: text }
  const onDo = () =>
    move.mutate(
      { id: card.id, version: card.version, action, ...body },
      {
        onSuccess: () => {
          toast(t(action === 'sign' ? 'tasks.signDone' : 'tasks.backDone'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t(action === 'sign' ? 'tasks.signTitle' : 'tasks.giveBackTitle', { title: card.title })} verb={t(`tasks.${action}`)} onDo={onDo} busy={move.isPending} error={Object.keys(issues).length > 0 ? undefined : move.error}>
      <div className={css.group}>
        {action === 'sign' && onPaper && <TextField label={t('tasks.signerName')} hint={t('tasks.signerHint')} value={signerName} maxLength={50} error={issues.signerName} onChange={setSignerName} />}
        <TextArea label={t(action === 'sign' ? 'tasks.remark' : 'tasks.reason')} value={text} most={300} error={issues.reason} onChange={setText} />
      </div>
    </Dialog>
  )
}
