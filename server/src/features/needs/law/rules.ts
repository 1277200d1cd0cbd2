export const severities = ['block', 'warn', 'record'] as const
/** block refuses the step · warn asks for a reason and an approver · record keeps evidence and tells. */
export type Severity = (typeof severities)[number]
/** V read in the official text · P read in a provincial rule that repeats it · K known, text not yet read. */
export type SourceStatus = 'V' | 'P' | 'K'

/** Where a rule is checked. */
export const checkpoints = ['unit', 'post', 'wish', 'placement', 'agreement', 'insurance', 'safety', 'filing', 'rota', 'log', 'pay', 'complaint', 'assessment', 'archive', 'teacher', 'mentor', 'training'] as const
export type Checkpoint = (typeof checkpoints)[number]
export const sources = ['internship', 'working_hours', 'cooperation', 'young_workers', 'guangdong', 'teacher_practice', 'part_time_teachers', 'apprenticeship', 'enterprise_apprenticeship', 'field_engineers'] as const
export type Source = (typeof sources)[number]

type Rule = {
  id: string
  /** Where it stands in the regulation; null while we have not read it there, so that no page prints a guess as certain. */
  article: string | null
  severity: Severity
  sourceStatus: SourceStatus
  checkedOn: readonly Checkpoint[]
  source: Source
  /** One of the 27 不得, or the one 严禁, as far as they could be put together (rules.md 1G). */
  ban?: 'strict' | 'not'
  /** The tables themselves have no place for a breach: nobody can relax it. */
  fixed?: true
}

/**
 * 职业学校学生实习管理规定 (教职成〔2021〕4号) and its neighbours as data. The sentences stand in words/src/*\/rules.ts under the same id,
 * so that an alliance can correct both when it holds the text in its hands.
 */
