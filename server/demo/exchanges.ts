import { lockExchange, moveExchange, proposeExchange, writeReport } from '../src/features/assistance/exchanges/service.ts'
import { correctResource, giveResource, lockResource, moveResource } from '../src/features/assistance/resources/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Stage } from './assistance.ts'
import { dayAfter } from './days.ts'

/** Teachers across: one there, one back, one that is only proposed. */
export async function loadExchanges({ tx, now, organisations, school, nanhai, college, at }: Stage) {
  const teacherOf = async (by: Actor, nth: number) => (await tx.selectFrom('teacher').select('id').where('schoolId', '=', by.organisationId).orderBy('number').offset(nth).limit(1).executeTakeFirstOrThrow()).id
  const county = organisations.get('school-3')!
  const propose = async (by: Actor, nth: number, wish: { hostId: string; purpose: string; subject: string; plan: string; from: number; to: number }) =>
    (await proposeExchange(tx, by, { teacherId: await teacherOf(by, nth), hostId: wish.hostId, purpose: wish.purpose, subject: wish.subject, plan: wish.plan, startsOn: dayAfter(now, wish.from), endsOn: dayAfter(now, wish.to) }, at(wish.from - 25), { demo: true })).id
  const move = async (by: Actor, id: string, day: number, step: Omit<Parameters<typeof moveExchange>[3], 'version'>) => {
    const one = (await lockExchange(tx, by, id))!
    await moveExchange(tx, by, one, { ...step, version: one.version }, at(day))
  }
  const there = await propose(nanhai, 4, { hostId: county, purpose: 'teaching', subject: '电子商务实训课', plan: '每周十二节，带两个班做直播间实训，住学校周转房。', from: -34, to: 60 })
  await move(school, there, -50, { action: 'accept', hostContact: '示例教研组长 0855-0000003' })
  await move(school, there, -34, { action: 'start' })
  const back = await propose(school, 2, { hostId: nanhai.organisationId!, purpose: 'shadowing', subject: '汽车运用与维修专业建设', plan: '跟班听课、参加教研，看实训室怎样排课。', from: -120, to: -61 })
  await move(nanhai, back, -130, { action: 'accept', hostContact: '示例专业主任 0757-0000003' })
  await move(nanhai, back, -120, { action: 'start' })
  const held = (await lockExchange(tx, school, back))!
  await writeReport(tx, school, held, { report: '跟岗两个月，听课三十六节，参加教研八次，带回实训室管理制度和两门课的任务书，本学期起在县里试用。（示例）', version: held.version }, at(-60))
  await move(nanhai, back, -59, { action: 'finish', days: 41, endedOn: dayAfter(now, -61) })
  await propose(college, 1, { hostId: county, purpose: 'contest', subject: '汽车技术赛项备赛指导', plan: '每月到县里一周，平时远程。', from: 18, to: 120 })
}

/** What was given: received whole and in part, disputed and corrected, and not answered yet. */
export async function loadResources({ tx, now, organisations, school, nanhai, enterprise, robots, at }: Stage) {
  const county = organisations.get('school-3')!
  const give = async (by: Actor, day: number, form: Omit<Parameters<typeof giveResource>[2], 'givenOn' | 'note'> & { note?: string }) => (await giveResource(tx, by, { note: '', ...form, givenOn: dayAfter(now, day) }, at(day + 1), { demo: true })).id
  const receive = async (id: string, day: number, quantity: number) => {
    const one = (await lockResource(tx, school, id))!
    await moveResource(tx, school, one, { action: 'receive', version: one.version, quantity, receivedOn: dayAfter(now, day) }, at(day))
  }
  await receive(await give(enterprise, -150, { receiverId: county, kind: 'equipment', name: '四轮定位仪（示例）', quantity: 2, unit: '台', value: 96_000 }), -138, 2)
  await receive(await give(nanhai, -90, { receiverId: county, kind: 'courseware', name: '新能源汽车检修课程包（示例）', quantity: 1, unit: '套', value: null }), -88, 1)
  await receive(await give(nanhai, -40, { receiverId: county, kind: 'remote_lessons', name: '电工基础同步课堂（示例）', quantity: 32, unit: '课时', value: 9_600, note: '每周二、四下午' }), -5, 28)
  const kit = await give(robots, -30, { receiverId: county, kind: 'equipment', name: '桌面机械臂教具（示例）', quantity: 4, unit: '套', value: 72_000 })
  const held = (await lockResource(tx, school, kit))!
  await moveResource(tx, school, held, { action: 'dispute', version: held.version, reason: '到货三套，少一套。（示例）' }, at(-22))
  const wrong = (await lockResource(tx, robots, kit))!
  await correctResource(tx, robots, wrong, { kind: 'equipment', name: '桌面机械臂教具（示例）', quantity: 3, unit: '套', value: 54_000, givenOn: dayAfter(now, -30), note: '', correction: '第四套改送从江，另行登记。（示例）', version: wrong.version }, at(-18))
  await give(robots, -17, { receiverId: organisations.get('school-15')!, kind: 'equipment', name: '桌面机械臂教具（示例）', quantity: 1, unit: '套', value: 18_000 })
  await give(enterprise, -12, { receiverId: organisations.get('school-17')!, kind: 'training_seats', name: '质量检验员培训名额（示例）', quantity: 10, unit: '人', value: 15_000 })
}
