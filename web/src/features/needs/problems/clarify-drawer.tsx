import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawer } from '../../../ui/dialog.tsx'
import { TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useClarify, type ProblemView } from './queries.ts'

/** 改写问题: a question that can be answered, and nothing secret in what is public. */
export function ClarifyDrawer({ problem, onClose }: { problem: ProblemView; onClose: () => void }) {
  const { t } = useTranslation('problems')
  const toast = useToast()
  const clarify = useClarify()
  const [text, setText] = useState({ title: problem.title, description: problem.description, presentValue: problem.presentValue ?? '', wantedValue: problem.wantedValue ?? '', privateDetails: problem.privateDetails ?? '' })
  const set = (changes: Partial<typeof text>) => setText({ ...text, ...changes })
  const onDo = () =>
    clarify.mutate(
      { id: problem.id, version: problem.version, title: text.title, description: text.description, presentValue: text.presentValue || null, wantedValue: text.wantedValue || null, privateDetails: text.privateDetails || null },
      {
        onSuccess: () => {
          toast(t('decide.done.clarify'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('decide.title', { verb: t('clarify'), title: problem.title })} note={t('decide.note.clarify')} verb={t('clarifySave')} onDo={onDo} busy={clarify.isPending} error={clarify.error}>
      <TextField label={t('form.fields.title')} value={text.title} maxLength={100} onChange={(title) => set({ title })} />
      <TextArea label={t('form.fields.description')} hint={t('record.publicNote')} rows={8} most={4000} value={text.description} onChange={(description) => set({ description })} />
      <TextField label={t('form.fields.presentValue')} optional value={text.presentValue} maxLength={300} onChange={(presentValue) => set({ presentValue })} />
      <TextField label={t('form.fields.wantedValue')} optional={problem.kind === 'service'} value={text.wantedValue} maxLength={300} onChange={(wantedValue) => set({ wantedValue })} />
      <TextArea label={t('form.fields.privateDetails')} hint={t('record.private')} optional rows={4} most={4000} value={text.privateDetails} onChange={(privateDetails) => set({ privateDetails })} />
    </Drawer>
  )
}
