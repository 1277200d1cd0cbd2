import type { MyRound } from '@silian/server/contract/rounds/wishes'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ChosenList } from './chosen-list.tsx'
import { usePostTitle } from './post-facts.tsx'
import { ClosedPosts, OpenPosts } from './post-choice.tsx'
import { useMyRound, useSaveWishes, type Wish } from './queries.ts'
import { useWishDraft } from './wish-draft.ts'
import css from './student.module.css'

export default function WishesPage() {
  const { t } = useTranslation('student')
  const { roundId = '' } = useParams()
  const query = useMyRound(roundId)
  if (query.data) return <Wishes key={query.data.submittedAt} round={query.data} />
  return (
    <PhonePage title={t('wishes.title')} back="/wishes" help="/my/help">
      <Loaded query={query}>{() => null}</Loaded>
    </PhonePage>
  )
}

function Wishes({ round }: { round: MyRound }) {
  const { t, i18n } = useTranslation(['student', 'rules'])
  const format = useFormat()
  const say = useWording()
  const toast = useToast()
  const titleOf = usePostTitle()
  const draft = useWishDraft(round)
  const submit = useSaveWishes(round.roundId)
  const [why, setWhy] = useState(false)

  const title = i18n.language === 'en' ? (round.titleEn ?? round.title) : round.title
  const open = round.can.wish
  const posts = new Map(round.posts.map((post) => [post.id, post]))
  const chosen = draft.wishes.filter((wish) => posts.has(wish.postId))
  const isOpen = (post: MyRound['posts'][number]) => !post.suspended && !post.findings.some((finding) => finding.severity === 'block')
  const rest = round.posts.filter((post) => isOpen(post) && !chosen.some((wish) => wish.postId === post.id))
  const closed = round.posts.filter((post) => !isOpen(post))
  const change = (wishes: Wish[]) => draft.change(wishes)
  const left = round.wishesCloseAt ? format.left(round.wishesCloseAt) : null
  const when = round.wishesCloseAt ? format.deadline(round.wishesCloseAt) : ''

  /** A promise, because the page of a list that was submitted is a new one, and nothing would call back the old one. */
  const send = () =>
    void submit.mutateAsync({ wishes: chosen, submit: true }).then(
      () => {
        draft.forget()
        toast(t('wishes.done', { count: chosen.length }))
      },
      () => undefined,
    )

  const saved = draft.state === 'saving' ? t('wishes.saving') : draft.state === 'lost' ? t('wishes.notSaved') : draft.savedAt ? t('wishes.savedAt', { time: format.time(draft.savedAt) }) : null
  const note = round.listState === 'submitted' ? (draft.changed ? t('wishes.changed') : t('wishes.submittedAt', { time: format.moment(round.submittedAt!) })) : saved
  const unchanged = round.listState === 'submitted' && !draft.changed

  return (
    <PhonePage
      title={t('wishes.title')}
      back="/wishes"
      help="/my/help"
      due={
        open
          ? { title: left ? t('wishes.due', { when, left }) : t('wishes.dueFar', { when }), note: t('wishes.note', { round: title }) }
          : { title: t('wishes.closed'), note: t('wishes.closedNote', { round: title }) }
      }
      footNote={
        open && (
          <>
            {note && (
              <span className={css.saved}>
                <Icon name={draft.state === 'lost' ? 'device' : 'cloud'} /> {note}
              </span>
            )}
            {submit.isError && (
              <span className={css.no} role="alert">
                <Icon name="warn" /> {say(submit.error)}
              </span>
            )}
          </>
        )
      }
      foot={
        open && (
          <Button kind="primary" size="big" onClick={send} busy={submit.isPending} because={chosen.length === 0 && t('wishes.empty', { most: round.maxWishes })}>
            {t(round.listState === 'submitted' ? 'wishes.submitAgain' : 'wishes.submit', { count: chosen.length })}
          </Button>
        )
      }
    >
      {open && (
        <p className={css.tip}>
          <b>{t(round.honest ? 'wishes.tip' : 'wishes.tipRule')}</b>
          {t(round.honest ? 'wishes.tipWhy' : 'wishes.tipRuleWhy')}{' '}
          <button type="button" className={css.link} aria-expanded={why} onClick={() => setWhy(!why)}>
            {t(round.honest ? 'wishes.why' : 'wishes.rule')}
          </button>
          {why && (
            <span className={css.why}>
              {round.honest ? t('wishes.whyText') : round.how.join('')} {round.honest && <Link href="/learn">{t('wishes.whyTry')}</Link>}
            </span>
          )}
        </p>
      )}
      <PhoneHeading aside={t('wishes.chosen', { count: chosen.length, most: round.maxWishes })}>{t('wishes.mine')}</PhoneHeading>
      {chosen.length === 0 && <p className={css.by}>{t('wishes.empty', { most: round.maxWishes })}</p>}
      <ChosenList round={round} wishes={chosen} posts={posts} open={open} titleOf={titleOf} onChange={change} />
      {open && chosen.length > 0 && !unchanged && <p className={css.by}>{t('wishes.share')}</p>}
      {open && <OpenPosts roundId={round.roundId} posts={rest} full={chosen.length >= round.maxWishes} most={round.maxWishes} onAdd={(postId) => change([...chosen, { postId, reason: null }])} />}
      <ClosedPosts posts={closed} />
    </PhonePage>
  )
}
