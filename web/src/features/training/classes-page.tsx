import { useTranslation } from 'react-i18next'
import { classKinds, classStates } from '@silian/server/contract/training/classes'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { LinkButton } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Link } from 'wouter'
import { classMoods, intakeMoods, useClasses, useIntakes, type ClassQuery, type ClassRow, type FigureName } from './queries.ts'
import { Percent, Rates } from './rates.tsx'
import css from './training.module.css'

/** Order classes one has a part in, with the rates of all that were found. */
export default function ClassesPage() {
  const { t } = useTranslation('training')
  const list = useListState()
  const firm = useSession()?.seat?.role === 'enterprise_contact'
  const columns = useColumns()
  const classes = useClasses(list.query as ClassQuery)
  const filters: Filter[] = [
    { key: 'q', label: t('filters.q'), kind: 'text' },
    { key: 'state', label: t('filters.state'), kind: 'select', options: classStates.map((value) => ({ value, label: t(`states.${value}`) })) },
    { key: 'kind', label: t('filters.kind'), kind: 'select', options: classKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
  ]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        firm && (
          <LinkButton kind="primary" icon="plus" href="/order-classes/new">
            {t('new')}
          </LinkButton>
        )
      }
    >
      <Stack>
        <QueryForm filters={filters} list={list} />
        <Loaded query={classes} rows={12}>
          {(data) => (
            <Stack>
              {data.total > 0 && (
                <div>
                  <Rates figures={data.figures} of={filterOf(list.query as ClassQuery)} />
                </div>
              )}
              <DataTable
                name="order-classes"
                caption={t('title')}
                columns={columns}
                rows={data.rows}
                rowKey={(row) => row.id}
                rowHref={(row) => `/order-classes/${row.id}`}
                list={list}
                total={data.total}
                empty={
                  <NothingFound filters={filters} list={list}>
                    <Empty>{t(firm ? 'emptyFirm' : 'empty')}</Empty>
                  </NothingFound>
                }
              />
            </Stack>
          )}
        </Loaded>
        <Intakes />
      </Stack>
    </Page>
  )
}

const filterOf = ({ q, state, kind, year }: ClassQuery) => ({ q, state, kind, year })

function useColumns(): Column<ClassRow>[] {
  const { t } = useTranslation('training')
  const rate = (name: FigureName): Column<ClassRow> => ({ key: name, title: t(`columns.${name}`), number: true, desk: true, cell: (row) => <Percent {...row.figures[name]} /> })
  return [
    {
      key: 'title', title: t('columns.title'), width: '16rem',
      cell: (row) => (
        <span className={css.title}>
          {row.title}
          <small>
            {row.organisationName} · {row.schoolName}
          </small>
        </span>
      ),
    },
    { key: 'kind', title: t('columns.kind'), desk: true, cell: (row) => <span className="nw">{t(`kinds.${row.kind}`)}</span> },
    { key: 'state', title: t('columns.state'), cell: (row) => <StateMark mood={classMoods[row.state]}>{t(`states.${row.state}`)}</StateMark> },
    { key: 'seats', title: t('columns.seats'), number: true, desk: true, cell: (row) => row.seats },
    rate('fill'),
    rate('dropOut'),
    rate('acceptance'),
    rate('retention6'),
    rate('retention12'),
    { key: 'number', title: t('columns.number'), desk: true, cell: (row) => <span className="nw">{row.number}</span> },
  ]
}

function Intakes() {
  const { t } = useTranslation('training')
  const { deadline } = useFormat()
  const intakes = useIntakes()
  if (!intakes.data || intakes.data.rows.length === 0) return null
  return (
    <Sheet title={t('intakes')}>
      <ul className={css.list}>
        {intakes.data.rows.map((row) => (
          <li key={row.id}>
            <p className={css.top}>
              <Link href={`/class-intakes/${row.id}`}>{row.title}</Link>
              <StateMark mood={intakeMoods[row.state]}>{t(`intakeStates.${row.state}`)}</StateMark>
            </p>
            <p className={css.small}>
              {row.number} · {row.schoolName} · {t('columns.signups')} {row.signups} · {t('columns.signUpUntil')} {deadline(row.signUpUntil)}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
