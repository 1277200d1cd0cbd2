import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer, line, newSurveyWorld, openSurvey, step, type SurveyWorld } from '../../../../test/surveys-world.ts'

let world: SurveyWorld
beforeAll(async () => {
  world = await newSurveyWorld()
})
afterAll(() => world.close())

let year = 2030
const open = async () => {
  const its = ++year
  return { id: await openSurvey(world, { year: its }), said: (change: Record<string, unknown> = {}) => line({ startMonth: `${its}-03`, ...change }) }
}
const codes = (reply: { body: { details: { issues: { path: unknown[]; code: string }[] } } }) => reply.body.details.issues.map(({ path, code }) => [path.join('.'), code])

test('the office sets the weights of a year with its reason, which stands in the catalogue for all; after publishing not even the database moves them', async () => {
  const { id, said } = await open()
  for (const firm of world.firms.slice(0, 3)) await firm.put(`/surveys/${id}/answer`, answer({ lines: [said({ education: 'master' })] }))
  await world.office.post(`/surveys/${id}/acceptances`)
  const catalogue = async (person = world.office) => (await person.get(`/surveys/${id}/catalogue`)).body
  const set = async (weights: Record<string, number> | null, reason = '今年先看学历是否难招。', person = world.office) => person.put(`/surveys/${id}/weights`, { weights, reason, version: (await world.office.get(`/surveys/${id}`)).body.version })
  const onlyEducation = { contrast: 0, education: 100, experience: 0, requirement: 0, pay: 0 }
  const before = await catalogue()
  expect(before).toMatchObject({ weights: { contrast: 0.35, education: 0.15 }, weightsReason: null })
  expect([codes(await set({ ...onlyEducation, pay: 1 }, '短')), (await set(onlyEducation, undefined, world.firms[0])).status]).toEqual([[['weights', 'not_a_hundred'], ['reason', 'missing']], 403])
  expect((await set(onlyEducation)).status).toBe(200)
  expect((await catalogue()).entries[0]).toMatchObject({ computed: 5, scores: before.entries[0].scores })
  expect((await set(null)).status).toBe(200)
  expect((await catalogue()).entries[0].computed).toBe(before.entries[0].computed)
  expect((await set(onlyEducation)).status).toBe(200)
  for (const action of ['close', 'score', 'publish']) expect((await step(world, id, action)).status).toBe(200)

  expect(await catalogue(world.schoolContact)).toMatchObject({ weights: { education: 1 }, weightsReason: '今年先看学历是否难招。' })
  const workbook = await world.schoolContact.get(`/surveys/${id}/catalogue/export`)
  expect(JSON.stringify(await readXlsx(workbook.body))).toContain('今年先看学历是否难招。')
  expect((await world.app.inject({ url: '/shortage' })).body).toContain('今年先看学历是否难招。')
  expect((await set(null)).body.code).toBe('wrong_state')
  await expect(world.db.updateTable('survey').set({ weights: [20, 20, 20, 20, 20] }).where('id', '=', id).execute()).rejects.toThrow('not changed')
  const other = await open()
  await expect(world.db.updateTable('survey').set({ weights: [50, 50, 50, 0, -50], weightsReason: '五个字以上', weightsAt: world.now() }).where('id', '=', other.id).execute()).rejects.toThrow('survey_weights_add_up')
  await expect(world.db.updateTable('survey').set({ weights: [20, 20, 20, 20, 20] }).where('id', '=', other.id).execute()).rejects.toThrow('survey_weights_have_reason')
})
