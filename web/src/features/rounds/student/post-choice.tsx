import type { PostCard } from '@silian/server/contract/rounds/wishes'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { PhoneHeading } from '../../../ui/phone-page.tsx'
import { Facts } from './chosen-list.tsx'
import { useFits } from './fit-words.tsx'
import { FindingText } from './finding-text.tsx'
import { useCardFacts, usePostTitle } from './post-facts.tsx'
import css from './student.module.css'

const sorts = ['major', 'pay', 'lodging', 'town'] as const
type Sort = (typeof sorts)[number]

const by: Record<Exclude<Sort, 'major'>, (a: PostCard, b: PostCard) => number> = {
  pay: (a, b) => (b.payMax ?? b.payMin ?? 0) - (a.payMax ?? a.payMin ?? 0),
  lodging: (a, b) => Number(b.lodging === 'free') - Number(a.lodging === 'free'),
  town: (a, b) => (a.town ?? '').localeCompare(b.town ?? '', 'zh'),
}

const atOnce = 20
type Props = { roundId: string; posts: readonly PostCard[]; full: boolean; most: number; onAdd: (postId: string) => void }

/** Posts that are open to me, ordered by what matters to me. */
export function OpenPosts({ roundId, posts, full, most, onAdd }: Props) {
  const { t } = useTranslation('student')
  const factsOf = useCardFacts()
  const titleOf = usePostTitle()
  const [sort, setSort] = useState<Sort>('major')
  const [shown, setShown] = useState(atOnce)
  const fits = useFits(roundId)
  const sorted = posts.toSorted(sort === 'major' ? (a, b) => fits.placeOf(a) - fits.placeOf(b) : by[sort])
  return (
    <section>
      <PhoneHeading aside={t('wishes.fitting', { count: posts.length })}>{t('wishes.more')}</PhoneHeading>
      <div className={css.sorts} role="group" aria-label={t('wishes.sortLabel')}>
        {sorts.map((one) => (
          <button key={one} type="button" aria-pressed={one === sort} onClick={() => setSort(one)}>
            {t(`wishes.sort.${one}`)}
          </button>
        ))}
      </div>
      {sort === 'major' && posts.length > 0 && <p className={css.by}>{fits.leadFor(posts)}</p>}
      {full && <p className={css.by}>{t('wishes.full', { most })}</p>}
      <ul className={css.posts}>
        {sorted.slice(0, shown).map((post) => (
          <li key={post.id} className={css.post}>
            <div>
              <h3>
                <Link href={`/my/rounds/${roundId}/posts/${post.id}`}>{titleOf(post)}</Link>
              </h3>
              <p className={css.by}>
                {post.organisationName}
                {post.town && ` · ${post.town}`}
              </p>
              <Facts facts={factsOf(post)} />
              {fits.why(post.id) && <p className={css.fit}>{fits.why(post.id)}</p>}
            </div>
            {!full && (
              <Button size="form" aria-label={t('wishes.addName', { name: titleOf(post) })} onClick={() => onAdd(post.id)}>
                {t('wishes.add')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sorted.length > shown && (
        <Button size="big" className={css.wide} onClick={() => setShown(shown + atOnce)}>
          {t('wishes.showMore', { count: Math.min(atOnce, sorted.length - shown) })}
        </Button>
      )}
    </section>
  )
}

/** Posts that are closed to me, each with its reason. */
export function ClosedPosts({ posts }: { posts: readonly PostCard[] }) {
  const { t } = useTranslation('student')
  const titleOf = usePostTitle()
  if (posts.length === 0) return null
  return (
    <section>
      <PhoneHeading aside={t('wishes.closedCount', { count: posts.length })}>{t('wishes.closedPosts')}</PhoneHeading>
      <ul className={css.posts}>
        {posts.map((post) => (
          <li key={post.id} className={css.off}>
            <h3>{titleOf(post)}</h3>
            <p className={css.by}>{post.organisationName}</p>
            {post.suspended && <p>{t('wishes.suspended')}</p>}
            {post.findings
              .filter((finding) => finding.severity === 'block')
              .map((finding) => (
                <p key={finding.key}>
                  <FindingText finding={finding} />
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
