import { exportMentorships, mentorshipStates } from '@silian/server/contract/mentors/mentorships'
import { useTranslation } from 'react-i18next'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Figures } from '../../../ui/figures.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import css from '../mentors.module.css'
import { mentorshipMoods } from '../moods.ts'
import { useMentorships, type MentorshipQuery, type MentorshipRow } from '../queries.ts'

/** Appointments with what the mentors did this year; who did nothing is named as such. */
export function ListTab({ side }: { side: string }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const { number } = useFormat()
  const list = useListState()
  const columns = useColumns(side)
  const query = list.query as MentorshipQuery
  const { page: _page, size: _size, ...shown } = query
  const found = useMentorships(query)
  const school = side === 'school'
  const filters: Filter[] = [
    { key: 'q', label: t('list.filters.q'), kind: 'text' },
    { key: 'state', label: t('list.filters.state'), kind: 'select', options: [{ value: 'live', label: t('list.filters.live') }, { value: 'idle', label: t('list.filters.idle') }, ...mentorshipStates.map((value) => ({ value, label: t(`mentors:states.${value}`) }))] },
  ]
  const invite = school && (
    <LinkButton kind="primary" icon="plus" href="/mentors/invite">
      {t('list.invite')}
    </LinkButton>
  )
  return (
    <Loaded query={found} rows={10}>
      {(data) => (
        <>
          <div className={css.top}>
            <Figures
              figures={[
                { label: t('list.counts.active'), value: number(data.counts.active) },
                { label: t('list.counts.working'), value: number(data.counts.working), look: 'done' },
                { label: t('list.counts.idle'), value: number(data.counts.idle), look: data.counts.idle > 0 ? 'waits' : undefined },
                ...(school ? [{ label: t('list.counts.waiting'), value: number(data.counts.waiting), look: data.counts.waiting > 0 ? ('waits' as const) : undefined }] : []),
                ...(data.share ? [{ label: t('list.counts.share'), value: t('list.shareOf', { mentors: data.share.mentors, all: data.share.mentors + data.share.teachers }), note: t('list.shareHint', { percent: data.share.percent }) }] : []),
              ]}
            />
          </div>
          <QueryForm filters={filters} list={list} />
          <DataTable
            name="mentorships"
            caption={t('list.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/mentors/${row.id}`}
            list={list}
            total={data.total}
            tools={
              <>
                <ExportButton label={t('list.export')} bring={() => download(exportMentorships, { query: shown })} />
                {invite}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={invite}>{t(school ? 'list.empty' : 'list.emptyFirm')}</Empty>
              </NothingFound>
            }
          />
        </>
      )}
    </Loaded>
  )
}

function useColumns(side: string): Column<MentorshipRow>[] {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const { fullDay, day, number, deadline } = useFormat()
  const school = side === 'school'
  return [
    { key: 'mentor', title: t('list.columns.mentor'), cell: (row) => <span className={css.title}>{row.mentorName}<small>{school ? row.employerName : row.schoolName}</small></span> },
    school
      ? { key: 'employer', title: t('list.columns.employer'), cell: (row) => row.employerName, desk: true }
      : { key: 'school', title: t('list.columns.school'), cell: (row) => row.schoolName, desk: true },
    { key: 'title', title: t('list.columns.title'), cell: (row) => row.title, desk: true },
    { key: 'state', title: t('list.columns.state'), cell: (row) => <StateMark mood={mentorshipMoods[row.state]}>{t(`mentors:states.${row.state}`)}</StateMark> },
    { key: 'hours', title: t('list.columns.hours'), cell: (row) => (row.hoursPerYear === null ? number(row.hours, 1) : `${number(row.hours, 1)} / ${number(row.hoursPerYear)}`), number: true },
    { key: 'tasks', title: t('list.columns.tasks'), cell: (row) => number(row.tasks), number: true, desk: true },
    { key: 'lastTaskOn', title: t('list.columns.lastTaskOn'), cell: (row) => (row.idle ? <StateMark mood="waits">{t('list.idle')}</StateMark> : row.lastTaskOn ? day(row.lastTaskOn) : '—'), desk: true },
    { key: 'endsOn', title: t('list.columns.endsOn'), cell: (row) => <span className="nw">{row.endsOn ? fullDay(row.endsOn) : '—'}</span>, sortable: true, desk: true },
    { key: 'dueAt', title: t('list.columns.dueAt'), cell: (row) => <span className="nw">{row.dueAt ? deadline(row.dueAt) : '—'}</span>, desk: true },
    { key: 'position', title: t('list.columns.position'), cell: (row) => row.position || '—', desk: true, spare: true },
    { key: 'certificate', title: t('list.columns.certificate'), cell: (row) => <span className="nw">{row.certificateNumber ?? '—'}</span>, desk: true, spare: true },
    { key: 'number', title: t('list.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}
