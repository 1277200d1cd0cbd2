import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFirm, newPost } from '../../../test/needs-world.ts'
import { countQueries } from '../../../test/queries.ts'
import { newSchool } from '../../../test/talent-world.ts'
import { newWorld, type Person, type World } from '../../../test/world.ts'
import { refreshSearch, repairSearch } from './entries/service.ts'

let world: World
let office: Person
let school: Awaited<ReturnType<typeof newSchool>>
let other: Awaited<ReturnType<typeof newSchool>>
let firm: Awaited<ReturnType<typeof newFirm>>
let stranger: Person

/** Everything that could leak stands here before anybody asks. */
beforeAll(async () => {
  world = await newWorld()
  office = await world.person('secretariat')
  school = await newSchool(world, { name: '示例南海信息技术学校', nameEn: 'Nanhai School of Information (demo)', town: '桂城' })
  other = await newSchool(world, { name: '示例佛山机械学校' })
  firm = await newFirm(world, { name: '示例南海电梯厂' })
  stranger = await world.person('enterprise_contact')
  const members = [school.id, other.id]
  await world.db.insertInto('membership').values(members.map((organisationId, at) => ({ allianceId: world.alliance.id, organisationId, state: 'active', certificateNumber: `NH-${at}` }))).execute()
  await student(school, '陈嘉明', 'S20240001')
  await student(other, '陈嘉怡', 'S20240002')
  await world.db.insertInto('teacher').values({ schoolId: school.id, number: 'T001', name: '陈老师示例' }).execute()
  await newPost(world, firm, 'open', { title: '工业机器人装调' })
  await newPost(world, firm, 'draft', { title: '工业机器人秘密草稿' })
  await world.db.insertInto('round').values({ number: 'R-2026-0007', allianceId: world.alliance.id, title: '岗位实习草稿轮', leaveYear: 2027, state: 'draft' }).execute()
  await refreshSearch(world.db)
})
afterAll(() => world.close())

const student = (at: { id: string; cohortId: string }, name: string, studentNumber: string) =>
  world.db
    .insertInto('student')
    .values({ schoolId: at.id, cohortId: at.cohortId, studentNumber, name, birthDate: '2008-05-09', phone: '+8613812345678', idNumberMask: '8812＊＊＊001' })
    .returning('id')
    .executeTakeFirstOrThrow()

const sha256 = (text: string) => createHash('sha256').update(text).digest()

type Answer = { near: boolean; groups: { kind: string; total: number; more: boolean; hits: { id: string; title: string; note: string | null; ownerName: string | null; marks: [number, number][] }[] }[] }
const ask = async (person: Person, q: string, more = ''): Promise<Answer> => (await person.get(`/search?q=${encodeURIComponent(q)}${more}`)).body
const titles = async (person: Person, q: string, more = '') => (await ask(person, q, more)).groups.filter(({ kind }) => kind !== 'help').flatMap(({ hits }) => hits.map(({ title }) => title))

test.each([
  ['its initials', 'nhxx'],
  ['its pinyin', 'nanhaixinxi'],
  ['traditional characters', '南海信息技術學校'],
  ['two words', '南海 学校'],
  ['its English name', 'school of information'],
  ['a homophone', '南海新息技术'],
  ['full-width letters', 'ＮＨＸＸ'],
] as const)('a school is found by %s', async (_sentence, q) => {
  expect(await titles(office, q)).toEqual(['示例南海信息技术学校'])
})

test('what was found only nearly says so', async () => {
  expect([(await ask(office, '南海新息技术')).near, (await ask(office, '南海信息技术')).near]).toEqual([true, false])
})

test('a hit says where its words stand, whose it is and what tells it from its like', async () => {
  const { groups } = await ask(office, '机器人装调')
  expect(groups[0]!.hits).toMatchObject([{ title: '工业机器人装调', ownerName: '示例南海电梯厂', marks: [[2, 7]], note: expect.stringMatching(/^X-/) }])
})

test('a title that begins with the words comes before one that holds them', async () => {
  await world.organisation('association', { name: '电梯示例协会' })
  await refreshSearch(world.db)
  expect(await titles(office, '电梯', '&kind=organisation')).toEqual(['电梯示例协会', '示例南海电梯厂'])
})

test('a school finds its own students only, the office those of every school, a firm none', async () => {
  expect([await titles(school.contact, '陈嘉', '&kind=student'), await titles(office, '陈嘉', '&kind=student'), await titles(stranger, '陈嘉'), await titles(stranger, '陈嘉', '&kind=student')]).toEqual([
    ['陈嘉明'],
    ['陈嘉怡', '陈嘉明'],
    [],
    [],
  ])
})

