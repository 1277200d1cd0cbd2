import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Article, Unread } from '../../ui/law.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { QueryForm } from '../../ui/query-form.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import css from './needs.module.css'
import { useRules, type RuleView } from './queries.ts'
import { RuleChange, RuleHistory } from './rule-change.tsx'
import { useRuleWords } from './rule-parts.tsx'

const moods = { block: 'refused', warn: 'waits', record: 'now' } as const
const parts = ['changed', 'unread', 'bans'] as const
const belongs: Record<(typeof parts)[number], (rule: RuleView) => boolean> = {
  changed: (rule) => rule.lastChange !== null,
  unread: (rule) => rule.sourceStatus === 'K',
  bans: (rule) => rule.ban !== null,
}

/** 法规目录: what is checked where, where it is written, how this alliance takes it, and who decided that. */
export default function RulesPage() {
  const { t } = useTranslation('rules')
  const words = useRuleWords()
  const rules = useRules()
  const list = useListState()
  const { q = '', part = '' } = list.filters
  const fits = (rule: RuleView) =>
    (!(parts as readonly string[]).includes(part) || belongs[part as (typeof parts)[number]](rule)) && (q === '' || [rule.id, rule.article ?? '', words.name(rule.id), words.quote(rule.id)].some((text) => text.toLowerCase().includes(q.trim().toLowerCase())))
  return (
    <Page title={t('title')} lead={t('intro')}>
      <QueryForm
        list={list}
        filters={[
          { key: 'q', label: t('search'), kind: 'text' },
          { key: 'part', label: t('columns.status'), kind: 'select', options: parts.map((value) => ({ value, label: t(`filters.${value}`) })) },
        ]}
      />
      <Loaded query={rules} rows={12}>
        {(data) => <Table rows={data.rows.filter(fits)} />}
      </Loaded>
      <p className="tiny dim">{t('banNote')}</p>
    </Page>
  )
}

function Table({ rows }: { rows: readonly RuleView[] }) {
  const { t } = useTranslation('rules')
  const words = useRuleWords()
  const { day } = useFormat()
  const [open, setOpen] = useState<{ rule: RuleView; what: 'change' | 'history' } | null>(null)
  const close = () => setOpen(null)
  const columns: Column<RuleView>[] = [
    {
      key: 'rule', title: t('columns.rule'),
      cell: (rule) => (
        <div className={css.rule}>
          <b>{words.name(rule.id)}</b>
          {words.quote(rule.id)}
        </div>
      ),
    },
    {
      key: 'article', title: t('columns.article'),
      cell: (rule) => (
        <>
          {rule.article && rule.sourceStatus === 'V' ? <Article>{rule.article}</Article> : <Unread />}
          {rule.source !== 'internship' && <p className="tiny dim">{words.document(rule.id)}</p>}
        </>
      ),
    },
    {
      key: 'severity', title: t('columns.severity'),
      cell: (rule) => (
        <>
          <StateMark mood={moods[rule.severity]}>{t(`severity.${rule.severity}`)}</StateMark>
          {rule.ban && <p className="tiny dim">{t(`ban.${rule.ban}`)}</p>}
          {rule.severity !== rule.usualSeverity && <p className="tiny dim">{t('severityChosen', { severity: t(`severity.${rule.severity}`), usual: t(`severity.${rule.usualSeverity}`) })}</p>}
          {rule.lastChange && <p className="tiny dim">{t('lastChange', { by: rule.lastChange.by ?? t('lastChangeBy'), day: day(rule.lastChange.at), reason: rule.lastChange.reason })}</p>}
          <p className="nw">
            {rule.can.change && (
              <Button kind="text" size="cell" onClick={() => setOpen({ rule, what: 'change' })}>
                {t('change')}
              </Button>
            )}
            {rule.lastChange && (
              <Button kind="text" size="cell" onClick={() => setOpen({ rule, what: 'history' })}>
                {t('history')}
              </Button>
            )}
          </p>
        </>
      ),
    },
    { key: 'status', title: t('columns.status'), cell: (rule) => t(`status.${rule.sourceStatus}`), desk: true },
    { key: 'checkedOn', title: t('columns.checkedOn'), cell: (rule) => rule.checkedOn.map((where) => t(`checkedOn.${where as 'unit'}`)).join(' · '), desk: true },
  ]
  return (
    <>
      <DataTable name="rules" caption={t('title')} columns={columns} rows={rows} rowKey={(rule) => rule.id} total={rows.length} empty={<Empty>{t('noMatch')}</Empty>} />
      {open?.what === 'change' && <RuleChange rule={open.rule} onClose={close} />}
      {open?.what === 'history' && <RuleHistory rule={open.rule} onClose={close} />}
    </>
  )
}
