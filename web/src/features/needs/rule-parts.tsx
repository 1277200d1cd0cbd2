import { spoken } from '@silian/words/spoken'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { CheckRail, RailNote, RuleBlock, type Check } from '../../ui/rule-block.tsx'
import type { FindingView, RuleStateView } from './queries.ts'

type Sayable = (key: string, params?: Record<string, unknown>) => string

/** Sums are written with commas; years and ages are not. */
const money = ['pay', 'same', 'floor', 'tier']

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Those that stand elsewhere than in the regulation on internships. */
const sourceOf: Readonly<Record<string, 'working_hours' | 'cooperation' | 'young_workers' | 'guangdong' | 'apprenticeship' | 'enterprise_apprenticeship'>> = {
  '1.17': 'cooperation', '1.31': 'working_hours', '1.38': 'young_workers', '1.40': 'guangdong', '2.15': 'apprenticeship', '2.16': 'enterprise_apprenticeship',
}

/** The sentences of rules, whose keys come with the finding. */
export function useRuleWords() {
  const { t, i18n } = useTranslation('rules')
  const { number, day } = useFormat()
  const say = t as unknown as Sayable
  const written = (params: FindingView['params']) =>
    spoken(Object.fromEntries(Object.entries(params).map(([name, value]) => [name, money.includes(name) && typeof value === 'number' ? number(value) : isDay(value) ? day(value) : value])), say, i18n.language === 'en' ? ', ' : '、')
  const keyOf = (ruleId: string) => `r${ruleId.replace('.', '_')}`
  return {
    name: (ruleId: string) => say(`name.${keyOf(ruleId)}`),
    quote: (ruleId: string) => say(`quote.${keyOf(ruleId)}`),
    finding: ({ key, params }: Pick<FindingView, 'key' | 'params'>) => say(`findings.${key}`, written(params)),
    repair: (field: string, value: string | number | boolean) => (i18n.exists(`rules:repair.${field}`) ? say(`repair.${field}`, { value: typeof value === 'number' ? number(value) : value }) : String(value)),
    document: (ruleId: string) => t(`sources.${sourceOf[ruleId] ?? 'internship'}`),
  }
}

type Props = {
  findings: readonly FindingView[]
  /** The fields this block stands under; all when left out. */
  fields?: readonly string[]
  reasons?: Record<string, string>
  onReason?: (ruleId: string, reason: string) => void
  onRepair?: (field: string, value: string | number | boolean) => void
  /** On the record: reasons already given, and whether somebody agreed. */
  given?: readonly { ruleId: string; approvedAt: string | null }[]
}

/** What the law says about some fields: refusals first. */
export function Rules({ findings, fields, reasons = {}, onReason, onRepair, given = [] }: Props) {
  const { t } = useTranslation('needs')
  const words = useRuleWords()
  const here = findings.filter(({ field }) => !fields || fields.includes(field))
  return here.map((found) => {
    const { ruleId, severity, article, sourceStatus } = found
    const asks = severity === 'warn'
    const waiver = given.find((one) => one.ruleId === ruleId)
    const standing = !asks || !waiver ? severity : waiver.approvedAt ? 'approved' : 'given'
    return (
      <RuleBlock
        key={found.key + found.field}
        tone={severity === 'block' ? 'refuses' : 'asks'}
        title={t(`rule.${standing}`, { name: words.name(ruleId) })}
        quotation={severity === 'record' ? null : words.quote(ruleId)}
        article={article}
        document={words.document(ruleId)}
        documentHref={null}
        unread={sourceStatus === 'K'}
        repairs={onRepair ? found.repairs.map(({ field, value }) => ({ label: words.repair(field, value), onRepair: () => onRepair(field, value) })) : []}
        reason={asks && onReason ? { label: t('form.reason'), hint: t('form.reasonHint'), name: `reason-${ruleId}`, value: reasons[ruleId] ?? '', onChange: (reason) => onReason(ruleId, reason) } : undefined}
      >
        {words.finding(found)}
      </RuleBlock>
    )
  })
}

const results = { ok: 'passes', record: 'passes', warn: 'asks', block: 'refuses' } as const

/** Every rule and how it stands; those that wait for a field are named below. */
export function RuleRail({ checks, done }: { checks: readonly RuleStateView[]; /** The post is written: counts instead of 随填随查. */ done?: boolean }) {
  const { t, i18n } = useTranslation(['needs', 'rules'])
  const words = useRuleWords()
  const shown: Check[] = checks.flatMap(({ ruleId, state, article, sourceStatus }) =>
    state === 'open'
      ? []
      : [{ key: ruleId, result: results[state], label: words.name(ruleId), note: [article, state === 'ok' ? null : t(`rules:state.${state}`)].filter(Boolean).join('　'), unread: sourceStatus === 'K' }],
  )
  const open = checks.filter(({ state }) => state === 'open').map(({ ruleId }) => words.name(ruleId))
  return (
    <>
      <CheckRail checks={shown} aside={done ? t('needs:record.checksPassed', { passed: shown.filter(({ result }) => result === 'passes').length, total: checks.length }) : undefined} />
      {open.length > 0 && <RailNote title={t('rules:state.open')}>{t('needs:form.later', { rules: open.join(i18n.language === 'en' ? ', ' : '、') })}</RailNote>}
    </>
  )
}
