import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, newAgreementsWorld, type AgreementsWorld } from '../../../../test/agreements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { setting, useSetting } from '../../../kernel/setting.ts'

let world: World
let house: AgreementsWorld
let gateway: Server
let url: string
const texts: { to: string; text: string; sign: string; key: string }[] = []

beforeAll(async () => {
  world = await newWorld()
  house = await newAgreementsWorld(world)
  gateway = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      texts.push({ ...JSON.parse(body), key: request.headers.authorization! })
      reply.writeHead(200).end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`
})
afterAll(async () => {
  gateway.close()
  await world.close()
})

const tokenOf = (link: string) => link.split('/').at(-1)!
const partyOf = async (id: string, role: string) => (await house.view(id)).parties.find((one: { role: string }) => one.role === role)
/** What the school gets to hand over for the party with this role. */
async function handed(id: string, role: string, by = house.school.contact) {
  const { body } = must(await by.post(`/agreements/${id}/parties/${(await partyOf(id, role)).id}/link`))
  return { ...body, token: tokenOf(body.link) } as { token: string; code: string | null; sentBy: string | null; name: string; studentName: string }
}
const look = async (token: string) => must(await world.nobody.post('/signing', { token })).body
const signWith = async (token: string, change: Record<string, unknown>) => world.nobody.post('/signing/signature', { token, textHash: (await look(token)).textHash, ...change })
async function withGateway<T>(work: () => Promise<T>): Promise<T> {
  const before = setting()
  useSetting({ ...before, sms: { url, key: 'k1', sign: '示例学校' } })
  try {
    return await work()
  } finally {
    useSetting(before)
  }
}

test('a guardian without an account reads the whole text by a link and signs with the code the school handed over', async () => {
  const { id } = await house.open('consent')
  const { token, code, sentBy, name, studentName } = await handed(id, 'guardian', house.teacher)
  expect({ sentBy, name, studentName }).toEqual({ sentBy: null, name: house.student.guardianName, studentName: house.student.name })
  expect(await look(token)).toMatchObject({ state: 'signing', codeBy: 'paper', me: { role: 'guardian', studentName, signedOn: null }, text: (await house.view(id)).text })

  expect(must(await signWith(token, { name, code })).body).toEqual({ state: 'signing' })
  expect(await partyOf(id, 'guardian')).toMatchObject({ method: 'code', signedBy: name, signedOn: '2026-11-23' })
  expect((await signWith(token, { name, code })).body.code).toBe('already_signed')
  const paper = await world.nobody.get(`/signing/${token}/paper`)
  expect([paper.status, String(paper.body.subarray(0, 5))]).toEqual([200, '%PDF-'])
})

test('where a gateway is configured the link and the code go to the telephone the school has on record, and nobody else sees the code', async () => {
  const { id } = await house.open('consent', { who: await house.newStudent({ guardianPhone: '13712345678', guardianName: '𠮷田䶮' }) })
  await withGateway(async () => {
    texts.length = 0
    const { token, code, sentBy } = await handed(id, 'guardian')
    expect({ code, sentBy, codeBy: (await look(token)).codeBy }).toEqual({ code: null, sentBy: 'sms', codeBy: 'sms' })
    expect(must(await world.nobody.post('/signing/code', { token })).body).toEqual({ channel: 'sms', seconds: 600 })
    expect((await world.nobody.post('/signing/code', { token })).body).toMatchObject({ code: 'code_just_sent', details: { seconds: 60 } })
    await world.work()

    const sent = texts.find(({ text }) => /^\d{6} /.test(text))!
    expect(texts.map(({ to, sign, key }) => [to, sign, key])).toEqual(Array(2).fill(['+8613712345678', '示例学校', 'Bearer k1']))
    expect(texts.some(({ text }) => text.includes(token))).toBe(true)
    expect(texts.filter(({ text }) => text.includes('𠮷田䶮'))).toEqual([])
    expect(must(await signWith(token, { name: '𠮷田 䶮', code: sent.text.slice(0, 6) })).body.state).toBe('signing')
  })
  // Spent texts are not kept.
  expect(await world.db.selectFrom('outboxMessage').select('body').where('channel', '=', 'sms').where('sentAt', 'is not', null).where('body', '<>', '').execute()).toEqual([])
})

test('a code that was sent is good for ten minutes', async () => {
  const { id } = await house.open('consent', { who: await house.newStudent({ guardianPhone: '13712345679' }) })
  await withGateway(async () => {
    texts.length = 0
    const { token, name } = await handed(id, 'guardian')
    must(await world.nobody.post('/signing/code', { token }))
    await world.work()
    world.moveTo({ hours: 10 / 60 })
    expect((await signWith(token, { name, code: texts.find(({ text }) => /^\d{6} /.test(text))!.text.slice(0, 6) })).body).toMatchObject({ code: 'wrong_code', details: { triesLeft: 4 } })
  })
})

test('a guardian signs only for their own child: with another name the link is no use, and another child’s code neither', async () => {
  const [one, other] = [await house.newStudent(), await house.newStudent()]
  const [mine, theirs] = [await house.open('consent', { who: one }), await house.open('consent', { who: other })]
  const [my, their] = [await handed(mine.id, 'guardian'), await handed(theirs.id, 'guardian')]
  expect((await look(their.token)).me.studentName).toBe(other.name)

  // The link of another child came into the wrong hands.
  expect((await signWith(their.token, { name: one.guardianName, code: their.code })).body.code).toBe('name_differs')
  expect((await signWith(their.token, { name: other.guardianName, code: my.code })).body.code).toBe('wrong_code')
  // A student is no guardian, not even with an account.
  const { id: partyId } = await partyOf(mine.id, 'guardian')
  expect((await one.post(`/agreements/${mine.id}/parties/${partyId}/signature`, { name: one.guardianName, code: my.code, textHash: (await house.view(mine.id)).textHash })).status).toBe(403)
  // Nor does a party of one agreement sign through another.
  expect((await one.post(`/agreements/${theirs.id}/parties/${partyId}/signature`, { name: one.guardianName, code: my.code, textHash: (await house.view(mine.id)).textHash })).status).toBe(404)
  expect((await house.view(theirs.id)).parties.map((party: { signedOn: string | null }) => party.signedOn)).toEqual([null, null])
})

test('when the school’s record names another guardian since, the old one does not sign any more', async () => {
  const who = await house.newStudent()
  const { id } = await house.open('consent', { who })
  const { token, code } = await handed(id, 'guardian')
  await world.db.updateTable('student').set({ guardianName: '示例新监护人' }).where('id', '=', who.studentId).execute()

  expect((await signWith(token, { name: who.guardianName, code })).body).toMatchObject({ code: 'guardian_changed', details: { name: who.guardianName } })
})

test('five wrong codes shut the door for a while, also to the right one', async () => {
  const { id } = await house.open('consent', { who: await house.newStudent() })
  const { token, code, name } = await handed(id, 'guardian')
  const tries = []
  for (let at = 0; at < 5; at++) tries.push((await signWith(token, { name, code: 'WRONG234' })).body.details.triesLeft)
  expect(tries).toEqual([4, 3, 2, 1, 0])
  expect((await signWith(token, { name, code })).body.code).toBe('tries_used_up')
  world.moveTo({ hours: 0.3 })
  expect((await signWith(token, { name, code })).status).toBe(200)
})

test('a new link makes the old one void; after a fortnight every link is', async () => {
  const { id } = await house.open('consent', { who: await house.newStudent(), startsOn: '2027-09-01', endsOn: '2028-02-28' })
  const first = await handed(id, 'guardian')
  const second = await handed(id, 'guardian')
  expect((await world.nobody.post('/signing', { token: first.token })).body.code).toBe('link_withdrawn')
  expect((await world.nobody.post('/signing', { token: 'x'.repeat(43) })).body.code).toBe('link_unknown')
  world.moveTo({ hours: 14 * 24 + 1 })
  expect((await world.nobody.post('/signing', { token: second.token })).body.code).toBe('link_expired')
})

test('a guardian may refuse, and says why; the keeper hears of it and nobody can sign any more', async () => {
  const who = await house.newStudent()
  const { id } = await house.open('consent', { who })
  const { token, code, name } = await handed(id, 'guardian')
  expect(must(await world.nobody.post('/signing/refusal', { token, name, code, reason: '离家太远，不同意。' })).body).toEqual({ state: 'declined' })

  expect(await house.view(id)).toMatchObject({ state: 'declined', endReason: '离家太远，不同意。' })
  const { rows } = (await house.school.contact.get('/inbox?size=100')).body
  expect(rows.filter((item: { subjectId: string }) => item.subjectId === id).map(({ kind }: { kind: string }) => kind)).toEqual(['agreement.declined'])
  await house.giveAuthenticator(who)
  expect((await house.signAs(who, id, 'student')).body.code).toBe('wrong_state')
})

test('a student without an authenticator signs in the own account with a one-time code', async () => {
  const who = await house.newStudent({ phone: '13812345678' })
  const { id } = await house.open('consent', { who })
  const party = await partyOf(id, 'student')
  expect((await who.post(`/agreements/${id}/parties/${party.id}/code`)).body.code).toBe('code_by_school')
  await withGateway(async () => {
    texts.length = 0
    must(await who.post(`/agreements/${id}/parties/${party.id}/code`))
    await world.work()
    expect((await house.signAs(who, id, 'student', { code: '000000' })).body).toMatchObject({ code: 'wrong_code' })
    must(await house.signAs(who, id, 'student', { code: texts[0]!.text.slice(0, 6) }))
  })
  expect(await partyOf(id, 'student')).toMatchObject({ method: 'code', signedBy: who.name })
  // Staff have an authenticator.
  const { id: other } = await house.open('three_party')
  expect((await house.school.contact.post(`/agreements/${other}/parties/${(await partyOf(other, 'school')).id}/code`)).body.code).toBe('code_by_authenticator')
})

test('of two tabs that sign at once, one signs and the other is told', async () => {
  const { id } = await house.open('three_party')
  const { textHash, parties } = await house.view(id)
  const sign = (code: string) => house.school.contact.post(`/agreements/${id}/parties/${parties[0].id}/signature`, { name: house.school.contact.name, code, textHash })
  const code = house.freshCode()
  const replies = await Promise.all([sign(code), sign(code)])
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'already_signed'])
  expect(await world.db.selectFrom('agreementSignature').select('partyId').where('agreementId', '=', id).execute()).toHaveLength(1)
})

test('the last two who sign at once conclude it once, and the rooms to the right hear of it once', async () => {
  const who = await house.newStudent()
  await house.giveAuthenticator(who)
  const { id } = await house.open('consent', { who })
  const { token, code, name } = await handed(id, 'guardian')
  await world.work()
  const replies = await Promise.all([house.signAs(who, id, 'student'), signWith(token, { name, code })])
  expect(replies.map(({ body }) => body.state).toSorted()).toEqual(['concluded', 'signing'])
  const jobs = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'agreement_moved'`.execute(world.db)
  expect(jobs.rows[0]!.n).toBe(1)
})

