import { teacherKinds, type changeProfile } from '@silian/server/contract/practice/roster'
import type { Request } from '@silian/server/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { DateField, SelectField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useChangeProfile, usePracticeSetting, useTeacherAccounts, useTeacherStanding, type TeacherStanding } from '../queries.ts'

type Kind = Request<typeof changeProfile>['body']['kind']

/** What the rule on practice has to know of a teacher, and by which account the teacher signs in. */
export function ProfileDrawer({ teacherId, onClose }: { teacherId: string; onClose: () => void }) {
  const teacher = useTeacherStanding(teacherId)
  return teacher.data ? <Opened teacher={teacher.data} onClose={onClose} /> : null
}

function Opened({ teacher, onClose }: { teacher: TeacherStanding; onClose: () => void }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const toast = useToast()
  const change = useChangeProfile()
  const departments = usePracticeSetting().data?.departments ?? []
  const accounts = useTeacherAccounts().data?.rows ?? []
  const [departmentId, setDepartment] = useState(teacher.departmentId ?? '')
  const [kind, setKind] = useState<Kind>(teacher.kind)
  const [employedOn, setEmployed] = useState(teacher.employedOn ?? '')
  const [experienced, setExperienced] = useState(teacher.experienced === null ? 'unknown' : teacher.experienced ? 'yes' : 'no')
  const [accountId, setAccount] = useState(teacher.accountId ?? '')
  const onDo = () =>
    change.mutate(
      { teacherId: teacher.teacherId, departmentId: departmentId || null, kind, employedOn: employedOn || null, experienced: experienced === 'unknown' ? null : experienced === 'yes', ...(accountId === (teacher.accountId ?? '') ? {} : { accountId: accountId || null }) },
      {
        onSuccess: () => {
          toast(t('roster.saved'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('roster.editTitle', { name: teacher.name })} note={t('roster.editNote')} verb={t('roster.save')} busy={change.isPending} error={change.error} onDo={onDo}>
      <SelectField label={t('roster.department')} value={departmentId} none={t('roster.none')} options={departments.map(({ id, name }) => ({ value: id, label: name }))} onChange={setDepartment} />
      <RadioGroup<Kind> name="kind" inline label={t('roster.kind')} value={kind} options={teacherKinds.map((value) => ({ value, label: t(`practice:kinds.${value}`) }))} onChange={setKind} />
      <DateField short label={t('roster.employedOn')} value={employedOn} onChange={setEmployed} />
      <RadioGroup name="experienced" inline label={t('roster.experienced')} value={experienced} options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`roster.experiences.${value}`) }))} onChange={setExperienced} />
      <SelectField
        label={t('roster.account')}
        hint={t('roster.accountHint')}
        value={accountId}
        none={t('roster.accountNone')}
        options={accounts.map((one) => ({ value: one.accountId, label: one.teacherId && one.teacherId !== teacher.teacherId ? t('roster.taken', { name: one.name }) : `${one.name}　${one.login}`, disabled: one.teacherId !== null && one.teacherId !== teacher.teacherId }))}
        onChange={setAccount}
      />
    </Drawer>
  )
}
