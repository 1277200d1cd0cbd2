import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { NumberField } from '../../../ui/inputs.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { dealMoods } from '../moods.ts'
import css from '../technology.module.css'
import { useBoard, useChangeRule, useRegistrationRules, type DealRow } from './queries.ts'

/** 技术合同: columns by state on a desk, a list on a phone. */
export default function BoardPage() {
  const { t } = useTranslation('deals')
  const { wan } = useFormat()
  const board = useBoard()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={board} rows={8}>
        {({ columns }) =>
          columns.every(({ count }) => count === 0) ? (
            <Empty>{t('empty')}</Empty>
          ) : (
            // Scrolls by itself, so the keyboard has to reach it.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <div className={css.board} role="region" aria-label={t('board')} tabIndex={0}>
              {columns.map(({ state, count, amount, rows }) => (
                <section key={state} className={css.column} aria-label={t(`states.${state}`)}>
                  <h2>
                    <StateMark mood={dealMoods[state]}>{t(`states.${state}`)}</StateMark>
                    <span className="small mut">{count}</span>
                  </h2>
                  {count > 0 && <p className="small mut">{t('sum', { wan: wan(amount) })}</p>}
                  <ul>
                    {rows.map((row) => (
                      <li key={row.id}>
                        <Card deal={row} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )
        }
      </Loaded>
      <Rules />
    </Page>
  )
}

function Card({ deal }: { deal: DealRow }) {
  const { t } = useTranslation('deals')
  const { wan, day } = useFormat()
  return (
    <Link href={`/deals/${deal.id}`} className={css.card}>
      <b>{deal.title}</b>
      <span className={css.small}>{t(`kinds.${deal.kind}`)}　{t('wan', { wan: wan(deal.totalAmount) })}</span>
      <span className={css.small}>{deal.providerName} → {deal.clientName}</span>
      {deal.dueOn && <span className={css.small}>{t('columns.due')} {day(deal.dueOn)}</span>}
    </Link>
  )
}

/** By which rules contracts are registered, and how long a decision takes. */
function Rules() {
  const { t } = useTranslation('deals')
  const { day } = useFormat()
  const [editing, setEditing] = useState<{ id: string; decisionDays: number } | null>(null)
  const rules = useRegistrationRules()
  return (
    <Sheet title={t('rules.title')}>
      <p className="small mut">{t('rules.lead')}</p>
      <Loaded query={rules} rows={2}>
        {({ rows }) => (
          <ul className={css.list}>
            {rows.map((rule) => (
              <li key={rule.id}>
                <b>{rule.title}</b>
                <p className="small mut">
                  {rule.validUntil ? t('rules.range', { from: day(rule.validFrom), until: day(rule.validUntil) }) : t('rules.from', { from: day(rule.validFrom) })}　{t('rules.days')} {rule.decisionDays} {t('rules.day')}
                </p>
                {rule.can.edit && <Button onClick={() => setEditing(rule)}>{t('rules.change')}</Button>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {editing && <RuleDialog rule={editing} onClose={() => setEditing(null)} />}
    </Sheet>
  )
}

function RuleDialog({ rule, onClose }: { rule: { id: string; decisionDays: number }; onClose: () => void }) {
  const { t } = useTranslation('deals')
  const toast = useToast()
  const change = useChangeRule()
  const [days, setDays] = useState<number | null>(rule.decisionDays)
  const onDo = () =>
    change.mutate(
      { ruleId: rule.id, decisionDays: days ?? 0 },
      {
        onSuccess: () => {
          toast(t('rules.saved'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('rules.change')} verb={t('rules.change')} onDo={onDo} busy={change.isPending} error={change.error}>
      <NumberField short label={t('rules.days')} unit={t('rules.day')} value={days} onChange={setDays} />
    </Dialog>
  )
}
