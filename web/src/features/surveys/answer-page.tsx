import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { outlooks, type Outlook } from '@silian/server/contract/surveys/responses'
import { useFormat } from '../../kernel/format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../ui/phone-page.tsx'
import { draftOf, emptyLine, typedOf, useFaults, type Draft } from './answer-form.ts'
import { LineDrawer } from './line-drawer.tsx'
import { LineList } from './line-list.tsx'
import { useAnswer, useRefuse, useSame, useSend, type AnswerView } from './queries.ts'
import css from './surveys.module.css'

/** A firm's answer, on a phone: from the inbox, same as last year, done. */
export default function AnswerPage() {
  const { surveyId = '' } = useParams()
  const { t } = useTranslation('surveys')
  const answer = useAnswer(surveyId)
  if (answer.data) return <Answer key={answer.data.version} answer={answer.data} />
  return (
    <PhonePage title={t('answer.title')} back="/inbox">
      <Loaded query={answer}>{() => null}</Loaded>
    </PhonePage>
  )
}

function Answer({ answer }: { answer: AnswerView }) {
  const { t, i18n } = useTranslation('surveys')
  const { day } = useFormat()
  const same = useSame(answer.surveyId)
  const send = useSend(answer.surveyId)
  const faults = useFaults(send.error)
  const [outlook, setOutlook] = useState<Outlook | ''>(answer.outlook ?? '')
  const [lines, setLines] = useState<readonly Draft[]>(() => answer.lines.map(draftOf))
  const [changed, setChanged] = useState(false)
  const [editing, setEditing] = useState<number | null>(null)
  const [declining, setDeclining] = useState(false)
  const can = answer.can
  const put = (next: readonly Draft[]) => {
    setLines(next)
    setChanged(true)
    setEditing(null)
  }
  const oneTap = can.same && !changed && answer.state === 'waiting'
  const onSend = () => send.mutate({ outlook, lines: lines.map(typedOf), version: answer.version })
  const sendButton = (
    <Button size="big" kind={oneTap ? 'plain' : 'primary'} busy={send.isPending} onClick={onSend}>
      {t('answer.send')}
    </Button>
  )
  return (
    <PhonePage
      title={t('answer.title')}
      back="/inbox"
      due={can.answer ? { title: t('answer.due', { day: day(answer.closesOn) }), note: t('answer.dueNote', { title: answer.title, organisation: answer.organisationName }) } : undefined}
      foot={
        !can.answer ? (
          <LinkButton size="big" href="/inbox">{t('answer.back')}</LinkButton>
        ) : (
          <>
            {oneTap && <Button size="big" kind="primary" busy={same.isPending} onClick={() => same.mutate(answer.version)}>{t('answer.same')}</Button>}
            {sendButton}
          </>
        )
      }
    >
      <div className={css.body}>
        <h2>{(i18n.language === 'en' && answer.titleEn) || answer.title}</h2>
        <Standing answer={answer} />
        {same.isError && <Refused error={same.error} />}
        {faults.length > 0 ? <Faults faults={faults} onOpen={setEditing} /> : send.isError && <Refused error={send.error} />}
        {answer.note && <p className={css.text}>{answer.note}</p>}
        {can.answer && <p>{t(`answer.origins.${answer.origin}`, { year: answer.lastYear ?? '' })}</p>}
        <div>
          <PhoneHeading aside={can.answer && <Button onClick={() => setEditing(lines.length)}>{t('answer.add')}</Button>}>{t('answer.lines', { count: lines.length })}</PhoneHeading>
          {lines.length === 0 ? <p>{t('answer.noLines')}</p> : <LineList lines={lines} onEdit={can.answer ? setEditing : undefined} />}
        </div>
        {can.answer && (
          <RadioGroup<Outlook>
            name="outlook"
            label={t('answer.outlook')}
            hint={t('answer.outlookHint')}
            inline
            value={outlook}
            error={faults.find(({ field }) => field === 'outlook')?.sentence}
            options={outlooks.map((value) => ({ value, label: t(`outlooks.${value}`) }))}
            onChange={(value) => {
              setOutlook(value)
              setChanged(true)
            }}
          />
        )}
        {can.decline && (
          <p>
            <Button kind="text" onClick={() => setDeclining(true)}>{t('answer.decline')}</Button>
          </p>
        )}
      </div>
      {editing !== null && (
        <LineDrawer
          line={lines[editing] ?? emptyLine(answer.year)}
          number={editing + 1}
          onKeep={(line) => put(editing < lines.length ? lines.with(editing, line) : [...lines, line])}
          onRemove={editing < lines.length ? () => put(lines.toSpliced(editing, 1)) : undefined}
          onClose={() => setEditing(null)}
        />
      )}
      {declining && <Decline answer={answer} onClose={() => setDeclining(false)} />}
    </PhonePage>
  )
}

function Standing({ answer }: { answer: AnswerView }) {
  const { t } = useTranslation('surveys')
  if (answer.state === 'returned') return <Banner>{t('answer.returned', { reason: answer.reason ?? '' })}</Banner>
  if (answer.state === 'waiting') return answer.can.answer ? null : <p>{t('answer.closed')}</p>
  return <p role="status">{t(`answer.states.${answer.state}`, { reason: answer.reason ?? '' })}</p>
}

function Faults({ faults, onOpen }: { faults: ReturnType<typeof useFaults>; onOpen: (line: number) => void }) {
  const { t } = useTranslation('surveys')
  return (
    <div className={css.faults} role="alert">
      <p>{t('answer.faultsTitle', { count: faults.length })}</p>
      <ul>
        {faults.map(({ line, sentence }, at) => (
          <li key={at}>{line === null ? sentence : <Button kind="text" size="cell" onClick={() => onOpen(line)}>{sentence}</Button>}</li>
        ))}
      </ul>
    </div>
  )
}

function Decline({ answer, onClose }: { answer: AnswerView; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const refuse = useRefuse(answer.surveyId)
  const [reason, setReason] = useState('')
  return (
    <Dialog open onClose={onClose} title={t('answer.declineTitle')} note={t('answer.declineNote')} verb={t('answer.decline')} kind="risk" busy={refuse.isPending} error={refuse.error} onDo={() => refuse.mutate({ reason: reason.trim(), version: answer.version }, { onSuccess: onClose })}>
      <TextArea name="reason" label={t('answer.declineReason')} hint={t('answer.declineReasonHint')} most={500} value={reason} onChange={setReason} />
    </Dialog>
  )
}
