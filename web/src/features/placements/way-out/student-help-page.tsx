import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark, type Mood } from '../../../ui/state-mark.tsx'
import { Tabs, useTab } from '../../../ui/tabs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { useAnswerReport, useChanges, useReports, type ChangeRow, type ReportRow } from './desk-queries.ts'
import css from './way-out.module.css'

/** What students told their school, and who wants to leave; the firm has no such page. */
export default function StudentHelpPage() {
  const { t } = useTranslation('wayout')
  const tabs = (['changes', 'reports'] as const).map((key) => ({ key, label: t(`desk.tabs.${key}`) }))
  const tab = useTab(tabs)
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')} narrow>
      <Tabs tabs={tabs} current={tab} label={t('desk.title')} />
      {tab === 'changes' ? <Changes /> : <Reports />}
    </Page>
  )
}

const changeMoods: Record<ChangeRow['state'], Mood> = { asked: 'waits', changed: 'done', ended: 'done', declined: 'gone', withdrawn: 'gone' }

function Changes() {
  const { t } = useTranslation('wayout')
  const { stamp, deadline, day } = useFormat()
  const list = useListState()
  const query = useChanges(list.query)
  const [open, setOpen] = useState<ChangeRow | null>(null)
  return (
    <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('change.none')}</Empty>}>
      {({ rows, total }) => (
        <Sheet>
          <ul className={css.list}>
            {rows.map((row) => (
              <li key={row.id} className={css.card}>
                <p>
                  <b>{row.placement.studentName}</b>　{row.placement.cohortName} · {row.placement.unitName}　<Link href={`/placements/${row.placement.id}`}>{row.placement.number}</Link>
                </p>
                <p className={css.note}>
                  {row.number} · {t(`change.kinds.${row.kind}`)}
                  {row.safety && `（${t('change.safetyMark')}）`} · {stamp(row.createdAt)}
                </p>
                <p>{row.reason}</p>
                {row.answer && <p className={css.answer}>{row.answer}</p>}
                <span className={css.deeds}>
                  <StateMark mood={changeMoods[row.state]}>{t(`change.states.${row.state}`)}</StateMark>
                  {row.dueAt && <span className={css.note}>{t('desk.due', { due: deadline(row.dueAt) })}</span>}
                  {row.endedOn && <span className={css.note}>{t('change.lastDay', { day: day(row.endedOn) })}</span>}
                  {row.endedBy === 'student' && <span className={css.note}>{t('change.byStudent')}</span>}
                  {row.nextId && <Link href={`/placements/${row.nextId}`}>{t('change.next')}</Link>}
                  {row.can.end && (
                    <Button kind="primary" onClick={() => setOpen(row)}>
                      {t('change.decide')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <Pager list={list} total={total} count={rows.length} />
          {open && <ChangeDialog change={open} onClose={() => setOpen(null)} />}
        </Sheet>
      )}
    </Loaded>
  )
}

const reportMoods: Record<ReportRow['state'], Mood> = { open: 'waits', answered: 'now', closed: 'done' }

function Reports() {
  const { t } = useTranslation('wayout')
  const { stamp, deadline } = useFormat()
  const toast = useToast()
  const list = useListState()
  const query = useReports(list.query)
  const reply = useAnswerReport()
  const [open, setOpen] = useState<ReportRow | null>(null)
  const [text, setText] = useState('')
  return (
    <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('desk.emptyReports')}</Empty>}>
      {({ rows, total }) => (
        <Sheet>
          <ul className={css.list}>
            {rows.map((row) => (
              <li key={row.id} className={css.card}>
                <p>
                  <b>{row.placement.studentName}</b>　{row.placement.cohortName} · {row.placement.unitName}　<Link href={`/placements/${row.placement.id}`}>{row.placement.number}</Link>
                </p>
                <p className={css.note}>
                  {row.number} · {t(`report.topics.${row.topic}`)} · {stamp(row.createdAt)}
                  {row.reopened > 0 && ` · ${t('report.reopened', { count: row.reopened })}`}
                </p>
                <p>{row.text}</p>
                {row.answer && <p className={css.answer}>{row.answer}</p>}
                <span className={css.deeds}>
                  <StateMark mood={reportMoods[row.state]}>{t(`report.states.${row.state}`)}</StateMark>
                  {row.dueAt && <span className={css.note}>{t('desk.due', { due: deadline(row.dueAt) })}</span>}
                  {row.can.answer && (
                    <Button kind="primary" onClick={() => setOpen(row)}>
                      {t('report.answer')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <Pager list={list} total={total} count={rows.length} />
          <Dialog
            open={open !== null}
            onClose={() => setOpen(null)}
            title={t('report.answerTitle', { name: open?.placement.studentName ?? '' })}
            verb={t('report.answer')}
            busy={reply.isPending}
            because={text.trim().length < 2 && t('report.answer')}
            error={reply.error}
            onDo={() =>
              reply.mutate({ reportId: open!.id, answer: text }, {
                onSuccess: () => {
                  setOpen(null)
                  setText('')
                  toast(t('report.answered'))
                },
              })
            }
          >
            <TextArea label={t('report.answer')} value={text} onChange={setText} rows={5} most={2000} />
          </Dialog>
        </Sheet>
      )}
    </Loaded>
  )
}
