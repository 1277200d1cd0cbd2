import { levels, questions } from '@silian/server/contract/assistance/checks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { ApiError } from '../../../kernel/api.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { Facts } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../assistance.module.css'
import { chinaDay, shiftDay } from '../days.ts'
import { levelMoods } from '../moods.ts'
import type { Side } from './assistance-page.tsx'
import { useChecks, useHandleCheck, type CheckQuery, type CheckRow } from './queries.ts'

/** The newest first: half a year of weeks. */
const mondaysUntil = (today: string) => Array.from({ length: 26 }, (_, weeks) => shiftDay(today, 1 - (new Date(today).getUTCDay() || 7) - weeks * 7))

/** What the escorts found, week by week; whoever needs looking after first. */
export function ChecksTab({ side }: { side: Side }) {
  const { t } = useTranslation(['assistanceOffice', 'assistance'])
  const { day } = useFormat()
  const today = chinaDay(useNow())
  const list = useListState()
  const [shown, setShown] = useState<CheckRow | null>(null)
  const [handling, setHandling] = useState<CheckRow | null>(null)
  const { sort: _sort, of: _of, ...query } = list.query as CheckQuery & { of?: string; sort?: string }
  const checks = useChecks(query)
  const columns = useColumns(side, setShown, setHandling)
  const filters: Filter[] = [
    { key: 'q', label: t('checks.filters.q'), kind: 'text' },
    { key: 'level', label: t('checks.filters.level'), kind: 'select', options: levels.map((value) => ({ value, label: t(`assistance:levels.${value}`) })) },
    { key: 'open', label: t('checks.filters.open'), kind: 'select', options: [{ value: 'true', label: t('checks.filters.openOnly') }] },
    { key: 'weekOn', label: t('checks.filters.week'), kind: 'select', options: mondaysUntil(today).map((value) => ({ value, label: t('checks.weekOf', { from: day(value) }) })) },
  ]
  return (
    <div className={css.stack}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={checks} rows={8}>
        {(data) => (
          <DataTable
            name="assistance-checks"
            caption={t('checks.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            list={list}
            total={data.total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('checks.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {shown && <Shown check={shown} onClose={() => setShown(null)} />}
      {handling && <Handle check={handling} onClose={() => setHandling(null)} />}
    </div>
  )
}

/** Which answers are not yes, in words. */
function useNotFine(): (check: Pick<CheckRow, 'answers'>) => string {
  const { t } = useTranslation(['assistanceOffice', 'assistance'])
  const { joined } = useFormat()
  return ({ answers }) => answers === null ? '' : joined(questions.filter((one) => answers[one] !== 'yes').map((one) => (answers[one] === 'no' ? t(`checks.topics.${one}`) : t('checks.unsure', { what: t(`checks.topics.${one}`) }))))
}

function useColumns(side: Side, onShow: (check: CheckRow) => void, onHandle: (check: CheckRow) => void): Column<CheckRow>[] {
  const { t } = useTranslation(['assistanceOffice', 'assistance'])
  const { day } = useFormat()
  const notFine = useNotFine()
  return [
    { key: 'student', title: t('checks.columns.student'), cell: (row) => <span className={css.title}><Button kind="text" size="cell" onClick={() => onShow(row)}>{row.studentName}</Button><small>{row.firmName}</small></span> },
    ...(side === 'office' ? [{ key: 'school', title: t('checks.columns.school'), cell: (row: CheckRow) => row.schoolName, desk: true }] : []),
    { key: 'firm', title: t('checks.columns.firm'), cell: (row) => row.firmName, desk: true },
    { key: 'week', title: t('checks.columns.week'), cell: (row) => <span className="nw">{t('checks.weekOf', { from: day(row.weekOn) })}</span>, desk: true },
    { key: 'level', title: t('checks.columns.level'), cell: (row) => <StateMark mood={row.handled ? 'done' : levelMoods[row.level]}>{t(`assistance:levels.${row.level}`)}</StateMark> },
    { key: 'answers', title: t('checks.columns.answers'), cell: (row) => notFine(row) || '—', desk: true },
    { key: 'handled', title: t('checks.columns.handled'), cell: (row) => (row.handled ? <span className={css.text}>{row.handled}</span> : row.can.handle ? <Button kind="text" size="cell" onClick={() => onHandle(row)}>{t('checks.handle')}</Button> : row.level === 'fine' ? '—' : t('checks.open')) },
    { key: 'madeBy', title: t('checks.columns.madeBy'), cell: (row) => row.madeBy ?? '—', desk: true },
    { key: 'madeAt', title: t('checks.columns.madeAt'), cell: (row) => <span className="nw">{day(row.madeAt)}{!row.onTime && `　${t('checks.late')}`}</span>, desk: true },
    { key: 'batch', title: t('checks.columns.batch'), cell: (row) => <Link href={`/assistance/batches/${row.batchId}`}>{row.batchNumber}</Link>, desk: true, spare: true },
  ]
}

function Shown({ check, onClose }: { check: CheckRow; onClose: () => void }) {
  const { t } = useTranslation(['assistanceOffice', 'assistance'])
  const { day } = useFormat()
  return (
    <Drawer open onClose={onClose} title={t('checks.recordTitle', { name: check.studentName })}>
      <p className={css.by}>{[t('checks.weekOf', { from: day(check.weekOn) }), check.firmName].join('　')}</p>
      <Facts
        facts={[
          [t('checks.columns.level'), <StateMark key="level" mood={check.handled ? 'done' : levelMoods[check.level]}>{t(`assistance:levels.${check.level}`)}</StateMark>],
          ...questions.map((one) => [t(`assistance:questions.${one}`), check.answers && t(`assistance:replies.${check.answers[one]}`)] as const),
          [t('checks.columns.note'), check.note ? <span key="note" className={css.text}>{check.note}</span> : check.note === null ? t('checks.hidden') : null],
          [t('checks.columns.madeBy'), [check.madeBy, day(check.madeAt)].filter(Boolean).join('　')],
          [t('checks.columns.handled'), check.handled && check.handledAt && <span key="handled" className={css.text}>{t('checks.handledBy', { name: check.handledBy ?? '', day: day(check.handledAt), done: check.handled })}</span>],
        ]}
      />
      <p>
        <Link href={`/placements/${check.placementId}`}>{t('checks.placement')}</Link>
      </p>
    </Drawer>
  )
}

function Handle({ check, onClose }: { check: CheckRow; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const handle = useHandleCheck()
  const [done, setDone] = useState('')
  const [tried, setTried] = useState(false)
  const short = [...done.trim()].length < 5
  const onDo = () => {
    setTried(true)
    if (short) return
    handle.mutate({ id: check.id, done: done.trim(), version: check.version }, {
      onSuccess: () => {
        toast(t('checks.handled'))
        onClose()
      },
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('checks.handleTitle', { name: check.studentName })} note={t('checks.handleNote')} verb={t('checks.handle')} busy={handle.isPending} error={handle.error instanceof ApiError && handle.error.code === 'invalid_input' ? null : handle.error} onDo={onDo}>
      {check.note && <p className={css.text}>{check.note}</p>}
      <TextArea label={t('checks.what')} hint={t('checks.whatHint')} rows={4} most={1000} value={done} error={tried && short ? t('faults.too_short') : null} onChange={setDone} />
    </Dialog>
  )
}
