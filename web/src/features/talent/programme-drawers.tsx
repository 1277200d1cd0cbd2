import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssues } from '../../kernel/wording.ts'
import { useSession } from '../../kernel/session.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { NumberField, TextField, type Option } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { findMajors, findProgrammes, findTeachers, useAddCohort, useAddProgramme, useChangeCohort, type CohortRow } from './queries.ts'

export function ProgrammeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('talent')
  const toast = useToast()
  const add = useAddProgramme()
  const [major, setMajor] = useState<Option | null>(null)
  const [lengthYears, setLength] = useState<number | null>(3)
  const onDo = () =>
    add.mutate(
      { majorCode: major?.value ?? '', lengthYears: lengthYears ?? 3 },
      {
        onSuccess: () => {
          toast(t('programmes.added'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('programmes.addTitle')} verb={t('programmes.add')} busy={add.isPending} error={add.error} onDo={onDo}>
      <Combobox label={t('programmes.major')} hint={t('programmes.majorHint')} value={major} search={findMajors} onChange={setMajor} />
      <NumberField short label={t('programmes.lengthYears')} value={lengthYears} onChange={setLength} />
    </Drawer>
  )
}

export function CohortDrawer({ cohort, onClose }: { cohort: CohortRow | null; onClose: () => void }) {
  const { t } = useTranslation('talent')
  const toast = useToast()
  const own = useSession()?.seat?.organisationId ?? undefined
  const schoolId = cohort?.schoolId ?? own
  const add = useAddCohort()
  const change = useChangeCohort()
  const [programme, setProgramme] = useState<Option | null>(cohort && { value: cohort.programmeId, label: cohort.programmeName })
  const [name, setName] = useState(cohort?.name ?? '')
  const [entryYear, setEntryYear] = useState<number | null>(cohort?.entryYear ?? null)
  const [leaveYear, setLeaveYear] = useState<number | null>(cohort?.leaveYear ?? null)
  const [teacher, setTeacher] = useState<Option | null>(cohort?.teacherId ? { value: cohort.teacherId, label: cohort.teacherName ?? '' } : null)
  const error = cohort ? change.error : add.error
  const faults = useIssues(error)
  const done = () => {
    toast(t(cohort ? 'programmes.saved' : 'programmes.added'))
    onClose()
  }
  const onDo = () => {
    const teacherId = teacher?.value ?? null
    if (cohort) change.mutate({ cohortId: cohort.id, name, leaveYear: leaveYear ?? 0, teacherId }, { onSuccess: done })
    else add.mutate({ programmeId: programme?.value ?? '', name, entryYear: entryYear ?? 0, leaveYear: leaveYear ?? 0, teacherId }, { onSuccess: done })
  }
  const order = entryYear !== null && leaveYear !== null && (leaveYear < entryYear || leaveYear > entryYear + 8) ? t('programmes.order') : null
  return (
    <Drawer open onClose={onClose} title={cohort ? t('programmes.changeTitle', { name: cohort.name }) : t('programmes.cohortTitle')} verb={t('programmes.save')} busy={add.isPending || change.isPending} error={error} onDo={onDo}>
      {!cohort && <Combobox name="programmeId" label={t('programmes.programme')} value={programme} error={faults['programmeId']} search={(text, signal) => findProgrammes(text, signal, schoolId)} onChange={setProgramme} />}
      <TextField name="name" label={t('programmes.cohortName')} value={name} maxLength={60} error={faults['name']} onChange={setName} />
      <FieldRow>
        {/* A year is written without a comma. */}
        <TextField short name="entryYear" label={t('programmes.entryYear')} inputMode="numeric" maxLength={4} disabled={cohort !== null} value={entryYear === null ? '' : String(entryYear)} error={faults['entryYear']} onChange={(text) => setEntryYear(yearOf(text))} />
        <TextField short name="leaveYear" label={t('programmes.leaveYear')} inputMode="numeric" maxLength={4} value={leaveYear === null ? '' : String(leaveYear)} error={order ?? faults['leaveYear']} onChange={(text) => setLeaveYear(yearOf(text))} />
      </FieldRow>
      <Combobox name="teacherId" label={t('programmes.teacher')} optional value={teacher} error={faults['teacherId']} search={(text, signal) => findTeachers(text, signal, schoolId)} onChange={setTeacher} />
    </Drawer>
  )
}

const yearOf = (text: string) => {
  const figures = text.normalize('NFKC').replace(/\D/g, '')
  return figures === '' ? null : Number(figures)
}
