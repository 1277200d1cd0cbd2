import { randomUUID } from 'node:crypto'
import jpeg from 'jpeg-js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Reply, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-03-20T02:00:00Z' })
  made = newPlacementsWorld(world)
})
beforeEach(() => world.moveTo('2027-03-20T02:00:00Z'))
afterAll(() => world.close())

type Placement = Awaited<ReturnType<PlacementsWorld['placement']>>
const picture = (shade: number) => jpeg.encode({ width: 8, height: 8, data: Buffer.alloc(256, shade) }, 80).data
/** A real photo with a real note of where it was taken. */
const photo = (shade = 90) => {
  const note = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0 GPS 23.0123N 113.1456E', 'latin1')
  const plain = picture(shade)
  return Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, note.length + 2]), note, plain.subarray(2)])
}
const text = '本周在装配线跟师傅学习：拧紧一百二十个螺栓，记录扭矩，下午学看装配图纸，第一次独立完成一个工位。'
const wish = (change: Record<string, unknown> = {}) => ({ sendId: randomUUID(), version: 0, did: text, learnt: '学会用扭矩扳手', ...change })
const send = (placement: Placement, body = wish(), week = '2027-03-15') => placement.student.put(`/my/placements/${placement.id}/logs/${week}`, body)
const upload = (placement: Placement, id: string, bytes: Buffer, name = '车间.jpg') => placement.student.upload(`/my/placements/${placement.id}/log-photos`, { name, bytes }, { id })
const mine = async (placement: Placement) => (await placement.student.get('/my/logs')).body.weeks
const must = (reply: Reply) => {
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

test('a log with a photo goes from the phone to the teacher, who reads and comments it; then it stands', async () => {
  const placement = await made.placement()
  const [task] = await world.db.insertInto('taskCard').values({ placementId: placement.id, position: 1, title: '装配', createdAt: world.now(), updatedAt: world.now() }).returning('id').execute()
  const photoId = randomUUID()
  must(await upload(placement, photoId, photo()))
  const body = wish({ photos: [photoId], question: '图纸上的公差看不懂', hours: [{ taskId: task!.id, hours: 30 }, { taskId: null, hours: 12.5 }] })
  const sent = must(await send(placement, body))

  const [row] = must(await placement.supervisor.get('/placement-logs?state=asks&mine=true')).rows
  expect(row).toMatchObject({ id: sent.id, studentName: placement.student.name, week: '2027-03-15', asks: true, photos: 1, hours: 42.5, twins: 0, readAt: null })
  const record = must(await placement.supervisor.get(`/placement-logs/${sent.id}`))
  expect(record.findings.map(({ ruleId, severity, article }: Record<string, unknown>) => [ruleId, severity, article])).toEqual([['1.31', 'warn', null]])
  const seen = await placement.supervisor.get(`/files/${record.photos[0].fileId}?inline=true`)
  expect(Buffer.from(seen.body).equals(picture(90))).toBe(true)
  const [item] = must(await placement.supervisor.get('/inbox')).rows
  expect(item).toMatchObject({ kind: 'log.answer', subjectId: sent.id, params: { student: placement.student.name } })

  must(await placement.supervisor.post(`/placement-logs/${sent.id}/reading`, { comment: '周一给你讲公差', version: 1 }))
  expect((await mine(placement))[0]).toMatchObject({ open: false, log: { comment: '周一给你讲公差', readByName: placement.supervisor.name, version: 2 } })
  expect(must(await placement.supervisor.get('/inbox')).rows).toEqual([])
  expect(await send(placement, wish({ version: 2 }))).toMatchObject({ status: 409, body: { code: 'log_read' } })
})

test('sent twice is once: after each other, and at the same moment', async () => {
  const placement = await made.placement()
  const photoId = randomUUID()
  const [first, second] = await Promise.all([upload(placement, photoId, photo()), upload(placement, photoId, photo())])
  expect(must(first!)).toEqual(must(second!))
  const body = wish({ photos: [photoId] })
  const replies = await Promise.all(Array.from({ length: 5 }, () => send(placement, body)))
  replies.push(await send(placement, body))

  expect(new Set(replies.map(({ body: answer }) => JSON.stringify(answer))).size).toBe(1)
  expect(replies[0]).toMatchObject({ status: 200, body: { version: 1 } })
  const count = async (table: 'placementLog' | 'placementLogPhoto') => (await world.db.selectFrom(table).select('id').where('placementId', '=', placement.id).execute()).length
  expect([await count('placementLog'), await count('placementLogPhoto')]).toEqual([1, 1])
  expect(await world.db.selectFrom('auditEntry').select('event').where('subjectId', '=', placement.id).where('event', '=', 'log.sent').execute()).toHaveLength(1)
})

test('a text without one of its photos is refused whole, and a photo without its text is seen by nobody else and swept', async () => {
  const placement = await made.placement()
  const [here, lost] = [randomUUID(), randomUUID()]
  const kept = must(await upload(placement, here, photo()))
  const refused = await send(placement, wish({ photos: [here, lost] }))

  expect(refused).toMatchObject({ status: 409, body: { code: 'log_photos_missing', details: { photos: [lost], count: 1 } } })
  expect((await mine(placement))[0].log).toBeNull()
  expect([(await placement.student.get(`/files/${kept.fileId}`)).status, (await placement.supervisor.get(`/files/${kept.fileId}`)).status]).toEqual([200, 404])

  world.moveTo('2027-04-04T02:00:00Z')
  await world.task('sweep_log_photos')
  expect((await placement.student.get(`/files/${kept.fileId}`)).status).toBe(404)
})

test('a log photo that is not a photo is refused, and so are too many that wait', async () => {
  const placement = await made.placement()
  const try_ = (bytes: Buffer, name: string) => upload(placement, randomUUID(), bytes, name)
  for (const [bytes, name] of [[Buffer.from('我没有照片'), '照片.jpg'], [Buffer.from('%PDF-1.7'), '照片.png'], [photo().subarray(0, 200), '半张.jpg'], [Buffer.from('MZ\x90'), 'x.webp']] as const) {
    expect(await try_(bytes, name)).toMatchObject({ status: 422, body: { code: 'photo_not_a_photo', details: { name } } })
  }
  await world.db.insertInto('placementLogPhoto').values(await Promise.all(Array.from({ length: 30 }, async () => {
    const id = randomUUID()
    const file = await world.db.insertInto('file').values({ id: randomUUID(), sha256: Buffer.alloc(32), size: 1, mediaType: 'image/jpeg', name: 'p.jpg', subjectType: 'placement_log_photo', subjectId: id, createdAt: world.now() } as never).returning('id').executeTakeFirstOrThrow()
    return { id, placementId: placement.id, fileId: file.id, keptAt: world.now() }
  }))).execute()
  expect((await try_(photo(), '照片.jpg')).body.code).toBe('log_photos_waiting')
})

test('two phones: the later one is told what stands, and may then decide', async () => {
  const placement = await made.placement()
  must(await send(placement, wish({ did: '第一台手机写的：装配了三十个零件。' })))
  const second = wish({ did: '第二台手机写的：检验了三十个零件。' })
  const refused = await send(placement, second)

  expect(refused).toMatchObject({ status: 409, body: { code: 'log_conflict', details: { log: { did: '第一台手机写的：装配了三十个零件。', version: 1 } } } })
  expect(must(await send(placement, { ...second, version: 1 }))).toMatchObject({ did: second.did, version: 2 })
  const [a, b] = await Promise.all([send(placement, wish({ version: 2 })), send(placement, wish({ version: 2 }))])
  expect([a!.status, b!.status].sort()).toEqual([200, 409])
})

test('a photo that was taken out of a log goes; one of another student cannot be put in', async () => {
  const [placement, other] = [await made.placement(), await made.placement()]
  const [one, two, strange] = [randomUUID(), randomUUID(), randomUUID()]
  const { fileId } = must(await upload(placement, one, photo(40)))
  must(await upload(placement, two, photo(50)))
  must(await upload(other, strange, photo(60)))
  must(await send(placement, wish({ photos: [one, two] })))
  expect(must(await send(placement, wish({ photos: [two], version: 1 }))).photos.map(({ id }: { id: string }) => id)).toEqual([two])
  expect((await placement.supervisor.get(`/files/${fileId}`)).status).toBe(404)
  expect((await send(placement, wish({ photos: [two, strange], version: 2 }))).body.code).toBe('log_photos_missing')
})

test('a copied log stands beside its twin, marked, whether of another student or of one’s own week before', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const [one, two, far] = [await made.placement('active', { school, firm }), await made.placement('active', { school, firm }), await made.placement()]
  const original = must(await send(one, wish({ learnt: '' })))
  must(await send(far, wish({ learnt: '' })))
  world.moveTo({ hours: 1 })
  const copy = must(await send(two, wish({ did: text.replace('一百二十', '一百三十'), learnt: '' })))
  must(await send(one, wish({ did: '这一周换到检验岗位，用卡尺量孔径，发现两件超差，报告了质检员并且填写了记录表。', learnt: '' }), '2027-03-08'))
  await world.work()

  expect(must(await school.supervisor.get('/placement-logs?state=copied')).rows.map(({ id, twins }: Record<string, unknown>) => [id, twins])).toEqual([[copy.id, 1]])
  const [twin] = must(await school.supervisor.get(`/placement-logs/${copy.id}`)).twins
  expect(twin).toMatchObject({ logId: original.id, earlier: true, sameStudent: false, studentName: one.student.name, text })
  expect(twin.similarity).toBeGreaterThan(0.7)
  expect(twin.here.map(([from, until]: [number, number]) => text.replace('一百二十', '一百三十').slice(from, until))).toEqual(['本周在装配线跟师傅学习：拧紧一百', '十个螺栓，记录扭矩，下午学看装配图纸，第一次独立完成一个工位'])
  // Whoever was copied is shown beside it, too; the student sees no other's text; another school sees nothing.
  expect(must(await school.supervisor.get(`/placement-logs/${original.id}`)).twins).toMatchObject([{ logId: copy.id, earlier: false }])
  expect(must(await two.student.get(`/placement-logs/${copy.id}`)).twins).toEqual([])

  world.moveTo({ hours: 1 })
  must(await send(two, wish({ did: text, learnt: '' }), '2027-03-08'))
  await world.work()
  const own = must(await school.supervisor.get(`/placement-logs?placementId=${two.id}&week=2027-03-08`)).rows[0]
  expect(own.twins).toBe(2)
  // A log that was written anew is a copy no longer.
  must(await send(two, wish({ version: 1, did: '改写：这一周主要在仓库点数，学习物料编码，还帮师傅整理了工具柜，没有再去装配线。', learnt: '' }), '2027-03-08'))
  await world.work()
  expect(must(await school.supervisor.get(`/placement-logs?placementId=${two.id}&week=2027-03-08`)).rows[0].twins).toBe(0)
})

