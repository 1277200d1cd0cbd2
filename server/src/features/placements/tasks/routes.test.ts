import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type Reply, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-03-20T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

type Placement = Awaited<ReturnType<PlacementsWorld['placement']>>
const must = (reply: Reply) => {
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}
const plan = (placement: Placement, tasks: Record<string, unknown>[], more = {}) => placement.contact.put(`/placements/${placement.id}/tasks`, { tasks, ...more })
const cards = async (placement: Placement, person: { get: (path: string) => Promise<Reply> } = placement.contact) => must(await person.get(`/placements/${placement.id}/tasks`)).rows
const move = (person: { post: (path: string, body: Record<string, unknown>) => Promise<Reply> }, card: { id: string; version: number }, step: Record<string, unknown>) => person.post(`/task-cards/${card.id}/moves`, { version: card.version, ...step })
const evidence = '独立完成了 20 件端盖装配，扭矩全部合格，师傅抽检两件。'

test('the school plans tasks, the student shows, the mentor gives back and then signs on the own phone', async () => {
  const placement = await made.placement()
  const mentor = await world.person('mentor', { organisationId: placement.firm.id, name: '示例张师傅' })
  must(await plan(placement, [{ title: '端盖装配', goal: '按图装配并自检' }, { title: '整机调试' }]))
  expect(must(await placement.unit.get(`/placements/${placement.id}/mentors`)).rows).toEqual([{ accountId: mentor.accountId, name: '示例张师傅' }])
  expect(must(await placement.unit.put(`/placements/${placement.id}/mentor`, { accountId: mentor.accountId }))).toEqual({ name: '示例张师傅' })

  expect(must(await mentor.get('/session')).seat).toMatchObject({ role: 'mentor' })
  const [card] = await cards(placement, placement.student)
  expect(card).toMatchObject({ title: '端盖装配', state: 'planned', can: { show: true, sign: false, giveBack: false } })
  const shown = must(await move(placement.student, card, { action: 'show', evidence }))
  expect(must(await mentor.get('/inbox')).rows).toMatchObject([{ kind: 'task_card.sign', params: { title: '端盖装配', student: placement.student.name } }])
  const [intern] = must(await mentor.get('/mentor/interns')).rows
  expect(intern).toMatchObject({ placementId: placement.id, studentName: placement.student.name, cards: [{ state: 'shown', evidence, can: { sign: true, giveBack: true } }, { state: 'planned' }] })
  const back = must(await move(mentor, shown, { action: 'giveBack', reason: '自检记录没有写' }))
  const again = must(await move(placement.student, back, { action: 'show', evidence: `${evidence}自检记录已补。` }))
  must(await move(mentor, again, { action: 'sign', remark: '可以独立操作' }))

  expect((await cards(placement))[0]).toMatchObject({ state: 'signed', signerName: '示例张师傅', onPaper: false, remark: '可以独立操作', reason: null })
  expect(must(await mentor.get('/inbox')).rows).toEqual([])
})

test('where the mentor has no account, the unit’s contact vouches for the card on paper and names who signed', async () => {
  const placement = await made.placement()
  must(await plan(placement, [{ title: '端盖装配' }]))
  const shown = must(await move(placement.student, (await cards(placement))[0], { action: 'show', evidence }))
  expect((await move(placement.unit, shown, { action: 'sign' })).body.details.issues).toEqual([{ path: ['signerName'], code: 'missing' }])
  must(await move(placement.unit, shown, { action: 'sign', signerName: '示例李师傅' }))
  expect((await cards(placement))[0]).toMatchObject({ state: 'signed', signerName: '示例李师傅', onPaper: true })
})

test('a mentor sees his own students’ cards and nothing else of the firm or the placement', async () => {
  const [placement, other] = [await made.placement(), await made.placement()]
  const mentor = await world.person('mentor', { organisationId: placement.firm.id })
  must(await placement.unit.put(`/placements/${placement.id}/mentor`, { accountId: mentor.accountId }))
  must(await plan(other, [{ title: '外单位的任务' }]))
  expect((await mentor.get(`/placements/${placement.id}/tasks`)).status).toBe(200)
  for (const path of [`/placements/${placement.id}`, `/placements/${other.id}/tasks`, `/placements/${placement.id}/rota/2027-03-15`]) expect([path, (await mentor.get(path)).status]).toEqual([path, 404])
  for (const path of ['/placement-logs', '/pay?month=2027-03', '/pay-alarms']) expect([path, (await mentor.get(path)).status]).toEqual([path, 403])
  // Somebody of another firm is no mentor here.
  expect((await placement.unit.put(`/placements/${placement.id}/mentor`, { accountId: other.unit.accountId })).status).toBe(422)
})

test('what is shown or signed is evidence: it neither goes nor takes another name', async () => {
  const placement = await made.placement()
  must(await plan(placement, [{ title: '端盖装配' }, { title: '整机调试' }]))
  const [first, second] = await cards(placement)
  must(await move(placement.student, first, { action: 'show', evidence }))
  expect((await plan(placement, [{ id: second.id, title: '整机调试' }])).body).toMatchObject({ code: 'task_fixed', details: { titles: '端盖装配' } })
  must(await plan(placement, [{ id: second.id, title: '整机调试与检验' }, { title: '包装' }, { id: first.id, title: '端盖装配' }]))
  expect((await cards(placement)).map(({ position, title }: Record<string, unknown>) => [position, title])).toEqual([[1, '整机调试与检验'], [2, '包装'], [3, '端盖装配']])
})

test('one plan may serve all of the school at the same post who have none', async () => {
  const [school, firm] = [await made.school(), await made.firm()]
  const postId = await made.post(firm)
  const placements = [await made.placement('active', { school, firm, postId }), await made.placement('active', { school, firm, postId }), await made.placement('active', { school, firm, postId }), await made.placement('active', { firm, postId })]
  must(await plan(placements[2]!, [{ title: '自己的计划' }]))
  expect(must(await plan(placements[0]!, [{ title: '端盖装配' }], { alsoSamePost: true }))).toEqual({ rows: 1, also: 1 })
  expect(await Promise.all(placements.map(async (one) => (await cards(one)).map(({ title }: { title: string }) => title)))).toEqual([['端盖装配'], ['端盖装配'], ['自己的计划'], []])
})

test('steps out of turn, by the wrong person or on an old card are refused', async () => {
  const placement = await made.placement()
  must(await plan(placement, [{ title: '端盖装配' }]))
  const [card] = await cards(placement)
  expect((await move(placement.unit, card, { action: 'sign', signerName: '示例师傅' })).body.code).toBe('wrong_state')
  expect((await move(placement.contact, card, { action: 'show', evidence })).status).toBe(403)
  expect((await move(placement.student, card, { action: 'show', evidence: '做了' })).body.code).toBe('invalid_input')
  must(await move(placement.student, card, { action: 'show', evidence }))
  expect((await move(placement.student, card, { action: 'show', evidence })).body.code).toBe('changed_meanwhile')
  expect((await plan(await made.placement(), [{ id: card.id, title: '端盖装配' }])).body.code).toBe('invalid_input')
})
