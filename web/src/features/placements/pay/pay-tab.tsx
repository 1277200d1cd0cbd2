import { downloadFile } from '@silian/server/contract/files'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { Due } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../during/desk.module.css'
import { useMonth } from './month.ts'
import { usePay, useWithdrawPay, type Pay, type PayAnswer, type PayMonth, type PayRecord } from './queries.ts'
import { RecordPay } from './record-pay.tsx'

/** Pay month by month; the student's word only where the server sends it. */
export function PayTab({ placementId }: { placementId: string }) {
  const { t } = useTranslation('pay')
  const pay = usePay(placementId)
  return (
    <Loaded query={pay}>
      {(data) => (
        <>
          <Sheet title={t('page.agreed')}>
            <Agreed pay={data} />
            {data.side === 'school' && <p className="small mut">{t('page.privacy')}</p>}
          </Sheet>
          <Sheet title={t('page.months')}>
            {data.months.map((month) => (
              <Month key={month.month} pay={data} month={month} />
            ))}
          </Sheet>
        </>
      )}
    </Loaded>
  )
}

function Agreed({ pay }: { pay: Pay }) {
  const { t } = useTranslation('pay')
  const { number } = useFormat()
  const { payMin, payMax, samePostWage, lowestTierWage } = pay.agreed
  const sum = payMin === null ? '—' : payMax !== null && payMax !== payMin ? `${number(payMin)}—${number(payMax)}` : number(payMin)
  return <Facts facts={[[t('page.agreedPay'), t('amount', { amount: sum })], [t('record.samePostWage'), t('page.reference', { same: number(samePostWage), lowest: number(lowestTierWage) })]]} />
}

function Month({ pay, month }: { pay: Pay; month: PayMonth }) {
  const { t } = useTranslation('pay')
  const { day } = useFormat()
  const monthOf = useMonth()
  const [open, setOpen] = useState(false)
  const { record, answer, alarms } = month
  return (
    <article className={css.row}>
      <header>
        <h3>{monthOf(month.month)}</h3>
        {!record && <Due how={month.late ? 'late' : 'far'}>{month.late ? `${t('page.late')}　${t('page.due', { day: day(month.dueOn) })}` : t('page.due', { day: day(month.dueOn) })}</Due>}
      </header>
      {record ? <RecordLine record={record} /> : <p className="mut">{t('page.noRecord')}</p>}
      {pay.side !== 'unit' && (answer ? <AnswerLine answer={answer} /> : <p className="small mut">{t('page.noAnswer')}</p>)}
      {alarms.map((one) => (
        <Link key={one.id} href={`/pay-alarms/${one.id}`} className={one.state === 'open' || one.state === 'taken' ? css.late : undefined}>
          {one.number}　{t(`alarm.reasons.${one.reason}`)}　{t(`alarm.states.${one.state}`)}
        </Link>
      ))}
      {pay.can.record && !record && (
        <div className={css.deeds}>
          <Button kind="primary" onClick={() => setOpen(true)}>{t('record.do')}</Button>
        </div>
      )}
      {pay.can.withdraw && record && (
        <div className={css.deeds}>
          <Button kind="text" onClick={() => setOpen(true)}>{t('page.withdraw')}</Button>
        </div>
      )}
      {open && record && <Withdraw placementId={pay.placement.id} month={month.month} onClose={() => setOpen(false)} />}
      {open && !record && <RecordPay placementId={pay.placement.id} studentName={pay.placement.studentName} month={month.month} onClose={() => setOpen(false)} />}
    </article>
  )
}

function Withdraw({ placementId, month, onClose }: { placementId: string; month: string; onClose: () => void }) {
  const { t } = useTranslation('pay')
  const monthOf = useMonth()
  const toast = useToast()
  const withdraw = useWithdrawPay()
  const [reason, setReason] = useState('')
  const onDo = () =>
    withdraw.mutate(
      { placementId, month, reason },
      {
        onSuccess: () => {
          toast(t('page.withdrawn'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('page.withdrawTitle', { month: monthOf(month) })} note={t('page.withdrawNote')} verb={t('page.withdraw')} kind="risk" onDo={onDo} busy={withdraw.isPending} because={reason.trim().length < 5 ? t('page.withdrawReason') : null} error={withdraw.error}>
      <TextArea label={t('page.withdrawReason')} value={reason} most={300} onChange={setReason} />
    </Dialog>
  )
}

export function RecordLine({ record }: { record: PayRecord }) {
  const { t } = useTranslation('pay')
  const { day, number } = useFormat()
  return (
    <div className={css.stack}>
      <p>
        {t('page.recorded', { amount: number(record.amount, 2), day: day(record.paidOn), means: t(`means.${record.means}`) })}
        {record.share < 1 && `　${t('page.reportedShare', { share: record.share })}`}
        {record.receipts.map((file) => (
          <span key={file.id}>
            　<a href={urlOf(downloadFile, { params: { fileId: file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">{t('page.receipt')}</a>
          </span>
        ))}
      </p>
      <p className="small mut">{t('page.reference', { same: number(record.samePostWage), lowest: number(record.lowestTierWage) })}</p>
      {record.remark && <p className="small">{t('page.remark', { text: record.remark })}</p>}
    </div>
  )
}

export function AnswerLine({ answer }: { answer: PayAnswer }) {
  const { t } = useTranslation('pay')
  const { day, number } = useFormat()
  const { received, amount, receivedOn, means, paidBy, paidByName } = answer
  const by = paidBy ? `${t(`paidByWho.${paidBy}`)}${paidByName ? `（${paidByName}）` : ''}` : '—'
  return (
    <div className={css.asks}>
      <p>
        {t('page.answer')}：{received === 'nothing' ? t('page.answerNothing') : t(received === 'all' ? 'page.answerAll' : 'page.answerPart', { amount: number(amount ?? null, 2), day: receivedOn ? day(receivedOn) : '—', means: means ? t(`means.${means}`) : '—', by })}
      </p>
      {answer.deducted > 0 && <p>{t('page.deducted', { amount: number(answer.deducted, 2), what: answer.deductedFor ?? '—' })}</p>}
      {answer.note && <p className={css.text}>{answer.note}</p>}
    </div>
  )
}
