import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { declineCodes, type DeclineCode } from '@silian/server/contract/needs/problems'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../technology.module.css'
import { useMoveDeal, type DealAction, type DealView } from './queries.ts'

const order: readonly DealAction[] = ['sign', 'file', 'register', 'refuse', 'accept', 'close', 'end']

/** The steps this person may take now. What still stands in the way is said beside the verb. */
export function DealDecisions({ deal, onDone }: { deal: DealView; onDone?: () => void }) {
  const { t, i18n } = useTranslation('deals')
  const { colon } = useFormat()
  const [open, setOpen] = useState<DealAction | null>(null)
  const actions = order.filter((one) => deal.can[one])
  if (actions.length === 0) return null
  const because = (action: DealAction) => {
    const obstacles = action === 'sign' ? deal.obstacles.sign : action === 'file' ? deal.obstacles.file : action === 'accept' ? deal.obstacles.accept : []
    return obstacles.length > 0 ? colon(t('obstacles.title', { verb: t(`actions.${action}`) }), obstacles.map((code) => t(`obstacles.${code as 'milestones_open'}`)).join(i18n.language === 'en' ? '; ' : '；')) : null
  }
  return (
    <div className={css.acts}>
      {actions.map((one) => (
        <Button key={one} kind={one === 'end' || one === 'refuse' ? 'risk' : 'primary'} because={because(one)} onClick={() => setOpen(one)}>
          {t(`actions.${one}`)}
        </Button>
      ))}
      {open && <StepDialog deal={deal} action={open} onClose={() => setOpen(null)} onDone={() => onDone?.()} />}
    </div>
  )
}

const today = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const noteLabels = { refuse: 'decide.reasonOf', accept: 'decide.acceptance', close: 'decide.benefit', end: 'decide.note' } as const

function StepDialog({ deal, action, onClose, onDone }: { deal: DealView; action: DealAction; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('deals')
  const toast = useToast()
  const move = useMoveDeal()
  const now = useNow()
  const [signedOn, setSignedOn] = useState(today(now))
  const [certificate, setCertificate] = useState('')
  const [amount, setAmount] = useState<number | null>(action === 'register' ? deal.technicalAmount / 10_000 : null)
  const [note, setNote] = useState('')
  const [code, setCode] = useState<DeclineCode | ''>('')
  const noted = action in noteLabels ? noteLabels[action as keyof typeof noteLabels] : null
  const yuan = amount === null ? undefined : Math.round(amount * 10_000)
  const onDo = () =>
    move.mutate(
      {
        id: deal.id, action, version: deal.version,
        ...(action === 'sign' ? { signedOn } : {}),
        ...(action === 'register' ? { certificate: certificate.trim() || undefined, verifiedAmount: yuan } : {}),
        ...(noted && note.trim() ? { note: note.trim() } : {}),
        ...(action === 'close' && yuan !== undefined ? { benefitAmount: yuan } : {}),
        ...(action === 'end' && code ? { endCode: code } : {}),
      },
      {
        onSuccess: () => {
          toast(t(`decide.done.${action}`))
          onClose()
          onDone()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { verb: t(`actions.${action}`), number: deal.number })} note={t(`decide.about.${action}`)} verb={t(`actions.${action}`)} kind={action === 'end' || action === 'refuse' ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={move.error}>
      {action === 'sign' && <DateField short label={t('decide.signedOn')} value={signedOn} onChange={setSignedOn} />}
      {action === 'register' && (
        <>
          <TextField label={t('decide.certificate')} value={certificate} maxLength={60} onChange={setCertificate} />
          <NumberField short label={t('decide.verified')} digits={2} unit={t('form.wan')} value={amount} onChange={setAmount} />
        </>
      )}
      {action === 'end' && <Codes value={code} onChange={setCode} />}
      {noted && <TextArea label={t(noted)} hint={action === 'accept' ? t('decide.acceptanceHint') : undefined} optional={action === 'end'} rows={4} most={2000} value={note} onChange={setNote} />}
      {action === 'close' && <NumberField short label={t('decide.benefitAmount')} optional digits={2} unit={t('form.wan')} value={amount} onChange={setAmount} />}
    </Dialog>
  )
}

function Codes({ value, onChange }: { value: DeclineCode | ''; onChange: (code: DeclineCode) => void }) {
  const { t } = useTranslation(['introductions', 'deals'])
  return <SelectField label={t('deals:decide.code')} value={value} options={declineCodes.map((code) => ({ value: code, label: t(`introductions:codes.${code}`) }))} onChange={(code) => onChange(code as DeclineCode)} />
}
