import { draftAgreement, labelOf, listParties, openAgreement, type AgreementToDraft } from '../src/features/agreements/service.ts'
import { paperOf } from '../src/features/agreements/papers/service.ts'
import { bringScan } from '../src/features/agreements/scans/service.ts'
import { sign } from '../src/features/agreements/signing/service.ts'
import { lockAnyhow } from '../src/features/agreements/tables.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { dayOf } from '../src/kernel/calendar.ts'
import type { Tx } from '../src/kernel/db.ts'
import { dayAfter, momentAfter } from './days.ts'
import type { DemoAlliance } from './shape.ts'
import { studentOfTheDemo } from './students.ts'

type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids; students: Ids }

/** Agreements between houses in every state one meets, and a consent that waits for the demonstration's student. */
export async function loadAgreements(tx: Tx, demo: DemoAlliance, { office, organisations, accounts, students }: Cast, now: Date) {
  const on = (day: number, hour = 10) => new Date(Math.min(momentAfter(now, day, hour).getTime(), now.getTime()))
  const seat = (login: string): Actor => {
    const { name, role, organisation } = demo.accounts.find((one) => one.login === login)!
    return { ...office, accountId: accounts.get(login)!, name, role, organisationId: organisation ? organisations.get(organisation)! : null, allianceId: null }
  }
  const school = seat('school')
  const house = (role: string, key: string, position: number) => ({ kind: 'organisation' as const, role, organisationId: organisations.get(key)!, position })

  const draft = async (given: Omit<AgreementToDraft, 'allianceId' | 'subject'> & { subjectId?: string }, day: number) => {
    const { subjectId, ...rest } = given
    const subject = subjectId ? { kind: 'student', id: subjectId } : { kind: 'agreement', id: '' }
    const { id } = await draftAgreement(tx, school, { ...rest, subject, allianceId: office.allianceId! }, on(day))
    await tx.updateTable('agreement').set({ demo: true }).where('id', '=', id).execute()
    return id
  }
  /** Opens it, and as many as asked sign, each a day later. */
  const walk = async (id: string, day: number, signing: number) => {
    await openAgreement(tx, school, id, on(day))
    for (const [at, party] of (await listParties(tx, [id])).slice(0, signing).entries()) {
      const moment = on(day + 1 + at)
      await sign(tx, null, (await lockAnyhow(tx, id))!, party, { name: party.kind === 'organisation' ? '示例经办人' : party.name, method: 'totp', accountId: null, signedOn: dayOf(moment) }, moment)
    }
  }
  const cooperation = (firm: string, from: number, until: number, seats: string) => ({
    kind: 'cooperation' as const, parties: [house('school', 'school-1', 1), house('unit', firm, 2)], startsOn: dayAfter(now, from), endsOn: dayAfter(now, until), facts: { fields: '智能制造（示例）', seats, costs: '各自承担' },
  })

  await walk(await draft(cooperation('ent-01', -300, 800, '20'), -310), -309, 2)
  await walk(await draft(cooperation('ent-02', -1050, 45, '10'), -1060), -1059, 2)
  const waiting = await draft(cooperation('ent-03', 20, 1115, '30'), -6)
  await walk(waiting, -5, 1)
  await draft({ ...cooperation('ent-04', 30, 700, '15'), facts: { fields: '新能源汽车（示例）' } }, -1)

  const { school: at, key } = demo.students.find((one) => one.key === studentOfTheDemo)!
  const studentId = students.get(key)!
  const consent = await draft(
    {
      kind: 'consent', title: '岗位实习知情同意书（示例）', keeperId: organisations.get(at)!, subjectId: studentId, parties: [{ kind: 'student', studentId, position: 1 }, { kind: 'guardian', studentId, position: 1 }], startsOn: dayAfter(now, 97), endsOn: dayAfter(now, 277),
      facts: { unit: '按志愿匹配结果确定的单位', post: '按志愿匹配结果确定', place: '佛山市南海区', tasks: '在师傅指导下参加实际工作', hours: '每日 8 小时，每周不超过 40 小时', lodging: '单位提供或自行解决', meals: '工作餐', pay: '不低于同岗位工资的 80%', supervisor: '示例指导教师', supervisorPhone: '0757-00000000' },
    },
    -3,
  )
  await openAgreement(tx, school, consent, on(-2))

  // What somebody signed by hand, photographed and sent in: it waits to be read.
  const onPaper = (await lockAnyhow(tx, waiting))!
  const { bytes } = await paperOf(onPaper, await listParties(tx, [waiting]), labelOf)
  await bringScan(tx, school, { name: '签好的协议（示例）.pdf', mediaType: 'application/pdf', bytes, fields: {} }, onPaper.code, on(0, 9))
}
