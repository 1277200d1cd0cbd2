import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { AnchorButton, LinkButton } from '../../../ui/button.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from './mine.module.css'
import { useMine, type Mine } from './queries.ts'

/** 我的岗位实习: what is missing before the first day, who must do it, and what I do now. */
export default function MyPlacementPage() {
  const { t } = useTranslation('internship')
  const mine = useMine()
  return (
    <PhonePage title={t('title')} back="/wishes" help="/my/help">
      <Loaded query={mine} rows={4} empty={({ placement }) => !placement && <Empty>{`${t('none')}${t('noneHelp')}`}</Empty>}>
        {({ placement, earlier }) =>
          placement && (
            <div className={css.form}>
              <About mine={placement} />
              {placement.steps.length > 0 && <Todo mine={placement} />}
              {['active', 'suspended'].includes(placement.state) && <Under mine={placement} />}
              {placement.ended && <p className={css.by}>{t('ended')}</p>}
              {placement.steps.length > 0 && <Way mine={placement} />}
              {earlier.length > 0 && <Earlier rows={earlier} />}
            </div>
          )
        }
      </Loaded>
    </PhonePage>
  )
}

function About({ mine }: { mine: Mine }) {
  const { t } = useTranslation('internship')
  const { day } = useFormat()
  return (
    <section className={css.card}>
      <h2>{t('at', { unit: mine.unitName, title: mine.title })}</h2>
      <p className={css.by}>{t('dates', { from: day(mine.startsOn), until: day(mine.endsOn) })}</p>
      {mine.place && <p className={css.by}>{mine.place}</p>}
      <div className={css.people}>
        <Person label={t('supervisor')} person={mine.supervisor} />
        <Person label={t('mentor')} person={mine.mentor} />
        <p className={css.by}>
          {t('insured')}：{mine.insured.length === 0 ? t('notInsured') : mine.insured.map(({ insurer, number }) => t('policy', { insurer, number })).join('；')}
        </p>
      </div>
    </section>
  )
}

/** As it is dialled here. */
const bare = (phone: string) => phone.replace(/^\+86/, '')

function Person({ label, person }: { label: string; person: Mine['mentor'] }) {
  const { t } = useTranslation('internship')
  return (
    <div>
      <span>
        <span className={css.by}>{label}</span>
        <br />
        {person?.name ?? t('nobody')}
      </span>
      {person?.phone && (
        <AnchorButton size="form" href={`tel:${person.phone}`} aria-label={`${t('call', { name: person.name })} ${bare(person.phone)}`}>
          {bare(person.phone)}
        </AnchorButton>
      )}
    </div>
  )
}

function Todo({ mine }: { mine: Mine }) {
  const { t } = useTranslation('internship')
  return (
    <section>
      <PhoneHeading>{t('todo')}</PhoneHeading>
      {mine.todo.length === 0 && <p className={css.by}>{t('todoNone')}</p>}
      <div className={css.todo}>
        {mine.todo.map(({ what, agreementId, kind }, index) =>
          what === 'sign' ? (
            <LinkButton key={agreementId} kind={index === 0 ? 'primary' : 'plain'} size="big" href={`/my/agreements/${agreementId}`}>
              {t(`sign.${kind as 'consent'}`)}
            </LinkButton>
          ) : (
            <div key="test">
              <LinkButton kind={index === 0 ? 'primary' : 'plain'} size="big" href="/my/placement/test">
                {t('takeTest')}
              </LinkButton>
              <p className={css.by}>{t('takeTestNote')}</p>
            </div>
          ),
        )}
      </div>
    </section>
  )
}

function Under({ mine }: { mine: Mine }) {
  const { t } = useTranslation('internship')
  return (
    <section className={css.card}>
      <p>{t(mine.state === 'suspended' ? 'suspended' : 'active')}</p>
      <p className={css.by}>{t('activeNote')}</p>
      <LinkButton kind="primary" size="big" href="/my/internship">
        {t('toLogs')}
      </LinkButton>
    </section>
  )
}

const moods = { done: 'done', now: 'now', next: 'open' } as const

function Way({ mine }: { mine: Mine }) {
  const { t } = useTranslation('internship')
  return (
    <section>
      <PhoneHeading>{t('way')}</PhoneHeading>
      <ol className={css.way}>
        {mine.steps.map(({ edge, state, missing }) => (
          <li key={edge} className={state === 'next' ? css.later : undefined} aria-current={state === 'now' ? 'step' : undefined}>
            <header>
              <h3>{t(`steps.${edge}`)}</h3>
              <StateMark mood={moods[state]}>{t(`stepStates.${state}`)}</StateMark>
            </header>
            {state !== 'done' &&
              missing.map(({ ruleId, text, who, article }, index) => (
                <p key={`${ruleId}${index}`}>
                  {text}
                  {article && ` ${article}`} <small>{t('by', { who: t(`who.${who}`) })}</small>
                </p>
              ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Earlier({ rows }: { rows: readonly { id: string; unitName: string; startsOn: string; endsOn: string }[] }) {
  const { t } = useTranslation('internship')
  const { range } = useFormat()
  return (
    <section>
      <PhoneHeading>{t('earlier')}</PhoneHeading>
      {rows.map(({ id, unitName, startsOn, endsOn }) => (
        <p key={id} className={css.by}>
          {unitName}　{range(startsOn, endsOn)}
        </p>
      ))}
    </section>
  )
}
