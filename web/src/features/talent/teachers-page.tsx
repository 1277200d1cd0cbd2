import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { useIssues } from '../../kernel/wording.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CheckField } from '../../ui/choices.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useAddTeacher, useChangeTeacher, useTeachers, type TeacherRow } from './queries.ts'

/** 教师. */
export default function TeachersPage() {
  const { t } = useTranslation('talent')
  const { number } = useFormat()
  const list = useListState()
  const seat = useSession()?.seat
  const teachers = useTeachers(list.query as object)
  const [open, setOpen] = useState<TeacherRow | 'new' | null>(null)
  const filters: Filter[] = [
    { key: 'q', label: t('teachers.filters.q'), kind: 'text' },
    { key: 'left', label: t('teachers.filters.left'), kind: 'select', options: [{ value: 'true', label: t('teachers.filters.leftOnly') }] },
  ]
  const columns: Column<TeacherRow>[] = [
    { key: 'name', title: t('teachers.columns.name'), cell: (row) => row.name },
    { key: 'number', title: t('teachers.columns.number'), cell: (row) => row.number },
    { key: 'subject', title: t('teachers.columns.subject'), cell: (row) => row.subject || t('unknown'), desk: true },
    { key: 'phone', title: t('teachers.columns.phone'), cell: (row) => row.phone?.replace(/^\+86/, '') ?? t('unknown') },
    { key: 'cohorts', title: t('teachers.columns.cohorts'), cell: (row) => number(row.cohorts), number: true, desk: true },
    ...(seat?.role === 'secretariat' ? [{ key: 'school', title: t('teachers.columns.school'), cell: (row: TeacherRow) => row.schoolName, desk: true }] : []),
    {
      key: 'action', title: t('teachers.columns.action'),
      cell: (row) =>
        row.can.edit ? (
          <Button kind="text" size="cell" onClick={() => setOpen(row)}>
            {t('teachers.edit')}
          </Button>
        ) : null,
    },
  ]
  return (
    <Page title={t('teachers.title')} lead={t('teachers.lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={teachers} rows={8}>
        {(data) => (
          <DataTable
            name="teachers"
            caption={t('teachers.caption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            list={list}
            total={data.total}
            tools={
              seat?.role === 'school_contact' && (
                <>
                  <LinkButton href="/imports">{t('import')}</LinkButton>
                  <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
                    {t('teachers.add')}
                  </Button>
                </>
              )
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('teachers.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {open && <TeacherDrawer teacher={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function TeacherDrawer({ teacher, onClose }: { teacher: TeacherRow | null; onClose: () => void }) {
  const { t } = useTranslation('talent')
  const toast = useToast()
  const add = useAddTeacher()
  const change = useChangeTeacher()
  const [number, setNumber] = useState(teacher?.number ?? '')
  const [name, setName] = useState(teacher?.name ?? '')
  const [phone, setPhone] = useState(teacher?.phone?.replace(/^\+86/, '') ?? '')
  const [subject, setSubject] = useState(teacher?.subject ?? '')
  const [left, setLeft] = useState(teacher?.left ?? false)
  const error = teacher ? change.error : add.error
  const faults = useIssues(error)
  const done = () => {
    toast(t('teachers.saved'))
    onClose()
  }
  const onDo = () => {
    const body = { name, phone: phone || null, subject }
    if (teacher) change.mutate({ teacherId: teacher.id, ...body, left }, { onSuccess: done })
    else add.mutate({ number, ...body }, { onSuccess: done })
  }
  return (
    <Drawer open onClose={onClose} title={teacher ? t('teachers.editTitle', { name: teacher.name }) : t('teachers.addTitle')} verb={t('teachers.save')} busy={add.isPending || change.isPending} error={error} onDo={onDo}>
      <TextField name="number" label={t('teachers.fields.number')} value={number} maxLength={30} disabled={teacher !== null} error={faults['number']} onChange={setNumber} />
      <TextField name="name" label={t('teachers.fields.name')} value={name} maxLength={50} error={faults['name']} onChange={setName} />
      <TextField name="phone" label={t('teachers.fields.phone')} optional inputMode="tel" value={phone} maxLength={30} onChange={setPhone} />
      <TextField name="subject" label={t('teachers.fields.subject')} optional value={subject} maxLength={60} onChange={setSubject} />
      {teacher && <CheckField label={t('teachers.fields.left')} checked={left} onChange={setLeft} />}
    </Drawer>
  )
}
