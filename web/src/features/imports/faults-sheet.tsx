import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Pager } from '../../ui/pager.tsx'
import css from './imports.module.css'
import { useImportRows, type ImportRowView, type ImportView } from './queries.ts'
import { useReason } from './reason.ts'

type Group = ImportView['groups'][number]

/** Errors by reason at the left, their rows at the right. The group shown stands in the address. */
export function FaultsSheet({ one }: { one: ImportView }) {
  const { t } = useTranslation('imports')
  const list = useListState()
  const { column, reason, state } = list.filters
  const chosen = one.groups.find((group) => group.column === column && group.reason === reason && group.state === state) ?? one.groups[0]!
  return (
    <section className={`${css.sheet} ${css.two}`}>
      <nav className={css.why} aria-label={t('byReason')}>
        <h2>{t('byReason')}</h2>
        <ul>
          {one.groups.map((group) => (
            <li key={`${group.state} ${group.column} ${group.reason}`}>
              <GroupLink group={group} current={group === chosen} />
            </li>
          ))}
        </ul>
      </nav>
      <GroupRows one={one} group={chosen} list={list} />
    </section>
  )
}

function GroupLink({ group, current }: { group: Group; current: boolean }) {
  const { t, i18n } = useTranslation('imports')
  const { number } = useFormat()
  const reason = useReason()
  const { column, state, count } = group
  // What many rows share, not what one of them quotes.
  const shared = `groups.${group.reason}` as 'groups.wrong_form'
  const search = new URLSearchParams({ column, reason: group.reason, state })
  return (
    <Link href={`?${search}`} className={state === 'duplicate' ? css.ochreText : undefined} aria-current={current || undefined}>
      <b>{state === 'duplicate' ? t('duplicates') : column}</b>
      <i>{number(count)}</i>
      <span>{count > 1 && i18n.exists(`imports:${shared}`) ? t(shared) : reason(group.reason, group.params)}</span>
    </Link>
  )
}

function GroupRows({ one, group, list }: { one: ImportView; group: Group; list: ReturnType<typeof useListState> }) {
  const { t } = useTranslation('imports')
  const { column, reason, state, letter } = group
  const query = useImportRows(one.id, { page: list.page, size: list.size, state, column, reason })
  return (
    <div className={css.rows}>
      <h2>{t('groupTitle', { column: state === 'duplicate' ? t('duplicates') : column, count: group.count })}</h2>
      {(reason === 'identity_check' || reason === 'identity_cut') && <p className={css.hint}>{t('identityHint')}</p>}
      <Loaded query={query} rows={8}>
        {({ rows, total }) => (
          <>
            <table>
              <thead>
                <tr>
                  <th scope="col" className={css.number}>{t('row')}</th>
                  <th scope="col">{t('name')}</th>
                  {state === 'faulty' && <th scope="col">{t('letter', { letter, column })}</th>}
                  <th scope="col">{t('reason')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <FaultRow key={row.row} row={row} group={group} />
                ))}
              </tbody>
            </table>
            <Pager list={list} total={total} count={rows.length} />
          </>
        )}
      </Loaded>
      <p className={css.after}>{t('after')}</p>
    </div>
  )
}

function FaultRow({ row, group }: { row: ImportRowView; group: Group }) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const say = useReason()
  const faults = row.faults.filter(({ column, reason }) => column === group.column && reason === group.reason)
  return (
    <tr>
      <td className={css.at}>
        <span className={css.phoneOnly}>{t('rowAt', { row: number(row.row) })}</span>
        <span className={css.deskOnly}>{number(row.row)}</span>
      </td>
      <td>{row.label || '—'}</td>
      {group.state === 'faulty' && (
        <td>
          {faults.map((fault) => (
            <Value key={fault.value} {...fault} />
          ))}
        </td>
      )}
      <td className={css.reason}>{faults.map(({ reason, params }) => say(reason, params)).join(' ')}</td>
    </tr>
  )
}

/** The cell with its faulty part underlined; an empty one is said to be empty. */
function Value({ value, mark }: { value: string; mark: [number, number] | null }) {
  const { t } = useTranslation('imports')
  if (value === '') return <span className={css.bad}>{t('blank')}</span>
  if (!mark) return <span className={css.bad}>{value}</span>
  return (
    <span className={css.bad}>
      {value.slice(0, mark[0])}
      <u>{value.slice(...mark)}</u>
      {value.slice(mark[1])}
    </span>
  )
}
