import { expect } from 'vitest'
import { newSchool, loadCodes } from './talent-world.ts'
import { newWorld, type Person, type World } from './world.ts'

export const lathe = '6-18-01-01'
export const machiningCentre = '6-18-01-07'

/** A line as a form sends it. */
export const line = (change: Record<string, unknown> = {}) => ({
  occupationCode: machiningCentre, people: 10, education: 'secondary', experienceYears: 1, skills: ['数控编程'], startMonth: '2027-03', payMin: 5000, payMax: 7000, kind: 'hire', ...change,
})
export const answer = (change: Record<string, unknown> = {}) => ({ outlook: 'grow', lines: [line()], version: 1, ...change })
export const surveyForm = (change: Record<string, unknown> = {}) => ({ year: 2027, title: '示例 2027 年人才需求调查', opensOn: '2026-11-23', closesOn: '2026-12-14', ...change })

/** Four firms, three of them spoken for by an association, and one also by a park; a school that teaches 数控技术. */
export async function newSurveyWorld() {
  const world = await newWorld()
  await loadCodes(world)
  const member = async (role: Parameters<World['person']>[0]) => {
    const person = await world.person(role)
    await join(world, person.organisationId)
    return person
  }
  const office = await world.person('secretariat')
  const firms = [await member('enterprise_contact'), await member('enterprise_contact'), await member('enterprise_contact'), await member('enterprise_contact')]
  const association = await member('association_contact')
  const park = await member('park_contact')
  const school = await newSchool(world)
  await join(world, school.id)
  await world.db.updateTable('programme').set({ majorCode: '460103' }).where('id', '=', school.programmeId).execute()
  await world.db.updateTable('cohort').set({ studentsHere: 20 }).where('id', '=', school.cohortId).execute()
  const speakers = [...firms.slice(0, 3).map((firm) => ({ speakerId: association.organisationId, organisationId: firm.organisationId })), { speakerId: park.organisationId, organisationId: firms[0]!.organisationId }]
  await world.db.insertInto('representation').values(speakers).execute()
  const { id: studentId } = await world.db.insertInto('student').values({ schoolId: school.id, cohortId: school.cohortId, studentNumber: 'S1001', name: '示例学生', birthDate: '2008-03-05' }).returning('id').executeTakeFirstOrThrow()
  const student = await world.person('student', { organisationId: school.id, studentId })
  return { ...world, office, student, firms: firms as [Person, Person, Person, Person], association, park, schoolContact: school.contact, official: await member('official') }
}
export type SurveyWorld = Awaited<ReturnType<typeof newSurveyWorld>>

let certificates = 0
async function join(world: World, organisationId: string) {
  certificates++
  await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId, state: 'active', certificateNumber: `NH-2021-${String(certificates).padStart(4, '0')}` }).execute()
}

/** One step by the office, with the version it has now. */
export async function step(world: SurveyWorld, surveyId: string, action: string) {
  const { version } = (await world.office.get(`/surveys/${surveyId}`)).body
  return world.office.post(`/surveys/${surveyId}/moves`, { action, version })
}

export async function openSurvey(world: SurveyWorld, change: Record<string, unknown> = {}): Promise<string> {
  const { id } = (await world.office.post('/surveys', surveyForm(change))).body
  expect((await step(world, id, 'open')).status).toBe(200)
  return id
}

export const responseOf = async (world: SurveyWorld, surveyId: string, firm: Person) =>
  world.db.selectFrom('surveyResponse').selectAll().where('surveyId', '=', surveyId).where('organisationId', '=', firm.organisationId).executeTakeFirstOrThrow()

/** Each of these firms answers, the office accepts all, scores and publishes. */
export async function publishSurvey(world: SurveyWorld, surveyId: string, firms: readonly Person[], lines: readonly object[] = [line()]) {
  for (const firm of firms) expect((await firm.put(`/surveys/${surveyId}/answer`, answer({ lines }))).status).toBe(200)
  await world.office.post(`/surveys/${surveyId}/acceptances`)
  for (const action of ['close', 'score', 'publish']) expect([action, (await step(world, surveyId, action)).status]).toEqual([action, 200])
}
