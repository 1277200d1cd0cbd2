import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty, Loaded, Refused } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FeedDialog } from './feed-dialog.tsx'
import { useChangeSearch, useDropSearch, useSavedSearches, type SavedSearch } from './queries.ts'
import css from './subscriptions.module.css'

/** 我的订阅. */
export default function SubscriptionsPage() {
  const { t } = useTranslation(['subscriptions', 'search'])
  const query = useSavedSearches()
  const [feed, setFeed] = useState<SavedSearch | null>(null)
  const [dropping, setDropping] = useState<SavedSearch | null>(null)
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('empty')}</Empty>}>
        {({ rows, hasEmail }) => (
          <Sheet flush>
            {!hasEmail && <p className="pad">{t('noEmail')}</p>}
            <ul className={css.rows}>
              {rows.map((row) => (
                <Row key={row.id} row={row} onFeed={() => setFeed(row)} onDrop={() => setDropping(row)} />
              ))}
            </ul>
          </Sheet>
        )}
      </Loaded>
      {feed && <FeedDialog search={feed} onClose={() => setFeed(null)} />}
      {dropping && <DropDialog search={dropping} onClose={() => setDropping(null)} />}
    </Page>
  )
}

function Row({ row, onFeed, onDrop }: { row: SavedSearch; onFeed: () => void; onDrop: () => void }) {
  const { t } = useTranslation(['subscriptions', 'search'])
  const format = useFormat()
  const change = useChangeSearch()
  const address = `/search?${new URLSearchParams({ ...(row.q && { q: row.q }), ...(row.kind && { kind: row.kind }) }).toString()}`
  return (
    <li>
      <div>
        <h2>
          <Link href={address}>{row.name}</Link>
        </h2>
        <p>
          <span>{row.q || t('anything')}</span>
          <span>{row.kind ? t(`search:kinds.${row.kind}`) : t('anyKind')}</span>
          <span>{row.lastNewsAt ? `${t('news')} ${format.stamp(row.lastNewsAt)}` : t('noNews')}</span>
        </p>
        <div className={css.state}>
          <StateMark mood={row.digest ? 'now' : 'gone'}>{t(row.digest ? 'digestOn' : 'digestOff')}</StateMark>
          <StateMark mood={row.feed ? 'now' : 'gone'}>{row.feed ? `RSS · ${t(`scope.${row.feed}`)}` : t('feedNone')}</StateMark>
        </div>
        {change.isError && <Refused error={change.error} />}
      </div>
      <div className={css.acts}>
        <Button kind="text" busy={change.isPending} onClick={() => change.mutate({ id: row.id, digest: !row.digest })}>
          {t(row.digest ? 'turnOff' : 'turnOn')}
        </Button>
        <Button kind="text" onClick={onFeed}>
          {t('feed')}
        </Button>
        <Button kind="text" onClick={onDrop}>
          {t('remove')}
        </Button>
      </div>
    </li>
  )
}

function DropDialog({ search, onClose }: { search: SavedSearch; onClose: () => void }) {
  const { t } = useTranslation('subscriptions')
  const toast = useToast()
  const drop = useDropSearch()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('removeTitle', { name: search.name })}
      note={t('removeNote')}
      verb={t('remove')}
      kind="risk"
      busy={drop.isPending}
      error={drop.error}
      onDo={() =>
        drop.mutate(search.id, {
          onSuccess: () => {
            toast(t('removed'))
            onClose()
          },
        })
      }
    />
  )
}
