import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssues } from '../../../kernel/wording.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { DateField, TextArea, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { findPosts, useMoveChange, type ChangeRow } from './desk-queries.ts'
import css from './way-out.module.css'

type Action = 'end' | 'change' | 'decline'

/** To end it, to find another post, or (for another post only) to say no. */
export function ChangeDialog({ change, onClose }: { change: ChangeRow; onClose: () => void }) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const move = useMoveChange()
  const issues = useIssues(move.error)
  const actions = (['end', 'change', 'decline'] as const).filter((one) => change.can[one])
  const [action, setAction] = useState<Action>(change.kind === 'change' ? 'change' : 'end')
  const [answer, setAnswer] = useState('')
  const [endedOn, setEndedOn] = useState('')
  const [post, setPost] = useState<Option | null>(null)
  const [startsOn, setStartsOn] = useState('')
  const [endsOn, setEndsOn] = useState(change.placement.endsOn)
  const moving = action === 'change'
  return (
    <Drawer
      open
      onClose={onClose}
      title={`${change.placement.studentName} · ${t(`change.kinds.${change.kind}`)}`}
      note={change.kind === 'leave' ? t('change.noRefusal') : undefined}
      verb={t(`change.actions.${action}`)}
      kind={action === 'decline' ? 'risk' : 'primary'}
      busy={move.isPending}
      because={answer.trim().length < 2 ? t('change.answer') : moving && (!post || !startsOn) && t('change.post')}
      error={move.error}
      onDo={() =>
        move.mutate({ changeId: change.id, action, answer, ...(endedOn && action !== 'decline' ? { endedOn } : {}), ...(moving ? { postId: post!.value, startsOn, endsOn } : {}) }, {
          onSuccess: () => {
            toast(t(`change.decided.${action}`))
            onClose()
          },
        })
      }
    >
      <div className={css.form}>
        <p>{change.reason}</p>
        {actions.length > 1 && <RadioGroup label={t('change.decide')} value={action} onChange={setAction} options={actions.map((value) => ({ value, label: t(`change.actions.${value}`) }))} />}
        <TextArea label={t('change.answer')} name="answer" value={answer} onChange={setAnswer} error={issues.answer} rows={4} most={2000} />
        {action !== 'decline' && <DateField label={t('change.endedOn')} name="endedOn" optional value={endedOn} onChange={setEndedOn} error={issues.endedOn} short />}
        {moving && (
          <>
            <Combobox label={t('change.post')} hint={t('change.postHint')} value={post} onChange={setPost} search={async (q) => (await findPosts(q)).map((one) => ({ value: one.id, label: `${one.number} ${one.title}`, note: one.organisationName }))} error={issues.postId} />
            <DateField label={t('change.startsOn')} name="startsOn" value={startsOn} onChange={setStartsOn} error={issues.startsOn} short />
            <DateField label={t('change.endsOn')} name="endsOn" value={endsOn} onChange={setEndsOn} error={issues.endsOn} short />
          </>
        )}
      </div>
    </Drawer>
  )
}