test('nor by number, initials, a slip, or as the newest of their kind', async () => {
  const tries = await Promise.all([ask(stranger, 'S20240001'), ask(stranger, 'cjm'), ask(stranger, '陈佳明'), ask(stranger, '', '&kind=student'), ask(stranger, '', '&kind=teacher')])
  expect(tries.map(({ groups }) => groups.filter(({ kind }) => kind !== 'help'))).toEqual([[], [], [], [], []])
})

test('telephones and identity numbers find nobody, not even for the office', async () => {
  expect([await titles(office, '13812345678'), await titles(office, '8812')]).toEqual([[], []])
  const rows = await world.db.selectFrom('searchEntry').select('haystack').execute()
  expect(rows.filter(({ haystack }) => /13812345678|8812/.test(haystack))).toEqual([])
})

test('a draft is found by its firm, not by others, nor counted for them', async () => {
  const [own, others, theOffice] = await Promise.all([ask(firm.contact, '秘密草稿'), ask(stranger, '秘密草稿'), ask(office, '秘密草稿')])
  expect([own.groups.map(({ kind, total }) => [kind, total]), others.groups, theOffice.groups]).toEqual([[['post', 1]], [], []])
})

test('a round that is not open yet is the office’s own', async () => {
  expect([await titles(office, '草稿轮'), await titles(school.contact, '草稿轮'), await titles(office, 'R-2026-0007')]).toEqual([['岗位实习草稿轮'], [], ['岗位实习草稿轮']])
})

test('of a need, an achievement and a service the public part is found, what is kept between the parties is not, not even by its owner', async () => {
  await world.db.transaction().execute(async (tx) => {
    const { id: needId } = await tx.insertInto('need').values({ number: 'J-2026-0001', kind: 'technology', allianceId: world.alliance.id, organisationId: firm.id, title: '导轨表面易拉伤', state: 'open', validUntil: '2027-12-31', verifiedAt: world.now(), submittedAt: world.now() }).returning('id').executeTakeFirstOrThrow()
    await tx.insertInto('problem').values({ needId, description: '滑块运行三个月后出现划痕', privateDetails: '现用配方含钼百分之七', secrecy: 'nda', answerDueAt: world.now() }).execute()
  })
  const made = { allianceId: world.alliance.id, organisationId: firm.id, createdAt: world.now(), updatedAt: world.now(), verifiedAt: world.now(), submittedAt: world.now() }
  await world.db.insertInto('achievement').values({ ...made, number: 'C-2026-0001', title: '稀土改性自润滑涂层', description: '摩擦系数低于常见涂层', details: '靶材配比为铈三镧二', disclosure: 'nda', state: 'open', confirmedAt: world.now(), contactName: '示例王某', contactPhone: '+8613812345678' }).execute()
  await world.db.insertInto('achievement').values({ ...made, number: 'C-2026-0002', title: '稀土草稿成果', state: 'draft', verifiedAt: null, submittedAt: null }).execute()
  await world.db.insertInto('serviceOffer').values({ ...made, number: 'S-2026-0001', family: 'technology_application', title: '涂层附着力检测', state: 'open', validUntil: '2027-12-31', contactName: '示例王某' }).execute()
  await refreshSearch(world.db)
  expect(await Promise.all(['导轨拉伤', '划痕', '自润滑', '摩擦系数', '附着力检测', 'C-2026-0001'].map((q) => titles(stranger, q)))).toEqual([[], ['导轨表面易拉伤'], ['稀土改性自润滑涂层'], ['稀土改性自润滑涂层'], ['涂层附着力检测'], ['稀土改性自润滑涂层']])
  expect(await Promise.all(['含钼', '铈三镧二', '示例王某'].map((q) => titles(firm.contact, q)))).toEqual([[], [], []])
  expect([await titles(stranger, '稀土草稿'), await titles(firm.contact, '稀土草稿')]).toEqual([[], ['稀土草稿成果']])
})

