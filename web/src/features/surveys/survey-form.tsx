import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useNow } from '../../kernel/now.ts'
import { useIssues } from '../../kernel/wording.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useSaveSurvey, type SurveyView } from './queries.ts'

/** The survey of a year, written or, while it is a draft, changed. */
export function SurveyForm({ survey, onClose }: { survey: SurveyView | null; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const toast = useToast()
  const [, navigate] = useLocation()
  const thisYear = useNow().getFullYear()
  const save = useSaveSurvey()
  const issues = useIssues(save.error)
  const [year, setYear] = useState<number | null>(survey?.year ?? thisYear + 1)
  const [title, setTitle] = useState(survey?.title ?? '')
  const [titleEn, setTitleEn] = useState(survey?.titleEn ?? '')
  const [note, setNote] = useState(survey?.note ?? '')
  const [opensOn, setOpensOn] = useState(survey?.opensOn ?? '')
  const [closesOn, setClosesOn] = useState(survey?.closesOn ?? '')
  const onDo = () =>
    save.mutate(
      { known: survey, year: year ?? 0, body: { title: title.trim(), titleEn: titleEn.trim() || null, note: note.trim(), opensOn, closesOn } },
      {
        onSuccess: ({ id }) => {
          toast(t('saved'))
          onClose()
          navigate(`/surveys/${id}`)
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t(survey ? 'editTitle' : 'newTitle')} verb={t('save')} busy={save.isPending} error={save.error} onDo={onDo}>
      {!survey && <NumberField year name="year" label={t('form.year')} hint={t('form.yearHint')} value={year} error={issues.year} onChange={setYear} />}
      <TextField name="title" label={t('form.title')} value={title} maxLength={100} error={issues.title} onChange={setTitle} />
      <TextField name="titleEn" label={t('form.titleEn')} optional value={titleEn} maxLength={200} error={issues.titleEn} onChange={setTitleEn} />
      <TextArea name="note" label={t('form.note')} hint={t('form.noteHint')} optional most={2000} value={note} error={issues.note} onChange={setNote} />
      <DateField name="opensOn" label={t('form.opensOn')} value={opensOn} error={issues.opensOn} onChange={setOpensOn} />
      <DateField name="closesOn" label={t('form.closesOn')} hint={t('form.closesOnHint')} value={closesOn} error={issues.closesOn && (closesOn && closesOn <= opensOn ? t('faults.dates_reversed') : issues.closesOn)} onChange={setClosesOn} />
    </Drawer>
  )
}