export const ruleCatalogue = [
  { id: '1.1', article: '第二条', severity: 'record', sourceStatus: 'V', checkedOn: ['placement'], source: 'internship', fixed: true },
  { id: '1.2', article: '第二条', severity: 'record', sourceStatus: 'V', checkedOn: ['placement'], source: 'internship' },
  { id: '1.3', article: '第二条', severity: 'block', sourceStatus: 'V', checkedOn: ['unit', 'post', 'placement'], source: 'internship' },
  { id: '1.4', article: '第十六条第一项', severity: 'block', sourceStatus: 'V', checkedOn: ['wish', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.5', article: '第十六条第二项', severity: 'block', sourceStatus: 'V', checkedOn: ['wish', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.6', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['placement'], source: 'internship', ban: 'not', fixed: true },
  { id: '1.7', article: null, severity: 'block', sourceStatus: 'P', checkedOn: ['agreement', 'placement'], source: 'internship' },
  { id: '1.8', article: null, severity: 'block', sourceStatus: 'P', checkedOn: ['placement'], source: 'internship', fixed: true },
  { id: '1.9', article: null, severity: 'warn', sourceStatus: 'P', checkedOn: ['post', 'wish', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.10', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['unit', 'placement'], source: 'internship' },
  { id: '1.11', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['unit', 'post', 'placement'], source: 'internship' },
  { id: '1.12', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['unit', 'placement'], source: 'internship' },
  { id: '1.13', article: null, severity: 'block', sourceStatus: 'P', checkedOn: ['agreement', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.14', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['agreement'], source: 'internship' },
  { id: '1.15', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['agreement', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.16', article: null, severity: 'warn', sourceStatus: 'P', checkedOn: ['placement'], source: 'internship' },
  { id: '1.17', article: null, severity: 'warn', sourceStatus: 'K', checkedOn: ['unit', 'placement'], source: 'cooperation' },
  { id: '1.18', article: null, severity: 'warn', sourceStatus: 'P', checkedOn: ['post', 'placement'], source: 'internship' },
  { id: '1.19', article: null, severity: 'warn', sourceStatus: 'P', checkedOn: ['placement'], source: 'internship' },
  { id: '1.20', article: null, severity: 'record', sourceStatus: 'P', checkedOn: ['placement', 'log'], source: 'internship', ban: 'not' },
  { id: '1.21', article: null, severity: 'record', sourceStatus: 'P', checkedOn: ['unit'], source: 'internship', ban: 'strict' },
  { id: '1.22', article: '第十六条第三项', severity: 'block', sourceStatus: 'V', checkedOn: ['wish', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.23', article: '第十六条第四项', severity: 'block', sourceStatus: 'V', checkedOn: ['wish', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.24', article: '第十六条第五项', severity: 'block', sourceStatus: 'V', checkedOn: ['post', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.25', article: '第十六条第六项', severity: 'block', sourceStatus: 'V', checkedOn: ['post', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.26', article: '第十六条第七项', severity: 'block', sourceStatus: 'V', checkedOn: ['post', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.27', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['post', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.28', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['post', 'placement', 'rota'], source: 'internship', ban: 'not' },
  { id: '1.29', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['post', 'placement', 'rota'], source: 'internship', ban: 'not' },
  { id: '1.30', article: null, severity: 'record', sourceStatus: 'P', checkedOn: ['post', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.31', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['post', 'placement', 'rota'], source: 'working_hours' },
  { id: '1.32', article: '第十八条', severity: 'warn', sourceStatus: 'V', checkedOn: ['post', 'placement', 'pay'], source: 'internship' },
  { id: '1.33', article: '第十八条', severity: 'block', sourceStatus: 'V', checkedOn: ['post', 'placement', 'pay'], source: 'internship', ban: 'not' },
  { id: '1.34', article: null, severity: 'block', sourceStatus: 'P', checkedOn: ['placement', 'pay'], source: 'internship', ban: 'not', fixed: true },
  { id: '1.35', article: null, severity: 'record', sourceStatus: 'K', checkedOn: ['complaint'], source: 'internship', ban: 'not' },
  { id: '1.36', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['placement'], source: 'internship', fixed: true },
  { id: '1.37', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['safety', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.38', article: null, severity: 'warn', sourceStatus: 'K', checkedOn: ['placement'], source: 'young_workers' },
  { id: '1.39', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['insurance', 'placement'], source: 'internship', ban: 'not' },
  { id: '1.40', article: null, severity: 'record', sourceStatus: 'K', checkedOn: ['insurance'], source: 'guangdong' },
  { id: '1.41', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['placement'], source: 'internship' },
  { id: '1.42', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['wish', 'filing', 'placement'], source: 'internship' },
  { id: '1.43', article: null, severity: 'block', sourceStatus: 'P', checkedOn: ['assessment'], source: 'internship', ban: 'not' },
  { id: '1.44', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['archive'], source: 'internship' },
  { id: '1.45', article: null, severity: 'record', sourceStatus: 'K', checkedOn: ['complaint'], source: 'internship' },
  { id: '2.13', article: '第四条', severity: 'warn', sourceStatus: 'V', checkedOn: ['teacher'], source: 'teacher_practice' },
  { id: '2.14', article: null, severity: 'warn', sourceStatus: 'K', checkedOn: ['mentor'], source: 'part_time_teachers' },
  { id: '2.15', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['placement', 'training'], source: 'apprenticeship' },
  { id: '2.16', article: null, severity: 'block', sourceStatus: 'K', checkedOn: ['placement', 'training'], source: 'enterprise_apprenticeship' },
  { id: '2.17', article: null, severity: 'record', sourceStatus: 'K', checkedOn: ['training'], source: 'field_engineers' },
] as const satisfies readonly Rule[]

export type RuleId = (typeof ruleCatalogue)[number]['id']
const byId = new Map<string, Rule>(ruleCatalogue.map((rule) => [rule.id, rule]))
export const ruleOf = (id: RuleId): Rule => byId.get(id)!
export const isRuleId = (id: string): id is RuleId => byId.has(id)

export type Repair = { field: string; value: string | number | boolean }
export type Finding = {
  ruleId: RuleId
  /** Which of the rule's sentences is meant: words/src/*\/rules.ts, findings. */
  key: string
  severity: Severity
  /** The field it belongs beside. */
  field: string
  params: Record<string, string | number>
  /** What one press would put right. */
  repairs: Repair[]
}

/** 'r1_18_unit': the name under which a rule's sentences stand in the words. */
export const ruleKey = (id: RuleId, variant = '') => `r${id.replace('.', '_')}${variant && `_${variant}`}`

export function finding(ruleId: RuleId, field: string, more: { variant?: string; params?: Finding['params']; repairs?: Repair[]; severity?: Severity } = {}): Finding {
  const { variant, params = {}, repairs = [], severity = ruleOf(ruleId).severity } = more
  return { ruleId, key: ruleKey(ruleId, variant), severity, field, params, repairs }
}

export type SeverityOverrides = Readonly<Partial<Record<string, Severity>>>

/** What the text itself forbids stays forbidden, and so does what the tables have no place for. */
export const isFixed = (id: RuleId) => ruleOf(id).fixed === true || (ruleOf(id).sourceStatus === 'V' && ruleOf(id).severity === 'block')
/** An alliance may be stricter, or milder where we have not read the text. */
export const mayChangeSeverity = (id: RuleId, to: Severity) => !isFixed(id) || to === ruleOf(id).severity

/** A finding that only tells stays so; the rest follow the alliance's decision. */
export const withSeverities = (findings: readonly Finding[], overrides: SeverityOverrides): Finding[] =>
  findings.map((one) => {
    const wanted = overrides[one.ruleId]
    return wanted && one.severity === ruleOf(one.ruleId).severity && mayChangeSeverity(one.ruleId, wanted) ? { ...one, severity: wanted } : one
  })

/** 小类 of an occupation: '6-18-01' of '6-18-01-01'. */
export const familyOf = (occupationCode: string) => occupationCode.split('-').slice(0, 3).join('-')

/** Whether a post's occupation is known to be among those a major leads to, or of the same 小类. A pair that is missing means nothing: no table is complete. */
export const leadsTo = (occupations: readonly string[] | undefined, occupationCode: string | null): boolean =>
  occupationCode !== null && (occupations ?? []).some((code) => familyOf(code) === familyOf(occupationCode))

/** The 19 专业大类 carry the same last figures at each level: 66, 46 and 26 are all 装备制造. */
export const categoryOfMajor = (majorCode: string) => Number(majorCode.slice(0, 2)) % 20

/** Names of hazards that a post may carry (rule 1.27). */
export const hazards = ['height', 'underground', 'radioactive', 'toxic', 'flammable', 'other'] as const
export type Hazard = (typeof hazards)[number]
