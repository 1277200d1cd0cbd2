import type { Option } from '../../ui/inputs.tsx'
import type { AgreementKind, AgreementView } from './queries.ts'

/** What the form holds: texts are never null. */
export type AgreementForm = {
  kind: AgreementKind
  other: Option | null
  title: string
  startsOn: string
  endsOn: string
  facts: Record<string, string>
  /** Only what differs from the template. */
  sections: Record<string, string>
}

/** Kinds that two houses draft by hand; the others are drafted by the room they belong to. */
export const draftedByHand = ['cooperation', 'order_class', 'assistance', 'other'] as const satisfies readonly AgreementKind[]

export const emptyForm: AgreementForm = { kind: 'cooperation', other: null, title: '', startsOn: '', endsOn: '', facts: {}, sections: {} }
export const formOf = (agreement: AgreementView): AgreementForm => ({
  kind: agreement.kind, other: null, title: agreement.title, startsOn: agreement.startsOn ?? '', endsOn: agreement.endsOn ?? '', facts: { ...agreement.facts }, sections: Object.fromEntries(agreement.sections.map(({ code, text }) => [code, text])),
})

/** Said by the parties and the term; asked of nobody. */
const knownNames = ['school', 'unit', 'firm', 'student', 'guardian', 'startsOn', 'endsOn']
export const blanksIn = (texts: readonly string[], known: readonly string[]) =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{\s*([a-zA-Z]+)\s*\}\}/g)].map(([, name]) => name!)))].filter((name) => !known.includes(name) && !knownNames.includes(name))
