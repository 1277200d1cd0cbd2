import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { AnchorButton, Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './during.module.css'
import { useInterns, useMoveTask, type TaskCard } from './queries.ts'
import { CardFacts } from './tasks-page.tsx'

/** Where a mentor lands: his students, and the cards that wait for him. */
export default function MentorPage() {
  const { t } = useTranslation('during')
  const { range } = useFormat()
  const interns = useInterns()
  return (
    <PhonePage title={t('mentor.title')} back="/my/mentoring">
      <Loaded query={interns} empty={({ rows }) => rows.length === 0 && <Empty>{t('mentor.empty')}</Empty>}>
        {({ rows }) => (
          <div className={css.form}>
            {rows.map((intern) => {
              const waiting = intern.cards.filter(({ state }) => state === 'shown')
              const others = intern.cards.filter(({ state }) => state !== 'shown')
              return (
                <section key={intern.placementId} className={css.form}>
                  <PhoneHeading aside={waiting.length > 0 ? t('mentor.waiting', { count: waiting.length }) : undefined}>{intern.studentName}</PhoneHeading>
                  <p className={css.by}>
                    {intern.title}，{range(intern.startsOn, intern.endsOn)}
                    <br />
                    {t('mentor.school', { school: intern.schoolName, teacher: intern.supervisorName ?? '—' })}
                  </p>
                  {intern.supervisorPhone && (
                    <AnchorButton size="form" icon="phone" href={`tel:${intern.supervisorPhone}`}>
                      {t('mentor.call')}
                    </AnchorButton>
                  )}
                  {waiting.length === 0 && <p className={css.by}>{t('mentor.nothing')}</p>}
                  {waiting.map((card) => (
                    <Waiting key={card.id} card={card} />
                  ))}
                  {others.map((card) => (
                    <article key={card.id} className={css.card}>
                      <CardFacts card={card} />
                    </article>
                  ))}
                </section>
              )
            })}
          </div>
        )}
      </Loaded>
    </PhonePage>
  )
}

function Waiting({ card }: { card: TaskCard }) {
  const { t } = useTranslation('during')
  const toast = useToast()
  const move = useMoveTask()
  const [remark, setRemark] = useState('')
  const go = (action: 'sign' | 'giveBack') =>
    move.mutate({ id: card.id, version: card.version, action, ...(action === 'sign' ? { remark } : { reason: remark }) }, { onSuccess: () => toast(t(action === 'sign' ? 'tasks.signDone' : 'tasks.backDone')) })
  return (
    <article className={css.card}>
      <CardFacts card={card} />
      <TextArea label={t('tasks.remark')} hint={t('tasks.reason')} value={remark} rows={2} most={300} onChange={setRemark} />
      {move.isError && <Refused error={move.error} />}
      <div className={css.doors}>
        <Button size="big" kind="primary" busy={move.isPending} onClick={() => go('sign')}>
          {t('tasks.sign')}
        </Button>
        <Button size="big" busy={move.isPending} because={remark.trim().length < 5 ? t('tasks.reason') : null} onClick={() => go('giveBack')}>
          {t('tasks.giveBack')}
        </Button>
      </div>
    </article>
  )
}
