import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyRows } from '../../../../test/many-rows.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newSurveyWorld, openSurvey, responseOf, type SurveyWorld } from '../../../../test/surveys-world.ts'

let world: SurveyWorld
beforeAll(async () => {
  world = await newSurveyWorld()
})
afterAll(() => world.close())

let year = 2030
const open = async () => ({ id: await openSurvey(world, { year: ++year }) })

test('what the silent firms received this month is seen before they are reminded: past the threshold they are spared, or somebody says why not', async () => {
  const { id } = await open()
  const [first, second] = world.firms
  await world.db.deleteFrom('firmContact').execute()
  const visits = (firm: typeof first, times: number) =>
    world.db.insertInto('firmContact').values(Array.from({ length: times }, (_, at) => ({ organisationId: firm.organisationId, kind: 'visit', happenedOn: `2026-11-0${at + 1}`, source: 'hand', byName: '示例街道', createdAt: world.now() }))).execute()
  await visits(first, 4)
  await visits(second, 3)
  const look = async (person = world.office) => (await person.get(`/surveys/${id}/reminders`)).body
  expect(await look()).toMatchObject({ silent: 4, threshold: 4, spread: [{ contacts: 0, firms: 2 }, { contacts: 1, firms: 0 }, { contacts: 2, firms: 0 }, { contacts: 3, firms: 1 }, { contacts: 4, firms: 1 }], above: [{ organisationId: first.organisationId, visits: 4 }] })
  expect((await look(world.park)).silent).toBe(1)
  expect([(await first.get(`/surveys/${id}/reminders`)).status, (await world.schoolContact.get(`/surveys/${id}/reminders`)).status]).toEqual([403, 403])

  const refused = await world.office.post(`/surveys/${id}/reminders`)
  expect(refused.body).toMatchObject({ code: 'contact_reason_needed', details: { threshold: 4, firms: [{ id: first.organisationId, visits: 4 }] } })
  expect((await world.office.post(`/surveys/${id}/reminders`, { sparing: true })).body).toMatchObject({ silent: 4, spared: 1, reminded: 3 })
  expect([(await responseOf(world, id, first)).remindedCount, (await responseOf(world, id, second)).remindedCount]).toEqual([0, 1])
  // The reminder is a contact, too: the second firm has reached the threshold by it.
  expect((await look()).above.map(({ organisationId }: { organisationId: string }) => organisationId).sort()).toEqual([first.organisationId, second.organisationId].sort())
  expect((await world.office.post(`/surveys/${id}/reminders`, { reason: '截止前最后一次提醒。' })).body).toMatchObject({ reminded: 1 })
  expect((await world.db.selectFrom('firmContact').select('reason').where('organisationId', '=', first.organisationId).where('kind', '=', 'call').execute())).toEqual([{ reason: '截止前最后一次提醒。' }])
})

test('answers and progress take the same number of queries for one firm and for thirty', async () => {
  const { id } = await open()
  const read = async () => [await world.office.get(`/surveys/${id}/responses?size=50`), await world.office.get(`/surveys/${id}/progress`), await world.office.get(`/surveys/${id}/reminders`)]
  const [target] = world.firms
  const rest = await world.db.deleteFrom('surveyResponse').where('surveyId', '=', id).where('organisationId', '!=', target.organisationId).returning('id').execute()
  const one = await countQueries(read)
  const { id: responseId } = await responseOf(world, id, target)
  for (let at = 0; at < 29; at++) await copyRows(world, 'survey_response', { column: 'id', value: responseId }, 1, { organisation_id: (await world.organisation('enterprise')).id })
  expect([rest.length, await countQueries(read), (await read())[0]!.body.rows.length]).toEqual([3, one, 30])
})
