import { afterAll, beforeAll, expect, test } from 'vitest'
import { facts, must, newAgreementsWorld, type AgreementsWorld } from '../../../test/agreements-world.ts'
import { newWorld, type World } from '../../../test/world.ts'

let world: World
let house: AgreementsWorld
beforeAll(async () => {
  world = await newWorld()
  house = await newAgreementsWorld(world)
})
afterAll(() => world.close())

test('a three-party agreement is drafted, opened, signed by school, firm and student in their order, and in force with the last signature', async () => {
  const { school, firm, student, signAs, view } = house
  const { id } = await house.draft('three_party')
  expect((await firm.contact.get(`/agreements/${id}`)).status).toBe(404)
  const { version, faults } = await view(id)
  expect(faults).toEqual([])

  must(await school.contact.post(`/agreements/${id}/moves`, { action: 'open', version }))
  await house.giveAuthenticator(student)
  expect((await signAs(student, id, 'student')).body).toMatchObject({ code: 'not_your_turn' })
  must(await signAs(school.contact, id, 'school'))
  must(await signAs(firm.contact, id, 'unit'))
  expect((await view(id)).state).toBe('signing')
  expect(must(await signAs(student, id, 'student')).body).toMatchObject({ id, state: 'concluded' })

  expect(await view(id, student)).toMatchObject({ state: 'concluded', signedOn: '2026-11-23', parties: [{ role: 'school', method: 'totp', signedBy: school.contact.name }, { role: 'unit' }, { role: 'student', signedBy: student.name }] })
})

test('every required section that is empty is named at once, with whatever else is missing', async () => {
  const sections = { parties: '', work: ' — ', living: '待定', pay: '____', safety: '略', insurance: '（ ）', assessment: '', breach: '。', other: 'TBD' }
  const { id } = await house.draft('three_party', { sections, facts: {}, startsOn: null, parties: house.parties.three_party().slice(0, 1) })
  const { version } = await house.view(id)

  const { status, body } = await house.school.contact.post(`/agreements/${id}/moves`, { action: 'open', version })
  const issues: { path: string[]; code: string }[] = body.details.issues
  expect([status, body.code, body.details.rule]).toEqual([409, 'agreement_incomplete', '1.14'])
  expect(issues.filter(({ code }) => code === 'empty').map(({ path }) => path[1])).toEqual(Object.keys(sections))
  expect(issues.filter(({ code }) => code !== 'empty')).toEqual([
    { path: ['startsOn'], code: 'missing' }, { path: ['parties'], code: 'organisation_missing' }, { path: ['parties'], code: 'student_missing' },
  ])
  expect((await house.view(id)).faults).toEqual(issues)
})

test.each(['parties', 'work', 'living', 'pay', 'safety', 'insurance', 'assessment', 'breach', 'other'])('with the section "%s" alone empty it is not opened', async (code) => {
  const { id } = await house.draft('three_party', { sections: { [code]: '' } })
  const { body } = await house.school.contact.post(`/agreements/${id}/moves`, { action: 'open', version: 1 })
  expect([body.code, body.details.issues]).toEqual(['agreement_incomplete', [{ path: ['sections', code], code: 'empty' }]])
})

test('a placeholder that nothing stands for is named by its name', async () => {
  const { pay: _pay, ...rest } = facts
  const { id } = await house.draft('three_party', { facts: rest })
  expect((await house.school.contact.post(`/agreements/${id}/moves`, { action: 'open', version: 1 })).body.details.issues).toEqual([{ path: ['facts', 'pay'], code: 'missing' }])
})
