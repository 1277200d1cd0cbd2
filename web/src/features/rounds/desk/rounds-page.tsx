import { roundStates } from '@silian/server/contract/rounds'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { moodOf } from './round-line.tsx'
import { useRounds } from './queries.ts'

export default function RoundsPage() {
  const { t, i18n } = useTranslation('rounds')
  const format = useFormat()
  const office = useSession()?.seat?.role === 'secretariat'
  const list = useListState()
  const state = roundStates.find((one) => one === list.filters.state)
  const query = useRounds({ page: list.page, size: list.size, state })
  const filters = [{ key: 'state', label: t('list.state'), kind: 'select' as const, options: roundStates.map((value) => ({ value, label: t(`state.${value}`) })) }]
  type Row = NonNullable<typeof query.data>['rows'][number]
  const columns: Column<Row>[] = [
    { key: 'title', title: t('list.name'), cell: (row) => (i18n.language === 'en' ? (row.titleEn ?? row.title) : row.title) },
    { key: 'number', title: t('list.number'), cell: (row) => row.number },
    { key: 'year', title: t('list.year'), cell: (row) => row.leaveYear, number: true, desk: true },
    { key: 'state', title: t('list.state'), cell: (row) => <StateMark mood={moodOf(row.state)}>{t(`state.${row.state}`)}</StateMark> },
    { key: 'due', title: t('list.due'), cell: (row) => (row.wishesCloseAt ? format.deadline(row.wishesCloseAt) : '—') },
    { key: 'students', title: t('list.students'), cell: (row) => format.number(row.students), number: true },
    { key: 'seats', title: t('list.seats'), cell: (row) => format.number(row.seats), number: true, desk: true },
  ]
  const create = office && (
    <LinkButton kind="primary" icon="plus" href="/rounds/new">
      {t('list.create')}
    </LinkButton>
  )
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={create}>
      <Sheet flush>
        <QueryForm filters={filters} list={list} />
        <Loaded query={query}>
          {({ rows, total }) => (
            <DataTable
              name="rounds"
              caption={t('list.title')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              rowHref={(row) => `/rounds/${row.id}`}
              list={list}
              total={total}
              empty={
                <NothingFound filters={filters} list={list}>
                  <Empty action={create}>{t(office ? 'list.empty' : 'list.emptyOther')}</Empty>
                </NothingFound>
              }
            />
          )}
        </Loaded>
      </Sheet>
    </Page>
  )
}
