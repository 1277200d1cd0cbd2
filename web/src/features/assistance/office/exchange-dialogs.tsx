import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../../kernel/draft.ts'
import { useNow } from '../../../kernel/now.ts'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { chinaDay, lengthOf } from '../days.ts'
import { beyondFields, short, useFaultWords, type Fault } from './faults.ts'
import { useMoveExchange, useWriteReport, type Exchange, type ExchangeAction } from './queries.ts'

export function ExchangeDialog({ exchange, action, onClose }: { exchange: Exchange; action: ExchangeAction; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const today = chinaDay(useNow())
  const move = useMoveExchange()
  const [reason, setReason] = useState('')
  const [hostContact, setHostContact] = useState('')
  const [endedOn, setEndedOn] = useState(today < exchange.endsOn ? today : exchange.endsOn)
  const [days, setDays] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const reasoned = action === 'decline' || action === 'withdraw'
  const most = lengthOf(exchange.startsOn, endedOn) ?? 0
  const faults: Record<string, Fault> = {}
  if (reasoned && short(reason, 2)) faults['reason'] = 'missing'
  if (action === 'accept' && short(hostContact, 2)) faults['hostContact'] = 'missing'
  if (action === 'finish' && !endedOn) faults['endedOn'] = 'missing'
  if (action === 'finish' && days === null) faults['days'] = 'missing'
  else if (action === 'finish' && days! > most) faults['days'] = 'too_big'
  const error = useFaultWords(tried ? faults : {}, move.error)
  const verb = t(`exchanges.actions.${action}`)
  const onDo = () => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    move.mutate({ id: exchange.id, action, version: exchange.version, ...(reasoned ? { reason: reason.trim() } : {}), ...(action === 'accept' ? { hostContact: hostContact.trim() } : {}), ...(action === 'finish' ? { days: days!, endedOn } : {}) }, {
      onSuccess: () => {
        toast(t(`exchanges.decide.done.${action}`))
        onClose()
      },
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('exchanges.decide.title', { verb, teacher: exchange.teacherName })} note={t(`exchanges.decide.note.${action}`)} verb={verb} kind={reasoned ? 'risk' : 'primary'} busy={move.isPending} error={beyondFields(move.error, ['reason', 'hostContact', 'days', 'endedOn'])} onDo={onDo}>
      {reasoned && <TextArea label={t('exchanges.decide.reason')} hint={t('exchanges.decide.reasonHint')} most={500} value={reason} error={error('reason')} onChange={setReason} />}
      {action === 'accept' && <TextField label={t('exchanges.decide.hostContact')} hint={t('exchanges.decide.hostContactHint')} value={hostContact} maxLength={60} error={error('hostContact')} onChange={setHostContact} />}
      {action === 'finish' && (
        <>
          <DateField short label={t('exchanges.decide.endedOn')} value={endedOn} min={exchange.startsOn} max={exchange.endsOn} error={error('endedOn')} onChange={setEndedOn} />
          <NumberField short label={t('exchanges.decide.days')} hint={t('exchanges.decide.daysHint', { most })} value={days} error={error('days')} onChange={setDays} />
        </>
      )}
    </Dialog>
  )
}

export function ReportDrawer({ exchange, onClose }: { exchange: Exchange; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const write = useWriteReport()
  const draft = useDraft(`assistance-exchange.${exchange.id}.report.${exchange.version}`, { report: exchange.report ?? '' })
  const [tried, setTried] = useState(false)
  const { report } = draft.value
  const error = useFaultWords(tried && short(report, 10) ? { report: 'too_short' } : {}, write.error)
  const onDo = () => {
    setTried(true)
    if (short(report, 10)) return
    write.mutate({ id: exchange.id, report: report.trim(), version: exchange.version }, {
      onSuccess: () => {
        draft.clear()
        toast(t('exchanges.record.reportSaved'))
        onClose()
      },
    })
  }
  return (
    <Drawer open onClose={onClose} title={t('exchanges.record.reportTitle', { teacher: exchange.teacherName })} verb={t('exchanges.record.saveReport')} busy={write.isPending} error={beyondFields(write.error, ['report'])} onDo={onDo}>
      <TextArea label={t('exchanges.record.report')} hint={t('exchanges.record.reportHint')} rows={12} most={3000} value={report} error={error('report')} onChange={(text) => draft.set({ report: text })} />
    </Drawer>
  )
}
