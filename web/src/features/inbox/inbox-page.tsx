import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { InsidePage } from '../../ui/inside-page.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { useDocumentTitle } from '../../ui/page.tsx'
import { Tabs, useTab } from '../../ui/tabs.tsx'
import css from './inbox.module.css'
import { InboxList } from './inbox-list.tsx'
import { ItemDetail } from './item-detail.tsx'
import { inGroups } from './groups.ts'
import { useInbox, useInboxCounts, useItem, useReadCopies, type Item, type Tab } from './queries.ts'
import { hrefOf } from './things.tsx'
import { useInboxKeys } from './keys.ts'
import { useNow } from './now.ts'
import { useWide } from './wide.ts'

/** 待办: where everybody who works lands. The list at the left, the thing at the right where there is room. */
export default function InboxPage() {
  const { t } = useTranslation('inbox')
  const counts = useInboxCounts().data
  const tabs = [
    { key: 'todo', label: t('tabs.todo'), count: counts?.todo },
    { key: 'done', label: t('tabs.done') },
    { key: 'started', label: t('tabs.started'), count: counts?.started },
    { key: 'copied', label: t('tabs.copied'), count: counts?.unread || null },
  ] as const
  const tab: Tab = useTab<Tab>(tabs)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const [size, setSize] = useState(100)
  const list = useInbox(tab, size)
  const wide = useWide()
  useDocumentTitle(t('title'))

  const now = useNow()
  const items = inOrder(tab, list.data?.rows ?? [], now)
  const wanted = search.get('row')
  const chosen = wanted ?? (wide ? (items[0]?.id ?? null) : null)
  const addressOf = (id: string) => `/inbox?${new URLSearchParams({ ...(tab === 'todo' ? {} : { tab }), row: id })}`
  // A mail may lead to what is not in this list any more.
  const elsewhere = useItem(chosen && list.data && !items.some((item) => item.id === chosen) ? chosen : null)
  const item = items.find((one) => one.id === chosen) ?? elsewhere.data ?? null
  const at = items.findIndex((one) => one.id === chosen)
  const next = items[at + 1] ?? null

  useInboxKeys({
    move: (step) => {
      const to = items[at < 0 ? 0 : at + step]
      if (to) navigate(addressOf(to.id), { replace: wanted !== null })
    },
    open: () => {
      const href = item && hrefOf(item)
      if (href) navigate(href)
    },
  })
  useMarkRead(tab, wanted ? item : null)

  const detail = item && (
    <ItemDetail
      key={item.id}
      item={item}
      tab={tab}
      position={at < 0 ? null : { n: at + 1, total: list.data?.total ?? items.length }}
      next={next && addressOf(next.id)}
      onDone={() => navigate(next ? addressOf(next.id) : '/inbox', { replace: true })}
    />
  )
  if (!wide && wanted) {
    return (
      <div className={css.alone}>
        <h1 className="sr">{t('title')}</h1>
        <Link className={css.back} href={tab === 'todo' ? '/inbox' : `/inbox?tab=${tab}`}>
          {t('back')}
        </Link>
        {detail ?? <InsidePage value><Loaded query={elsewhere}>{() => null}</Loaded></InsidePage>}
      </div>
    )
  }
  return (
    <div className={css.page}>
      <section className={css.list} aria-label={t('list')}>
        <div className={css.top}>
          <h1>{t('title')}</h1>
          <Summary overdue={counts?.overdue ?? 0} today={counts?.dueToday ?? 0} />
          <Tabs tabs={tabs} current={tab} label={t('title')} plain />
        </div>
        <div className={css.scroll}>
          {tab === 'copied' && (counts?.unread ?? 0) > 0 && <MarkAll />}
          <InsidePage value>
          <Loaded query={list} empty={(data) => data.rows.length === 0 && <Empty>{t(`empty.${tab}`)}</Empty>}>
            {(data) => (
              <>
                <InboxList tab={tab} items={items} selected={wide ? chosen : null} hrefOfRow={(one) => addressOf(one.id)} />
                {data.total > data.rows.length && (
                  <div className={css.more}>
                    <Button onClick={() => setSize(size + 100)}>{t('more', { count: data.total - data.rows.length })}</Button>
                  </div>
                )}
              </>
            )}
          </Loaded>
          </InsidePage>
        </div>
      </section>
      {wide && (
        <section className={css.detail} aria-label={t('selected')}>
          {detail ?? <p className={css.nothing}>{list.data && t(items.length > 0 ? 'nothingSelected' : `empty.${tab}`)}</p>}
        </section>
      )}
    </div>
  )
}

/** As the eye reads the list: group after group. */
const inOrder = (tab: Tab, rows: readonly Item[], now: Date) => (tab === 'todo' ? inGroups(rows, now).flatMap((group) => group.items) : [...rows])

function Summary({ overdue, today }: { overdue: number; today: number }) {
  const { t } = useTranslation('inbox')
  const { day, weekday } = useFormat()
  const now = useNow()
  const which = overdue > 0 ? 'summary' : today > 0 ? 'summaryToday' : 'summaryCalm'
  return <p>{t(which, { day: `${day(now)} ${weekday(now)}`, overdue, today })}</p>
}

function MarkAll() {
  const { t } = useTranslation('inbox')
  const read = useReadCopies()
  return (
    <div className={css.group}>
      <span />
      <Button kind="text" busy={read.isPending} onClick={() => read.mutate(undefined)}>
        {t('markRead')}
      </Button>
    </div>
  )
}

/** A copy that was opened is read. */
function useMarkRead(tab: Tab, item: Item | null) {
  const { mutate } = useReadCopies()
  const unread = tab === 'copied' && item?.readAt === null ? item.id : null
  useEffect(() => {
    if (unread) mutate([unread])
  }, [unread, mutate])
}
