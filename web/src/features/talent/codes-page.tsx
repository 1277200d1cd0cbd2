import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/choices.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { DateField, TextField } from '../../ui/inputs.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Tabs, useTab } from '../../ui/tabs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useCodes, useCodeSystems, useImportCodes, type CodeSystem, type CodeSystemView, type CodeView } from './queries.ts'
import css from './talent.module.css'

const systems = ['major', 'occupation', 'industry', 'division'] as const

/** 代码表. */
export default function CodesPage() {
  const { t } = useTranslation('talent')
  const tabs = systems.map((key) => ({ key, label: t(`codes.systems.${key}`) }))
  const tab = useTab<CodeSystem>(tabs)
  const all = useCodeSystems()
  const [importing, setImporting] = useState<CodeSystemView | null>(null)
  return (
    <Page title={t('codes.title')} lead={t('codes.lead')}>
      <div className={css.tabs}>
        <Tabs tabs={tabs} current={tab} label={t('codes.title')} />
      </div>
      <Loaded query={all} rows={2}>
        {({ rows }) => {
          const shown = rows.filter(({ id }) => id === tab || (tab === 'major' && id === 'major_occupation'))
          return shown.map((one) => (
            <div key={one.id} className={css.system}>
              <System system={one} onImport={() => setImporting(one)} />
            </div>
          ))
        }}
      </Loaded>
      <Codes key={tab} system={tab} />
      {importing && <ImportDrawer system={importing} onClose={() => setImporting(null)} />}
    </Page>
  )
}

function System({ system, onImport }: { system: CodeSystemView; onImport: () => void }) {
  const { t } = useTranslation('talent')
  const { day, number } = useFormat()
  const counts = system.levels.map(({ level, count, official }) =>
    official === null ? t('codes.noOfficial', { level, n: number(count) }) : t('codes.ofOfficial', { level, n: number(count), official: number(official) }),
  )
  return (
    <Sheet title={t(`codes.systems.${system.id}`)} aside={system.can.import && <Button onClick={onImport}>{t('codes.import')}</Button>}>
      <Facts
        facts={[
          [t('codes.version'), system.version],
          [t('codes.source'), system.source],
          [t('codes.effective'), system.effectiveFrom && day(system.effectiveFrom)],
          [t('codes.counts'), counts.length > 0 ? counts.join('　') : t('codes.rows', { n: number(system.rowCount) })],
          [t('codes.imported'), [day(system.importedAt), system.signedBy && t('codes.signed', { name: system.signedBy })].filter(Boolean).join('　')],
        ]}
      />
    </Sheet>
  )
}

function Codes({ system }: { system: CodeSystem }) {
  const { t } = useTranslation('talent')
  const list = useListState()
  const levels = useCodeSystems().data?.rows.find(({ id }) => id === system)?.levels ?? []
  const codes = useCodes(system, list.query as object)
  const filters: Filter[] = [
    { key: 'q', label: t('codes.filters.q'), kind: 'text' },
    { key: 'level', label: t('codes.filters.level'), kind: 'select', options: levels.map(({ level }) => ({ value: level, label: level })) },
    { key: 'superseded', label: t('codes.filters.superseded'), kind: 'select', options: [{ value: 'true', label: t('codes.filters.include') }] },
  ]
  const columns: Column<CodeView>[] = [
    { key: 'code', title: t('codes.columns.code'), cell: (row) => row.code },
    { key: 'name', title: t('codes.columns.name'), cell: (row) => row.name },
    { key: 'level', title: t('codes.columns.level'), cell: (row) => row.level },
    { key: 'parent', title: t('codes.columns.parent'), cell: (row) => (row.parent ? `${row.parentName ?? ''} ${row.parent}` : t('unknown')), desk: true },
    { key: 'state', title: t('codes.columns.state'), cell: (row) => <StateMark mood={row.superseded ? 'gone' : 'done'}>{t(row.superseded ? 'codes.superseded' : 'codes.current')}</StateMark>, desk: true },
  ]
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={codes} rows={10}>
        {(data) => (
          <DataTable
            name={`codes.${system}`}
            caption={t('codes.caption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => `${row.code} ${row.level}`}
            list={list}
            total={data.total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('codes.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}

type Differing = { level: string; count: number; official: number }

function ImportDrawer({ system, onClose }: { system: CodeSystemView; onClose: () => void }) {
  const { t } = useTranslation('talent')
  const toast = useToast()
  const send = useImportCodes(system.id)
  const [file, setFile] = useState<File | null>(null)
  const [version, setVersion] = useState('')
  const [source, setSource] = useState(system.source)
  const [effectiveFrom, setEffectiveFrom] = useState('')
  const [sign, setSign] = useState(false)
  const differing = send.error instanceof ApiError && send.error.code === 'code_counts_differ' ? (send.error.details['levels'] as Differing[]) : []
  const onDo = () =>
    file &&
    send.mutate(
      { file, version, source, effectiveFrom, sign },
      {
        onSuccess: (done) => {
          toast(t('codes.done', { added: done.added, changed: done.changed, superseded: done.superseded }))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('codes.importTitle', { name: t(`codes.systems.${system.id}`) })} note={t('codes.importNote')} verb={t('codes.verb')} busy={send.isPending} error={send.error} onDo={onDo}>
      <FileField label={t('codes.file')} accept=".csv,.xlsx" chosen={file?.name} onFile={setFile} />
      <TextField label={t('codes.version')} hint={t('codes.versionHint')} value={version} maxLength={60} onChange={setVersion} />
      <TextField label={t('codes.source')} value={source} maxLength={200} onChange={setSource} />
      <DateField short label={t('codes.effective')} optional value={effectiveFrom} onChange={setEffectiveFrom} />
      {differing.length > 0 && (
        <ul>
          {differing.map((one) => (
            <li key={one.level}>{t('codes.differs', one)}</li>
          ))}
        </ul>
      )}
      {(differing.length > 0 || sign) && <CheckField label={t('codes.sign')} checked={sign} onChange={setSign} />}
    </Drawer>
  )
}
