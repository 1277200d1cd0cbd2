import type { listMyRounds } from '@silian/server/contract/rounds/wishes'
import type { Reply } from '@silian/server/contract'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { AgreementsLink } from '../../agreements/phone/agreements-link.tsx'
import { StayLink } from '../../assistance/phone/stay-link.tsx'
import { ClassesLink } from '../../training/student/classes-link.tsx'
import { StudentMenu } from './student-menu.tsx'
import { useMyRounds } from './queries.ts'
import css from './student.module.css'

type Row = Reply<typeof listMyRounds>['rows'][number]

/** Where a student lands: what is asked now, and what became of earlier rounds. */
export default function HomePage() {
  const { t } = useTranslation('student')
  const session = useSession()
  const query = useMyRounds()
  return (
    <PhonePage title={t('home.title')} help="/my/help">
      <p className={css.hello}>{session && t('home.hello', { name: session.account.name })}</p>
      <StayLink className={css.wide!} />
      <LinkButton href="/my/placement" size="big" className={css.wide}>
        {t('home.placement')}
      </LinkButton>
      <LinkButton href="/my/internship" size="big" className={css.wide}>
        {t('home.internship')}
      </LinkButton>
      <AgreementsLink className={css.wide} />
      <ClassesLink className={css.wide!} />
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty action={<LinkButton href="/my/help" size="big">{t('home.help')}</LinkButton>}>{t('home.none')}</Empty>}>
        {({ rows }) => (
          <>
            {rows.map((row) => (
              <Round key={row.id} row={row} />
            ))}
            <LinkButton href="/my/help" size="big" className={css.wide}>
              {t('home.help')}
            </LinkButton>
          </>
        )}
      </Loaded>
      <StudentMenu />
    </PhonePage>
  )
}

function Round({ row }: { row: Row }) {
  const { t, i18n } = useTranslation('student')
  const format = useFormat()
  const wishing = row.state === 'wishing'
  const list = { none: t('home.listNone'), draft: t('home.listDraft'), submitted: t('home.listSubmitted') }[row.listState]
  const waiting = row.state === 'ranking' || row.state === 'frozen' || row.state === 'matched'
  return (
    <article className={css.round}>
      <h2>{i18n.language === 'en' ? (row.titleEn ?? row.title) : row.title}</h2>
      <p className={css.facts}>
        <span>{t(`state.${row.state as 'wishing'}`)}</span>
        {wishing && row.wishesCloseAt && <span>{t('home.due', { when: format.deadline(row.wishesCloseAt) })}</span>}
        {wishing && <span>{list}</span>}
      </p>
      {waiting && <p className={css.by}>{t('home.waiting')}</p>}
      <p className={css.deeds}>
        {row.hasLetter ? (
          <LinkButton kind="primary" size="big" href={`/my/rounds/${row.id}/letter`}>
            {t('home.toLetter')}
          </LinkButton>
        ) : (
          <LinkButton kind={wishing && row.listState !== 'submitted' ? 'primary' : 'plain'} size="big" href={`/my/rounds/${row.id}`}>
            {wishing && row.listState !== 'submitted' ? t('home.toWish') : t('home.toChange')}
          </LinkButton>
        )}
      </p>
    </article>
  )
}
