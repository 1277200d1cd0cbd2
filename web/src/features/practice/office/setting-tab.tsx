import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { NumberField, TextField, type Option } from '../../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { TwoColumns } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../practice.module.css'
import { findTeachers } from './find-teachers.ts'
import { useChangeSetting, usePracticeSetting, useSaveDepartment, type Setting } from '../queries.ts'

type Department = Setting['departments'][number]

/** Departments with their heads, and what the school decided. */
export function SettingTab() {
  const { t } = useTranslation('practiceOffice')
  const { number } = useFormat()
  const setting = usePracticeSetting()
  const [open, setOpen] = useState<Department | 'new' | null>(null)
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      {t('setting.add')}
    </Button>
  )
  const columns: Column<Department>[] = [
    { key: 'name', title: t('setting.name'), cell: (row) => row.name },
    { key: 'head', title: t('setting.head'), cell: (row) => (row.headName ? `${row.headName}${row.headSignsIn ? '' : `　${t('setting.headNoAccount')}`}` : t('setting.noHead')) },
    { key: 'teachers', title: t('setting.teachers'), cell: (row) => number(row.teachers), number: true },
    { key: 'away', title: t('setting.away'), cell: (row) => number(row.away), number: true, desk: true },
    { key: 'edit', title: t('setting.edit'), cell: (row) => <Button kind="text" size="cell" onClick={() => setOpen(row)}>{t('setting.edit')}</Button> },
  ]
  return (
    <Loaded query={setting}>
      {(data) => (
        <TwoColumns aside={<Rules key={JSON.stringify(data.setting)} setting={data.setting} />}>
          <DataTable name="practice-departments" caption={t('setting.departments')} columns={columns} rows={data.departments} rowKey={(row) => row.id} tools={add} empty={<Empty>{t('setting.empty')}</Empty>} />
          {open && <DepartmentDrawer department={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
        </TwoColumns>
      )}
    </Loaded>
  )
}

function DepartmentDrawer({ department, onClose }: { department: Department | null; onClose: () => void }) {
  const { t } = useTranslation('practiceOffice')
  const toast = useToast()
  const save = useSaveDepartment()
  const [name, setName] = useState(department?.name ?? '')
  const [head, setHead] = useState<Option | null>(department?.headId ? { value: department.headId, label: department.headName ?? '' } : null)
  const onDo = () =>
    save.mutate({ id: department?.id ?? null, name: name.trim(), headId: head?.value ?? null }, {
      onSuccess: () => {
        toast(t('setting.saved'))
        onClose()
      },
    })
  return (
    <Drawer open onClose={onClose} title={department ? t('setting.editTitle', { name: department.name }) : t('setting.addTitle')} verb={t('setting.save')} busy={save.isPending} error={save.error} because={name.trim() === '' && t('setting.name')} onDo={onDo}>
      <TextField label={t('setting.name')} value={name} maxLength={50} onChange={setName} />
      <Combobox label={t('setting.head')} hint={t('setting.headHint')} optional value={head} search={findTeachers} onChange={setHead} />
    </Drawer>
  )
}

function Rules({ setting }: { setting: Setting['setting'] }) {
  const { t } = useTranslation('practiceOffice')
  const toast = useToast()
  const change = useChangeSetting()
  const issues = useIssues(change.error)
  const [form, setForm] = useState(setting)
  const set = (changes: Partial<typeof form>) => setForm({ ...form, ...changes })
  return (
    <Sheet title={t('setting.rules')}>
      <div className={css.fields}>
        <FieldRow>
          <NumberField name="awayPercent" label={t('setting.awayPercent')} hint={t('setting.awayHint')} unit="%" value={form.awayPercent} error={issues.awayPercent} onChange={(value) => set({ awayPercent: value ?? 0 })} />
        </FieldRow>
        <NumberField name="generalMonths" label={t('setting.generalMonths')} hint={t('setting.generalHint')} value={form.generalMonths} error={issues.generalMonths} onChange={(value) => set({ generalMonths: value ?? 0 })} />
        <CheckField label={t('setting.needsAgreement')} checked={form.needsAgreement} onChange={(needsAgreement) => set({ needsAgreement })} />
        <CheckField label={t('setting.restDays')} hint={t('setting.restHint')} checked={form.restDays} onChange={(restDays) => set({ restDays })} />
        {change.isError && Object.keys(issues).length === 0 && <Refused error={change.error} />}
        <p>
          <Button kind="primary" size="form" busy={change.isPending} onClick={() => change.mutate(form, { onSuccess: () => toast(t('setting.saved')) })}>
            {t('setting.save')}
          </Button>
        </p>
      </div>
    </Sheet>
  )
}
