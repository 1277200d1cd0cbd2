import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../kernel/api.ts'
import { useNow } from '../../../kernel/now.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAddContract, useChangeTerms, type Mentorship } from '../queries.ts'

const codes = ['missing', 'too_short', 'before_start', 'too_far'] as const

/** Duties, pay, hours, term: as they will stand in the contract. */
export function TermsDrawer({ mentorship, onClose }: { mentorship: Mentorship; onClose: () => void }) {
  const { t } = useTranslation('mentorOffice')
  const toast = useToast()
  const change = useChangeTerms(mentorship.id)
  const [duties, setDuties] = useState(mentorship.duties)
  const [pay, setPay] = useState(mentorship.pay ?? '')
  const [hoursPerYear, setHours] = useState(mentorship.hoursPerYear)
  const [startsOn, setStartsOn] = useState(mentorship.startsOn ?? '')
  const [endsOn, setEndsOn] = useState(mentorship.endsOn ?? '')
  const issues = change.error instanceof ApiError ? change.error.issues : []
  const error = (field: string) => {
    const code = issues.find(({ path }) => path[0] === field)?.code
    return code ? t(`record.faults.${codes.find((one) => one === code) ?? 'missing'}`) : null
  }
  const onDo = () =>
    change.mutate({ duties: duties.trim(), pay: pay.trim(), hoursPerYear, startsOn: startsOn || null, endsOn: endsOn || null, version: mentorship.version }, {
      onSuccess: () => {
        toast(t('record.termsSaved'))
        onClose()
      },
    })
  return (
    <Drawer open onClose={onClose} title={t('record.termsTitle')} verb={t('record.termsEdit')} busy={change.isPending} error={issues.length > 0 ? null : change.error} onDo={onDo}>
      <TextArea name="duties" label={t('record.duties')} rows={5} most={2000} value={duties} error={error('duties')} onChange={setDuties} />
      <TextField name="pay" label={t('record.pay')} hint={t('record.payHint')} value={pay} maxLength={200} error={error('pay')} onChange={setPay} />
      <NumberField short name="hoursPerYear" label={t('record.hoursPerYear')} value={hoursPerYear} error={error('hoursPerYear')} onChange={setHours} />
      <FieldRow>
        <DateField name="startsOn" label={t('record.startsOn')} value={startsOn} error={error('startsOn')} onChange={setStartsOn} />
        <DateField name="endsOn" label={t('record.endsOn')} hint={t('record.endsHint')} value={endsOn} min={startsOn || undefined} error={error('endsOn')} onChange={setEndsOn} />
      </FieldRow>
    </Drawer>
  )
}

/** The contract on paper, signed and sealed by both. */
export function PaperContractDialog({ mentorshipId, onClose }: { mentorshipId: string; onClose: () => void }) {
  const { t } = useTranslation('mentorOffice')
  const say = useWording()
  const toast = useToast()
  const add = useAddContract(mentorshipId)
  const today = new Date(useNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const [signedOn, setSignedOn] = useState(today)
  const [progress, setProgress] = useState<number | null>(null)
  const send = (file: File) =>
    add.mutate({ file, signedOn, onProgress: setProgress }, {
      onSettled: () => setProgress(null),
      onSuccess: () => {
        toast(t('record.contractDone'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('record.paperContract')}>
      <DateField short label={t('record.signedOn')} value={signedOn} max={today} onChange={setSignedOn} />
      <FileField label={t('record.paperContract')} accept="image/*,.pdf" progress={progress} error={add.isError ? say(add.error) : null} onFile={send} />
    </Dialog>
  )
}
