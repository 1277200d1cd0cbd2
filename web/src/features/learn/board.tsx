import { heldAfter, seatsOf, type Seat, type Step, type Trace, type TraceMarket, type TracePost } from '@silian/algorithms/trace-matching'
import { useTranslation } from 'react-i18next'
import css from './learn.module.css'
import { useNames } from './story.ts'

type Props = { market: TraceMarket; trace: Trace; step: number }

/** Each post as a box of seats; what the last step changed is framed and has a word. */
export function Board({ market, trace, step }: Props) {
  const { t } = useTranslation('learn')
  const held = heldAfter(market, trace.steps, step)
  const now = trace.steps[step - 1]
  return (
    <section>
      <h3 className={css.heading}>{t('play.board')}</h3>
      <ul className={css.board}>
        {market.posts.map((post) => (
          <PostBox key={post.id} market={market} post={post} held={held.get(post.id)!} now={now && now.kind !== 'unplaced' && now.post === post.id ? now : null} />
        ))}
      </ul>
    </section>
  )
}

type Now = Exclude<Step, { kind: 'unplaced' }> | null

function PostBox({ market, post, held, now }: { market: TraceMarket; post: TracePost; held: readonly string[]; now: Now }) {
  const { t } = useTranslation('learn')
  const names = useNames()
  const guest = guestOf(now)
  return (
    <li className={now ? `${css.box} ${css.touched}` : css.box}>
      <p className={css.name}>
        <b>{names.post(post.id)}</b> <span>{post.seats === 0 ? t('board.noSeats') : t('board.held', { held: held.length, seats: post.seats })}</span>
      </p>
      <ul>
        {seatsOf(market, post, held).map((seat, at) => (
          <SeatRow key={at} seat={seat} market={market} post={post} word={wordOf(seat, now)} />
        ))}
        {guest && (
          <li className={css.guest}>
            <Person id={guest.id} market={market} post={post} />
            <em>{t(`board.${guest.word}`)}</em>
          </li>
        )}
      </ul>
    </li>
  )
}

function SeatRow({ seat, market, post, word }: { seat: Seat; market: TraceMarket; post: TracePost; word: 'keeps' | 'enters' | null }) {
  const { t } = useTranslation('learn')
  const reserved = seat.kind === 'reserved'
  if (!seat.student) return <li className={css.free}>{t(reserved ? 'board.emptyReserved' : 'board.empty')}</li>
  const entitled = market.students.find(({ id }) => id === seat.student)?.entitled
  return (
    <li className={word ? `${css.seat} ${css.changed}` : css.seat}>
      <Person id={seat.student} market={market} post={post} />
      {reserved && entitled && <small>{t('board.reserved')}</small>}
      {word && <em>{t(`board.${word}`)}</em>}
    </li>
  )
}

function Person({ id, market, post }: { id: string; market: TraceMarket; post: TracePost }) {
  const { t } = useTranslation('learn')
  const names = useNames()
  const score = market.students.find((student) => student.id === id)?.wishes.find((wish) => wish.post === post.id)?.score
  return (
    <span>
      {names.student(id)} <span className={css.points}>{t('board.points', { score: score ?? 0 })}</span>
    </span>
  )
}

/** Who stands at the box without a seat: whoever asks, was not kept, or has just made room. */
function guestOf(now: Now): { id: string; word: 'asks' | 'refused' | 'leaves' } | null {
  if (now?.kind === 'propose') return { id: now.student, word: 'asks' }
  if (now?.kind === 'refuse') return { id: now.student, word: 'refused' }
  return now?.kind === 'swap' ? { id: now.over, word: 'leaves' } : null
}

function wordOf(seat: Seat, now: Now): 'keeps' | 'enters' | null {
  if (!now || seat.student !== now.student) return null
  return now.kind === 'hold' ? 'keeps' : now.kind === 'swap' ? 'enters' : null
}
