import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Button } from './button.tsx'
import { ColumnSetting, useHiddenColumns } from './column-setting.tsx'
import css from './data-table.module.css'
import { Icon } from './icon.tsx'
import type { ListState, Sort } from './list-state.ts'
import { Pager } from './pager.tsx'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Right-aligned, one line. */
  number?: boolean
  sortable?: boolean
  /** Left out on small screens. */
  desk?: boolean
  /** Shown only when somebody asks for it. */
  spare?: boolean
  width?: string
}

type Props<Row> = {
  /** Names the column setting that is remembered, and says what the table holds. */
  name: string
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The record a row opens; its first column is the link. */
  rowHref?: (row: Row) => string
  /** The row whose record is shown beside the table. */
  current?: string | null
  /** Page, size and order, from useListState; without it there is no paging. */
  list?: ListState
  total?: number
  /** What can be done with several rows. Selecting turns the toolbar into the batch bar. */
  selection?: { chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void; /** 已选 3 个班，63 人 */ summary?: ReactNode; verbs: ReactNode }
  /** 导出, 导入, 新建: at the right of the toolbar. */
  tools?: ReactNode
  /** Instead of the rows when there are none. */
  empty?: ReactNode
}

/** The dense table of every list: sticky head, first column frozen when it is wide, a row opens its record. */
export function DataTable<Row>({ name, caption, columns, rows, rowKey, rowHref, current, list, total, selection, tools, empty }: Props<Row>) {
  const { t } = useTranslation('ui')
  const [, navigate] = useLocation()
  const [hidden, setHidden] = useHiddenColumns(name, columns)
  const box = useRef<HTMLDivElement>(null)
  const wide = useWide(box)
  const shown = columns.filter(({ key }) => !hidden.has(key))
  const keys = rows.map(rowKey)
  const chosen = selection ? keys.filter((key) => selection.chosen.has(key)) : []

  const toggle = (key: string) => {
    const next = new Set(selection!.chosen)
    if (!next.delete(key)) next.add(key)
    selection!.onChange(next)
  }
  const toggleAll = () => {
    const next = new Set(selection!.chosen)
    for (const key of keys) {
      if (chosen.length === keys.length) next.delete(key)
      else next.add(key)
    }
    selection!.onChange(next)
  }
  const openRow = (row: Row) => (event: MouseEvent<HTMLTableRowElement>) => {
    const onControl = (event.target as HTMLElement).closest('a, button, input, label, select')
    if (rowHref && !onControl && !getSelection()?.toString()) navigate(rowHref(row))
  }

  return (
    <div className={css.wrap}>
      {selection && selection.chosen.size > 0 ? (
        <div className={`${css.tools} ${css.batch}`} role="region" aria-label={t('table.chosen', { count: selection.chosen.size })}>
          <b aria-live="polite">{selection.summary ?? t('table.chosen', { count: selection.chosen.size })}</b>
          {selection.verbs}
          <span className={css.space} />
          <Button kind="text" onClick={() => selection.onChange(new Set())}>
            {t('table.clear')}
          </Button>
        </div>
      ) : (
        <div className={css.tools}>
          {total !== undefined && <span className={css.total}>{t('table.total', { count: total })}</span>}
          <span className={css.space} />
          <ColumnSetting columns={columns} hidden={hidden} onChange={setHidden} />
          {tools}
        </div>
      )}
      {rows.length === 0 && empty ? (
        empty
      ) : (
        <div ref={box} className={css.scroll} data-wide={wide || undefined} tabIndex={wide ? 0 : undefined} role={wide ? 'region' : undefined} aria-label={wide ? caption : undefined}>
          <table className={css.table}>
            <caption className="sr">{caption}</caption>
            <thead>
              <tr>
                {selection && (
                  <th className={css.choose} scope="col">
                    <label>
                      <input
                        type="checkbox"
                        aria-label={t('table.chooseAll')}
                        checked={keys.length > 0 && chosen.length === keys.length}
                        ref={(input) => void (input && (input.indeterminate = chosen.length > 0 && chosen.length < keys.length))}
                        onChange={toggleAll}
                      />
                    </label>
                  </th>
                )}
                {shown.map((column, index) => (
                  <Head key={column.key} column={column} frozen={index === 0} sort={list?.sort ?? null} onSort={list?.setSort} />
                ))}
              </tr>
            </thead>
            <tbody onKeyDown={moveBetweenRows}>
              {rows.map((row) => {
                const key = rowKey(row)
                return (
                  <tr key={key} className={rowHref && css.opens} aria-selected={selection ? selection.chosen.has(key) : undefined} data-current={current === key || undefined} onClick={openRow(row)}>
                    {selection && (
                      <td className={css.choose}>
                        <label>
                          <input type="checkbox" aria-label={t('table.chooseRow')} checked={selection.chosen.has(key)} onChange={() => toggle(key)} />
                        </label>
                      </td>
                    )}
                    {shown.map((column, index) => (
                      <td key={column.key} className={[column.number && css.number, column.desk && css.desk, index === 0 && css.frozen, index === 0 && rowHref && css.name].filter(Boolean).join(' ') || undefined}>
                        {index === 0 && rowHref ? <Link href={rowHref(row)}>{column.cell(row)}</Link> : column.cell(row)}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {list && total !== undefined && rows.length > 0 && <Pager list={list} total={total} count={rows.length} />}
    </div>
  )
}

type HeadProps<Row> = { column: Column<Row>; frozen: boolean; sort: Sort | null; onSort?: (sort: Sort | null) => void }

/** Upwards, downwards, as it was. */
function Head<Row>({ column, frozen, sort, onSort }: HeadProps<Row>) {
  const { t } = useTranslation('ui')
  const mine = sort?.key === column.key ? sort : null
  const className = [column.number && css.number, column.desk && css.desk, frozen && css.frozen].filter(Boolean).join(' ')
  return (
    <th scope="col" className={className || undefined} style={{ width: column.width }} aria-sort={mine ? (mine.down ? 'descending' : 'ascending') : undefined}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className={css.sort}
          title={t(mine && !mine.down ? 'table.sortDown' : 'table.sortUp', { column: column.title })}
          onClick={() => onSort(mine?.down ? null : { key: column.key, down: Boolean(mine) })}
        >
          {column.title}
          <Icon name={mine ? (mine.down ? 'down' : 'up') : 'sort'} size={14} />
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

/** Only a table wider than its box scrolls by itself; the others leave the scrolling to the page. */
function useWide(box: { current: HTMLDivElement | null }): boolean {
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWide(element.firstElementChild!.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(element.firstElementChild!)
    return () => observer.disconnect()
  })
  return wide
}

/** With the focus on a row's link or box, the arrows go to the same place of the next row. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const from = event.target as HTMLElement
  const row = from.closest('tr')
  if (!step || !row || !/^(A|INPUT|BUTTON)$/.test(from.tagName)) return
  const within = (one: Element) => [...one.querySelectorAll<HTMLElement>('a, input, button')]
  const place = within(row).indexOf(from)
  const next = step === 1 ? row.nextElementSibling : row.previousElementSibling
  const target = next && (within(next)[place] ?? within(next)[0])
  if (!target) return
  event.preventDefault()
  target.focus()
}
