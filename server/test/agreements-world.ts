import { PDFiumLibrary } from '@hyzyla/pdfium'
import jpeg from 'jpeg-js'
import { inTransaction } from '../src/kernel/db.ts'
import { dayOf } from '../src/kernel/calendar.ts'
import { seal } from '../src/kernel/secrets.ts'
import type { PartyToSign } from '../src/features/agreements/contract.ts'
import { draftAgreement, listParties, openAgreement, type AgreementToDraft } from '../src/features/agreements/service.ts'
import { sign } from '../src/features/agreements/signing/service.ts'
import { lockAnyhow } from '../src/features/agreements/tables.ts'
import { codeAt } from '../src/features/identity/factor/service.ts'
import { newFirm } from './needs-world.ts'
import { newSchool } from './talent-world.ts'
import type { Person, Reply, World } from './world.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
let serial = 0

export function must(reply: Reply): Reply {
  if (reply.status >= 300) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}

/** What every placeholder of every template stands for. */
export const facts = {
  post: '装调实习生', unit: '示例实习单位', place: '示例市示例路 1 号', tasks: '在师傅指导下装配与调试', lodging: '单位免费提供', meals: '工作餐', hours: '每日 8 小时，每周 40 小时', pay: '3400 元', payDay: '每月 10 日', supervisor: '示例指导教师',
  mentor: '示例师傅', unitWeight: '50%', supervisorPhone: '13000000000', reason: '离家太远', className: '示例订单班', programme: '机电技术应用', seats: '30', costs: '各自承担', payFloor: '每月 4500 元', quitNotice: '开班后三十日',
  breach: '约定', offer: '同等条件', fields: '智能制造', insurance: '学校承担', batch: '2027 年第一批', counties: '示例县', escort: '示例带队教师', teacher: '示例教师',
} satisfies Record<string, string>

/** A school with a class and one student, their guardian on record, and a firm; all who sign have an authenticator. */
export async function newAgreementsWorld(world: World) {
  const school = await newSchool(world)
  const firm = await newFirm(world)
  for (const id of [school.id, firm.id]) await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId: id, state: 'active', certificateNumber: `示例-${++serial}` }).execute()
  await giveAuthenticator(school.contact)
  await giveAuthenticator(firm.contact)
  const teacher = await world.person('teacher', { organisationId: school.id })
  const student = await newStudent()

  async function giveAuthenticator(person: Pick<Person, 'accountId'>) {
    await world.db.updateTable('account').set({ totpSecret: seal(secret), totpConfirmedAt: world.now() }).where('id', '=', person.accountId).execute()
  }
  /** Nobody's code works twice, so the clock goes on. */
  function freshCode() {
    world.moveTo({ hours: 31 / 3600 })
    return codeAt(secret, world.now())
  }

  async function newStudent(change: Record<string, unknown> = {}) {
    const row = await world.db
      .insertInto('student')
      .values({ schoolId: school.id, cohortId: school.cohortId, studentNumber: `A${1000 + ++serial}`, name: `示例学生${serial}`, birthDate: '2009-03-05', guardianName: `示例家长${serial}`, guardianPhone: '+8613200000000', guardianRelation: '母亲', ...change })
      .returning(['id', 'name', 'guardianName'])
      .executeTakeFirstOrThrow()
    const person = await world.person('student', { organisationId: school.id, studentId: row.id, name: row.name })
    await world.db.updateTable('student').set({ accountId: person.accountId }).where('id', '=', row.id).execute()
    return { ...person, studentId: row.id, guardianName: row.guardianName! }
  }

  const organisation = (organisationId: string, position?: number): PartyToSign => ({ kind: 'organisation', organisationId, position })
  const parties = {
    three_party: (who = student): PartyToSign[] => [organisation(school.id, 1), organisation(firm.id, 1), { kind: 'student', studentId: who.studentId, position: 2 }],
    consent: (who = student): PartyToSign[] => [{ kind: 'student', studentId: who.studentId, position: 1 }, { kind: 'guardian', studentId: who.studentId, position: 1 }],
    cooperation: (): PartyToSign[] => [organisation(school.id, 1), organisation(firm.id, 2)],
  }

  /** As a room to the right drafts it, for the school. */
  async function draft(kind: keyof typeof parties, change: Partial<AgreementToDraft> & { who?: typeof student } = {}) {
    const { who, ...rest } = change
    const given = { kind, subject: { kind: 'trial', id: crypto.randomUUID() }, allianceId: world.alliance.id, keeperId: school.id, facts, parties: parties[kind](who), startsOn: '2027-03-01', endsOn: '2027-08-31', ...rest }
    return inTransaction(world.db, (tx) => draftAgreement(tx, null, given, world.now()))
  }
  const open = async (kind: keyof typeof parties, change: Parameters<typeof draft>[1] = {}) => {
    const made = await draft(kind, change)
    await inTransaction(world.db, (tx) => openAgreement(tx, null, made.id, world.now()))
    return made
  }
  const view = async (id: string, by: Person = school.contact) => must(await by.get(`/agreements/${id}`)).body

  /** One person signs for the party with this role. */
  async function signAs(person: Person, id: string, role: string, change: Record<string, unknown> = {}) {
    const agreement = await view(id)
    const party = agreement.parties.find((one: { role: string }) => one.role === role)
    return person.post(`/agreements/${id}/parties/${party.id}/signature`, { name: person.name, code: freshCode(), textHash: agreement.textHash, ...change })
  }

  return { school, firm, student, teacher, parties, newStudent, giveAuthenticator, freshCode, draft, open, view, signAs, conclude: (id: string, signedOn?: string) => conclude(world, id, signedOn) }
}
export type AgreementsWorld = Awaited<ReturnType<typeof newAgreementsWorld>>

/** For rooms to the right: opens it where it is a draft, and signs for everybody. */
export async function conclude(world: World, agreementId: string, signedOn?: string) {
  await inTransaction(world.db, async (tx) => {
    if ((await lockAnyhow(tx, agreementId))!.state === 'draft') await openAgreement(tx, null, agreementId, world.now())
    for (const party of await listParties(tx, [agreementId])) {
      if (party.signedAt) continue
      await sign(tx, null, (await lockAnyhow(tx, agreementId))!, party, { name: party.name, method: 'code', accountId: null, signedOn: signedOn ?? dayOf(world.now()) }, world.now())
    }
  })
}

/** The first page of a paper as a telephone takes it: grey, grainy, askew and a little small. */
export async function photographOf(pdf: Buffer): Promise<Buffer> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const page = await document.getPage(0).render({ scale: 2, render: 'bitmap' })
  const [width, height] = [page.width + 160, page.height + 120]
  const data = Buffer.alloc(width * height * 4)
  const [cos, sin] = [Math.cos(0.06), Math.sin(0.06)]
  let grain = 7
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [Math.floor(cos * (x - 120) + sin * (y - 60)), Math.floor(-sin * (x - 120) + cos * (y - 60))]
      const paper = u >= 0 && v >= 0 && u < page.width && v < page.height
      grain = (grain * 1103515245 + 12345) % 2147483648
      const light = (paper ? 40 + page.data[(v * page.width + u) * 4]! * 0.75 : 90) + (grain % 21) - 10
      data.writeUInt32BE((Math.round(Math.max(0, Math.min(255, light))) * 0x1010100 + 255) >>> 0, (y * width + x) * 4)
    }
  }
  document.destroy()
  library.destroy()
  return jpeg.encode({ data, width, height }, 60).data
}
