import jpeg from 'jpeg-js'
import QRCode from 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, newAgreementsWorld, photographOf, type AgreementsWorld } from '../../../../test/agreements-world.ts'
import { newWorld, type Reply, type World } from '../../../../test/world.ts'

let world: World
let house: AgreementsWorld
beforeAll(async () => {
  world = await newWorld()
  house = await newAgreementsWorld(world)
})
afterAll(() => world.close())

const picture = (text: string) => QRCode.toBuffer(text, { width: 300, margin: 3 })
const bring = (bytes: Buffer, fields: Record<string, string> = {}, by = house.teacher, name = '照片.png'): Promise<Reply> => by.upload('/agreement-scans', { name, bytes }, fields)
const linkOf = ({ code, textHash }: { code: string; textHash: string }) => `http://silian.test/verify/${code}?h=${textHash.slice(0, 16)}`
async function found(id: string) {
  const { body } = must(await bring(await picture(linkOf(await house.view(id)))))
  return body as { id: string; agreementId: string }
}
/** Everybody signed on that day, as the paper shows. */
const shown = async (id: string, signedOn = '2026-11-23', change: Record<string, unknown> = {}) => ({
  signatures: (await house.view(id)).parties.map((party: { id: string; kind: string; name: string }) => ({ partyId: party.id, name: party.kind === 'organisation' ? '示例经办人' : party.name, signedOn, ...change })),
})

test('the photograph of a printed paper finds its agreement, and what a person of the school reads off it concludes it', async () => {
  const { id } = await house.open('three_party')
  const paper = await house.school.contact.get(`/agreements/${id}/paper`)
  expect([paper.status, String(paper.headers['content-type'])]).toEqual([200, 'application/pdf'])
  const { body: scan } = must(await bring(await photographOf(paper.body), {}, house.teacher, 'IMG_0001.jpg'))
  expect(scan).toMatchObject({ agreementId: id, state: 'found', foundBy: 'picture', uploadedBy: house.teacher.name, file: { name: 'IMG_0001.jpg', mediaType: 'image/jpeg' }, can: { decide: false } })
  const { rows } = (await house.school.contact.get('/inbox?size=100')).body
  expect(rows.some((item: { kind: string; subjectId: string }) => item.kind === 'agreement.read_scan' && item.subjectId === id)).toBe(true)

  expect((await house.teacher.post(`/agreement-scans/${scan.id}/confirmation`, await shown(id))).status).toBe(403)
  expect(must(await house.school.contact.post(`/agreement-scans/${scan.id}/confirmation`, await shown(id))).body).toMatchObject({ id, state: 'concluded' })
  expect(await house.view(id)).toMatchObject({ state: 'concluded', signedOn: '2026-11-23', parties: [{ method: 'paper', signedBy: '示例经办人' }, { method: 'paper' }, { method: 'paper', signedBy: house.student.name }] })
  // The paper itself stays to be seen by its parties, and by nobody else.
  expect([(await house.firm.contact.get(`/files/${scan.file.id}`)).status, (await (await world.person('enterprise_contact')).get(`/files/${scan.file.id}`)).status]).toEqual([200, 404])
  expect((await house.school.contact.post(`/agreement-scans/${scan.id}/confirmation`, await shown(id))).body.code).toBe('wrong_state')
})

test('a scan as PDF is read page by page', async () => {
  const { id } = await house.open('cooperation', { startsOn: '2027-01-01', endsOn: '2029-12-31' })
  const { body } = await house.school.contact.get(`/agreements/${id}/paper`)
  expect(must(await bring(body, {}, house.teacher, '扫描.pdf')).body).toMatchObject({ agreementId: id, file: { mediaType: 'application/pdf' } })
})

test('paper and telephone go together: who has signed here is not asked again, and the rest may sign on paper in any order', async () => {
  const { id } = await house.open('three_party')
  must(await house.signAs(house.school.contact, id, 'school'))
  const scan = await found(id)
  const { signatures } = await shown(id)
  expect((await house.school.contact.post(`/agreement-scans/${scan.id}/confirmation`, { signatures })).body).toMatchObject({ code: 'scan_faulty', details: { issues: [{ path: ['signatures', 0, 'partyId'], code: 'already_signed' }] } })
  expect(must(await house.school.contact.post(`/agreement-scans/${scan.id}/confirmation`, { signatures: signatures.slice(2) })).body.state).toBe('signing')
  const second = await found(id)
  expect(must(await house.school.contact.post(`/agreement-scans/${second.id}/confirmation`, { signatures: signatures.slice(1, 2) })).body.state).toBe('concluded')
})