test('a team and a policy are found by whoever works here; one that was withdrawn or not shown yet is not', async () => {
  const made = { allianceId: world.alliance.id, createdAt: world.now(), updatedAt: world.now() }
  await world.db.insertInto('team').values([
    { ...made, number: 'T-2026-0001', organisationId: school.id, name: '薄膜沉积示例团队', leaderName: '示例带头人', abilities: '磁控溅射与离子镀，做过模具和刀具。', fieldCodes: [], state: 'open' },
    { ...made, number: 'T-2026-0002', organisationId: school.id, name: '薄膜撤回团队', leaderName: '示例带头人', abilities: '已经不再接项目的一个团队。', fieldCodes: [], state: 'withdrawn' },
  ]).execute()
  await world.db.insertInto('supportPolicy').values([
    { ...made, number: 'Z-2026-0001', title: '示例技术改造补贴办法', issuer: '示例工信局', documentNumber: '示工信〔2026〕1号', state: 'open', publishedAt: world.now() },
    { ...made, number: 'Z-2026-0002', title: '示例技术改造补贴草案', issuer: '示例工信局', state: 'draft' },
  ]).execute()
  await refreshSearch(world.db)
  expect(await Promise.all(['薄膜', '离子镀', 'bmcj', 'T-2026-0001'].map((q) => titles(stranger, q)))).toEqual([['薄膜沉积示例团队'], ['薄膜沉积示例团队'], ['薄膜沉积示例团队'], ['薄膜沉积示例团队']])
  expect([await titles(school.contact, '薄膜', '&kind=team'), await titles(other.contact, '薄膜', '&kind=team')]).toEqual([['薄膜沉积示例团队', '薄膜撤回团队'], ['薄膜沉积示例团队']])
  expect([await titles(stranger, '改造补贴'), await titles(stranger, '示工信2026'), await titles(office, '改造补贴')]).toEqual([['示例技术改造补贴办法'], ['示例技术改造补贴办法'], ['示例技术改造补贴办法', '示例技术改造补贴草案']])
})

test('an agreement is found by its keeper, its parties, the student who signs it and the office; by nobody else, and never by its text or a telephone', async () => {
  const { id: studentId } = await world.db.selectFrom('student').select('id').where('studentNumber', '=', 'S20240001').executeTakeFirstOrThrow()
  const own = await world.person('student', { organisationId: school.id, studentId })
  const text = '三方约定：乙方每月报酬三千四百元。'
  const { id: templateId } = await world.db.insertInto('agreementTemplate').values({ kind: 'three_party', version: 77, title: '示例模板', sections: JSON.stringify([{ code: 'a', title: 'a', text: 'a', required: true }]), createdAt: world.now() }).returning('id').executeTakeFirstOrThrow()
  const made = { kind: 'three_party', allianceId: world.alliance.id, keeperId: school.id, subjectKind: 'placement', templateId, facts: '{}', sections: '[]', createdAt: world.now(), updatedAt: world.now() }
  await world.db.transaction().execute(async (tx) => {
    const draft = { ...made, number: 'A-2026-0001', code: 'ABCDEFGHJK23', state: 'draft', title: '电梯装调实习三方协议' }
    const { id } = await tx.insertInto('agreement').values({ ...draft, subjectId: '00000000-0000-7000-8000-000000000001' }).returning('id').executeTakeFirstOrThrow()
    await tx.insertInto('agreementParty').values([
      { agreementId: id, position: 1, kind: 'student', role: 'student', studentId, name: '陈嘉明', phone: '+8613812345678' },
      { agreementId: id, position: 2, kind: 'organisation', role: 'unit', organisationId: firm.id, name: '示例粤海升降机厂' },
    ]).execute()
    await tx.insertInto('agreement').values({ ...draft, number: 'A-2026-0002', code: 'ABCDEFGHJK24', title: '电梯装调未签协议', subjectId: '00000000-0000-7000-8000-000000000002' }).execute()
  })
  await refreshSearch(world.db)
  expect([await titles(firm.contact, '电梯装调', '&kind=agreement'), await titles(own, '电梯装调'), await titles(school.contact, '电梯装调', '&kind=agreement')]).toEqual([[], [], ['电梯装调未签协议', '电梯装调实习三方协议']])

  await world.db.updateTable('agreement').set({ state: 'signing', text, textHash: sha256(text), openedAt: world.now() }).where('number', '=', 'A-2026-0001').execute()
  await refreshSearch(world.db)
  for (const person of [office, school.contact, firm.contact, own]) expect(await titles(person, '三方协议', '&kind=agreement')).toEqual(['电梯装调实习三方协议'])
  expect([await titles(own, 'A-2026-0001'), await titles(firm.contact, 'abcdefghjk23'), await titles(firm.contact, '陈嘉明', '&kind=agreement')]).toEqual([['电梯装调实习三方协议'], ['电梯装调实习三方协议'], ['电梯装调实习三方协议']])
  expect(await Promise.all([titles(stranger, '三方协议'), titles(stranger, 'A-2026-0001'), titles(other.contact, '三方协议'), titles(stranger, '', '&kind=agreement'), titles(firm.contact, '三千四百'), titles(office, '13812345678')])).toEqual([[], [], [], [], [], []])
})

