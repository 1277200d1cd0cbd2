import { paperParts } from '@silian/server/contract/practice/plans'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWording } from '../../../kernel/wording.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAddPaper, type Plan } from '../queries.ts'

type Part = (typeof paperParts)[number]

/** The firm's paper, photographed: what the office then says for the firm stands on it. */
export function PaperDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const say = useWording()
  const toast = useToast()
  const add = useAddPaper(plan.id)
  const [part, setPart] = useState<Part>(plan.acceptedAt ? (plan.finishedAt ? 'appraisal' : 'journals') : 'acceptance')
  const [progress, setProgress] = useState<number | null>(null)
  const send = (file: File) =>
    add.mutate({ part, file, onProgress: setProgress }, {
      onSettled: () => setProgress(null),
      onSuccess: () => {
        toast(t('record.paperDone'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('record.paperAdd')} note={t('record.paper.note')}>
      <RadioGroup<Part> name="part" inline label={t('record.paperPart')} value={part} options={paperParts.map((value) => ({ value, label: t(`practice:record.paperOf.${value}`) }))} onChange={setPart} />
      <FileField label={t('record.paperAdd')} accept="image/*,.pdf" progress={progress} error={add.isError ? say(add.error) : null} onFile={send} />
    </Dialog>
  )
}
