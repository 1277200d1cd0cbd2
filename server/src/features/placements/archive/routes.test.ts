import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAssessmentWorld, pdf, schoolMarks, summary } from '../../../../test/assessment-world.ts'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { unzip } from '../../../../test/unzip.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { setting } from '../../../kernel/setting.ts'

let world: World
let made: PlacementsWorld
let assess: ReturnType<typeof newAssessmentWorld>
beforeAll(async () => {
  world = await newWorld({ now: '2027-08-31T02:00:00Z' })
  made = newPlacementsWorld(world)
  assess = newAssessmentWorld(world)
})
afterAll(() => world.close())

const kinds = ['agreement', 'plan', 'report', 'assessment', 'log', 'inspection', 'summary', 'evidence']
type Placement = Awaited<ReturnType<PlacementsWorld['placement']>>
const log = (placement: Placement) => ({ placementId: placement.id, week: '2027-08-23', did: '本周在二车间学装配与调试。', sendId: crypto.randomUUID(), sentAt: world.now(), changedAt: world.now() })

test('archiving is refused while one of the eight papers is missing, and each that is gets its name', async () => {
  const placement = await made.placement()
  expect((await placement.contact.get(`/placements/${placement.id}/archive`)).body.missing).toEqual(kinds)
  expect(await placement.contact.post(`/placements/${placement.id}/archive`)).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
  await assess.published(placement)
  expect(await placement.contact.post(`/placements/${placement.id}/archive`)).toMatchObject({ status: 409, body: { code: 'archive_incomplete', details: { missing: ['agreement', 'plan', 'report', 'log', 'inspection', 'evidence'], rule: '1.44' } } })
  await placement.student.put(`/placements/${placement.id}/texts/report`, { text: '岗位、任务、问题和解决的办法，'.repeat(50), handIn: true })
  for (const kind of ['agreement', 'plan', 'inspection', 'evidence']) expect((await assess.upload(placement, kind)).status).toBe(200)
  expect((await placement.contact.post(`/placements/${placement.id}/archive`)).body.details.missing).toEqual(['log'])
  await world.db.insertInto('placementLog').values(log(placement)).execute()
  expect((await placement.contact.get(`/placements/${placement.id}/archive`)).body).toMatchObject({ missing: [], can: { archive: true } })
  expect((await placement.supervisor.post(`/placements/${placement.id}/archive`)).status).toBe(403)
  expect(await placement.contact.post(`/placements/${placement.id}/archive`)).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^DA-2027-\d{4}$/) } })
  expect((await placement.contact.get(`/placements/${placement.id}`)).body.state).toBe('archived')
})

test('the bundle holds an index, every paper and the SHA-256 of each', async () => {
  const placement = await made.placement()
  await assess.whole(placement)
  await assess.upload(placement, 'evidence', '现场照片')
  await world.db.insertInto('placementLog').values(log(placement)).execute()
  const { number, manifestHash } = (await placement.contact.post(`/placements/${placement.id}/archive`)).body
  const reply = await placement.contact.get(`/placements/${placement.id}/archive.zip`)
  expect([reply.status, reply.headers['content-type'], decodeURIComponent(String(reply.headers['content-disposition']))]).toEqual([200, 'application/zip', expect.stringContaining(number)])

  const bundle = unzip(reply.body as Buffer)
  const index = JSON.parse(bundle.get('index.json')!.toString())
  expect(index).toMatchObject({ number, placement: placement.number, manifestHash })
  expect([...new Set(index.files.map(({ kind }: { kind: string }) => kind))].toSorted()).toEqual(kinds.toSorted())
  const listed = bundle.get('index.html')!.toString()
  for (const { path, sha256, size } of index.files) {
    const bytes = bundle.get(path)!
    expect([path, createHash('sha256').update(bytes).digest('hex'), bytes.length, listed.includes(sha256)]).toEqual([path, sha256, size, true])
  }
  expect(bundle.size).toBe(index.files.length + 2)
  expect((await placement.contact.get(`/placements/${placement.id}/archive`)).body.archived.files).toHaveLength(index.files.length)
})

