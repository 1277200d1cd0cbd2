import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAssessment, useMyPlaces, useObject, useWriteText, type Assessment } from './queries.ts'
import { Result } from './result.tsx'
import css from './assessment.module.css'

const least = { summary: 200, report: 500 }

/** A student's own summary and report; the result with its sheet; the one objection. */
export default function MyAssessmentPage() {
  const { t } = useTranslation('assessment')
  const places = useMyPlaces()
  const placementId = places.data?.places[0]?.id ?? ''
  const query = useAssessment(placementId)
  return (
    <PhonePage title={t('page.mine')} back="/my/way-out">
      <Loaded query={places}>{({ places: [place] }) => (place ? <Loaded query={query}>{(assessment) => <Mine assessment={assessment} />}</Loaded> : <p>{t('page.noPlacement')}</p>)}</Loaded>
    </PhonePage>
  )
}

function Mine({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('assessment')
  const { deadline } = useFormat()
  const { objection, can, objectUntil } = assessment
  return (
    <>
      <Result assessment={assessment} />
      {can.object && objectUntil && <Objecting placementId={assessment.placement.id} until={deadline(objectUntil)} />}
      {objection && (
        <section className={css.card}>
          <h2>{t('page.objection')}</h2>
          <p>{objection.reason}</p>
          <p className={css.note}>{t(`page.objectionStates.${objection.state}`)}</p>
          {objection.answer && <p>{objection.answer}</p>}
        </section>
      )}
      <StudentText key="summary" assessment={assessment} kind="summary" />
      <StudentText key="report" assessment={assessment} kind="report" />
    </>
  )
}

function StudentText({ assessment, kind }: { assessment: Assessment; kind: 'summary' | 'report' }) {
  const { t } = useTranslation('assessment')
  const toast = useToast()
  const write = useWriteText(assessment.placement.id, kind)
  const issues = useIssues(write.error)
  const draft = useDraft(`placements.${kind}.${assessment.placement.id}`, { text: assessment[kind]?.text ?? '' })
  const { text } = draft.value
  const left = least[kind] - [...text].length
  const send = (handIn: boolean) =>
    write.mutate({ text, handIn }, {
      onSuccess: () => {
        if (handIn) draft.clear()
        toast(t(handIn ? 'page.handedIn' : 'page.saved'))
      },
    })
  return (
    <section className={css.card}>
      {assessment.can.write ? (
        <div className={css.form}>
          <TextArea label={t(`page.${kind}`)} name={kind} hint={t(`page.${kind}Hint`)} error={issues.text} value={text} onChange={(value) => draft.set({ text: value })} rows={8} most={20_000} />
          <DraftLine saved={draft.saved} />
          {write.isError && <Refused error={write.error} />}
          <span className={css.deeds}>
            <Button kind="primary" size="form" busy={write.isPending} because={left > 0 && t('page.least', { count: left })} onClick={() => send(true)}>
              {t('page.handIn')}
            </Button>
          </span>
        </div>
      ) : (
        <>
          <PhoneHeading>{t(`page.${kind}`)}</PhoneHeading>
          <p>{assessment[kind]?.text ?? t('page.notWritten')}</p>
        </>
      )}
    </section>
  )
}

function Objecting({ placementId, until }: { placementId: string; until: string }) {
  const { t } = useTranslation('assessment')
  const toast = useToast()
  const object = useObject(placementId)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <p className={css.deeds}>
      <Button size="form" onClick={() => setOpen(true)}>{t('page.object')}</Button>
      <span className={css.note}>{t('page.objectUntil', { due: until })}</span>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('page.object')}
        note={t('page.objectUntil', { due: until })}
        verb={t('page.object')}
        busy={object.isPending}
        because={reason.trim().length < 5 && t('page.objectReason')}
        error={object.error}
        onDo={() =>
          object.mutate(reason, {
            onSuccess: () => {
              setOpen(false)
              toast(t('page.objected'))
            },
          })
        }
      >
        <TextArea label={t('page.objectReason')} value={reason} onChange={setReason} rows={4} most={2000} />
      </Dialog>
    </p>
  )
}
