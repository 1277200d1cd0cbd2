import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer, lathe, line, newSurveyWorld, openSurvey, publishSurvey, type SurveyWorld } from '../../../../test/surveys-world.ts'

let world: SurveyWorld
beforeAll(async () => {
  world = await newSurveyWorld()
})
afterAll(() => world.close())

const get = (url: string) => world.app.inject({ method: 'GET', url })

test('before the first catalogue the page says so, and there is no file', async () => {
  expect((await get('/shortage')).body).toContain('还没有发布过目录')
  expect((await get('/shortage.csv')).statusCode).toBe(404)
})

test('anybody reads of occupations that three firms want, by sums only: no firm, no expert, no other occupation', async () => {
  const id = await openSurvey(world)
  await world.firms[3].put(`/surveys/${id}/answer`, answer({ lines: [line({ occupationCode: lathe })] }))
  await publishSurvey(world, id, world.firms.slice(0, 3))
  const names = await world.db.selectFrom('organisation').select('name').where('kind', '=', 'enterprise').execute()

  for (const url of ['/shortage', '/en/shortage', '/shortage.csv']) {
    const { body, statusCode } = await get(url)
    expect([url, statusCode]).toEqual([url, 200])
    expect(body).toContain('6-18-01-07')
    for (const secret of [lathe, '车工', ...names.map(({ name }) => name)]) expect([url, body.includes(secret)]).toEqual([url, false])
  }
  const xlsx = await get('/en/shortage.xlsx')
  expect(xlsx.headers['content-disposition']).toContain('attachment')
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