test('a forged code, one of nobody, another text, no code and two codes are each refused, and nothing is kept', async () => {
  const [one, other] = [await house.view((await house.open('three_party')).id), await house.view((await house.open('three_party')).id)]
  const before = await world.db.selectFrom('agreementScan').select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const forged = one.code.slice(0, 11) + (one.code.endsWith('A') ? 'B' : 'A')
  const swapped = other.code.slice(0, 10) + one.code.slice(10)
  const codeOf = async (reply: Promise<Reply>) => (await reply).body.code
  expect(await codeOf(bring(await picture(linkOf({ ...one, code: forged }))))).toBe('scan_code_forged')
  expect(await codeOf(bring(await picture(linkOf({ ...one, code: swapped }))))).toBe('scan_code_forged')
  expect(await codeOf(bring(await picture('https://elsewhere.example/pay?to=me')))).toBe('scan_code_missing')
  expect(await codeOf(bring(await picture(linkOf({ ...one, textHash: '0'.repeat(64) }))))).toBe('scan_text_differs')
  expect(await codeOf(bring(side(linkOf(one), linkOf(other)), {}, house.teacher, 'x.jpg'))).toBe('scan_codes_differ')
  expect(await codeOf(bring(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200)])))).toBe('scan_code_missing')
  expect(await codeOf(bring(Buffer.from('%PDF-1.7 nonsense'), {}, house.teacher, 'x.pdf'))).toBe('scan_code_missing')
  expect(await codeOf(bring(Buffer.from('nothing but words'), {}, house.teacher, 'x.jpg'))).toBe('file_kind_not_allowed')
  // Another school, which does not keep it, is told no more than that there is none.
  expect(await codeOf(bring(await picture(linkOf(one)), {}, await world.person('school_contact')))).toBe('scan_code_unknown')
  // A party that does not keep it may read it, yet its papers go through the school.
  expect(await codeOf(bring(await picture(linkOf(one)), {}, house.firm.contact))).toBe('not_allowed')
  expect(await world.db.selectFrom('agreementScan').select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).toEqual(before)
})

test('a photograph in a format that nobody here reads is refused with the way out, and is not kept', async () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(300, 7)])
  const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.from([44, 1, 0, 0]), Buffer.from('WEBPVP8 '), Buffer.alloc(300, 7)])
  expect(await bring(heic, {}, house.teacher, 'IMG_0002.HEIC')).toMatchObject({ status: 422, body: { code: 'scan_photo_heic', details: { name: 'IMG_0002.HEIC' } } })
  expect(await bring(webp, {}, house.teacher, '照片.webp')).toMatchObject({ status: 422, body: { code: 'scan_photo_webp', details: { name: '照片.webp' } } })
})

test('where the picture is too blurred the code is typed, as it is printed', async () => {
  const { id } = await house.open('three_party')
  const { code } = await house.view(id)
  const printed = ` ${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8).toLowerCase()} `
  expect(must(await bring(await picture('blur'), { code: printed })).body).toMatchObject({ agreementId: id, foundBy: 'hand' })
  expect((await bring(await picture('blur'), { code: 'ABCD-EFGH-JKLM' })).body.code).toBe('scan_code_forged')
})

