import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { NumberField, SelectField, TextField } from '../../ui/inputs.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { usePlanClass, type ClassView } from './queries.ts'
import css from './training.module.css'

/** The courses, term by term, as the academic committee approved them. */
export function PlanSheet({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  const { day } = useFormat()
  const [editing, setEditing] = useState(false)
  const hours = one.courses.reduce((sum, course) => sum + course.hours, 0)
  return (
    <Sheet title={t('record.plan')} aside={one.courses.length > 0 && t('plan.total', { count: one.courses.length, hours })}>
      <Facts facts={[[t('plan.title'), one.planTitle], [t('record.minutes'), one.planMinutes], [t('record.approvedOn'), one.planApprovedOn && day(one.planApprovedOn)]]} />
      {one.courses.length === 0 ? <p className="dim">{t('plan.none')}</p> : <CourseTable one={one} />}
      {one.can.editPlan && (
        <div className={css.acts}>
          <Button icon="edit" onClick={() => setEditing(true)}>
            {t('plan.edit')}
          </Button>
        </div>
      )}
      {editing && <PlanDrawer one={one} onClose={() => setEditing(false)} />}
    </Sheet>
  )
}

function CourseTable({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  return (
    <div className={css.wide}>
      <table className={css.table}>
        <thead>
          <tr>
            {(['course', 'hours', 'term', 'taughtBy'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`plan.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {one.courses.map((course) => (
            <tr key={course.id}>
              <td>{course.name}</td>
              <td className="nw">{course.hours}</td>
              <td className="nw">{course.term}</td>
              <td className="nw">{t(`plan.by.${course.taughtBy}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Row = { key: number; name: string; hours: number | null; term: number | null; taughtBy: 'school' | 'firm' | 'both' }
function PlanDrawer({ one, onClose }: { one: ClassView; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const plan = usePlanClass()
  const [title, setTitle] = useState(one.planTitle ?? '')
  const [rows, setRows] = useState<Row[]>(one.courses.length > 0 ? one.courses.map((course, key) => ({ ...course, key })) : [{ key: 0, name: '', hours: null, term: 1, taughtBy: 'school' }])
  const set = (key: number, change: Partial<Row>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  const complete = title.trim().length >= 2 && rows.every(({ name, hours, term }) => name.trim() && hours && term)
  const onDo = () => plan.mutate({ id: one.id, title, courses: rows.map(({ name, hours, term, taughtBy }) => ({ name, hours: hours!, term: term!, taughtBy })), version: one.version }, { onSuccess: () => (toast(t('plan.saved')), onClose()) })
  return (
    <Drawer open onClose={onClose} title={t('plan.edit')} verb={t('plan.save')} onDo={onDo} busy={plan.isPending} error={plan.error} because={!complete && t('form.faults.missing')}>
      <TextField label={t('plan.title')} value={title} maxLength={60} onChange={setTitle} />
      <div className={css.courses}>
        {rows.map((row) => (
          <div key={row.key} className={css.course}>
            <TextField label={t('plan.course')} value={row.name} maxLength={60} onChange={(name) => set(row.key, { name })} />
            <FieldRow>
              <NumberField label={t('plan.hours')} value={row.hours} onChange={(hours) => set(row.key, { hours })} />
              <NumberField label={t('plan.term')} value={row.term} onChange={(term) => set(row.key, { term })} />
              <SelectField label={t('plan.taughtBy')} none={null} value={row.taughtBy} options={(['school', 'firm', 'both'] as const).map((value) => ({ value, label: t(`plan.by.${value}`) }))} onChange={(taughtBy) => set(row.key, { taughtBy: taughtBy as Row['taughtBy'] })} />
              <IconButton name="close" label={t('plan.remove')} onClick={() => setRows(rows.filter(({ key }) => key !== row.key))} />
            </FieldRow>
          </div>
        ))}
        <Button icon="plus" onClick={() => setRows([...rows, { key: Math.max(0, ...rows.map(({ key }) => key)) + 1, name: '', hours: null, term: rows.at(-1)?.term ?? 1, taughtBy: 'school' }])}>
          {t('plan.add')}
        </Button>
      </div>
    </Drawer>
  )
}
