import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { returnSources } from '@silian/server/contract/placements/returns'
import { useDraft } from '../../../kernel/draft.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useKeepForm, type ReturnForm } from './desk-queries.ts'
import css from './assessment.module.css'

type Column = ReturnForm['columns'][number]
type Map = { name: string; lines: string }
const fresh = (): Column => ({ heading: '', source: 'studentName', fixed: '', map: '', required: true, most: 0, days: '2027-03-01' })
const linesOf = (maps: ReturnForm['maps']): Map[] => Object.entries(maps).map(([name, codes]) => ({ name, lines: Object.entries(codes).map(([from, to]) => `${from}=${to}`).join('\n') }))
const mapsOf = (maps: readonly Map[]): ReturnForm['maps'] =>
  Object.fromEntries(maps.filter(({ name }) => name.trim() !== '').map(({ name, lines }) => [name.trim(), Object.fromEntries(lines.split('\n').flatMap((line) => (line.includes('=') ? [[line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]] : [])))]))

/** Columns, headings and codes as data: no program changes when the ministry does. */
export function ReturnEditor({ form, onClose }: { form: ReturnForm | null; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'assessment'])
  const toast = useToast()
  const keep = useKeepForm()
  const issues = useIssues(keep.error)
  const [first] = useState(() => ({ title: form?.title ?? '', note: form?.note ?? '', columns: form?.columns ?? [fresh()], maps: linesOf(form?.maps ?? {}) }))
  const draft = useDraft<typeof first>(`returns.${form?.id ?? 'new'}`, first)
  const { title, note, columns, maps } = draft.value
  const set = (index: number, change: Partial<Column>) => draft.set({ columns: columns.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  const swap = (index: number) => draft.set({ columns: columns.map((one, at) => (at === index ? columns[index - 1]! : at === index - 1 ? columns[index]! : one)) })
  const setMap = (index: number, change: Partial<Map>) => draft.set({ maps: maps.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  return (
    <Sheet title={form?.title ?? t('returns.add')}>
      <div className={css.form}>
        <TextField label={t('returns.form')} name="title" value={title} onChange={(value) => draft.set({ title: value })} error={issues.title} maxLength={100} />
        <TextField label={t('returns.note')} optional value={note} onChange={(value) => draft.set({ note: value })} maxLength={500} />
        <h3>{t('returns.columns')}</h3>
        {columns.map((column, index) => (
          <div key={index} className={css.column}>
            <TextField label={`${index + 1} ${t('returns.heading')}`} value={column.heading} onChange={(heading) => set(index, { heading })} error={issues[`columns.${index}.heading`]} maxLength={60} />
            <SelectField label={t('returns.source')} none={null} value={column.source} onChange={(source) => set(index, { source: source as Column['source'] })} options={returnSources.map((value) => ({ value, label: t(`returns.sources.${value}`) }))} />
            {column.source === 'fixed'
              ? <TextField label={t('returns.fixed')} value={column.fixed} onChange={(fixed) => set(index, { fixed })} error={issues[`columns.${index}.fixed`]} maxLength={100} />
              : <SelectField label={t('returns.map')} none={t('returns.noMap')} value={column.map} onChange={(map) => set(index, { map })} options={maps.filter(({ name }) => name !== '').map(({ name }) => ({ value: name, label: name }))} error={issues[`columns.${index}.map`]} />}
            <NumberField label={t('returns.most')} value={column.most} onChange={(most) => set(index, { most: most ?? 0 })} />
            {/On$|Date|lastDay/.test(column.source)
              ? <SelectField label={t('returns.days')} none={null} value={column.days} onChange={(days) => set(index, { days: days as Column['days'] })} options={['2027-03-01', '20270301', '2027/03/01'].map((value) => ({ value, label: value }))} />
              : <CheckField label={t('returns.required')} checked={column.required} onChange={(required) => set(index, { required })} />}
            <span className={css.deeds}>
              {index > 0 && <Button kind="text" size="cell" onClick={() => swap(index)}>{t('returns.up')}</Button>}
              {columns.length > 1 && <Button kind="text" size="cell" onClick={() => draft.set({ columns: columns.filter((_, at) => at !== index) })}>{t('returns.remove')}</Button>}
            </span>
          </div>
        ))}
        <span className={css.deeds}><Button onClick={() => draft.set({ columns: [...columns, fresh()] })}>{t('returns.addColumn')}</Button></span>
        <h3>{t('returns.maps')}</h3>
        {maps.map((map, index) => (
          <div key={index} className={css.form}>
            <TextField label={t('returns.mapName')} value={map.name} onChange={(name) => setMap(index, { name })} maxLength={40} />
            <TextArea label={t('returns.mapLines')} value={map.lines} onChange={(lines) => setMap(index, { lines })} rows={3} />
          </div>
        ))}
        <span className={css.deeds}>
          <Button onClick={() => draft.set({ maps: [...maps, { name: '', lines: '' }] })}>{t('returns.addMap')}</Button>
          <DraftLine saved={draft.saved} />
        </span>
        {keep.isError && <Refused error={keep.error} />}
        <span className={css.deeds}>
          <Button
            kind="primary"
            busy={keep.isPending}
            because={title.trim().length < 2 ? t('returns.form') : columns.some(({ heading }) => heading.trim() === '') && t('returns.heading')}
            onClick={() =>
              void keep.mutateAsync({ ...(form ? { id: form.id } : {}), version: form?.version ?? 1, title, note, columns, maps: mapsOf(maps) }).then(
                () => {
                  draft.clear()
                  toast(t('returns.saved'))
                  onClose()
                },
                () => undefined,
              )
            }
          >
            {t('returns.save')}
          </Button>
        </span>
      </div>
    </Sheet>
  )
}
