import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Article, Unread } from '../../ui/law.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './needs.module.css'
import { useChangeRule, useRules, type RuleView, type Severity } from './queries.ts'
import { useRuleWords } from './rule-parts.tsx'

const moods = { block: 'refused', warn: 'waits', record: 'now' } as const

/** 法规目录: what is checked, where it is written, and how this alliance takes it. */
export default function RulesPage() {
  const { t } = useTranslation('rules')
  const words = useRuleWords()
  const rules = useRules()
  const [changing, setChanging] = useState<RuleView | null>(null)
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
    { key: 'article', title: t('columns.article'), cell: (rule) => (rule.article && rule.sourceStatus === 'V' ? <Article>{rule.article}</Article> : <Unread />) },
    {
      key: 'severity', title: t('columns.severity'),
      cell: (rule) => (
        <>
          <StateMark mood={moods[rule.severity]}>{t(`severity.${rule.severity}`)}</StateMark>
          {rule.severity !== rule.usualSeverity && <p className="tiny dim">{t('severityChosen', { severity: t(`severity.${rule.severity}`), usual: t(`severity.${rule.usualSeverity}`) })}</p>}
          {rule.can.change && (
            <p>
              <Button kind="text" size="cell" onClick={() => setChanging(rule)}>
                {t('change')}
              </Button>
            </p>
          )}
        </>
      ),
    },
    { key: 'status', title: t('columns.status'), cell: (rule) => t(`status.${rule.sourceStatus}`), desk: true },
    { key: 'subject', title: t('columns.subject'), cell: (rule) => t(`subject.${rule.subject}`), desk: true },
  ]
  return (
    <Page title={t('title')} lead={t('intro')}>
      <Loaded query={rules} rows={12}>
        {(data) => <DataTable name="rules" caption={t('title')} columns={columns} rows={data.rows} rowKey={(rule) => rule.id} total={data.rows.length} />}
      </Loaded>
      {changing && <ChangeDialog rule={changing} onClose={() => setChanging(null)} />}
    </Page>
  )
}

const severities = ['block', 'warn', 'record'] as const

function ChangeDialog({ rule, onClose }: { rule: RuleView; onClose: () => void }) {
  const { t } = useTranslation('rules')
  const words = useRuleWords()
  const toast = useToast()
  const change = useChangeRule()
  const [severity, setSeverity] = useState<Severity>(rule.severity)
  const [reason, setReason] = useState('')
  const onDo = () =>
    change.mutate(
      { ruleId: rule.id, severity, reason },
      {
        onSuccess: () => {
          toast(t('changed'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('changeTitle', { name: words.name(rule.id) })} note={t('changeNote')} verb={t('change')} busy={change.isPending} error={change.error} onDo={onDo}>
      <RadioGroup label={t('columns.severity')} value={severity} onChange={setSeverity} options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))} />
      <TextArea label={t('changeReason')} value={reason} most={500} onChange={setReason} />
    </Dialog>
  )
}
