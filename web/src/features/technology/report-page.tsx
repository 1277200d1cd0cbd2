import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { Bars, Figures } from '../../ui/figures.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Tabs, useTab } from '../../ui/tabs.tsx'
import { LessonsTab } from './lessons-tab.tsx'
import { managers } from './moods.ts'
import { useReport, type Report } from './queries.ts'
import css from './technology.module.css'

type Code = Report['losses'][number]['code']
type Stage = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** 答复说了什么: how far introductions came, why they ended, and what the matcher learnt from it. */
export default function ReportPage() {
  const { t } = useTranslation('introductions')
  const [search] = useSearchParams()
  const manages = managers.includes(useSession()?.seat?.role ?? '')
  const tabs = (['report', 'lessons'] as const).filter((key) => key === 'report' || manages).map((key) => ({ key, label: t(`report.tabs.${key}`) }))
  const tab = useTab(tabs)
  const of = Object.fromEntries(['needId', 'achievementId', 'teamId'].flatMap((key) => (search.get(key) ? [[key, search.get(key)!]] : [])))
  const narrowed = Object.keys(of).length > 0
  const report = useReport(of)
  return (
    <Page title={t('report.title')} lead={t('report.lead')} crumbs={[{ label: t('title'), href: '/introductions' }, ...(narrowed ? [{ label: t('report.back'), href: '/answer-report' }] : [])]}>
      {tabs.length > 1 && <Tabs tabs={tabs} current={tab} label={t('report.title')} />}
      <div className={css.under}>{tab === 'lessons' ? <LessonsTab /> : <Loaded query={report}>{(data) => (data.total === 0 ? <Empty>{t('report.empty')}</Empty> : <Figured report={data} of={of} />)}</Loaded>}</div>
    </Page>
  )
}

function Figured({ report, of }: { report: Report; of: Record<string, string> }) {
  const { t } = useTranslation('introductions')
  const { joined } = useFormat()
  // Every figure opens to the records it was counted from.
  const open = (filter: Record<string, string>, shown: ReactNode) => <Link href={`/introductions?${new URLSearchParams({ ...of, ...filter }).toString()}`}>{shown}</Link>
  const lost = report.funnel.reduce((sum, one) => sum + one.lost, 0)
  const filterOf = (code: Code): Record<string, string> => (code === 'withdrawn' || code === 'lapsed' ? { state: code } : { declineCode: code })
  const codes = (some: readonly { code: Code; count: number }[]) => joined(some.map(({ code, count }) => `${t(`codes.${code}`)} ${count}`))
  return (
    <Stack>
      <Figures
        figures={[
          { label: t('report.total'), value: open({}, report.total), look: 'main' },
          { label: t('report.live'), value: open({ state: 'live' }, report.live) },
          { label: t('report.lost'), value: open({ state: 'ended' }, lost), look: 'refused' },
          { label: t('report.won'), value: open({ reached: '3' }, report.funnel[3]!.reached), look: 'done' },
        ]}
      />
      <Sheet title={t('report.funnel')}>
        <Bars caption={t('report.funnel')} most={report.total} heads={[t('report.stage'), t('report.reached'), t('report.lostHere')]} bars={report.funnel.map(({ stage, reached, lost: here }) => ({ label: t(`report.stages.s${stage as Stage}`), value: reached, shown: open({ reached: String(stage) }, reached), more: [here > 0 ? open({ lostAt: String(stage) }, here) : here] }))} />
      </Sheet>
      <Sheet title={t('report.losses')}>
        {report.losses.length === 0 ? <p className="dim">{t('report.none')}</p> : <Bars caption={t('report.losses')} heads={[t('report.code'), t('report.count')]} bars={report.losses.map(({ stage, code, count }) => ({ label: `${t(`report.stages.s${stage as Stage}`)}　${t(`codes.${code}`)}`, value: count, tone: 'zhe' as const, shown: open({ lostAt: String(stage), ...filterOf(code) }, count) }))} />}
      </Sheet>
      {report.months.length > 0 && (
        <Sheet title={t('report.months')}>
          <Bars caption={t('report.months')} heads={[t('report.month'), t('report.declined')]} bars={report.months.map(({ month, codes: some }) => ({ label: `${month}　${codes(some)}`, value: some.reduce((sum, one) => sum + one.count, 0), tone: 'ash' as const, shown: open({ endedIn: month, state: 'declined' }, some.reduce((sum, one) => sum + one.count, 0)) }))} />
        </Sheet>
      )}
      <Things title={t('report.answers')} rows={report.answers.map((one) => ({ ...one, page: `/${one.kind === 'achievement' ? 'achievements' : 'teams'}/${one.id}`, list: { [one.kind === 'achievement' ? 'achievementId' : 'teamId']: one.id } }))} codes={codes} />
      <Things title={t('report.needs')} rows={report.needs.map((one) => ({ ...one, page: `/problems/${one.id}`, list: { needId: one.id } }))} codes={codes} />
    </Stack>
  )
}

type Row = { id: string; title: string; declined: number; codes: readonly { code: Code; count: number }[]; page: string | null; list: Record<string, string> }

function Things({ title, rows, codes }: { title: string; rows: readonly Row[]; codes: (some: Row['codes']) => string }) {
  const { t } = useTranslation('introductions')
  if (rows.length === 0) return null
  return (
    <Sheet title={title}>
      <ul className={css.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <p className={css.top}>{row.page ? <Link href={row.page}>{row.title}</Link> : <b>{row.title}</b>}</p>
            <p className="small mut">
              <Link href={`/introductions?${new URLSearchParams({ ...row.list, state: 'declined' }).toString()}`}>
                {t('report.declined')} {row.declined}
              </Link>
              　{codes(row.codes)}
            </p>
            {row.codes[0] && row.codes[0].code !== 'withdrawn' && row.codes[0].code !== 'lapsed' && <p className="small">{t(`advice.${row.codes[0].code}`)}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
