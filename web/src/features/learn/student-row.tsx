import type { TracePost, TraceStudent } from '@silian/algorithms/trace-matching'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { UpDownList } from '../../ui/up-down-list.tsx'
import css from './market-editor.module.css'
import { mostPoints } from './market-code.ts'
import { SmallNumber } from './small-number.tsx'
import { useNames } from './story.ts'

type Props = { student: TraceStudent; posts: readonly TracePost[]; onChange: (student: TraceStudent) => void; onRemove: (() => void) | false }

/** A student in one line; opened, the wishes in order with their scores. */
export function StudentRow({ student, posts, onChange, onRemove }: Props) {
  const { t } = useTranslation('learn')
  const names = useNames()
  const { id, wishes, entitled = false } = student
  const name = names.student(id)
  const more = posts.filter((post) => wishes.every((wish) => wish.post !== post.id))
  return (
    <details name="learn-edit" className={css.row}>
      <summary>
        <b>{name}</b>
        <span>
          {wishes.length === 0 ? t('market.noWishes') : wishes.map(({ post, score }) => <span key={post}>{`${names.post(post)} ${score}`}</span>)}
          {entitled && <small>{t('people.paired')}</small>}
        </span>
      </summary>
      <div className={css.inside}>
        <UpDownList
          items={wishes}
          itemKey={({ post }) => post}
          name={({ post }) => names.post(post)}
          label={t('market.wishes', { student: name })}
          onChange={(changed) => onChange({ ...student, wishes: changed })}
          aside={({ post }) => (
            <IconButton name="close" label={t('market.removeWish', { student: name, post: names.post(post) })} onClick={() => onChange({ ...student, wishes: wishes.filter((wish) => wish.post !== post) })} />
          )}
        >
          {({ post, score }) => (
            <span className={css.wish}>
              <span>{names.post(post)}</span>
              <SmallNumber
                quiet
                id={`score-${id}-${post}`}
                label={t('market.score', { student: name, post: names.post(post) })}
                value={score}
                most={mostPoints}
                onChange={(value) => onChange({ ...student, wishes: wishes.map((wish) => (wish.post === post ? { post, score: value } : wish)) })}
              />
            </span>
          )}
        </UpDownList>
        <div className={css.more}>
          {more.map((post) => (
            <Button key={post.id} icon="plus" onClick={() => onChange({ ...student, wishes: [...wishes, { post: post.id, score: 75 }] })}>
              {t('market.addWish', { post: names.post(post.id) })}
            </Button>
          ))}
        </div>
        <label className={css.check}>
          <input type="checkbox" checked={entitled} onChange={(event) => onChange({ id, wishes, ...(event.target.checked ? { entitled: true } : {}) })} />
          {t('market.paired')}
        </label>
        <Button kind="text" icon="trash" because={!onRemove && t('market.lastStudent')} onClick={onRemove || undefined}>
          {t('market.removeStudent', { student: name })}
        </Button>
      </div>
    </details>
  )
}