test('the unit, the office, other schools and other students do not read a log', async () => {
  const placement = await made.placement()
  const sent = must(await send(placement, wish({ question: '班组长骂人怎么办' })))
  const office = await world.person('secretariat')
  const strangers = [placement.unit, office, (await made.school()).contact, (await made.placement()).student]
  for (const person of strangers) {
    expect((await person.get(`/placement-logs/${sent.id}`)).status).toBe(404)
    expect((await person.put(`/my/placements/${placement.id}/logs/2027-03-15`, wish({ version: 1 }))).status).not.toBe(200)
  }
  expect([(await placement.unit.get('/placement-logs')).status, (await office.get('/placement-logs')).status]).toEqual([403, 403])
  expect((await placement.student.post(`/placement-logs/${sent.id}/reading`, { version: 1 })).status).toBe(403)
})

test.each([
  ['a week to come', '2027-03-22', {}, 'too_early'],
  ['a week before the first', '2027-02-22', {}, 'log_outside'],
  ['a text of three words', '2027-03-15', { did: '上班了' }, 'invalid_input'],
  ['hours for a task of another plan', '2027-03-15', { hours: [{ taskId: randomUUID(), hours: 8 }] }, 'invalid_input'],
] as const)('refused: %s', async (_sentence, week, change, code) => {
  expect((await send(await made.placement(), wish(change), week)).body.code).toBe(code)
})

test('a place that has not begun, and one that is assessed, take no log', async () => {
  for (const state of ['trained', 'assessed'] as const) expect((await send(await made.placement(state))).body.code).toBe('wrong_state')
})

test('the list takes the same number of queries for one row and thirty', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const fill = async () => must(await send(await made.placement('active', { school, firm })))
  await fill()
  const one = await countQueries(() => school.contact.get('/placement-logs'))
  await Promise.all(Array.from({ length: 29 }, fill))
  const many = await countQueries(() => school.contact.get('/placement-logs?size=50'))
  expect(must(await school.contact.get('/placement-logs?size=50')).rows).toHaveLength(30)
  expect(many).toBe(one)
})
