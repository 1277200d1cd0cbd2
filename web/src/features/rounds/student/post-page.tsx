import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { Facts } from '../../../ui/sheet.tsx'
import { FindingText } from './finding-text.tsx'
import { useFits } from './fit-words.tsx'
import { usePay, usePostTitle } from './post-facts.tsx'
import { useMyPost } from './queries.ts'
import css from './student.module.css'

/** One post in full, as the firm and the secretariat have put it. */
export default function PostPage() {
  const { t } = useTranslation(['student', 'rules'])
  const { roundId = '', postId = '' } = useParams()
  const format = useFormat()
  const pay = usePay()
  const titleOf = usePostTitle()
  const query = useMyPost(roundId, postId)
  const { why } = useFits(roundId)
  return (
    <PhonePage title={query.data ? titleOf(query.data) : ''} back={`/my/rounds/${roundId}`} help="/my/help" narrow>
      <Loaded query={query}>
        {(post) => (
          <div className={css.paper}>
            <p className={css.by}>{post.organisationName}</p>
            {(post.majorWanted || why(post.id)) && <p className={css.fit}>{post.majorWanted ? t('wishes.fitNamed') : why(post.id)}</p>}
            <Facts
              facts={[
                [t('post.pay'), pay(post)],
                [t('post.time'), post.startsOn && post.endsOn && format.range(post.startsOn, post.endsOn)],
                [t('post.hours'), post.hoursPerDay && t('post.hoursValue', { day: post.hoursPerDay, week: post.hoursPerWeek ?? '—' })],
                [t('post.shift'), post.shift && t(`post.shifts.${post.shift as 'day'}`)],
                [t('post.place'), post.address ?? post.town],
                [t('post.lodging'), post.lodging && t(`post.lodgings.${post.lodging as 'free'}`)],
                [t('post.seats'), format.number(post.seats)],
                [t('post.mentor'), post.mentorName],
                [t('post.hazards'), post.hazards.length > 0 && post.hazards.map((hazard) => t(`post.hazard.${hazard as 'other'}`)).join('、')],
              ]}
            />
            <h2>{t('post.tasks')}</h2>
            <p className={css.long}>{post.tasks}</p>
            {post.findings
              .filter((finding) => finding.severity !== 'record')
              .map((finding) => (
                <p key={finding.key} className={css.warn}>
                  <FindingText finding={finding} />
                </p>
              ))}
          </div>
        )}
      </Loaded>
    </PhonePage>
  )
}
