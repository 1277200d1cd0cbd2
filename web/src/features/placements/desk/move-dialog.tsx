import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssues } from '../../../kernel/wording.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { DateField, TextArea, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFill } from './fill.ts'
import { LawRefusal } from './law-refusal.tsx'
import { findPosts, useMovePlacement, type PlacementAction, type PlacementView } from './queries.ts'

const reasoned: readonly PlacementAction[] = ['reopen', 'suspend', 'change', 'endEarly', 'cancel']
const ending: readonly PlacementAction[] = ['change', 'endEarly']

/** One step by hand. What the law holds against it is shown here, with each rule. */
export function MoveDialog({ placement, action, onClose }: { placement: PlacementView; action: PlacementAction; onClose: () => void }) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const move = useMovePlacement()
  const [reason, setReason] = useState('')
  const [endedOn, setEndedOn] = useState('')
  const [post, setPost] = useState<Option | null>(null)
  const [startsOn, setStartsOn] = useState('')
  const [endsOn, setEndsOn] = useState(placement.endsOn)
  const change = action === 'change'
  const fill = useFill()
  const issues = useIssues(move.error)
  const because = fill(reasoned.includes(action) && reason.trim().length < 2 && t('move.reason'), change && !post && t('move.successorPost'), change && !startsOn && t('move.successorStart'), change && !endsOn && t('move.successorEnd'))
  const onDo = () =>
    move.mutate(
      { id: placement.id, action, version: placement.version, ...(reason ? { reason: reason.trim() } : {}), ...(endedOn ? { endedOn } : {}), ...(change ? { successor: { postId: post!.value, startsOn, endsOn } } : {}) },
      {
        onSuccess: () => {
          toast(t('move.done'))
          onClose()
        },
      },
    )
  const Frame = change ? Drawer : Dialog
  return (
    <Frame open onClose={onClose} title={t(`actions.${action}`)} note={t(`move.notes.${action}`)} verb={t(`actions.${action}`)} kind={['endEarly', 'cancel'].includes(action) ? 'risk' : 'primary'} because={because} busy={move.isPending} onDo={onDo}>
      {reasoned.includes(action) && <TextArea label={t('move.reason')} most={500} value={reason} onChange={setReason} />}
      {ending.includes(action) && <DateField label={t('move.endedOn')} error={issues.endedOn} min={placement.startsOn} max={placement.endsOn} value={endedOn} onChange={setEndedOn} />}
      {change && (
        <>
          <Combobox label={t('move.successorPost')} hint={t('form.postHint')} value={post} search={findPosts} onChange={setPost} />
          <DateField label={t('move.successorStart')} value={startsOn} onChange={setStartsOn} />
          <DateField label={t('move.successorEnd')} value={endsOn} onChange={setEndsOn} />
        </>
      )}
      <LawRefusal error={move.error} />
    </Frame>
  )
}
