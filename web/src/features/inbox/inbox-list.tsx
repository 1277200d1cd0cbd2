import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { inGroups } from './groups.ts'
import css from './inbox.module.css'
import { useItemWords } from './item-words.ts'
import { useNow } from './now.ts'
import type { Item, Tab } from './queries.ts'

type Props = { tab: Tab; items: readonly Item[]; selected: string | null; hrefOfRow: (item: Item) => string }

/** Grouped by when it is due while it is open; by when it was closed afterwards. Never by module. */
export function InboxList({ tab, items, selected, hrefOfRow }: Props) {
  const { t } = useTranslation('inbox')
  const [unfolded, setUnfolded] = useState(false)
  const now = useNow()
  if (tab !== 'todo') return <Rows tab={tab} items={items} selected={selected} hrefOfRow={hrefOfRow} />

  const groups = inGroups(items, now)
  const before = groups.filter(({ key }) => key !== 'later').flatMap((group) => group.items).length
  return groups.map((group) => {
    const folded = group.key === 'later' && before >= 8 && !unfolded && !group.items.some((item) => item.id === selected)
    return (
      <section key={group.key} aria-label={`${t(`groups.${group.key}`)} ${group.items.length}`}>
        <div className={[css.group, group.key === 'overdue' && css.late].filter(Boolean).join(' ')}>
          <h2>
            {t(`groups.${group.key}`)} {group.items.length}
          </h2>
          {folded && (
            <Button kind="text" onClick={() => setUnfolded(true)}>
              {t('expand', { count: group.items.length })}
            </Button>
          )}
        </div>
        {!folded && <Rows tab={tab} items={group.items} selected={selected} hrefOfRow={hrefOfRow} />}
      </section>
    )
  })
}

const Rows = ({ items, ...rest }: Props) => (
  <ul>
    {items.map((item) => (
      <Row key={item.id} item={item} {...rest} />
    ))}
  </ul>
)

function Row({ item, tab, selected, hrefOfRow }: Omit<Props, 'items'> & { item: Item }) {
  const { t } = useTranslation('inbox')
  const words = useItemWords()(item)
  const unread = tab === 'copied' && item.readAt === null
  const current = selected === item.id
  return (
    <li>
      <Link href={hrefOfRow(item)} className={css.item} aria-current={current || undefined} data-item={item.id} ref={(link: HTMLAnchorElement | null) => void (current && link?.scrollIntoView({ block: 'nearest' }))}>
        <span className={css.head}>
          <b>
            {unread && <span className={css.unread}>{t('unread')}</span>}
            {words.title}
          </b>
          <When item={item} tab={tab} />
        </span>
        <span className={css.why}>
          {words.why} <i>{lineOf(item)}</i>
        </span>
      </Link>
    </li>
  )

  function lineOf({ forwardedByName, initiatorName }: Item) {
    if (tab === 'started' || tab === 'copied') return <Holder item={item} />
    if (forwardedByName) return t('forwardedBy', { name: forwardedByName })
    return initiatorName ? t('from', { name: initiatorName }) : null
  }
}

/** With whom it is now. */
export function Holder({ item }: { item: Item }) {
  const { t } = useTranslation(['inbox', 'ui'])
  const { name, role, organisationName } = item.holder
  if (item.closedAt) return item.closedByName ? t('inbox:closedBy', { name: item.closedByName }) : null
  if (name) return t('inbox:heldBy', { name })
  if (role === 'secretariat') return t('inbox:heldBySecretariat')
  return t('inbox:heldByRole', { organisation: organisationName ?? '', role: role ? t(`ui:roles.${role as 'student'}`) : '' })
}

export function When({ item, tab }: { item: Item; tab: Tab }) {
  const { t, i18n } = useTranslation('inbox')
  const { deadline, stamp } = useFormat()
  const now = useNow()
  if (item.closedAt) {
    const key = `outcomes.${item.outcome}` as 'outcomes.approve'
    return (
      <time dateTime={item.closedAt}>
        {i18n.exists(`inbox:${key}`) ? t(key) : t('outcomes.other')} {tab === 'done' ? stamp(item.closedAt) : ''}
      </time>
    )
  }
  if (!item.dueAt) return null
  if (item.daysLate > 0) return <time dateTime={item.dueAt} className={css.lateTime}>{t('late', { count: item.daysLate })}</time>
  const near = Date.parse(item.dueAt) - now.getTime() < 86_400_000
  return (
    <time dateTime={item.dueAt} className={near ? css.nearTime : undefined}>
      {deadline(item.dueAt)}
    </time>
  )
}
