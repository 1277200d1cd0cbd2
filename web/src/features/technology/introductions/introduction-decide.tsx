import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { declineCodes, type DeclineCode } from '@silian/server/contract/needs/problems'
import { useWording } from '../../../kernel/wording.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField, TextArea } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { DealDialog } from '../deals/deal-dialog.tsx'
import css from '../technology.module.css'
import { useMoveIntroduction, useReadOutcome, type IntroductionAction, type IntroductionView } from './queries.ts'

const order: readonly IntroductionAction[] = ['accept', 'decline', 'withdraw']

/** What this person may say now: yes, no with a reason, or take it back; and what follows from talks. */
export function IntroductionDecisions({ introduction: one, onDone }: { introduction: IntroductionView; onDone?: () => void }) {
  const { t } = useTranslation('introductions')
  const say = useWording()
  const toast = useToast()
  const read = useReadOutcome()
  const [open, setOpen] = useState<IntroductionAction | 'deal' | null>(null)
  const actions = order.filter((action) => one.can[action])
  const markRead = () =>
    read.mutate(one.id, {
      onSuccess: () => {
        toast(t('record.readDone'))
        onDone?.()
      },
    })
  if (actions.length === 0 && !one.can.contract && !one.can.read && !one.dealId) return null
  return (
    <div className={css.acts}>
      {one.can.read && (
        <Button kind="primary" busy={read.isPending} because={read.isError ? say(read.error) : null} onClick={markRead}>
          {t('record.read')}
        </Button>
      )}
      {actions.map((action) => (
        <Button key={action} kind={action === 'accept' ? 'primary' : action === 'decline' ? 'risk' : 'plain'} onClick={() => setOpen(action)}>
          {t(`actions.${action}`)}
        </Button>
      ))}
      {one.can.contract && (
        <Button kind={one.state === 'talking' ? 'primary' : 'plain'} onClick={() => setOpen('deal')}>
          {t('record.draftDeal')}
        </Button>
      )}
      {one.dealId && <LinkButton href={`/deals/${one.dealId}`}>{t('record.toDeal')}</LinkButton>}
      {open === 'deal' && <DealDialog introductionId={one.id} title={one.answer.title} deal={null} onClose={() => setOpen(null)} />}
      {open && open !== 'deal' && <DecisionDialog introduction={one} action={open} onClose={() => setOpen(null)} onDone={() => onDone?.()} />}
    </div>
  )
}

function DecisionDialog({ introduction: one, action, onClose, onDone }: { introduction: IntroductionView; action: IntroductionAction; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('introductions')
  const toast = useToast()
  const move = useMoveIntroduction()
  const [code, setCode] = useState<DeclineCode | ''>('')
  const [note, setNote] = useState('')
  const onDo = () =>
    move.mutate(
      { id: one.id, action, version: one.version, ...(action === 'decline' && code ? { declineCode: code } : {}), ...(action === 'decline' && note.trim() ? { note: note.trim() } : {}) },
      {
        onSuccess: () => {
          toast(t(`decide.done.${action}`))
          onClose()
          onDone()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { verb: t(`actions.${action}`), number: one.number })} note={t(`decide.about.${action}`)} verb={t(`actions.${action}`)} kind={action === 'accept' ? 'primary' : 'risk'} onDo={onDo} busy={move.isPending} error={move.error}>
      {action === 'decline' && (
        <>
          <SelectField label={t('decide.code')} hint={t('decide.codeHint')} value={code} options={declineCodes.map((value) => ({ value, label: t(`codes.${value}`) }))} onChange={(value) => setCode(value as DeclineCode)} />
          <TextArea label={t('decide.note')} hint={t('decide.noteHint')} optional rows={3} most={500} value={note} onChange={setNote} />
        </>
      )}
    </Dialog>
  )
}
