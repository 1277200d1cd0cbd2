import type { TraceMarket } from '@silian/algorithms/trace-matching'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import page from './learn.module.css'
import { postIds, studentIds } from './market-code.ts'
import { addPost, addStudent, changePost, changeStudent, drawAgain, removePost, removeStudent } from './market-edit.ts'
import css from './market-editor.module.css'
import { PostRow } from './post-row.tsx'
import { useNames } from './story.ts'
import { StudentRow } from './student-row.tsx'

type Props = { market: TraceMarket; onChange: (market: TraceMarket) => void }

/** Open beside the play, closed above it: on a phone the play comes first. One row is open at a time. */
export function MarketEditor({ market, onChange }: Props) {
  const { t } = useTranslation('learn')
  const names = useNames()
  const [open, setOpen] = useState(() => matchMedia('(min-width: 900px)').matches)
  const { posts, students, draw } = market

  return (
    <details className={css.editor} open={open} onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}>
      <summary>{t('market.open', { students: t('market.studentCount', { count: students.length }), posts: t('market.postCount', { count: posts.length }) })}</summary>
      <h3 className={page.heading}>{t('market.posts')}</h3>
      {posts.map((post) => (
        <PostRow key={post.id} post={post} onChange={(changed) => onChange(changePost(market, changed))} onRemove={posts.length > 1 && (() => onChange(removePost(market, post.id)))} />
      ))}
      <Button kind="text" icon="plus" because={posts.length >= postIds.length && t('market.fullPosts', { most: postIds.length })} onClick={() => onChange(addPost(market))}>
        {t('market.addPost')}
      </Button>
      <h3 className={page.heading}>{t('market.students')}</h3>
      {students.map((student) => (
        <StudentRow
          key={student.id}
          student={student}
          posts={posts}
          onChange={(changed) => onChange(changeStudent(market, changed))}
          onRemove={students.length > 1 && (() => onChange(removeStudent(market, student.id)))}
        />
      ))}
      <Button kind="text" icon="plus" because={students.length >= studentIds.length && t('market.fullStudents', { most: studentIds.length })} onClick={() => onChange(addStudent(market))}>
        {t('market.addStudent')}
      </Button>
      <h3 className={page.heading}>{t('market.draw')}</h3>
      <ol className={css.draw}>
        {draw.map((id) => (
          <li key={id}>{names.student(id)}</li>
        ))}
      </ol>
      <p className={page.foot}>
        <Button onClick={() => onChange(drawAgain(market, Math.random))}>{t('market.drawAgain')}</Button>
        <span className="small mut">{t('market.drawNote')}</span>
      </p>
    </details>
  )
}
