import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { RuleBlock } from '../../../ui/rule-block.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../during/desk.module.css'
import { useAlarmWhy } from './alarm-words.ts'
import { useMonth } from './month.ts'
import { AnswerLine, RecordLine } from './pay-tab.tsx'
import { useAlarm, useMoveAlarm, type Alarm } from './queries.ts'

/** An alarm: what the unit recorded beside what the student says, the rule, and what the school does about it. */
export default function AlarmPage() {
  const { alarmId = '' } = useParams()
  const alarm = useAlarm(alarmId)
  return <Loaded query={alarm}>{(one) => <Record alarm={one} />}</Loaded>
}

function Record({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation(['pay', 'rules'])
  const { stamp } = useFormat()
  const why = useAlarmWhy()
  const monthOf = useMonth()
  const toast = useToast()
  const move = useMoveAlarm()
  const [settling, setSettling] = useState(false)
  const say = t as unknown as (key: string) => string
  const read = alarm.sourceStatus === 'V'
  return (
    <Page title={`${t(`alarm.reasons.${alarm.reason}`)}：${alarm.studentName}`} crumbs={[{ label: t('alarm.back'), href: '/pay-alarms' }, { label: alarm.number }, { label: monthOf(alarm.month) }]}>
      <Stack>
        <Line alarm={alarm} />
        <div className={css.deeds}>
          {alarm.can.take && (
            <Button kind="primary" busy={move.isPending} onClick={() => move.mutate({ id: alarm.id, action: 'take', version: alarm.version }, { onSuccess: () => toast(t('alarm.settled')) })}>
              {t('alarm.take')}
            </Button>
          )}
          {alarm.can.settle && (
            <Button kind={alarm.can.take ? 'plain' : 'primary'} onClick={() => setSettling(true)}>
              {t('alarm.settle')}
            </Button>
          )}
        </div>
        {move.isError && !settling && <Refused error={move.error} />}
        <RuleBlock tone="refuses" title={why(alarm)} quotation={say(`rules:quote.r${alarm.ruleId.replace('.', '_')}`)} article={read ? alarm.article : null} document={t('pay:findings.document')} unread={!read} />
      </Stack>
      <TwoColumns
        aside={
          <Sheet title={alarm.studentName}>
            <Facts
              facts={[
                [t('alarm.columns.unit'), alarm.unitName],
                [t('list.columns.student'), alarm.cohortName],
                [t('alarm.columns.teacher'), alarm.supervisorName],
                [t('alarm.call'), alarm.studentPhone && <a key="phone" href={`tel:${alarm.studentPhone}`}>{alarm.studentPhone.replace(/^\+86/, '')}</a>],
                [t('alarm.line.open'), stamp(alarm.openedAt)],
                [t('alarm.done'), alarm.outcome && <span key="outcome" className={css.text}>{alarm.outcome}</span>],
              ]}
            />
            <p className={css.gap}>
              <LinkButton href={`/placements/${alarm.placementId}/during?tab=pay`}>{t('alarm.openPay')}</LinkButton>
            </p>
          </Sheet>
        }
      >
        <Sheet title={t('alarm.recordSheet')}>{alarm.record ? <RecordLine record={alarm.record} /> : <p className="mut">{t('page.noRecord')}</p>}</Sheet>
        <Sheet title={t('alarm.answerSheet')}>
          <div className={css.stack}>
            {alarm.answer ? <AnswerLine answer={alarm.answer} /> : <p className="mut">{t('page.noAnswer')}</p>}
            {alarm.source === 'student' && <p className={css.warn}>{t('alarm.secret')}</p>}
          </div>
        </Sheet>
      </TwoColumns>
      {settling && <Settle alarm={alarm} onClose={() => setSettling(false)} />}
    </Page>
  )
}

function Settle({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) {
  const { t } = useTranslation('pay')
  const toast = useToast()
  const move = useMoveAlarm()
  const issues = useIssues(move.error)
  const [outcome, setOutcome] = useState('')
  const onDo = () =>
    move.mutate(
      { id: alarm.id, action: 'settle', outcome, version: alarm.version },
      {
        onSuccess: () => {
          toast(t('alarm.settled'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('alarm.settleTitle', { number: alarm.number })} verb={t('alarm.settle')} onDo={onDo} busy={move.isPending} error={Object.keys(issues).length > 0 ? undefined : move.error}>
      <TextArea label={t('alarm.outcome')} hint={t('alarm.outcomeHint')} value={outcome} most={1000} error={issues.outcome} onChange={setOutcome} />
    </Dialog>
  )
}

function Line({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation('pay')
  const { day, deadline } = useFormat()
  const line = ['open', 'taken', 'settled'] as const
  const note = (one: string) => (one === 'open' ? day(alarm.openedAt) : one === 'settled' && alarm.closedAt ? day(alarm.closedAt) : undefined)
  const steps = stepsOf<Alarm['state']>({ line, state: alarm.state, label: (one) => t(`alarm.line.${one as 'open'}`), note }, 'open').map((step) => (step.key === 'settled' && alarm.state === 'settled' ? { ...step, state: 'done' as const } : step))
  return (
    <ChainLine steps={steps}>
      <NextBar>{t(`alarm.next.${alarm.state}`, { due: alarm.dueAt ? deadline(alarm.dueAt) : '', name: alarm.takenByName ?? '', outcome: alarm.outcome ?? '' })}</NextBar>
    </ChainLine>
  )
}
