import type { ReactNode } from 'react'
import css from './state-mark.module.css'

/** now: under way. done. waits: on someone, needs care. refused. open: not begun. gone: withdrawn, lapsed. */
export type Mood = 'now' | 'done' | 'waits' | 'refused' | 'open' | 'gone'

/** A shape, a colour and always a word. Never `refused` for a person's result. */
export const StateMark = ({ mood, children }: { mood: Mood; children: ReactNode }) => (
  <span className={[css.mark, mood !== 'open' && css[mood]].filter(Boolean).join(' ')}>{children}</span>
)

/** A time that is late or near, in its colour; the words say it too. */
export const Due = ({ how, children }: { how: 'late' | 'near' | 'far'; children: ReactNode }) => <time className={how === 'far' ? undefined : css[how]}>{children}</time>
