import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { usePlan, useReach, useReceive, useReward, type DealView } from './queries.ts'

type Props = { deal: DealView; onClose: () => void }
const yuan = (wan: number | null) => Math.max(0, Math.round((wan ?? 0) * 10_000))

/** After it went well: say so and leave. */
function useDone(words: string, onClose: () => void) {
  const toast = useToast()
  return {
    onSuccess: () => {
      toast(words)
      onClose()
    },
  }
}

type Planned = { title: string; dueOn: string; wan: number | null }

export function PlanDialog({ deal, onClose }: Props) {
  const { t } = useTranslation('deals')
  const plan = usePlan()
  const done = useDone(t('milestone.saved'), onClose)
  const open = deal.milestones.filter((one) => !one.reachedOn).map((one): Planned => ({ title: one.title, dueOn: one.dueOn, wan: one.amount / 10_000 }))
  const [rows, setRows] = useState<Planned[]>(open.length > 0 ? open : [{ title: '', dueOn: '', wan: null }])
  const put = (at: number, change: Partial<Planned>) => setRows(rows.map((one, index) => (index === at ? { ...one, ...change } : one)))
  const onDo = () => plan.mutate({ id: deal.id, version: deal.version, milestones: rows.map(({ title, dueOn, wan }) => ({ title: title.trim(), dueOn, amount: yuan(wan) })) }, done)
  return (
    <Drawer open onClose={onClose} title={t('record.plan')} note={t('milestone.planNote')} verb={t('form.save')} onDo={onDo} busy={plan.isPending} error={plan.error}>
      {rows.map((row, at) => (
        <div key={at} role="group" aria-label={`${t('record.milestones')} ${at + 1}`}>
          <TextField label={t('milestone.title')} value={row.title} maxLength={100} onChange={(title) => put(at, { title })} />
          <FieldRow>
            <DateField label={t('milestone.dueOn')} value={row.dueOn} onChange={(dueOn) => put(at, { dueOn })} />
            <NumberField label={t('milestone.amount')} optional digits={2} unit={t('form.wan')} value={row.wan} onChange={(wan) => put(at, { wan })} />
          </FieldRow>
          <Button icon="close" kind="text" onClick={() => setRows(rows.filter((_, index) => index !== at))}>
            {t('milestone.remove', { at: at + 1 })}
          </Button>
        </div>
      ))}
      <Button icon="plus" onClick={() => setRows([...rows, { title: '', dueOn: '', wan: null }])}>
        {t('milestone.add')}
      </Button>
    </Drawer>
  )
}

export function ReachDialog({ deal, milestoneId, onClose }: Props & { milestoneId: string }) {
  const { t } = useTranslation('deals')
  const reach = useReach()
  const done = useDone(t('milestone.saved'), onClose)
  const [evidence, setEvidence] = useState('')
  const [reachedOn, setReachedOn] = useState('')
  return (
    <Dialog open onClose={onClose} title={t('record.reach')} verb={t('record.reach')} busy={reach.isPending} error={reach.error} onDo={() => reach.mutate({ id: deal.id, milestoneId, version: deal.version, evidence: evidence.trim(), reachedOn }, done)}>
      <TextArea label={t('milestone.evidence')} rows={4} most={1000} value={evidence} onChange={setEvidence} />
      <DateField short label={t('milestone.reachedOn')} value={reachedOn} onChange={setReachedOn} />
    </Dialog>
  )
}

export function ReceiptDialog({ deal, onClose }: Props) {
  const { t } = useTranslation('deals')
  const receive = useReceive()
  const done = useDone(t('receipt.saved'), onClose)
  const [receivedOn, setReceivedOn] = useState('')
  const [amount, setAmount] = useState<number | null>(null)
  const [voucher, setVoucher] = useState('')
  return (
    <Dialog open onClose={onClose} title={t('record.receive')} verb={t('record.receive')} busy={receive.isPending} error={receive.error} onDo={() => receive.mutate({ id: deal.id, version: deal.version, receivedOn, amount: yuan(amount), voucher: voucher.trim() }, done)}>
      <FieldRow>
        <DateField label={t('receipt.receivedOn')} value={receivedOn} onChange={setReceivedOn} />
        <NumberField label={t('receipt.amount')} digits={2} unit={t('form.wan')} value={amount} onChange={setAmount} />
      </FieldRow>
      <TextField label={t('receipt.voucher')} value={voucher} maxLength={60} onChange={setVoucher} />
    </Dialog>
  )
}

export function RewardDialog({ deal, onClose }: Props) {
  const { t } = useTranslation('deals')
  const reward = useReward()
  const done = useDone(t('reward.saved'), onClose)
  const [share, setShare] = useState<number | null>(deal.reward.share ?? 50)
  const [reason, setReason] = useState(deal.reward.reason ?? '')
  const low = share !== null && share < 50
  return (
    <Dialog open onClose={onClose} title={t('record.reward')} note={low ? t('record.rewardLow') : undefined} verb={t('form.save')} busy={reward.isPending} error={reward.error} onDo={() => reward.mutate({ id: deal.id, version: deal.version, share: share ?? 0, ...(low && reason.trim() ? { reason: reason.trim() } : {}) }, done)}>
      <NumberField short label={t('reward.share')} digits={2} unit="%" value={share} onChange={setShare} />
      {low && <TextArea label={t('reward.reason')} rows={2} most={500} value={reason} onChange={setReason} />}
    </Dialog>
  )
}
