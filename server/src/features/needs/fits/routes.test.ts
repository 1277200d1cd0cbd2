import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFirm, newPost } from '../../../../test/needs-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { loadCodes, newSchool } from '../../../../test/talent-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let school: Awaited<ReturnType<typeof newSchool>>
let firm: Awaited<ReturnType<typeof newFirm>>
const join = (organisationId: string) => world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId, state: 'active', certificateNumber: `NH-2021-${organisationId.slice(-4)}` }).execute()

beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
  school = await newSchool(world)
  await join(school.id)
  await world.db.updateTable('cohort').set({ studentsHere: 38 }).where('id', '=', school.cohortId).execute()
  firm = await newFirm(world, { staffCount: 50_000 })
})
afterAll(() => world.close())

const robots = { title: '机器人工作站调试', tasks: '给焊接机器人编程、调试，做日常点检', occupationCode: null, majorCodes: [], seats: 1 }
const cook = { title: '面点师', tasks: '做包子、馒头和广式早茶点心', occupationCode: null, majorCodes: [], seats: 1 }
const named = { title: '班组跟岗', tasks: '跟着师傅在车间轮岗，先看后做', occupationCode: null, majorCodes: ['660303'], seats: 1 }
type Row = { id: string; title: string; named: boolean; official: string | null; fit: number; reasons: { code: string }[] }
const postsFor = async (programmeId = school.programmeId) => (await school.contact.get(`/programmes/${programmeId}/posts`)).body as { nothingFits: boolean; compared: number; rows: Row[] }

test('a programme that nothing fits says so, before anybody offers what fits', async () => {
  await newPost(world, firm, 'open', cook)
  const { nothingFits, compared, rows } = await postsFor()
  expect([nothingFits, compared, rows.every(({ named, official }) => !named && official === null)]).toEqual([true, 1, true])
})

test('posts for a programme: the one that names its major first, then the one whose words fit, with the words; a draft and the cook are not among them', async () => {
  await newPost(world, firm, 'open', robots)
  await newPost(world, firm, 'open', named)
  await newPost(world, firm, 'draft', robots)
  const { nothingFits, rows } = await postsFor()
  expect([nothingFits, rows.map(({ title, named: sure }) => [title, sure])]).toEqual([false, [['班组跟岗', true], ['机器人工作站调试', false]]])
  expect(rows[1]!.reasons.length).toBeGreaterThan(0)
})

test('a post that is closed is no longer proposed', async () => {
  const post = await newPost(world, firm, 'open', { ...robots, title: '机器人编程助理' })
  expect((await postsFor()).rows.map(({ id }) => id)).toContain(post.id)
  await firm.contact.post(`/needs/${post.id}/moves`, { action: 'close', closeReason: 'filled', version: post.version })
  expect((await postsFor()).rows.map(({ id }) => id)).not.toContain(post.id)
})

test('the official tables say where a major leads: such a post fits, whatever its words are', async () => {
  const lathe = await newSchool(world)
  await world.db.updateTable('programme').set({ majorCode: '660103', name: '数控技术应用' }).where('id', '=', lathe.programmeId).execute()
  const post = await newPost(world, firm, 'open', { title: '车间学徒', tasks: '听师傅安排，做好记录', occupationCode: '6-18-01-01', majorCodes: [], seats: 1 })
  expect((await postsFor(lathe.programmeId)).rows.find(({ id }) => id === post.id)).toMatchObject({ named: false, official: '车工' })
})

test('programmes for a post: at schools of the alliance, with who leaves this school year and next', async () => {
  const elsewhere = await newSchool(world)
  const post = await newPost(world, firm, 'open', robots)
  const { body } = await firm.contact.get(`/needs/${post.id}/programmes`)
  expect(body.rows).toMatchObject([{ id: school.programmeId, schoolName: school.name, majorCode: '660303', named: false, leaving: [{ year: 2027, students: 38 }, { year: 2028, students: 0 }] }])
  expect(body.rows.map(({ id }: Row) => id)).not.toContain(elsewhere.programmeId)
  const nothing = await newPost(world, firm, 'open', cook)
  expect((await firm.contact.get(`/needs/${nothing.id}/programmes`)).body).toMatchObject({ nothingFits: true, rows: [] })
})

test('a post that others may not see has no programmes for them; a programme that is not has no posts', async () => {
  const draft = await newPost(world, firm, 'draft', robots)
  expect([(await school.contact.get(`/needs/${draft.id}/programmes`)).status, (await firm.contact.get(`/needs/${draft.id}/programmes`)).status, (await school.contact.get('/programmes/00000000-0000-7000-8000-000000000000/posts')).status]).toEqual([404, 200, 404])
})

test('as many questions to the database for one post as for twenty', async () => {
  const alone = await newSchool(world)
  await world.db.updateTable('programme').set({ majorCode: '740201', name: '中餐烹饪' }).where('id', '=', alone.programmeId).execute()
  const few = await postsFor(alone.programmeId)
  for (let at = 0; at < 20; at++) await newPost(world, firm, 'open', { ...named, title: `轮岗${at}` })
  await postsFor()
  const [one, many] = [await countQueries(() => postsFor(alone.programmeId)), await countQueries(() => postsFor())]
  expect([few.rows.length <= 3, (await postsFor()).rows.length, one]).toEqual([true, 20, many])
})
