import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawer } from '../../ui/dialog.tsx'
import { CheckGroup } from '../../ui/choices.tsx'
import { NumberField, SelectField, TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useCohorts, useProgrammes } from '../talent/queries.ts'
import { useDraftTerms, useJudge, type ClassView } from './queries.ts'

type Props = { one: ClassView; onClose: () => void; onDone: () => void }

/** Programme, cohorts, teachers and a note: what the school can do. */
export function JudgeDrawer({ one, onClose, onDone }: Props) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const judge = useJudge()
  const [programmeId, setProgrammeId] = useState('')
  const [cohortIds, setCohortIds] = useState<string[]>([])
  const [teacherCount, setTeacherCount] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const programmes = useProgrammes({ size: 100, schoolId: one.schoolId })
  const onDo = () => judge.mutate({ id: one.id, programmeId, cohortIds, teacherCount: teacherCount ?? 0, note, version: one.version }, { onSuccess: () => (toast(t('decide.judged')), onDone()) })
  return (
    <Drawer open onClose={onClose} title={t('decide.title', { verb: t('actions.judge'), title: one.title })} verb={t('actions.judge')} onDo={onDo} busy={judge.isPending} error={judge.error} because={(programmeId === '' || cohortIds.length === 0 || note.trim().length < 5) && t('form.faults.missing')}>
      <SelectField label={t('decide.programme')} value={programmeId} options={(programmes.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => (setProgrammeId(id), setCohortIds([]))} />
      {programmeId && <Cohorts programmeId={programmeId} values={cohortIds} onChange={setCohortIds} />}
      <NumberField short label={t('decide.teacherCount')} value={teacherCount} onChange={setTeacherCount} />
      <TextArea label={t('decide.note')} hint={t('decide.noteHint')} rows={5} most={2000} value={note} onChange={setNote} />
    </Drawer>
  )
}

function Cohorts({ programmeId, values, onChange }: { programmeId: string; values: string[]; onChange: (values: string[]) => void }) {
  const { t } = useTranslation('training')
  const cohorts = useCohorts({ programmeId, size: 100 })
  const options = (cohorts.data?.rows ?? []).map(({ id, name, students }) => ({ value: id, label: name, note: t('record.people', { count: students }) }))
  if (cohorts.data && options.length === 0) return <p className="dim">{t('decide.noCohorts')}</p>
  return <CheckGroup label={t('decide.cohorts')} values={values} options={options} onChange={onChange} />
}

/** The four clauses; seats and pay are in it already. */
export function TermsDrawer({ one, onClose, onDone }: Props) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const draft = useDraftTerms()
  const [clauses, setClauses] = useState({ quitting: one.quitting, replacement: one.replacement, breach: one.breach, costs: one.costs })
  const set = (field: keyof typeof clauses) => (value: string) => setClauses({ ...clauses, [field]: value })
  const onDo = () => draft.mutate({ id: one.id, ...clauses, version: one.version }, { onSuccess: () => (toast(t('decide.drafted')), onDone()) })
  return (
    <Drawer open onClose={onClose} title={t('decide.title', { verb: t('actions.draftAgreement'), title: one.title })} note={t('decide.draftNote')} verb={t('actions.draftAgreement')} onDo={onDo} busy={draft.isPending} error={draft.error} because={Object.values(clauses).some((text) => text.trim().length < 5) && t('form.faults.missing')}>
      <TextArea label={t('decide.quitting')} hint={t('decide.quittingHint')} rows={3} most={1000} value={clauses.quitting} onChange={set('quitting')} />
      <TextArea label={t('decide.replacement')} hint={t('decide.replacementHint')} rows={2} most={1000} value={clauses.replacement} onChange={set('replacement')} />
      <TextArea label={t('decide.breach')} rows={3} most={1000} value={clauses.breach} onChange={set('breach')} />
      <TextArea label={t('decide.costs')} hint={t('decide.costsHint')} rows={3} most={1000} value={clauses.costs} onChange={set('costs')} />
    </Drawer>
  )
}
