import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import css from '../technology.module.css'
import { PlanDialog, ReachDialog, ReceiptDialog, RewardDialog } from './money-dialogs.tsx'
import type { DealView } from './queries.ts'

/** What is to be reached until when, and what was. */
export function MilestonesSheet({ deal }: { deal: DealView }) {
  const { t } = useTranslation('deals')
  const { day, wan } = useFormat()
  const [open, setOpen] = useState<string | null>(null)
  const running = ['signed', 'filed', 'registered', 'unregistered'].includes(deal.state)
  return (
    <Sheet title={t('record.milestones')} aside={deal.can.plan && <Button onClick={() => setOpen('plan')}>{t('record.plan')}</Button>}>
      {deal.milestones.length === 0 && <p className="dim">{t('record.noMilestones')}</p>}
      <ul className={css.list}>
        {deal.milestones.map((one) => (
          <li key={one.id}>
            <p className={css.top}>
              <b>{one.title}</b>
              <span className="small mut">{one.reachedOn ? t('record.reached', { day: day(one.reachedOn) }) : t('record.due', { day: day(one.dueOn) })}</span>
              {one.amount > 0 && <span className="small mut">{t('wan', { wan: wan(one.amount) })}</span>}
            </p>
            {one.evidence && <p className={css.text}>{one.evidence}</p>}
            {!one.reachedOn && running && deal.side === 'answerer' && <Button onClick={() => setOpen(one.id)}>{t('record.reach')}</Button>}
          </li>
        ))}
      </ul>
      {open === 'plan' && <PlanDialog deal={deal} onClose={() => setOpen(null)} />}
      {open && open !== 'plan' && <ReachDialog deal={deal} milestoneId={open} onClose={() => setOpen(null)} />}
    </Sheet>
  )
}

/** What came in, against what was agreed; and the share of those who made it. */
export function MoneySheet({ deal }: { deal: DealView }) {
  const { t } = useTranslation('deals')
  const { day, number, wan } = useFormat()
  const [open, setOpen] = useState<'receipt' | 'reward' | null>(null)
  const sum = (yuan: number) => t('wan', { wan: wan(yuan) })
  return (
    <>
      <Sheet title={t('record.receipts')} aside={deal.can.receive && <Button onClick={() => setOpen('receipt')}>{t('record.receive')}</Button>}>
        {deal.totalAmount > 0 && <Progress label={t('record.receipts')} share={deal.received / deal.totalAmount} text={t('record.of', { received: sum(deal.received), total: sum(deal.totalAmount) })} />}
        {deal.receipts.length === 0 && <p className="dim">{t('record.noReceipts')}</p>}
        <ul className={css.list}>
          {deal.receipts.map((one) => (
            <li key={one.id}>
              {day(one.receivedOn)}　{sum(one.amount)}　<span className="small mut">{one.voucher}</span>
            </li>
          ))}
        </ul>
      </Sheet>
      {(deal.can.reward || deal.reward.share !== null) && (
        <Sheet title={t('record.reward')} aside={deal.can.reward && <Button onClick={() => setOpen('reward')}>{t('record.rewardSet')}</Button>}>
          <p>{deal.reward.share === null ? t('record.rewardNone') : t('record.rewardShare', { share: number(deal.reward.share, 2) })}</p>
          {deal.reward.low && <p className={css.nothing}>{t('record.rewardLow')}</p>}
          {deal.reward.reason && <p className="small mut">{t('record.rewardReason', { reason: deal.reward.reason })}</p>}
        </Sheet>
      )}
      {open === 'receipt' && <ReceiptDialog deal={deal} onClose={() => setOpen(null)} />}
      {open === 'reward' && <RewardDialog deal={deal} onClose={() => setOpen(null)} />}
    </>
  )
}