test('nobody signs a text they have not seen, under another name, or for somebody else', async () => {
  const { id } = await house.open('three_party')
  const { contact } = house.school
  expect((await house.signAs(contact, id, 'school', { textHash: '0'.repeat(64) })).body.code).toBe('text_changed')
  expect((await house.signAs(contact, id, 'school', { name: house.firm.contact.name })).body.code).toBe('name_differs')
  expect((await house.signAs(contact, id, 'school', { version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await house.signAs(contact, id, 'school', { code: '000000' })).body.code).toBe('wrong_code')
  expect((await house.signAs(contact, id, 'unit')).status).toBe(403)
  expect((await house.signAs(house.teacher, id, 'school')).status).toBe(403)
})

test('after the first day nobody signs a three-party agreement; rule 1.13 is named', async () => {
  const { id } = await house.open('three_party', { startsOn: '2026-12-15', endsOn: '2027-05-31' })
  world.moveTo('2026-12-16T02:00:00Z')
  expect((await house.signAs(house.school.contact, id, 'school')).body).toMatchObject({ code: 'signed_after_start', details: { rule: '1.13', startsOn: '2026-12-15', signedOn: '2026-12-16' } })
  // On the first day itself it is still in time.
  const { id: today } = await house.open('three_party', { startsOn: '2026-12-16', endsOn: '2027-05-31' })
  must(await house.signAs(house.school.contact, today, 'school'))
})

test('a house signs many with one code; what cannot be signed is named', async () => {
  const open = [await house.open('three_party'), await house.open('three_party'), await house.open('three_party')]
  const [first, second, third] = await Promise.all(open.map(({ id }) => house.view(id)))
  must(await house.signAs(house.school.contact, first.id, 'school'))
  const agreements = [{ id: first.id, textHash: first.textHash }, { id: second.id, textHash: second.textHash }, { id: third.id, textHash: first.textHash }]
  const { body } = must(await house.school.contact.post('/agreement-signatures', { agreements, name: house.school.contact.name, code: house.freshCode() }))
  expect(body.signed).toBe(1)
  expect(body.refused.map(({ number, code }: { number: string; code: string }) => [number, code]).toSorted()).toEqual([[first.number, 'already_signed'], [third.number, 'text_changed']])
})

test('slips for a class: a link and a code for each guardian in turn, none for students who sign in their account', async () => {
  const open = [await house.open('consent', { who: await house.newStudent() }), await house.open('consent', { who: await house.newStudent() })]
  const { rows } = must(await house.teacher.post('/agreement-links', { agreementIds: open.map(({ id }) => id) })).body
  expect(rows.map(({ role, code, sentBy }: Record<string, string | null>) => [role, /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(code!), sentBy])).toEqual([['guardian', true, null], ['guardian', true, null]])
  // The teacher is told where to call; a link alone signs nothing, and the firm learns neither.
  const known = await world.db.selectFrom('student').select('guardianPhone').where('id', 'in', (await Promise.all(open.map(({ id }) => house.view(id)))).map(({ parties }: { parties: { studentId: string }[] }) => parties[0]!.studentId)).execute()
  expect(rows.map(({ phone }: { phone: string | null }) => phone).toSorted()).toEqual(known.map(({ guardianPhone }) => guardianPhone).toSorted())
  expect(rows.every(({ link, qr, code }: { link: string; qr: string; code: string }) => !link.includes(code.replace('-', '')) && !qr.includes(code))).toBe(true)
  expect((await house.firm.contact.post('/agreement-links', { agreementIds: [open[0]!.id] })).status).toBe(404)
})

test('neither the words, nor the parties, nor a signature of an opened agreement can be changed, whoever writes to the database', async () => {
  const { id } = await house.open('three_party')
  must(await house.signAs(house.school.contact, id, 'school'))
  const refused = async (statement: Promise<unknown>) => statement.then(() => 'done', (error: { constraint: string }) => error.constraint)
  const set = (change: Record<string, unknown>) => refused(world.db.updateTable('agreement').set(change).where('id', '=', id).execute())
  expect(await set({ text: '改过' })).toBe('agreement_text_fixed')
  expect(await set({ sections: '[]' })).toBe('agreement_text_fixed')
  expect(await set({ endsOn: '2028-01-01' })).toBe('agreement_text_fixed')
  expect(await set({ facts: '{"pay":"1元"}' })).toBe('agreement_text_fixed')
  expect(await set({ state: 'concluded', concludedAt: world.now(), signedOn: '2026-12-16' })).toBe('agreement_all_signed')
  expect(await refused(world.db.updateTable('agreementParty').set({ name: '别人' }).where('agreementId', '=', id).execute())).toBe('agreement_text_fixed')
  expect(await refused(world.db.deleteFrom('agreementParty').where('agreementId', '=', id).where('role', '=', 'unit').execute())).toBe('agreement_text_fixed')
  expect(await refused(world.db.updateTable('agreementSignature').set({ name: '别人' }).where('agreementId', '=', id).execute())).toBe('agreement_signature_append_only')
  expect(await refused(world.db.deleteFrom('agreementSignature').where('agreementId', '=', id).execute())).toBe('agreement_signature_append_only')
  const { parties } = await house.view(id)
  const late = { agreementId: id, name: '示例', method: 'code', signedAt: world.now() }
  const { textHash } = await world.db.selectFrom('agreement').select('textHash').where('id', '=', id).executeTakeFirstOrThrow()
  expect(await refused(world.db.insertInto('agreementSignature').values({ ...late, partyId: parties[1].id, textHash: textHash!, signedOn: '2027-03-02' }).execute())).toBe('agreement_signed_in_time')
  expect(await refused(world.db.insertInto('agreementSignature').values({ ...late, partyId: parties[1].id, textHash: Buffer.alloc(32), signedOn: '2027-01-02' }).execute())).toBe('agreement_signature_fits')
})
