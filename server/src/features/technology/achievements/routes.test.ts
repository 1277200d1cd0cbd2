import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyRows } from '../../../../test/many-rows.ts'
import { countQueries } from '../../../../test/queries.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { achievementForm, must, newAchievement, newHouse, pdf } from '../../../../test/technology-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { refreshAchievements } from './clock/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
})
afterAll(() => world.close())

const openItems = async (id: string) => (await world.db.selectFrom('inboxItem').select('kind').where('subjectId', '=', id).where('closedAt', 'is', null).orderBy('kind').execute()).map(({ kind }) => kind)

test('a school writes an achievement half empty, is told what is missing, and mends it until the office opens it', async () => {
  const house = await newHouse(world)
  const { body: draft } = must(await house.contact.post('/achievements', { title: '示例：半张表' }))
  expect(draft.number).toMatch(/^C-2026-\d{4}$/)
  const refused = await house.contact.post(`/achievements/${draft.id}/moves`, { action: 'submit', version: 1 })
  expect([refused.body.code, refused.body.details.gaps.map(({ field }: { field: string }) => field)]).toEqual(['need_incomplete', ['description', 'fieldCodes', 'ways', 'contactName', 'evidence']])
  must(await house.contact.patch(`/achievements/${draft.id}`, { ...achievementForm(), version: 1 }))
  expect((await house.contact.patch(`/achievements/${draft.id}`, { ...achievementForm(), version: 1 })).body.code).toBe('changed_meanwhile')
  must(await house.contact.put(`/achievements/${draft.id}/evidence/1`, { text: '机密试验记录：原理报告。', version: 2 }))
  must(await house.contact.post(`/achievements/${draft.id}/moves`, { action: 'submit', version: 3 }))
  expect(await openItems(draft.id)).toEqual(['achievement.verify'])

  const office = await world.person('secretariat')
  expect((await office.post(`/achievements/${draft.id}/moves`, { action: 'return', version: 4 })).body.code).toBe('reason_needed')
  must(await office.post(`/achievements/${draft.id}/moves`, { action: 'return', version: 4, reason: '请写清适用的合金。' }))
  expect([await openItems(draft.id), (await house.contact.get(`/achievements/${draft.id}`)).body.reason]).toEqual([['achievement.repair'], '请写清适用的合金。'])
  must(await house.contact.post(`/achievements/${draft.id}/moves`, { action: 'submit', version: 5 }))
  must(await office.post(`/achievements/${draft.id}/moves`, { action: 'verify', version: 6 }))
  expect((await house.contact.get(`/achievements/${draft.id}`)).body).toMatchObject({ state: 'open', level: 1, levelStandard: 'GB/T 22900-2022', levelConfirmed: null, confirmBy: '2027-11-23', can: { revise: true, edit: false, evidence: true } })
})

test('nonsense is refused in a draft already: unknown fields, a patent without a number, a way there is not', async () => {
  const house = await newHouse(world)
  const paths = async (change: Record<string, unknown>) => (await house.contact.post('/achievements', achievementForm(change))).body.details.issues.map(({ path }: { path: unknown[] }) => path.join('.'))
  expect(await paths({ fieldCodes: ['3252', '0000'] })).toEqual(['fieldCodes.1'])
  expect(await paths({ rights: [{ kind: 'invention', state: 'granted' }], ways: ['gift'], price: -1 })).toEqual(['ways.0', 'price', 'rights.0.number'])
  expect((await (await world.person('official')).post('/achievements', achievementForm())).status).toBe(403)
  expect((await house.contact.post('/achievements', achievementForm({ organisationId: (await newHouse(world)).id }))).body.code).toBe('cannot_speak')
})

test('the level is what the evidence says; somebody else confirms it, and a change of evidence takes that back', async () => {
  const { id, house, office, version } = await newAchievement(world, 'open', { levels: 3 })
  const put = async (level: number, at: number) => must(await house.contact.put(`/achievements/${id}/evidence/${level}`, { text: `机密试验记录：第 ${level} 级新的报告。`, version: at })).body
  expect(await put(5, version)).toEqual({ level: 3, version: version + 1 })
  const confirm = async (level: number, at: number) => (await office.post(`/achievements/${id}/level`, { level, version: at })).body
  expect(await confirm(5, version + 1)).toMatchObject({ code: 'level_not_reached', details: { levels: [4] } })
  expect(await confirm(3, version + 1)).toMatchObject({ code: 'evidence_without_file', details: { levels: [1, 2, 3] } })
  for (const level of [1, 2, 3]) must(await house.contact.upload(`/achievements/${id}/evidence/${level}/files`, { ...pdf, name: '报告.pdf' }))
  expect(await confirm(3, version + 1)).toEqual({ level: 3, version: version + 2 })
  expect((await house.contact.post(`/achievements/${id}/level`, { level: 3, version: version + 2 })).status).toBe(403)
  await put(2, version + 2)
  expect((await office.get(`/achievements/${id}`)).body).toMatchObject({ level: 3, levelConfirmed: 1 })
  must(await house.contact.delete(`/achievements/${id}/evidence/1`))
  expect((await office.get(`/achievements/${id}`)).body).toMatchObject({ level: 0, levelConfirmed: null })
})

