import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useCloseComplaint, useComplaint, useUnmaskComplaint, useWriteToComplaint, type ComplaintView } from './desk-queries.ts'
import { complaintMoods } from './moods.ts'
import css from './way-out.module.css'

export default function ComplaintRecordPage() {
  const { complaintId = '' } = useParams()
  const query = useComplaint(complaintId)
  return <Loaded query={query}>{(complaint) => <Record complaint={complaint} />}</Loaded>
}

function Record({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation('wayout')
  const { stamp, deadline } = useFormat()
  const toast = useToast()
  const close = useCloseComplaint(complaint.id)
  return (
    <Page
      title={`${t('complaints.title')} ${complaint.number}`}
      crumbs={[{ label: t('complaints.title'), href: '/complaints' }, { label: complaint.number }]}
      lead={t('complaints.lead')}
      actions={
        complaint.can.close && (
          <Button busy={close.isPending} onClick={() => close.mutate(undefined, { onSuccess: () => toast(t('complaints.closed')) })}>
            {t('complaints.close')}
          </Button>
        )
      }
    >
      {close.isError && <Refused error={close.error} />}
      <TwoColumns aside={<Reporter complaint={complaint} />}>
        <Sheet title={t('complaints.story')} aside={complaint.dueAt ? t('complaint.until', { due: deadline(complaint.dueAt) }) : undefined}>
          <Facts
            facts={[
              [t('complaints.columns.state'), <StateMark key="state" mood={complaintMoods[complaint.state]}>{t(`complaint.states.${complaint.state}`)}</StateMark>],
              [t('complaints.columns.topic'), t(`complaint.topics.${complaint.topic}`)],
              [t('complaints.columns.against'), t(`complaint.againsts.${complaint.against}`)],
              [t('complaints.columns.place'), [complaint.unitName, complaint.schoolName].filter(Boolean).join(' / ')],
              [t('complaints.columns.at'), stamp(complaint.createdAt)],
            ]}
          />
          <p className={css.mine}>{complaint.text}</p>
        </Sheet>
        <Sheet title={t('complaints.talk')}>
          <div className={css.list}>
            {complaint.messages.map(({ id, kind, text, at, by }) => (
              <div key={id} className={kind === 'reply' ? css.mine : kind === 'question' ? css.asked : css.answer}>
                <small className={css.note}>
                  {kind === 'reply' ? t('complaints.reporter') : t(`complaints.kinds.${kind}`)} · {by ?? ''} {stamp(at)}
                </small>
                <p>{text}</p>
              </div>
            ))}
            {complaint.can.answer && <Write complaintId={complaint.id} />}
          </div>
        </Sheet>
      </TwoColumns>
    </Page>
  )
}

const kinds = ['answer', 'question', 'measure'] as const

function Write({ complaintId }: { complaintId: string }) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const write = useWriteToComplaint(complaintId)
  const [kind, setKind] = useState<(typeof kinds)[number]>('answer')
  const [text, setText] = useState('')
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate({ kind, text }, {
          onSuccess: () => {
            setText('')
            toast(t('complaints.wrote'))
          },
        })
      }}
    >
      <RadioGroup label={t('complaints.write')} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`complaints.kinds.${value}`), note: t(`complaints.kindNotes.${value}`) }))} />
      <TextArea label={t(`complaints.kinds.${kind}`)} value={text} onChange={setText} rows={4} most={5000} />
      {write.isError && <Refused error={write.error} />}
      <span className={css.deeds}>
        <Button type="submit" kind="primary" busy={write.isPending} because={text.trim().length < 2 && t('complaints.write')}>
          {t('complaints.send')}
        </Button>
      </span>
    </form>
  )
}

function Reporter({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation('wayout')
  const { stamp } = useFormat()
  const unmask = useUnmaskComplaint(complaint.id)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      <Sheet title={t('complaints.reporter')}>
        <p>
          {t(`complaints.reporters.${complaint.reporterKind}`)} · {t(complaint.named ? 'complaints.named' : 'complaints.unnamed')}
        </p>
        {unmask.data && <Facts facts={[[t('complaints.reporter'), unmask.data.name], [t('complaints.phone'), unmask.data.phone], [t('complaints.cohort'), unmask.data.cohortName], [t('complaints.placement'), unmask.data.placementNumber]]} />}
        {complaint.can.unmask && !unmask.data && <Button onClick={() => setAsking(true)}>{t('complaints.unmask')}</Button>}
        <Dialog
          open={asking}
          onClose={() => setAsking(false)}
          title={t('complaints.unmaskTitle')}
          note={t('complaints.unmaskNote')}
          verb={t('complaints.unmask')}
          busy={unmask.isPending}
          because={reason.trim().length < 5 && t('complaints.reason')}
          error={unmask.error}
          onDo={() => unmask.mutate(reason, { onSuccess: () => setAsking(false) })}
        >
          <TextArea label={t('complaints.reason')} value={reason} onChange={setReason} rows={3} most={500} />
        </Dialog>
      </Sheet>
      <Sheet title={t('complaints.looks')}>
        {complaint.looks.length === 0 && <p className={css.note}>{t('complaints.noLooks')}</p>}
        {complaint.looks.map(({ at, by, reason: why }) => (
          <p key={at} className={css.note}>
            {stamp(at)} {by}：{why}
          </p>
        ))}
      </Sheet>
    </>
  )
}
