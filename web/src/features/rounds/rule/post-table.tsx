import { fits } from '@silian/algorithms/round-rule'
import type { RulePostRow, RulesView } from '@silian/server/contract/rounds/rule'
import { memo, useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaultsAt } from './fault-text.ts'
import css from './rule.module.css'
import { ofPost, type Change, type PostForm, type RulesForm } from './rules-form.ts'
import { SmallCount } from './small-count.tsx'
import { useTagName } from './tag-name.ts'

type Column = {
  key: string
  /** Where the server and the judgement place its faults. */
  field: 'reserves' | 'minimum' | 'schoolCap' | 'target'
  title: string
  value: (post: PostForm) => number | null
  put: (post: PostForm, value: number | null) => PostForm
}

type Props = { view: RulesView; form: RulesForm; faultsAt: FaultsAt; onChange: Change }

/** A row a post, a column for each thing the mechanism can keep; the first row fills them all. */
export function PostTable({ view, form, faultsAt, onChange }: Props) {
  const { t } = useTranslation('matching')
  const columns = useColumns(form)
  const latest = useRef(form)
  useEffect(() => void (latest.current = form))
  const put = useCallback(
    (post: RulePostRow, column: Column, value: number | null) => onChange({ posts: { ...latest.current.posts, [post.postId]: column.put(ofPost(latest.current, post), value) } }),
    [onChange],
  )
  const fill = (column: Column, value: number | null) =>
    onChange({ posts: { ...form.posts, ...Object.fromEntries(view.posts.map((post) => [post.postId, column.put(ofPost(form, post), column.field === 'schoolCap' || value === null ? value : Math.min(value, post.seats))])) } })
  const marksNeeded = view.posts.some((_, at) => faultsAt('posts', at, 'scoring') !== null)
  if (columns.length === 0 && !marksNeeded) return null
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('posts.post')}</th>
            <th scope="col">{t('posts.seats')}</th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.posts.length > 1 && columns.length > 0 && (
            <tr className={css.fill}>
              <th scope="row">{t('posts.fill')}</th>
              <td aria-hidden="true" />
              {columns.map((column) => (
                <td key={column.key}>
                  <SmallCount label={t('posts.fillAll', { what: column.title })} value={null} onChange={(value) => fill(column, value)} />
                </td>
              ))}
            </tr>
          )}
          {view.posts.map((post, at) => (
            <Row key={post.postId} post={post} own={ofPost(form, post)} columns={columns} put={put} faults={[...columns.map(({ field }) => faultsAt('posts', at, field)), faultsAt('posts', at, 'scoring')].join('\n')} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { post: RulePostRow; own: PostForm; columns: readonly Column[]; put: (post: RulePostRow, column: Column, value: number | null) => void; faults: string; at: number }

/** Only the row that changed is drawn again: a round may have a thousand posts. */
const Row = memo(function Row({ post, own, columns, put, faults, at }: RowProps) {
  const { t } = useTranslation('matching')
  const sentences = faults.split('\n')
  const scoring = sentences.at(-1)
  return (
    <tr>
      <th scope="row">
        {post.title}
        <small>{post.organisationName}</small>
        {scoring && <span className={css.fault}>{scoring}</span>}
      </th>
      <td>{post.seats}</td>
      {columns.map((column, index) => (
        <td key={column.key}>
          <SmallCount
            id={`field-posts-${at}-${column.field}`}
            label={t('posts.of', { post: post.title, what: column.title })}
            value={column.value(own)}
            fault={sentences[index]}
            onChange={(value) => put(post, column, value)}
          />
        </td>
      ))}
    </tr>
  )
})

/** The same columns as long as what is to be set is the same, so that rows need not be drawn again. */
function useColumns({ rule, tags }: RulesForm): readonly Column[] {
  const { t } = useTranslation('matching')
  const nameOf = useTagName()
  const { mechanism, lowerQuota } = rule
  return useMemo(() => {
    const reserves = tags.map((tag): Column => ({
      key: tag,
      field: 'reserves',
      title: t('posts.reserve', { tag: nameOf(tag) }),
      value: (post) => post.reserves[tag] || null,
      put: (post, value) => ({ ...post, reserves: { ...post.reserves, [tag]: value ?? 0 } }),
    }))
    const minimum: Column = { key: 'minimum', field: 'minimum', title: t('posts.minimum'), value: (post) => post.minimum || null, put: (post, value) => ({ ...post, minimum: value ?? 0 }) }
    const schoolCap: Column = { key: 'schoolCap', field: 'schoolCap', title: t('posts.schoolCap'), value: (post) => post.schoolCap, put: (post, value) => ({ ...post, schoolCap: value || null }) }
    const target: Column = { key: 'target', field: 'target', title: t('posts.target'), value: (post) => post.target, put: (post, value) => ({ ...post, target: value }) }
    return [
      ...(fits(mechanism, 'reserves') ? reserves : []),
      ...(lowerQuota === 'close' ? [minimum] : []),
      ...(fits(mechanism, 'schoolCaps') ? [schoolCap] : []),
      ...(fits(mechanism, 'targets') ? [target] : []),
    ]
  }, [mechanism, lowerQuota, tags, t, nameOf])
}
