import { newMember } from './members-world.ts'
import { newPlacementsWorld } from './placements-world.ts'
import { must } from './technology-world.ts'
import type { Person, World } from './world.ts'

type Change = Record<string, unknown>
export type AssistanceWorld = ReturnType<typeof newAssistanceWorld>

export const allYes = { health: 'yes', living: 'yes', pay: 'yes', hours: 'yes', mentor: 'yes', family: 'yes' }

/** County schools with an escort, firms of the district with a published post, and batches as far as asked. */
export function newAssistanceWorld(world: World) {
  const made = newPlacementsWorld(world)

  async function county(divisionCode = '522632') {
    const school = await made.school({ divisionCode })
    await newMember(world, school.id)
    // Another teacher of the school, who is no escort.
    const other = await world.person('teacher', { organisationId: school.id })
    await world.db.insertInto('teacher').values({ schoolId: school.id, number: `O${other.accountId.slice(-6)}`, name: other.name, accountId: other.accountId }).execute()
    return { ...school, escort: school.supervisor, escortId: school.teacherId, other }
  }
  type County = Awaited<ReturnType<typeof county>>

  /** Large enough for a class of interns. */
  async function firm(change: Change = {}) {
    const one = await made.firm({ staffCount: 2000, ...change })
    await newMember(world, one.id)
    return { ...one, postId: await made.post(one, { postStaff: 500 }) }
  }
  type Firm = Awaited<ReturnType<typeof firm>>

  const form = (school: { escortId: string }, change: Change = {}) => ({
    title: '赴南海岗位实习（示例）', authority: '示例县教育和科技局', startsOn: '2027-03-01', endsOn: '2027-08-27', escortId: school.escortId, contactName: '示例老师', contactPhone: '0855-0000000', ...change,
  })
  const view = async (person: Person, id: string) => must(await person.get(`/assistance/batches/${id}`)).body
  const seatOf = async (person: Person, id: string, at = 0) => (await view(person, id)).seats[at]
  const yes = (confirmed: number, change: Change = {}) => ({ answer: 'confirm', confirmed, contactName: '示例人事', contactPhone: '13800000000', ...change })

  type Options = { school?: County; firms?: readonly Firm[]; asked?: number; change?: Change; students?: number }
  /** `planning`, `asked`, `agreed` (all that was asked), `filled` (drafted), `begun` (at work since the first day). */
  async function batch(upTo: 'planning' | 'asked' | 'agreed' | 'filled' | 'begun' = 'planning', { school: at, firms: some, asked = 4, change = {}, students: many = 2 }: Options = {}) {
    const school = at ?? (await county())
    const firms = some ?? [await firm()]
    const { body } = must(await school.contact.post('/assistance/batches', form(school, { seats: firms.map(({ postId }) => ({ postId, asked })), ...change })))
    const id = body.id as string
    const order = ['planning', 'asked', 'agreed', 'filled', 'begun']
    const reaches = (state: string) => order.indexOf(upTo) >= order.indexOf(state)
    const version = async () => (await world.db.selectFrom('assistanceBatch').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
    const move = async (person: Person, action: string, more: Change = {}) => person.post(`/assistance/batches/${id}/moves`, { action, version: await version(), ...more })
    const answer = async (by: Firm, given: Change, at = 0) => {
      const seat = await seatOf(by.contact, id, at)
      return by.contact.post(`/assistance/seats/${seat.id}/answer`, { version: seat.version, ...given })
    }
    const students: (Person & { studentId: string })[] = []
    const placements: string[] = []
    if (reaches('asked')) must(await move(school.contact, 'ask'))
    if (reaches('agreed')) for (const one of firms) must(await answer(one, yes(asked)))
    if (reaches('filled')) {
      for (let at = 0; at < many; at++) students.push(await made.student(school))
      const seat = await seatOf(school.contact, id)
      const filled = must(await school.contact.post(`/assistance/seats/${seat.id}/members`, { studentIds: students.map(({ studentId }) => studentId) })).body
      const placementOf = new Map(filled.placements.map((one: { studentId: string; id: string }) => [one.studentId, one.id]))
      placements.push(...students.map(({ studentId }) => placementOf.get(studentId) as string))
    }
    if (reaches('begun')) await begin(placements)
    return { id, number: body.number as string, school, firms, firm: firms[0]!, students, placements, move, answer, version }
  }

  /** As if every paper had been signed: at work since the first day. */
  async function begin(placementIds: readonly string[], day = '2027-03-01') {
    const at = new Date(`${day}T01:00:00Z`)
    await world.db.updateTable('placement').set({ state: 'active', vettedAt: at, consentedAt: at, signedAt: at, insuredAt: at, trainedAt: at, activatedAt: at }).where('id', 'in', [...placementIds]).execute()
  }

  return { ...made, county, firm, form, batch, begin, view, seatOf, yes }
}

/** What lies in somebody's inbox about these subjects. */
export const kindsOf = async (person: Person, ...subjectIds: string[]): Promise<string[]> =>
  (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => subjectIds.includes(row.subjectId)).map(({ kind }: { kind: string }) => kind)
