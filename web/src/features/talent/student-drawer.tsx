import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ApiError } from '../../kernel/api.ts'
import { useSession } from '../../kernel/session.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField, type Option } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { findCohorts, useAddStudent, useChangeStudent, type StudentView } from './queries.ts'

type Form = {
  studentNumber: string
  name: string
  idType: StudentView['idType']
  idNumber: string
  birthDate: string
  cohort: Option | null
  phone: string
  guardianName: string
  guardianPhone: string
  guardianRelation: string
  homeDivisionCode: string
  schoolMark: number | null
  certificates: string
}
const empty: Form = { studentNumber: '', name: '', idType: 'resident', idNumber: '', birthDate: '', cohort: null, phone: '', guardianName: '', guardianPhone: '', guardianRelation: '', homeDivisionCode: '', schoolMark: null, certificates: '' }

const formOf = (student: StudentView): Form => ({
  studentNumber: student.studentNumber, name: student.name, idType: student.idType, idNumber: '', birthDate: student.birthDate, cohort: { value: student.cohortId, label: student.cohortName },
  phone: plain(student.phone), guardianName: student.guardianName ?? '', guardianPhone: plain(student.guardianPhone), guardianRelation: student.guardianRelation ?? '',
  homeDivisionCode: student.homeDivisionCode ?? '', schoolMark: student.schoolMark, certificates: student.certificates.join('\n'),
})
const plain = (phone: string | null) => (phone ?? '').replace(/^\+86/, '')

const idTypes = ['resident', 'hk_mo_tw', 'foreign'] as const

/** A student's record to fill in, beside the page it belongs to. */
export function StudentDrawer({ student, onClose }: { student: StudentView | null; onClose: () => void }) {
  const { t } = useTranslation('talent')
  const toast = useToast()
  const [, navigate] = useLocation()
  const add = useAddStudent()
  const change = useChangeStudent(student?.id ?? '')
  const ownSchool = useSession()?.seat?.organisationId ?? undefined
  const schoolId = student?.schoolId ?? ownSchool
  const [form, setForm] = useState<Form>(() => (student ? formOf(student) : empty))
  const set = (changes: Partial<Form>) => setForm((before) => ({ ...before, ...changes }))
  const error = student ? change.error : add.error
  const faults = useFaults(error)
  const resident = form.idType === 'resident'

  const onDo = () => {
    const body = {
      studentNumber: form.studentNumber.trim(),
      name: form.name.trim(),
      idType: form.idType,
      birthDate: resident && form.idNumber ? null : form.birthDate || null,
      cohortId: form.cohort?.value ?? '',
      phone: form.phone || null,
      guardianName: form.guardianName || null,
      guardianPhone: form.guardianPhone || null,
      guardianRelation: form.guardianRelation || null,
      homeDivisionCode: form.homeDivisionCode || null,
      schoolMark: form.schoolMark,
      certificates: form.certificates.split('\n').map((one) => one.trim()).filter(Boolean),
    }
    if (student) {
      change.mutate({ ...body, ...(form.idNumber ? { idNumber: form.idNumber } : {}), version: student.version }, { onSuccess: () => done(t('student.saved')) })
    } else {
      add.mutate({ ...body, idNumber: form.idNumber }, { onSuccess: ({ id }) => done(t('student.added'), `/students/${id}`) })
    }
  }
  const done = (text: string, href?: string) => {
    toast(text)
    onClose()
    if (href) navigate(href)
  }

  return (
    <Drawer open onClose={onClose} title={student ? t('student.editTitle', { name: student.name }) : t('student.addTitle')} verb={t('student.save')} busy={add.isPending || change.isPending} error={Object.keys(faults).length > 0 ? null : error} onDo={onDo}>
      <FieldRow>
        <TextField name="studentNumber" label={t('student.fields.number')} value={form.studentNumber} maxLength={30} error={faults['studentNumber']} onChange={(studentNumber) => set({ studentNumber })} />
        <TextField name="name" label={t('student.fields.name')} value={form.name} maxLength={50} error={faults['name']} onChange={(name) => set({ name })} />
      </FieldRow>
      <Combobox name="cohortId" label={t('student.fields.cohort')} value={form.cohort} error={faults['cohortId']} search={(text, signal) => findCohorts(text, signal, schoolId)} onChange={(cohort) => set({ cohort })} />
      <SelectField name="idType" label={t('student.fields.idType')} none={null} value={form.idType} options={idTypes.map((value) => ({ value, label: t(`student.idTypes.${value}`) }))} onChange={(idType) => set({ idType: idType as Form['idType'] })} />
      <TextField
        name="idNumber"
        label={t('student.fields.idNumber')}
        hint={student?.idNumberMask ? t('student.idKept', { mask: student.idNumberMask }) : t('student.idHint')}
        value={form.idNumber}
        maxLength={30}
        autoComplete="off"
        spellCheck={false}
        error={faults['idNumber']}
        onChange={(idNumber) => set({ idNumber })}
      />
      {!resident && <DateField name="birthDate" short label={t('student.fields.birthDate')} hint={t('student.birthHint')} value={form.birthDate} error={faults['birthDate']} onChange={(birthDate) => set({ birthDate })} />}
      <TextField name="phone" label={t('student.fields.phone')} optional inputMode="tel" value={form.phone} maxLength={30} error={faults['phone']} onChange={(phone) => set({ phone })} />
      <FieldRow>
        <TextField name="guardianName" label={t('student.fields.guardianName')} hint={t('student.guardianHint')} value={form.guardianName} maxLength={50} error={faults['guardianName']} onChange={(guardianName) => set({ guardianName })} />
        <TextField name="guardianPhone" label={t('student.fields.guardianPhone')} inputMode="tel" value={form.guardianPhone} maxLength={30} error={faults['guardianPhone']} onChange={(guardianPhone) => set({ guardianPhone })} />
      </FieldRow>
      <FieldRow>
        <TextField name="guardianRelation" label={t('student.fields.guardianRelation')} optional value={form.guardianRelation} maxLength={20} onChange={(guardianRelation) => set({ guardianRelation })} />
        <TextField name="homeDivisionCode" label={t('student.fields.homeCode')} optional inputMode="numeric" value={form.homeDivisionCode} maxLength={6} error={faults['homeDivisionCode']} onChange={(homeDivisionCode) => set({ homeDivisionCode })} />
      </FieldRow>
      <NumberField name="schoolMark" label={t('student.fields.mark')} optional short digits={3} value={form.schoolMark} error={faults['schoolMark']} onChange={(schoolMark) => set({ schoolMark })} />
      <TextArea name="certificates" label={t('student.fields.certificates')} hint={t('student.fields.certificatesHint')} optional value={form.certificates} onChange={(certificates) => set({ certificates })} />
    </Drawer>
  )
}

/** The server's faults in words, at their fields. */
function useFaults(error: unknown): Record<string, string> {
  const { t, i18n } = useTranslation(['talent', 'ui', 'refusals'])
  if (!(error instanceof ApiError)) return {}
  if (error.code === 'student_number_taken') return { studentNumber: t('refusals:student_number_taken') }
  if (error.code === 'identity_taken') return { idNumber: t('refusals:identity_taken') }
  return Object.fromEntries(
    error.issues.map(({ path, code }) => {
      const field = path.join('.')
      if (i18n.exists(`talent:student.issues.${code}`)) return [field, t(`talent:student.issues.${code as 'other'}`)]
      return [field, field === 'idNumber' ? t('talent:student.issues.other') : t('ui:issue.other')]
    }),
  )
}
