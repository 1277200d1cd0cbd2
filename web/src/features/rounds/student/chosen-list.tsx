import type { MyRound, PostCard } from '@silian/server/contract/rounds/wishes'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { IconButton } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { useCardFacts } from './post-facts.tsx'
import type { Wish } from './queries.ts'
import { FindingText } from './finding-text.tsx'
import css from './student.module.css'

type Props = {
  round: MyRound
  wishes: readonly Wish[]
  posts: ReadonlyMap<string, PostCard>
  open: boolean
  titleOf: (post: PostCard) => string
  onChange: (wishes: Wish[]) => void
}

/** The wishes in order: up, down, remove by button; nothing by dragging. The moved one is read out. */
export function ChosenList({ round, wishes, posts, open, titleOf, onChange }: Props) {
  const { t } = useTranslation(['student', 'ui'])
  const factsOf = useCardFacts()
  const [told, setTold] = useState('')
  const list = useRef<HTMLOListElement>(null)

  const move = (from: number, to: number) => {
    const next = [...wishes]
    const [wish] = next.splice(from, 1)
    next.splice(to, 0, wish!)
    onChange(next)
    setTold(t('ui:list.moved', { name: titleOf(posts.get(wish!.postId)!), place: to + 1 }))
  }

  return (
    <>
      <ol className={css.chosen} ref={list}>
        {wishes.map((wish, index) => {
          const post = posts.get(wish.postId)!
          const name = titleOf(post)
          const warnings = post.findings.filter((finding) => finding.severity === 'warn')
          return (
            <li key={wish.postId} className={css.wish}>
              <span className={css.no1}>{index + 1}</span>
              <div className={css.text}>
                <h3>
                  <Link href={`/my/rounds/${round.roundId}/posts/${post.id}`}>{name}</Link>
                </h3>
                <p className={css.by}>{post.organisationName}</p>
                <Facts facts={factsOf(post)} />
                {warnings.map((finding) => (
                  <p key={finding.key} className={css.warn}>
                    <FindingText finding={finding} />
                  </p>
                ))}
                {warnings.length > 0 && open && (
                  <TextArea
                    label={t('wishes.reasonLabel')}
                    hint={t('wishes.reasonHint')}
                    rows={2}
                    most={500}
                    value={wish.reason ?? ''}
                    onChange={(reason) => onChange(wishes.map((one) => (one.postId === wish.postId ? { ...one, reason } : one)))}
                  />
                )}
                {open && (
                  <button type="button" className={css.link} aria-label={t('wishes.removeName', { name })} onClick={() => onChange(wishes.filter((one) => one.postId !== wish.postId))}>
                    {t('wishes.remove')}
                  </button>
                )}
              </div>
              {open && (
                <div className={css.moves}>
                  <IconButton name="up" size={20} label={index === 0 ? t('ui:list.first') : t('ui:list.up', { name })} disabled={index === 0} onClick={() => move(index, index - 1)} />
                  <IconButton name="down" size={20} label={index === wishes.length - 1 ? t('ui:list.last') : t('ui:list.down', { name })} disabled={index === wishes.length - 1} onClick={() => move(index, index + 1)} />
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <p className="sr" aria-live="polite">
        {told}
      </p>
    </>
  )
}

export const Facts = ({ facts }: { facts: readonly string[] }) => (
  <p className={css.facts}>
    {facts.map((fact) => (
      <span key={fact}>{fact}</span>
    ))}
  </p>
)
