import { holesIn, isEmpty, type Fault, type Section } from '../rules.ts'
import { starterOf } from './starters/rules.ts'

/** Rule 1.14 for three parties; for the others what the program's own words hold to be necessary. */
export const requiredOf = (kind: string) => starterOf(kind).sections.filter(({ required }) => required).map(({ code }) => code)
/** Names every agreement knows by itself. */
const known = ['school', 'unit', 'firm', 'student', 'guardian', 'teacher', 'mentor', 'startsOn', 'endsOn']
export const namesOf = (kind: string) => [...new Set([...starterOf(kind).sections.flatMap(({ text }) => holesIn(text)), ...known])]

/** Everything that is wrong with these words, at once. */
export function faultsOfTemplate(kind: string, sections: readonly Section[]): Fault[] {
  const faults: Fault[] = []
  for (const code of requiredOf(kind)) {
    const section = sections.find((one) => one.code === code)
    if (!section) faults.push({ path: ['sections', code], code: 'section_missing' })
    else if (!section.required) faults.push({ path: ['sections', code], code: 'section_required' })
    // What nobody can write before the case is known stays open in the template, and is asked for before signing.
    else if (kind !== 'other' && isEmpty(section.text)) faults.push({ path: ['sections', code], code: 'empty' })
  }
  sections.forEach((section, at) => {
    if (isEmpty(section.title)) faults.push({ path: ['sections', section.code, 'title'], code: 'missing' })
    if (sections.findIndex(({ code }) => code === section.code) < at) faults.push({ path: ['sections', section.code], code: 'twice' })
    for (const name of holesIn(section.text)) if (!namesOf(kind).includes(name)) faults.push({ path: ['sections', section.code], code: `unknown_name:${name}` })
  })
  return faults
}