test('what cannot be so on a paper is named all at once; a day after the start names rule 1.13', async () => {
  const { id } = await house.open('three_party', { startsOn: '2026-11-25', endsOn: '2027-05-24' })
  world.moveTo('2026-11-27T02:00:00Z')
  const scan = await found(id)
  const { signatures } = await shown(id)
  const wrong = [{ ...signatures[0], signedOn: '2026-11-26' }, { ...signatures[1], signedOn: '2026-11-20' }, { ...signatures[2], name: '别人', signedOn: '2026-12-24' }]
  const { status, body } = await house.school.contact.post(`/agreement-scans/${scan.id}/confirmation`, { signatures: wrong })
  expect([status, body.code, body.details.rule, body.details.startsOn]).toEqual([422, 'scan_faulty', '1.13', '2026-11-25'])
  expect(body.details.issues).toEqual([
    { path: ['signatures', 0, 'signedOn'], code: 'signed_after_start' },
    { path: ['signatures', 1, 'signedOn'], code: 'signed_before_text' },
    { path: ['signatures', 2, 'name'], code: 'name_differs' },
    { path: ['signatures', 2, 'signedOn'], code: 'signed_in_future' },
    { path: ['signatures', 2, 'signedOn'], code: 'signed_after_start' },
  ])
  expect((await house.view(id)).parties.every((party: { signedOn: string | null }) => party.signedOn === null)).toBe(true)
  // The paper was signed in time, whenever it came back.
  expect(must(await house.school.contact.post(`/agreement-scans/${scan.id}/confirmation`, await shown(id, '2026-11-24'))).body.state).toBe('concluded')
})

test('a picture that shows nothing is sent back with a word, and the item is closed', async () => {
  const { id } = await house.open('three_party')
  const scan = await found(id)
  must(await house.school.contact.post(`/agreement-scans/${scan.id}/refusal`, { note: '没有盖章，请重拍。' }))
  const { rows } = (await house.teacher.get(`/agreement-scans?agreementId=${id}`)).body
  expect(rows).toMatchObject([{ state: 'refused', note: '没有盖章，请重拍。', decidedBy: house.school.contact.name }])
  expect(await world.db.selectFrom('inboxItem').select('outcome').where('subjectId', '=', id).where('kind', '=', 'agreement.read_scan').executeTakeFirst()).toEqual({ outcome: 'reject' })
})

test('of two who confirm the same paper at once, one does', async () => {
  const { id } = await house.open('three_party')
  const scan = await found(id)
  const given = await shown(id, '2026-11-27')
  const replies = await Promise.all([house.school.contact.post(`/agreement-scans/${scan.id}/confirmation`, given), house.school.contact.post(`/agreement-scans/${scan.id}/confirmation`, given)])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('rare characters stand on the paper: 𠮷 and 䶮 from the fonts inside the file, what no font has by its number', async () => {
  const who = await house.newStudent({ name: '𠮷䶮', guardianName: '示例' })
  const { id } = await house.open('three_party', { who, sections: { other: '㙍𬱟，末字 \u{3FFFD}。' } })
  const { body } = await house.school.contact.get(`/agreements/${id}/paper`)
  const glyphs = charactersIn(body)
  expect(['𠮷', '䶮', '㙍', '𬱟', '岗', '〔'].filter((one) => !glyphs.has(one))).toEqual([])
  expect((await house.view(id)).text).toContain('\u{3FFFD}')
})

/** What the ToUnicode tables of a PDF say its glyphs mean. */
function charactersIn(pdf: Buffer): Set<string> {
  const tables = pdf.toString('latin1').match(/\d+ beginbfchar[^]*?endbfchar/g) ?? []
  return new Set(tables.flatMap((table) => [...table.matchAll(/<[0-9A-F]+> <([0-9A-F]+)>/gi)].map(([, hex]) => Buffer.from(hex!, 'hex').swap16().toString('utf16le'))))
}

/** Two papers in one picture. */
function side(one: string, other: string): Buffer {
  const codes = [one, other].map((text) => QRCode.create(text, { errorCorrectionLevel: 'M' }).modules)
  const [dot, frame] = [6, 40]
  const width = codes.reduce((sum, { size }) => sum + size * dot + 2 * frame, 0)
  const height = Math.max(...codes.map(({ size }) => size)) * dot + 2 * frame
  const data = Buffer.alloc(width * height * 4, 255)
  let left = frame
  for (const code of codes) {
    for (let y = 0; y < code.size * dot; y++) {
      for (let x = 0; x < code.size * dot; x++) {
        if (code.get(Math.floor(y / dot), Math.floor(x / dot))) data.fill(0, ((y + frame) * width + x + left) * 4, ((y + frame) * width + x + left) * 4 + 3)
      }
    }
    left += code.size * dot + 2 * frame
  }
  return jpeg.encode({ data, width, height }, 90).data
}
