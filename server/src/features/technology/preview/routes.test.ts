import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadStarterLexicon } from '../../lexicon/service.ts'
import { inTransaction } from '../../../kernel/db.ts'
import { newProblem } from '../../../../test/problems-world.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { must, newAchievement } from '../../../../test/technology-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
  await inTransaction(world.db, (tx) => loadStarterLexicon(tx, world.now()))
})
afterAll(() => world.close())

type Row = { needId: string; before: Side; after: Side }
type Side = { answers: { id: string }[] }

test('the draft of a lexicon says which needs would get another answer, before anybody uses it', async () => {
  const office = await world.person('secretariat')
  const make = (machine: string) => newAchievement(world, 'open', { title: `示例：${machine}节能控制方案`, description: `${machine}的变频节能控制方案，能耗下降两成，已在示范线运行。`, fieldCodes: ['3252'] })
  const [other, achievement] = [await make('嘟嘟机'), await make('咕噜机')]
  const problem = await newProblem(world, 'open', { title: '示例：哗啦机节能控制', description: '哗啦机能耗高，需要变频节能控制方案，能耗下降两成以上，最好已在示范线运行过。', presentValue: null, wantedValue: '一台', fieldCodes: ['2110'] })
  expect((await office.get('/lexicon/draft/preview')).body.code).toBe('lexicon_without_draft')

  must(await office.put(`/lexicon/draft/concepts/${encodeURIComponent('咕噜机')}`, { concept: { terms: ['咕噜机', '哗啦机'], facet: 'object' }, before: null }))
  const { body } = must(await office.get('/lexicon/draft/preview'))

  expect(body.total).toBe(1)
  expect(body.rows.map(({ needId, before, after }: Row) => [needId, before.answers.map(({ id }) => id), after.answers.map(({ id }) => id)])).toEqual([[problem.id, [other.id, achievement.id], [achievement.id, other.id]]])
  expect(must(await office.get(`/problems/${problem.id}/proposals`)).body.rows[0].id).toBe(other.id)
  expect((await achievement.house.contact.get('/lexicon/draft/preview')).status).toBe(403)
})
