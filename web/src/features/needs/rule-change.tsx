import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RadioGroup } from '../../ui/choices.tsx'
import { Dialog, Drawer } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useChangeRule, useRuleHistory, type RuleView, type Severity } from './queries.ts'
import { useRuleWords } from './rule-parts.tsx'

const severities = ['block', 'warn', 'record'] as const
type Props = { rule: RuleView; onClose: () => void }

/** The alliance decides how strictly a rule is taken; who, when and why stay. */
export function RuleChange({ rule, onClose }: Props) {
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

export function RuleHistory({ rule, onClose }: Props) {
  const { t } = useTranslation('rules')
  const words = useRuleWords()
  const history = useRuleHistory(rule.id)
  return (
    <Drawer open onClose={onClose} title={t('historyTitle', { name: words.name(rule.id) })}>
      <Loaded query={history} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t('noHistory')}</p>
          ) : (
            <Timeline events={rows.map((row, index) => ({ key: String(index), at: row.at, text: `${row.by ?? t('lastChangeBy')}　${t('historyLine', { from: t(`severity.${row.from}`), to: t(`severity.${row.to}`) })}`, note: row.reason }))} />
          )
        }
      </Loaded>
    </Drawer>
  )
}
