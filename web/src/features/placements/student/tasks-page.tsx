import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './during.module.css'
import { useMoveTask, useMyLogs, useTasks, type TaskCard } from './queries.ts'

export const taskMoods = { planned: 'open', shown: 'waits', signed: 'done' } as const

/** My task cards: what the school wants me to learn, and who has signed that I did. */
export default function TasksPage() {
  const { t } = useTranslation('during')
  const mine = useMyLogs()
  const tasks = useTasks(mine.data?.placement?.id)
  return (
    <PhonePage title={t('tasks.title')} back="/my/internship" help="/my/help">
      <p className={css.by}>{t('tasks.lead')}</p>
      {mine.data && !mine.data.placement ? (
        <Empty>{t('home.none')}</Empty>
      ) : (
        <Loaded query={tasks} empty={({ rows }) => rows.length === 0 && <Empty>{t('tasks.empty')}</Empty>}>
          {({ rows, mentor }) => (
            <div className={css.form}>
              <p>
                {t('tasks.progress', { count: rows.length, signed: rows.filter(({ state }) => state === 'signed').length })}　{t('tasks.mentor')}：{mentor.name ?? '—'}
              </p>
              {rows.map((card) => (
                <Card key={card.id} card={card} />
              ))}
            </div>
          )}
        </Loaded>
      )}
    </PhonePage>
  )
}

export function CardFacts({ card }: { card: TaskCard }) {
  const { t } = useTranslation('during')
  const { day } = useFormat()
  return (
    <>
      <h2>{card.title}</h2>
      <StateMark mood={taskMoods[card.state]}>{t(`tasks.states.${card.state}`)}</StateMark>
      {card.goal && <p className={css.by}>{card.goal}</p>}
      {card.evidence && <p className={css.text}>{card.evidence}</p>}
      {card.signedAt && (
        <p className={css.answer}>
          {t('tasks.signed', { name: card.signerName ?? '', day: day(card.signedAt) })}
          {card.onPaper && `　${t('tasks.onPaper')}`}
          {card.remark && <span className={css.text}>　{card.remark}</span>}
        </p>
      )}
      {card.reason && card.state === 'planned' && <p className={css.warn}>{t('tasks.returned', { reason: card.reason })}</p>}
      {card.hours > 0 && <p className={css.by}>{t('tasks.hours', { hours: card.hours })}</p>}
    </>
  )
}

function Card({ card }: { card: TaskCard }) {
  const { t } = useTranslation('during')
  const toast = useToast()
  const move = useMoveTask()
  const issues = useIssues(move.error)
  const [text, setText] = useState(card.evidence ?? '')
  return (
    <article className={css.card}>
      <CardFacts card={card} />
      {card.can.show && card.state === 'planned' && (
        <>
          <TextArea label={t('tasks.evidence')} hint={t('tasks.evidenceHint')} value={text} rows={4} most={1000} error={issues.evidence} onChange={setText} />
          {move.isError && !issues.evidence && <Refused error={move.error} />}
          <Button size="big" kind="primary" busy={move.isPending} because={text.trim().length < 10 ? t('log.tooShort') : null} onClick={() => move.mutate({ id: card.id, version: card.version, action: 'show', evidence: text }, { onSuccess: () => toast(t('tasks.shownDone')) })}>
            {t(card.reason ? 'tasks.showAgain' : 'tasks.show')}
          </Button>
        </>
      )}
    </article>
  )
}
