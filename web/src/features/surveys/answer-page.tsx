import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { outlooks, type Outlook } from '@silian/server/contract/surveys/responses'
import { useDraft } from '../../kernel/draft.ts'
import { useFormat } from '../../kernel/format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../ui/phone-page.tsx'
import { draftOf, emptyLine, typedOf, useFaults, type Draft } from './answer-form.ts'
import { AnswerSheet } from './answer-sheet.tsx'
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

type Written = { outlook: Outlook | ''; lines: readonly Draft[]; changed: boolean }

function Answer({ answer }: { answer: AnswerView }) {
  const { t, i18n } = useTranslation('surveys')
  const { day } = useFormat()
  const same = useSame(answer.surveyId)
  const send = useSend(answer.surveyId)
  const faults = useFaults(send.error)
  // Of this version only: what was sent or sent back meanwhile is looked at anew.
  const draft = useDraft<Written>(`surveys.${answer.surveyId}.${answer.version}`, { outlook: answer.outlook ?? '', lines: answer.lines.map(draftOf), changed: false })
  const { outlook, lines, changed } = draft.value
  const [editing, setEditing] = useState<number | null>(null)
  const [declining, setDeclining] = useState(false)
  const can = answer.can
  const put = (next: readonly Draft[]) => {
    draft.set({ lines: next, changed: true })
    setEditing(null)
  }
  const oneTap = can.same && !changed && answer.state === 'waiting'
  const onSend = () => {
    // Faults come back with the place of a line: those that are gone are dropped here, not only on the way.
    const kept = lines.filter(({ gone }) => !gone)
    if (kept.length < lines.length) draft.set({ lines: kept })
    send.mutate({ outlook, lines: kept.map(typedOf), version: answer.version }, { onSuccess: draft.clear })
  }
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
      footNote={can.answer && draft.saved && <DraftLine saved={draft.saved} />}
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
          {lines.length === 0 ? <p>{t('answer.noLines')}</p> : <LineList lines={lines} onEdit={can.answer ? setEditing : undefined} onGone={can.answer ? (at) => put(lines.with(at, { ...lines[at]!, gone: !lines[at]!.gone })) : undefined} />}
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
            onChange={(value) => draft.set({ outlook: value, changed: true })}
          />
        )}
        {can.answer && <AnswerSheet surveyId={answer.surveyId} onRead={(read) => put(read.map(draftOf))} />}
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
