import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../technology.module.css'
import { useAnswerObjection, usePriceObjections, type DealView, type PriceObjection } from './queries.ts'

/** What was said against the price while it was published, and the answers. */
export function ObjectionsSheet({ deal }: { deal: DealView }) {
  const { t } = useTranslation('deals')
  const [answering, setAnswering] = useState<PriceObjection | null>(null)
  const objections = usePriceObjections(deal.id)
  if (!deal.notice.needed) return null
  return (
    <Sheet title={t('objections.title')}>
      <Loaded query={objections} rows={2} empty={({ rows }) => rows.length === 0 && <p className="dim">{t('objections.none')}</p>}>
        {({ rows }) => (
          <ul className={css.list}>
            {rows.map((one) => (
              <Objection key={one.id} one={one} onAnswer={() => setAnswering(one)} />
            ))}
          </ul>
        )}
      </Loaded>
      {answering && <AnswerDialog dealId={deal.id} objection={answering} onClose={() => setAnswering(null)} />}
    </Sheet>
  )
}

function Objection({ one, onAnswer }: { one: PriceObjection; onAnswer: () => void }) {
  const { t } = useTranslation('deals')
  const { day, deadline } = useFormat()
  return (
    <li>
      <p className={css.top}>
        <b className="nw">{one.number}</b>
        <span className="small mut">{one.name === null ? t('objections.someone') : t('objections.from', { name: one.name, contact: one.contact ?? '' })}</span>
      </p>
      <p className={css.text}>{one.body}</p>
      {one.answer ? (
        <>
          <p className="small mut">
            {t('objections.answeredAt', { day: day(one.answeredAt!) })}　{t(`objections.${one.outcome!}`)}
          </p>
          <p className={css.text}>{one.answer}</p>
        </>
      ) : (
        <p className="small mut">{t('objections.due', { until: deadline(one.dueAt) })}</p>
      )}
      {one.can.answer && (
        <div className={css.acts}>
          <Button kind="primary" onClick={onAnswer}>
            {t('objections.answer')}
          </Button>
        </div>
      )}
    </li>
  )
}

function AnswerDialog({ dealId, objection, onClose }: { dealId: string; objection: PriceObjection; onClose: () => void }) {
  const { t } = useTranslation('deals')
  const toast = useToast()
  const send = useAnswerObjection()
  const faults = useIssues(send.error)
  const [outcome, setOutcome] = useState<'kept' | 'changed'>('kept')
  const [answer, setAnswer] = useState('')
  const onDo = () =>
    send.mutate({ dealId, objectionId: objection.id, outcome, answer: answer.trim() }, {
      onSuccess: () => {
        toast(t('objections.answered'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={`${t('objections.answer')}　${objection.number}`} note={objection.body} verb={t('objections.answer')} onDo={onDo} busy={send.isPending} error={send.error}>
      <RadioGroup label={t('objections.outcome')} hint={t('objections.outcomeHint')} value={outcome} options={(['kept', 'changed'] as const).map((value) => ({ value, label: t(`objections.${value}`) }))} onChange={setOutcome} />
      <TextArea name="answer" label={t('objections.text')} hint={t('objections.textHint')} rows={5} most={2000} value={answer} error={faults['answer']} onChange={setAnswer} />
    </Dialog>
  )
}
