import type { Condition, Fact, PolicyFields, PolicyView, SentenceFields } from './policy-queries.ts'

/** A condition as it is typed: lists as one text. */
export type TypedCondition = { fact: Fact; list: string; min: number | null; max: number | null; is: boolean }
export type TypedSentence = { text: string; role: SentenceFields['role']; conditions: TypedCondition[] }
export type PolicyForm = {
  title: string
  titleEn: string
  issuer: string
  documentNumber: string
  source: string
  issuedOn: string
  validFrom: string
  validUntil: string
  summary: string
  how: string
  sentences: TypedSentence[]
}

export const emptyCondition: TypedCondition = { fact: 'industry', list: '', min: null, max: null, is: true }
export const emptySentence: TypedSentence = { text: '', role: 'required', conditions: [emptyCondition] }
export const emptyPolicy: PolicyForm = { title: '', titleEn: '', issuer: '', documentNumber: '', source: '', issuedOn: '', validFrom: '', validUntil: '', summary: '', how: '', sentences: [emptySentence] }

export const shapeOf = (fact: Fact): 'in' | 'prefixes' | 'bounds' | 'is' =>
  ['kind', 'size', 'town', 'seat'].includes(fact) ? 'in' : ['industry', 'division'].includes(fact) ? 'prefixes' : ['member', 'park', 'honest'].includes(fact) ? 'is' : 'bounds'

const typedOf = (condition: Condition): TypedCondition => ({
  fact: condition.fact,
  list: 'in' in condition ? condition.in.join('、') : 'prefixes' in condition ? condition.prefixes.join('、') : '',
  min: 'min' in condition ? (condition.min ?? null) : null,
  max: 'max' in condition ? (condition.max ?? null) : null,
  is: 'is' in condition ? condition.is : true,
})
export const policyFormOf = (policy: PolicyView): PolicyForm => ({
  title: policy.title, titleEn: policy.titleEn ?? '', issuer: policy.issuer, documentNumber: policy.documentNumber ?? '', source: policy.source ?? '', issuedOn: policy.issuedOn ?? '', validFrom: policy.validFrom ?? '', validUntil: policy.validUntil ?? '', summary: policy.summary, how: policy.how ?? '',
  sentences: policy.sentences.map(({ text, role, conditions }) => ({ text, role, conditions: (conditions ?? []).map(typedOf) })),
})

const split = (list: string) => list.split(/[、,，;；\s]+/).filter((one) => one !== '')
/** Null while it says nothing yet. */
function conditionOf({ fact, list, min, max, is }: TypedCondition): Condition | null {
  const shape = shapeOf(fact)
  const items = split(list)
  if (shape === 'in') return items.length > 0 ? { fact: fact as 'kind', in: items } : null
  if (shape === 'prefixes') return items.length > 0 ? { fact: fact as 'industry', prefixes: items } : null
  if (shape === 'is') return { fact: fact as 'member', is }
  return min === null && max === null ? null : { fact: fact as 'staff', ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) }
}

/** Sentences as they are sent; one without a condition yet is text only. */
export const sentencesOf = (sentences: readonly TypedSentence[]): SentenceFields[] =>
  sentences
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, role, conditions }) => {
      const whole = role === 'plain' ? [] : conditions.map(conditionOf).filter((one) => one !== null)
      return { text: text.trim(), role: whole.length === 0 ? 'plain' : role, conditions: whole }
    })

const orNull = (text: string) => text.trim() || null
export const policyBodyOf = (form: PolicyForm): PolicyFields => ({
  title: form.title.trim(), titleEn: orNull(form.titleEn), issuer: form.issuer.trim(), documentNumber: orNull(form.documentNumber), source: orNull(form.source), issuedOn: orNull(form.issuedOn), validFrom: orNull(form.validFrom), validUntil: orNull(form.validUntil), summary: form.summary.trim(), how: orNull(form.how),
  sentences: sentencesOf(form.sentences),
})
