import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, newAgreementsWorld, type AgreementsWorld } from '../../../../test/agreements-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { agreementKinds } from '../contract.ts'

let world: World
let house: AgreementsWorld
let office: Person
beforeAll(async () => {
  world = await newWorld()
  house = await newAgreementsWorld(world)
  office = await world.person('secretariat')
})
afterAll(() => world.close())

type Section = { code: string; title: string; text: string; required: boolean }
const of = async (person: Person, kind: string) => (must(await person.get('/agreement-templates')).body.rows as { kind: string; current: { owner: string; version: number; title: string; sections: Section[]; used: number }; earlier: unknown[]; required: string[]; ownVersion: number; can: { edit: boolean } }[]).find((one) => one.kind === kind)!
const write = async (person: Person, kind: string, change: (sections: Section[]) => Section[], ownVersion?: number) => {
  const { current, ownVersion: last } = await of(person, kind)
  return person.post(`/agreement-templates/${kind}/versions`, { title: current.title, note: '按本地示范文本修改', sections: change(current.sections), ownVersion: ownVersion ?? last })
}
const with_ = (code: string, change: Partial<Section>) => (sections: Section[]) => sections.map((section) => (section.code === code ? { ...section, ...change } : section))

test('every kind has words to begin with; nobody of a firm edits them', async () => {
  const { rows } = must(await house.firm.contact.get('/agreement-templates')).body
  expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual(agreementKinds)
  expect(rows.every((one: { current: { owner: string }; can: { edit: boolean } }) => one.current.owner === 'program' && !one.can.edit)).toBe(true)
  expect((await of(house.school.contact, 'three_party')).required).toEqual(['parties', 'work', 'living', 'pay', 'safety', 'insurance', 'assessment', 'breach', 'other'])
  expect((await write(house.firm.contact, 'three_party', (sections) => sections)).status).toBe(403)
})

test('a school’s words go before the alliance’s, those before the program’s; what was drafted keeps its own', async () => {
  const textOf = async (id: string) => (await house.view(id)).sections.find((one: Section) => one.code === 'other').text
  const first = await house.draft('three_party')
  expect(must(await write(office, 'three_party', with_('other', { text: '联盟版其他约定。' }))).body.version).toBe(1)
  const second = await house.draft('three_party')
  must(await write(house.school.contact, 'three_party', with_('other', { text: '本校版其他约定。' })))
  const third = await house.draft('three_party')
  must(await write(house.school.contact, 'three_party', with_('other', { text: '本校第二版。' })))
  const fourth = await house.draft('three_party')

  expect([await textOf(second.id), await textOf(third.id), await textOf(fourth.id)]).toEqual(['联盟版其他约定。', '本校版其他约定。', '本校第二版。'])
  expect(await textOf(first.id)).toContain('本协议经三方签署后生效')
  expect((await house.view(fourth.id)).template).toMatchObject({ version: 2 })
  expect(await of(house.school.contact, 'three_party')).toMatchObject({ current: { owner: 'house', version: 2, used: 1 }, earlier: [{ owner: 'house', version: 1, used: 1 }, { owner: 'alliance', version: 1 }, { owner: 'program' }], ownVersion: 2 })
  // Another school sees the alliance's.
  const { contact } = await newOther()
  expect((await of(contact, 'three_party')).current.owner).toBe('alliance')
})

async function newOther() {
  const school = await world.organisation('school')
  await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId: school.id, state: 'active', certificateNumber: '示例-他校' }).execute()
  return { contact: await world.person('school_contact', { organisationId: school.id }) }
}

test('the nine sections of rule 1.14 can be neither dropped, nor emptied, nor made optional; all faults are named at once', async () => {
  const { body, status } = await write(house.school.contact, 'three_party', (sections) => [
    ...sections.filter(({ code }) => code !== 'pay').map((section) => (section.code === 'safety' ? { ...section, text: ' —— ' } : section.code === 'breach' ? { ...section, required: false } : section)),
    { code: 'extra', title: '', text: '{{salary}}另议', required: false },
  ])
  expect([status, body.code, body.details.rule]).toEqual([422, 'template_incomplete', '1.14'])
  expect(body.details.issues).toEqual([
    { path: ['sections', 'pay'], code: 'section_missing' },
    { path: ['sections', 'safety'], code: 'empty' },
    { path: ['sections', 'breach'], code: 'section_required' },
    { path: ['sections', 'extra', 'title'], code: 'missing' },
    { path: ['sections', 'extra'], code: 'unknown_name:salary' },
  ])
})

test('of two who write a new version from the same one, one is told', async () => {
  const { ownVersion } = await of(house.school.contact, 'cooperation')
  const change = (text: string) => write(house.school.contact, 'cooperation', with_('breach', { text }), ownVersion)
  const replies = await Promise.all([change('甲改'), change('乙改')])
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'changed_meanwhile'])
})

test('a version stays as it is, whoever writes to the database', async () => {
  const { id } = must(await write(house.school.contact, 'mentor', (sections) => sections)).body
  const refused = (statement: Promise<unknown>) => statement.then(() => 'done', (error: { constraint: string }) => error.constraint)
  expect(await refused(world.db.updateTable('agreementTemplate').set({ title: '改名' }).where('id', '=', id).execute())).toBe('agreement_template_append_only')
  expect(await refused(world.db.deleteFrom('agreementTemplate').where('id', '=', id).execute())).toBe('agreement_template_append_only')
})
