import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from './desk.module.css'
import { useTasks, type TaskCard, type Tasks } from './queries.ts'
import { GiveMentor, JudgeTask, PlanTasks } from './task-drawers.tsx'

const moods = { planned: 'open', shown: 'waits', signed: 'done' } as const

export function TasksTab({ placementId }: { placementId: string }) {
  const tasks = useTasks(placementId)
  return <Loaded query={tasks}>{(data) => <Cards data={data} placementId={placementId} />}</Loaded>
}

function Cards({ data, placementId }: { data: Tasks; placementId: string }) {
  const { t } = useTranslation('during')
  const [open, setOpen] = useState<'plan' | 'mentor' | { card: TaskCard; action: 'sign' | 'giveBack' } | null>(null)
  const { rows, mentor, onPaper, can } = data
  const signed = rows.filter(({ state }) => state === 'signed').length
  return (
    <Sheet title={t('tasks.title')} aside={rows.length > 0 ? t('tasks.progress', { count: rows.length, signed }) : undefined}>
      <p className="small mut">{t('tasks.lead')}</p>
      <p className="small">
        {t('tasks.mentor')}：{mentor.name ?? '—'}{onPaper && `（${t('tasks.mentorNone')}）`}
      </p>
      <div className={css.deeds}>
        {can.plan && <Button kind={rows.length === 0 ? 'primary' : 'plain'} onClick={() => setOpen('plan')}>{t('tasks.plan')}</Button>}
        {can.giveMentor && <Button onClick={() => setOpen('mentor')}>{t('tasks.giveMentor')}</Button>}
      </div>
      {rows.length === 0 && <Empty>{t(can.plan ? 'tasks.emptyPlan' : 'tasks.empty')}</Empty>}
      {rows.map((card) => (
        <Card key={card.id} card={card} onJudge={(action) => setOpen({ card, action })} />
      ))}
      {open === 'plan' && <PlanTasks rows={rows} placementId={placementId} onClose={() => setOpen(null)} />}
      {open === 'mentor' && <GiveMentor placementId={placementId} current={mentor.accountId} onClose={() => setOpen(null)} />}
      {open !== null && typeof open === 'object' && <JudgeTask card={open.card} action={open.action} onPaper={onPaper} onClose={() => setOpen(null)} />}
    </Sheet>
  )
}

function Card({ card, onJudge }: { card: TaskCard; onJudge: (action: 'sign' | 'giveBack') => void }) {
  const { t } = useTranslation('during')
  const { day } = useFormat()
  return (
    <article className={css.row}>
      <header>
        <h3>
          {card.position}. {card.title}
        </h3>
        <StateMark mood={moods[card.state]}>{t(`tasks.states.${card.state}`)}</StateMark>
      </header>
      {card.goal && <p className="small mut">{card.goal}</p>}
      {card.evidence && <p className={css.text}>{card.evidence}</p>}
      {card.signedAt && (
        <p className={css.answer}>
          {t('tasks.signed', { name: card.signerName ?? '', day: day(card.signedAt) })}{card.onPaper && `　${t('tasks.onPaper')}`}　{card.remark}
        </p>
      )}
      {card.reason && card.state === 'planned' && <p className={css.warn}>{t('tasks.returned', { reason: card.reason })}</p>}
      {card.hours > 0 && <p className="small mut">{t('tasks.hours', { hours: card.hours })}</p>}
      {(card.can.sign || card.can.giveBack) && (
        <div className={css.deeds}>
          <Button kind="primary" onClick={() => onJudge('sign')}>{t('tasks.sign')}</Button>
          <Button onClick={() => onJudge('giveBack')}>{t('tasks.giveBack')}</Button>
        </div>
      )}
    </article>
  )
}
