import type { Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { contactRoleOf } from '../../members/service.ts'
import type { PartyToSign } from '../contract.ts'
import { listAccounts, listOrganisations, listStudents, listTeachers, type NewParty, type Party } from './tables.ts'

export { listParties, type Party } from './tables.ts'

const roleOfKind: Record<string, string> = { student: 'student', guardian: 'guardian', teacher: 'teacher', person: 'person' }
const roleOfOrganisation: Record<string, string> = { school: 'school', enterprise: 'unit' }

const idsOf = (parties: readonly PartyToSign[], field: 'organisationId' | 'studentId' | 'teacherId' | 'accountId') =>
  parties.flatMap((party) => {
    const id = (party as Partial<Record<typeof field, string>>)[field]
    return id ? [id] : []
  })

/** Turns who shall sign into rows with the names that will stand in the text. Everything that does not fit is named at once. */
export async function resolveParties(tx: Tx, parties: readonly PartyToSign[]): Promise<Omit<NewParty, 'agreementId'>[]> {
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))
  const organisations = byId(await listOrganisations(tx, idsOf(parties, 'organisationId')))
  const students = byId(await listStudents(tx, idsOf(parties, 'studentId')))
  const teachers = byId(await listTeachers(tx, idsOf(parties, 'teacherId')))
  const accounts = byId(await listAccounts(tx, idsOf(parties, 'accountId')))
  const issues: { path: (string | number)[]; code: string }[] = []
  const nobody = { organisationId: null, studentId: null, teacherId: null, accountId: null, phone: null, email: null }

  const rows = parties.flatMap((party, at): Omit<NewParty, 'agreementId'>[] => {
    const fault = (code: string): [] => (issues.push({ path: ['parties', at], code }), [])
    const common = { ...nobody, position: party.position ?? at + 1, kind: party.kind, role: party.role ?? roleOfKind[party.kind] ?? 'party' }
    switch (party.kind) {
      case 'organisation': {
        const found = organisations.get(party.organisationId)
        return found ? [{ ...common, role: party.role ?? roleOfOrganisation[found.kind] ?? 'party', organisationId: found.id, name: found.name }] : fault('unknown')
      }
      case 'student': {
        const found = students.get(party.studentId)
        return found ? [{ ...common, studentId: found.id, name: found.name }] : fault('unknown')
      }
      case 'guardian': {
        const found = students.get(party.studentId)
        if (!found) return fault('unknown')
        return found.guardianName ? [{ ...common, studentId: found.id, name: found.guardianName }] : fault('guardian_unknown')
      }
      case 'teacher': {
        const teacher = party.teacherId === undefined ? undefined : teachers.get(party.teacherId)
        const account = party.accountId === undefined ? undefined : accounts.get(party.accountId)
        const name = teacher?.name ?? account?.name
        return name ? [{ ...common, teacherId: teacher?.id ?? null, accountId: account?.id ?? teacher?.accountId ?? null, name, phone: teacher?.phone ?? account?.phone ?? null, email: account?.email ?? null }] : fault('unknown')
      }
      case 'person':
        return [{ ...common, accountId: (party.accountId && accounts.get(party.accountId)?.id) || null, name: party.name, phone: party.phone ?? null, email: party.email ?? null }]
    }
  })
  if (issues.length > 0) refuse('invalid_input', { issues })
  return rows
}

/** People who are not of this house's own rolls, by their place in the list. Whoever drafts by hand names houses, their own people, and people by what they type. */
export async function strangersAmong(tx: Tx, ownId: string | null, parties: readonly PartyToSign[]): Promise<number[]> {
  const own = new Set([...(await listStudents(tx, idsOf(parties, 'studentId'))), ...(await listTeachers(tx, idsOf(parties, 'teacherId')))].filter(({ schoolId }) => schoolId === ownId).map(({ id }) => id))
  return parties.flatMap((party, at) => {
    if (party.kind === 'organisation') return []
    if (party.kind === 'person') return party.accountId === undefined ? [] : [at]
    const id = party.kind === 'teacher' ? party.teacherId : party.studentId
    return id !== undefined && own.has(id) && !('accountId' in party && party.accountId) ? [] : [at]
  })
}

/** With whom a signature lies; null for a party that has no account to find it in. */
export function assigneeOf(party: Party): Assignee | null {
  if (party.kind === 'organisation') return { role: contactRoleOf(party.organisationKind!), organisationId: party.organisationId! }
  if (party.kind === 'student') return party.studentAccountId ? { accountId: party.studentAccountId } : null
  if (party.kind === 'guardian') return null
  return party.accountId ? { accountId: party.accountId } : null
}