test('a firm in no alliance is found by the office and itself', async () => {
  expect([await titles(office, '南海电梯', '&kind=organisation'), await titles(firm.contact, '南海电梯', '&kind=organisation'), await titles(stranger, '南海电梯', '&kind=organisation')]).toEqual([
    ['示例南海电梯厂'],
    ['示例南海电梯厂'],
    [],
  ])
})

test('a change is found after the next refresh, and what is gone is not', async () => {
  const { id } = await student(school, '梁晓文', 'S20240009')
  await refreshSearch(world.db)
  expect(await titles(office, '梁晓文')).toEqual(['梁晓文'])
  await world.db.updateTable('student').set({ name: '梁晓雯' }).where('id', '=', id).execute()
  await refreshSearch(world.db)
  expect([await titles(office, '梁晓雯'), (await ask(office, '梁晓文')).near]).toEqual([['梁晓雯'], true])
  await world.db.updateTable('student').set({ leftAt: world.now() }).where('id', '=', id).execute()
  expect((await ask(office, '梁晓雯')).groups).toHaveLength(1)
  await refreshSearch(world.db)
  expect((await ask(office, '梁晓雯')).groups).toEqual([])
})

test('what is closed to somebody is not found even before the next refresh', async () => {
  const post = await newPost(world, firm, 'draft', { title: '装配工艺示例岗' })
  await world.db.updateTable('need').set({ state: 'open', verifiedAt: world.now() }).where('id', '=', post.id).execute()
  await refreshSearch(world.db)
  expect(await titles(stranger, '装配工艺')).toEqual(['装配工艺示例岗'])
  await world.db.updateTable('need').set({ state: 'withdrawn' }).where('id', '=', post.id).execute()
  expect(await titles(stranger, '装配工艺')).toEqual([])
})

test('a firm that changes its name is found at its posts by the new one', async () => {
  await world.db.updateTable('organisation').set({ name: '示例粤海升降机厂' }).where('id', '=', firm.id).execute()
  await refreshSearch(world.db)
  await refreshSearch(world.db)
  expect(await titles(stranger, '升降机')).toContain('工业机器人装调')
})

test('what was lost is found again by the nightly repair', async () => {
  await world.db.deleteFrom('searchEntry').where('kind', '=', 'round').execute()
  await world.db.updateTable('searchEntry').set({ form: 0 }).where('kind', '=', 'teacher').execute()
  expect(await titles(office, '草稿轮')).toEqual([])
  await repairSearch(world.db)
  expect([await titles(office, '草稿轮'), await world.db.selectFrom('searchEntry').select('form').where('kind', '=', 'teacher').execute()]).toEqual([['岗位实习草稿轮'], [{ form: 1 }]])
})

test('two that refresh at once write everything once', async () => {
  for (let at = 0; at < 20; at++) await world.organisation('enterprise', { name: `示例并行企业${at}` })
  await Promise.all([refreshSearch(world.db), refreshSearch(world.db)])
  await refreshSearch(world.db)
  expect((await ask(office, '并行企业', '&kind=organisation')).groups[0]).toMatchObject({ total: 20, more: false })
})

test('as many questions to the database for one hit as for twenty', async () => {
  expect(await countQueries(() => ask(office, '并行企业', '&kind=organisation'))).toBe(await countQueries(() => ask(office, '南海信息', '&kind=organisation')))
})

test('the handbook answers too, and a page of results goes on', async () => {
  const help = await ask(stranger, '通知书', '&kind=help')
  expect(help.groups[0]).toMatchObject({ kind: 'help' })
  const second = await ask(office, '并行企业', '&kind=organisation&size=8&page=3')
  expect(second.groups[0]!.hits).toHaveLength(4)
})

test('a student finds posts and schools, and nobody else', async () => {
  const row = await world.db.selectFrom('student').select('id').where('name', '=', '陈嘉明').executeTakeFirstOrThrow()
  const own = await world.person('student', { organisationId: school.id, studentId: row.id })
  expect([await titles(own, '工业机器人'), await titles(own, '陈嘉怡', '&kind=student'), await titles(own, '陈老师')]).toEqual([['工业机器人装调'], [], []])
})

test('nothing asked, nothing answered; what is too long is refused', async () => {
  expect([(await ask(office, '')).groups, (await ask(office, '%_')).groups, (await office.get(`/search?q=${'a'.repeat(61)}`)).status]).toEqual([[], [], 422])
})
