import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DateField, SelectField, TextField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useExport, usePreview, useReturnForm, type ReturnForm } from './desk-queries.ts'
import { ReturnEditor } from './return-editor.tsx'
import { Wide } from './wide.tsx'
import css from './assessment.module.css'

const secrets = ['idNumber', 'phone', 'guardianPhone', 'supervisorPhone', 'mentorPhone']

export default function ReturnPage() {
  const { formId = '' } = useParams()
  const query = useReturnForm(formId)
  return <Loaded query={query}>{(form) => <Form form={form} />}</Loaded>
}

function Form({ form }: { form: ReturnForm }) {
  const { t } = useTranslation(['papers', 'assessment'])
  const [year] = useState(() => new Date().getFullYear())
  const [from, setFrom] = useState(`${year}-01-01`)
  const [until, setUntil] = useState(`${year}-12-31`)
  const [states, setStates] = useState<'begun' | 'over'>('begun')
  const [editing, setEditing] = useState(false)
  const [exporting, setExporting] = useState(false)
  const filter = { from, until, states }
  const query = usePreview(form.id, filter)
  return (
    <Page
      title={form.title}
      crumbs={[{ label: t('returns.title'), href: '/return-forms' }, { label: form.title }]}
      lead={form.note || undefined}
      actions={
        <>
          {form.can.edit && !editing && <Button onClick={() => setEditing(true)}>{t('schemes.edit')}</Button>}
          <Button kind="primary" because={query.data?.total === 0 && t('returns.total', { count: 0 })} onClick={() => setExporting(true)}>{t('returns.export')}</Button>
        </>
      }
    >
      <Stack>
      {editing && <ReturnEditor key={form.version} form={form} onClose={() => setEditing(false)} />}
      <div className={css.tools}>
        <DateField label={t('returns.from')} value={from} onChange={setFrom} tool />
        <DateField label={t('returns.until')} value={until} onChange={setUntil} tool />
        <SelectField label={t('returns.which')} none={null} value={states} onChange={(value) => setStates(value as 'begun')} options={(['begun', 'over'] as const).map((value) => ({ value, label: t(`returns.states.${value}`) }))} tool />
      </div>
      <Loaded query={query}>
        {({ headings, rows, faults, faultyRows, total }) => (
          <Stack>
            <Sheet title={t('returns.preview')} aside={t('returns.total', { count: total })}>
              <Wide label={t('returns.preview')}>
                <table className={`${css.lines} ${css.plain}`}>
                  <thead><tr>{headings.map((heading) => <th key={heading} scope="col" className="nw">{heading}</th>)}</tr></thead>
                  <tbody>{rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>)}</tbody>
                </table>
              </Wide>
            </Sheet>
            <Sheet title={faultyRows > 0 ? t('returns.faults', { rows: faultyRows }) : t('returns.faultless')}>
              {faults.length > 0 && (
                <Wide label={t('returns.faultColumns.code')}>
                  <table className={css.lines}>
                    <thead><tr>{(['row', 'student', 'heading', 'code', 'value'] as const).map((key) => <th key={key} scope="col">{t(`returns.faultColumns.${key}`)}</th>)}</tr></thead>
                    <tbody>{faults.map((fault, index) => <tr key={index}><td>{fault.row}</td><td>{fault.studentName}</td><td>{fault.heading}</td><td>{t(`returns.codes.${fault.code}`)}</td><td>{fault.value}</td></tr>)}</tbody>
                  </table>
                </Wide>
              )}
            </Sheet>
            {exporting && <Export form={form} filter={filter} total={total} onClose={() => setExporting(false)} />}
          </Stack>
        )}
      </Loaded>
      </Stack>
    </Page>
  )
}

function Export({ form, filter, total, onClose }: { form: ReturnForm; filter: { from: string; until: string; states: 'begun' | 'over' }; total: number; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'assessment'])
  const write = useExport(form.id)
  const secret = form.columns.some(({ source }) => secrets.includes(source))
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [reason, setReason] = useState('')
  return (
    <Dialog open onClose={onClose} title={t('returns.exportTitle', { count: total })} note={secret ? t('returns.secret') : undefined} verb={t('returns.export')} busy={write.isPending} because={secret && reason.trim().length < 5 && t('returns.reason')} error={write.error} onDo={() => write.mutate({ ...filter, format, reason }, { onSuccess: onClose })}>
      <SelectField label={t('returns.format')} none={null} value={format} onChange={(value) => setFormat(value as 'xlsx')} options={[{ value: 'xlsx', label: 'Excel (.xlsx)' }, { value: 'csv', label: 'CSV' }]} />
      {secret && <TextField label={t('returns.reason')} value={reason} onChange={setReason} maxLength={200} />}
    </Dialog>
  )
}