test('what is archived is frozen: papers, marks, texts, logs and the placement itself', async () => {
  const placement = await made.placement()
  await assess.whole(placement)
  const before = (await placement.contact.get(`/placements/${placement.id}/archive`)).body.papers.find(({ kind }: { kind: string }) => kind === 'plan').files[0].id
  await placement.contact.post(`/placements/${placement.id}/archive`)
  expect(await assess.upload(placement, 'evidence')).toMatchObject({ status: 409, body: { code: 'archive_fixed' } })
  expect(await placement.contact.delete(`/placements/${placement.id}/archive/papers/${before}`)).toMatchObject({ status: 409, body: { code: 'archive_fixed' } })
  expect(await placement.contact.post(`/placements/${placement.id}/archive`)).toMatchObject({ status: 409, body: { code: 'archive_fixed' } })
  expect((await placement.student.put(`/placements/${placement.id}/texts/summary`, { text: summary, handIn: true })).status).toBe(409)
  expect((await placement.supervisor.put(`/placements/${placement.id}/assessment/marks/school`, { marks: schoolMarks })).status).toBe(409)
  const held = 'an archived placement stays as it is'
  await expect(world.db.updateTable('placement').set({ state: 'active' }).where('id', '=', placement.id).execute()).rejects.toThrow(held)
  await expect(world.db.deleteFrom('placement').where('id', '=', placement.id).execute()).rejects.toThrow(held)
  await expect(world.db.updateTable('placementAssessment').set({ total: 100 }).where('placementId', '=', placement.id).execute()).rejects.toThrow(held)
  await expect(world.db.deleteFrom('placementText').where('placementId', '=', placement.id).execute()).rejects.toThrow(held)
  await expect(world.db.insertInto('placementLog').values(log(placement)).execute()).rejects.toThrow(held)
  await expect(world.db.updateTable('placementTerms').set({ title: '别的' }).where('placementId', '=', placement.id).execute()).rejects.toThrow(held)
  await expect(world.db.deleteFrom('placementArchive').where('placementId', '=', placement.id).execute()).rejects.toThrow('append only')
})

test('a file that was changed on the disk does not slip into the bundle', async () => {
  const placement = await made.placement()
  await assess.whole(placement)
  await placement.contact.post(`/placements/${placement.id}/archive`)
  const { fileId } = (await placement.contact.get(`/placements/${placement.id}/archive`)).body.papers[1].files[0]
  await setting().files.put(fileId, Buffer.concat([pdf, Buffer.from('x')]))
  // Before the first byte has left it is an answer, afterwards the connection is cut.
  const answer = await placement.contact.get(`/placements/${placement.id}/archive.zip`).then(({ status }) => status, (error: Error) => error.message)
  expect(answer).toBeOneOf([500, 'response destroyed before completion'])
})

test('the firm has no archive; a plan of the cohort counts for each of it; papers are seen by those of the archive', async () => {
  const placement = await made.placement()
  expect([(await placement.unit.get(`/placements/${placement.id}/archive`)).status, (await placement.unit.get(`/placements/${placement.id}/archive.zip`)).status]).toEqual([403, 403])
  expect(await placement.contact.get(`/placements/${placement.id}/archive.zip`)).toMatchObject({ status: 409, body: { code: 'not_archived' } })
  expect((await placement.contact.upload(`/cohorts/${placement.school.cohortId}/internship-plans`, { name: 'plan.pdf', bytes: pdf }, { title: '机电专业岗位实习方案' })).status).toBe(200)
  const view = (await placement.contact.get(`/placements/${placement.id}/archive`)).body
  expect(view.missing).not.toContain('plan')
  const [{ fileId }] = view.papers[1].files
  const own = (await assess.upload(placement, 'evidence')).body.id
  expect((await placement.contact.get(`/files/${fileId}`)).status).toBe(200)
  const stranger = await made.school()
  const plans = (await placement.contact.get('/internship-plans')).body
  expect(plans).toMatchObject({ rows: [{ title: '机电专业岗位实习方案', cohortId: placement.school.cohortId, fileId }], can: { add: true } })
  expect((await stranger.contact.get('/internship-plans')).body.rows).toEqual([])
  expect((await stranger.contact.delete(`/cohorts/${placement.school.cohortId}/internship-plans/${plans.rows[0].id}`)).status).toBe(403)
  expect((await placement.contact.delete(`/cohorts/${placement.school.cohortId}/internship-plans/${own}`)).status).toBe(404)
  expect([(await stranger.contact.get(`/files/${fileId}`)).status, (await placement.unit.get(`/files/${fileId}`)).status, (await stranger.contact.delete(`/placements/${placement.id}/archive/papers/${own}`)).status]).toEqual([404, 404, 404])
  expect((await stranger.contact.upload(`/cohorts/${placement.school.cohortId}/internship-plans`, { name: 'plan.pdf', bytes: pdf }, { title: '别人的' })).status).toBe(403)
  expect((await placement.contact.delete(`/cohorts/${placement.school.cohortId}/internship-plans/${plans.rows[0].id}`)).status).toBe(200)
  expect((await placement.contact.get(`/placements/${placement.id}/archive`)).body.missing).toContain('plan')
  expect(await assess.upload(placement, 'plan', '脚本', 'x.html', Buffer.from('<script>'))).toMatchObject({ status: 422, body: { code: 'file_kind_not_allowed' } })
  expect(await assess.upload(placement, 'nothing')).toMatchObject({ status: 422 })
  expect((await placement.contact.delete(`/placements/${placement.id}/archive/papers/${own}`)).status).toBe(200)
})
