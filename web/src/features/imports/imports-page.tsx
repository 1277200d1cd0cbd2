import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { moodOf } from './moods.ts'
import { useImports } from './queries.ts'
import { UploadSheet } from './upload-sheet.tsx'

export default function ImportsPage() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const list = useListState()
  const query = useImports({ page: list.page, size: list.size })
  type Row = NonNullable<typeof query.data>['rows'][number]
  const columns: Column<Row>[] = [
    { key: 'file', title: t('columns.file'), cell: (row) => row.fileName },
    { key: 'number', title: t('columns.number'), cell: (row) => row.number, desk: true },
    { key: 'kind', title: t('columns.kind'), cell: (row) => t(`kinds.${row.kind}`) + (row.forOrganisation ? ` · ${row.forOrganisation}` : '') },
    { key: 'state', title: t('columns.state'), cell: (row) => <StateMark mood={moodOf[row.state]}>{t(`states.${row.state}`)}</StateMark> },
    { key: 'rows', title: t('columns.rows'), cell: (row) => format.number(row.total), number: true },
    { key: 'faulty', title: t('figures.faulty'), cell: (row) => format.number(row.figures.faulty), number: true, desk: true },
    { key: 'at', title: t('columns.at'), cell: (row) => format.moment(row.createdAt), desk: true },
  ]
  return (
    <Page title={t('title')}>
      <Loaded query={query}>
        {({ rows, total, can }) => (
          <Stack>
            {can.import.length > 0 && <UploadSheet kinds={can.import} />}
            <Sheet title={t('list')} flush>
              <DataTable
                name="imports"
                caption={t('list')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                rowHref={(row) => `/imports/${row.id}`}
                list={list}
                total={total}
                empty={<Empty>{t('empty')}</Empty>}
              />
            </Sheet>
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}
