import type { LetterView } from '@silian/server/contract/rounds/letters'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { useTryWishes } from './queries.ts'
import css from './letter.module.css'

/** The exact round again with my wishes in another order. */
export function TryWishes({ letter }: { letter: LetterView }) {
  const { t } = useTranslation(['student', 'ui'])
  const format = useFormat()
  const attempt = useTryWishes(letter.roundId)
  const [open, setOpen] = useState(false)
  const [order, setOrder] = useState(letter.outcomes)

  const swap = (index: number) => {
    const next = [...order]
    ;[next[index - 1], next[index]] = [next[index]!, next[index - 1]!]
    setOrder(next)
    attempt.reset()
  }
  const told = attempt.data && [attempt.data.post ? t('letter.tryPost', { choice: attempt.data.post.choice, post: attempt.data.post.title }) : t('letter.tryNone'), attempt.data.same ? t('letter.trySame') : '', t('letter.tryTook', { ms: format.number(attempt.data.milliseconds) })]

  return (
    <>
      <Button size="form" onClick={() => setOpen(true)}>
        {t('letter.tryIt')}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('letter.tryTitle')}
        note={t('letter.tryNote')}
        verb={t('letter.tryDo')}
        busy={attempt.isPending}
        error={attempt.error}
        onDo={() => attempt.mutate(order.map((outcome) => outcome.postId))}
      >
        <ol className={css.order}>
          {order.map((outcome, index) => (
            <li key={outcome.postId}>
              <span>
                {index + 1}　{outcome.postTitle}
              </span>
              <IconButton name="up" size={20} label={t('ui:list.up', { name: outcome.postTitle })} disabled={index === 0} onClick={() => swap(index)} />
            </li>
          ))}
        </ol>
        <p aria-live="polite">{told?.filter(Boolean).join(' ')}</p>
      </Drawer>
    </>
  )
}