test('once a year the owner is asked, and what nobody confirms is stale and no longer proposed', async () => {
  world.moveTo('2026-11-23T06:00:00Z')
  const { id, house } = await newAchievement(world)
  world.moveTo('2027-10-23T06:00:00Z')
  await refreshAchievements(world.db, world.now())
  expect(await openItems(id)).toEqual([])
  world.moveTo('2027-10-24T06:00:00Z')
  await refreshAchievements(world.db, world.now())
  await refreshAchievements(world.db, world.now())
  expect(await openItems(id)).toEqual(['achievement.confirm'])
  world.moveTo('2027-11-23T06:00:00Z')
  await refreshAchievements(world.db, world.now())
  const { body } = await house.contact.get(`/achievements/${id}`)
  expect([body.state, body.can.introduce, await openItems(id)]).toEqual(['stale', false, ['achievement.confirm']])
  must(await house.contact.post(`/achievements/${id}/moves`, { action: 'confirm', version: body.version }))
  expect([(await house.contact.get(`/achievements/${id}`)).body.confirmBy, await openItems(id)]).toEqual(['2028-11-22', []])
  world.moveTo('2026-11-23T06:00:00Z')
})

test('who wrote it does not open it, and nobody else touches it', async () => {
  const office = await world.person('secretariat')
  const house = await newHouse(world)
  const { body: draft } = must(await office.post('/achievements', achievementForm({ organisationId: house.id })))
  const other = await newHouse(world)
  expect((await other.contact.get(`/achievements/${draft.id}`)).status).toBe(404)
  must(await office.put(`/achievements/${draft.id}/evidence/1`, { text: '机密试验记录：原理报告。', version: 1 }))
  must(await office.post(`/achievements/${draft.id}/moves`, { action: 'submit', version: 2 }))
  expect((await office.post(`/achievements/${draft.id}/moves`, { action: 'verify', version: 3 })).status).toBe(403)
  must(await (await world.person('secretariat')).post(`/achievements/${draft.id}/moves`, { action: 'verify', version: 3 }))
  expect((await other.contact.post(`/achievements/${draft.id}/moves`, { action: 'withdraw', version: 4 })).status).toBe(403)
  must(await house.contact.post(`/achievements/${draft.id}/moves`, { action: 'withdraw', version: 4 }))
  expect([(await other.contact.get(`/achievements/${draft.id}`)).status, (await house.contact.get(`/achievements/${draft.id}`)).status]).toEqual([404, 200])
})

test('a team is shown at once to who works here, changed by its own house, and withdrawn', async () => {
  const house = await newHouse(world)
  const form = { name: '示例表面工程团队', leaderName: '示例张工', fieldCodes: ['3252'], abilities: '模具表面处理与失效分析，可到现场取样。' }
  const { body: team } = must(await house.contact.post('/teams', form))
  const stranger = await world.person('enterprise_contact')
  expect((await stranger.get('/teams?q=表面工程')).body.rows).toMatchObject([{ id: team.id, can: { edit: false } }])
  expect((await stranger.patch(`/teams/${team.id}`, { ...form, state: 'withdrawn', version: 1 })).status).toBe(403)
  must(await house.contact.patch(`/teams/${team.id}`, { ...form, state: 'withdrawn', version: 1 }))
  expect((await house.contact.patch(`/teams/${team.id}`, { ...form, state: 'open', version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await stranger.get(`/teams/${team.id}`)).status).toBe(404)
})

test('achievements and teams: the list takes the same number of queries for one and for thirty', async () => {
  const house = await newHouse(world)
  const { id } = await newAchievement(world, 'open', { house })
  const { body: team } = must(await house.contact.post('/teams', { name: '示例团队', leaderName: '示例老师', abilities: '做铝型材挤压模具的涂层和渗氮，寿命提高两倍以上。', fieldCodes: ['3252'] }))
  const counted = async () => [await countQueries(() => house.contact.get('/achievements?mine=true&size=50')), await countQueries(() => house.contact.get('/teams?mine=true&size=50'))]
  const one = await counted()
  await copyRows(world, 'achievement', { column: 'id', value: id }, 29)
  await copyRows(world, 'team', { column: 'id', value: team.id }, 29)
  const shown = async (path: string) => (await house.contact.get(path)).body
  expect([await counted(), (await shown('/achievements?mine=true&size=50')).rows.length, (await shown('/teams?mine=true&size=50')).rows.length]).toEqual([one, 30, 30])
  must(await house.contact.post('/achievements', achievementForm()))
  expect([(await shown('/achievements?mine=true')).total, (await shown('/achievements?mine=true&levelFrom=1&way=licence&fieldCode=32&state=live')).total]).toEqual([31, 30])
})
