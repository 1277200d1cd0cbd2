import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Banner } from '../../../ui/banner.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { Reasons } from '../reasons.tsx'
import { useIntroductionHistory, type IntroductionState, type IntroductionView } from './queries.ts'

const line = ['proposed', 'accepted', 'talking', 'contracted'] as const

export function IntroductionLine({ introduction: one, plain }: { introduction: IntroductionView; plain?: boolean }) {
  const { t } = useTranslation('introductions')
  const { deadline, day } = useFormat()
  const due = one.next.until ? deadline(one.next.until) : ''
  const note = (state: IntroductionState) => (state === one.state && one.next.until ? due : state === one.state && one.endedAt ? day(one.endedAt) : state === 'proposed' ? day(one.madeAt) : undefined)
  const reached: IntroductionState = one.minutes.length > 0 ? 'talking' : one.askerAccepted && one.answererAccepted ? 'accepted' : 'proposed'
  const words = one.state === 'proposed' ? t(`next.proposed.${one.next.who === 'asker' ? 'asker' : 'answerer'}`, { due }) : t(`next.${one.state}`, { due })
  return <ChainLine steps={stepsOf<IntroductionState>({ line, state: one.state, label: (state) => t(`line.${state}`), note }, reached)}>{!plain && <NextBar>{words}</NextBar>}</ChainLine>
}

/** How it ended: the code, what was said with it, and what could be better. */
export function Outcome({ introduction: one }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions')
  if (!one.declineCode) return null
  return (
    <Banner>
      <b>{t('record.ended', { side: t(`sides.${one.endedSide ?? 'manager'}`), code: t(`codes.${one.declineCode}`) })}</b>
      {one.declineNote && <p>{one.declineNote}</p>}
      <p>
        {t('record.improve')}　{t(`advice.${one.declineCode}`)}
      </p>
    </Banner>
  )
}

export function Parties({ introduction: one, level = 2 }: { introduction: IntroductionView; level?: 2 | 3 }) {
  const { t } = useTranslation('introductions')
  const { day } = useFormat()
  const word = (yes: boolean) => t(yes ? 'record.yes' : 'record.notYet')
  const answer = `${t(`answerKinds.${one.answer.kind}`)}　${one.answer.title}`
  return (
    <Sheet level={level} title={t('record.parties')}>
      <Facts
        facts={[
          [t('record.need'), <Link key="need" href={`/problems/${one.need.id}`}>{one.need.title}</Link>],
          [t('columns.asker'), `${one.askerName}　${word(one.askerAccepted)}`],
          [t('record.answer'), one.answer.kind === 'achievement' ? <Link key="answer" href={`/achievements/${one.answer.id}`}>{answer}</Link> : answer],
          [t('columns.answerer'), `${one.answererName}　${word(one.answererAccepted)}`],
          [t('columns.madeAt'), t('record.made', { side: t(`sides.${one.madeAs}`), name: one.madeByName ? ` ${one.madeByName} ` : '', day: day(one.madeAt) })],
          [t('record.message'), one.message],
        ]}
      />
    </Sheet>
  )
}

export function Why({ introduction: one, level = 2 }: { introduction: IntroductionView; level?: 2 | 3 }) {
  const { t } = useTranslation('introductions')
  return (
    <Sheet level={level} title={t('record.reasons')}>
      {one.reasons.length > 0 ? <Reasons reasons={one.reasons} /> : <p className="dim">{t('record.noReasons')}</p>}
    </Sheet>
  )
}

export function IntroductionHistory({ introductionId }: { introductionId: string }) {
  const { t, i18n } = useTranslation('introductions')
  const history = useIntroductionHistory(introductionId)
  return (
    <Loaded query={history} rows={3}>
      {({ rows }) => (
        <Timeline
          events={rows.map(({ at, event, by, details }, index) => {
            const verb = event.split('.')[1]!
            const code = details['declineCode']
            return {
              key: String(index), at,
              text: `${by ? t('events.by', { name: by }) : t('events.system')}${i18n.exists(`introductions:events.${verb}`) ? t(`events.${verb as 'made'}`) : event}`,
              note: typeof code === 'string' ? t(`codes.${code as 'terms'}`) : undefined,
              look: ['declined', 'lapsed', 'contract_ended'].includes(verb) ? ('late' as const) : verb === 'contracted' ? ('done' as const) : undefined,
            }
          })}
        />
      )}
    </Loaded>
  )
}
