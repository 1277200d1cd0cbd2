import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChangeList } from './change-list.tsx'
import { useChanges, useRestore, type VersionView } from './queries.ts'

const moods = { draft: 'open', published: 'done', replaced: 'gone', discarded: 'gone' } as const

export function Versions({ rows, edits, hasDraft }: { rows: readonly VersionView[]; edits: boolean; hasDraft: boolean }) {
  const { t } = useTranslation('lexicon')
  const { stamp, number } = useFormat()
  const [shown, setShown] = useState<VersionView | null>(null)
  const columns: Column<VersionView>[] = [
    { key: 'number', title: t('columns.number'), cell: (row) => <Button kind="text" size="cell" onClick={() => setShown(row)}>{String(row.number)}</Button> },
    { key: 'state', title: t('columns.state'), cell: (row) => <StateMark mood={moods[row.state]}>{t(`states.${row.state}`)}</StateMark> },
    { key: 'note', title: t('columns.note'), cell: (row) => (row.basedOn === null ? t('starter') : (row.note ?? t('none'))) },
    { key: 'concepts', title: t('columns.concepts'), cell: (row) => number(row.concepts), desk: true },
    { key: 'differs', title: t('columns.differs'), cell: (row) => (row.basedOn === null ? t('none') : t('differs', { added: row.added, changed: row.changed, removed: row.removed })), desk: true },
    { key: 'by', title: t('columns.by'), cell: (row) => row.publishedByName ?? row.madeByName ?? t('none'), desk: true },
    { key: 'at', title: t('columns.at'), cell: (row) => stamp(row.publishedAt ?? row.madeAt), desk: true },
  ]
  return (
    <>
      <DataTable name="lexicon.versions" caption={t('versionCaption')} columns={columns} rows={[...rows]} rowKey={(row) => String(row.number)} />
      {shown && <VersionDialog version={shown} restorable={edits && !hasDraft && shown.state !== 'published'} onClose={() => setShown(null)} />}
    </>
  )
}

function VersionDialog({ version, restorable, onClose }: { version: VersionView; restorable: boolean; onClose: () => void }) {
  const { t } = useTranslation('lexicon')
  const toast = useToast()
  const changes = useChanges(version.number)
  const restore = useRestore()
  const onDo = () =>
    restore.mutate(version.number, {
      onSuccess: () => {
        toast(t('restored'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={restorable ? t('restoreTitle', { number: version.number }) : `${t('columns.number')} ${version.number}`} note={restorable ? t('restoreNote', { number: version.number }) : undefined} verb={restorable ? t('restore') : undefined} busy={restore.isPending} error={restore.error} onDo={restorable ? onDo : undefined}>
      <Loaded query={changes}>{({ rows }) => (rows.length === 0 ? <p>{version.basedOn === null ? t('starter') : t('none')}</p> : <ChangeList rows={rows} />)}</Loaded>
    </Dialog>
  )
}
