import type { MentorTaskKind } from '../src/features/mentors/tasks/contract.ts'
import { addContract, addPaper } from '../src/features/mentors/mentorships/papers/service.ts'
import { object } from '../src/features/mentors/mentorships/notices/service.ts'
import { apply, changeTerms, invite, lockMentorshipAnyhow, moveMentorship, type Step } from '../src/features/mentors/mentorships/service.ts'
import { lockNeedAnyhow } from '../src/features/mentors/needs/tables.ts'
import { moveNeed, writeNeed } from '../src/features/mentors/needs/service.ts'
import { changeProfile } from '../src/features/mentors/people/service.ts'
import { decideTask, lockTask, logTask } from '../src/features/mentors/tasks/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { dayOf } from '../src/kernel/calendar.ts'
import type { Tx } from '../src/kernel/db.ts'
import { dayAfter, momentAfter } from './days.ts'
import { picture } from './during.ts'
import type { DemoAlliance } from './shape.ts'

type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids }

const paper = (name: string) => ({ name: `${name}（示例）.png`, mediaType: 'image/png', fields: {}, bytes: picture(name.length) })
const duties = '每学期讲授数控加工实践课，指导两名学生的毕业设计，参加一次专业建设会议。'

/** People of firms who teach: one at work, one with a certificate and nothing done, one on public notice, one over 65, and who is invited. */
export async function loadMentors(tx: Tx, demo: DemoAlliance, { office, organisations, accounts }: Cast, now: Date) {
  const at = (day: number, hour = 10) => new Date(Math.min(momentAfter(now, day, hour).getTime(), now.getTime()))
  const seat = (login: string): Actor => {
    const { name, role, organisation } = demo.accounts.find((one) => one.login === login)!
    return { ...office, accountId: accounts.get(login)!, name, role, organisationId: role === 'mentor' ? null : organisations.get(organisation!)!, allianceId: null }
  }
  const [mentor, school, college, enterprise, robots] = ['mentor', 'school', 'college', 'enterprise', 'robots'].map(seat) as [Actor, Actor, Actor, Actor, Actor]
  const held = async (id: string) => (await lockMentorshipAnyhow(tx, id, dayOf(now)))!
  const move = async (id: string, by: Actor, action: Step['action'], day: number, more: Partial<Step> = {}) => {
    const one = await held(id)
    await moveMentorship(tx, by, one, { action, version: one.version, ...more }, at(day))
  }
  const need = async (by: Actor, title: string, field: string, day: number) => {
    const { id } = await writeNeed(tx, by, { title, field, duties, conditions: '高级技师或工程师，十年以上现场经验', hoursPerYear: 40, termMonths: 24, pay: '每学时 120 元，按学期结算', places: 3, validUntil: dayAfter(now, 90) }, at(day), { demo: true })
    await moveNeed(tx, by, (await lockNeedAnyhow(tx, id))!, { action: 'publish', version: 1 }, at(day, 11))
    return id
  }
  /** From the school's yes to the certificate. */
  const appointed = async (id: string, day: number, years: number) => {
    await move(id, school, 'approve', day, { publicityUntil: dayAfter(now, day + 20) })
    await move(id, school, 'clear', day + 21)
    const one = await held(id)
    await changeTerms(tx, school, one, { duties, pay: '每学时 120 元', hoursPerYear: 40, startsOn: dayAfter(now, day + 24), endsOn: dayAfter(now, day + 23 + years * 365), version: one.version }, at(day + 22))
    await addContract(tx, school, await held(id), { signedOn: dayAfter(now, day + 23), upload: paper('产业导师聘任协议') }, at(day + 23))
    await move(id, school, 'appoint', day + 24)
  }
  /** Somebody without an account: mentor and employer answer on paper. */
  const onPaper = async (name: string, firm: string, title: string, day: number) => {
    const { id } = await invite(tx, school, { needId: null, need: null, title, duties, statement: '久闻您在现场的经验，想请您来给学生上实践课。', personId: null, person: { name, organisationId: organisations.get(firm)!, phone: null, email: null } }, at(day), { demo: true })
    await addPaper(tx, school, await held(id), paper('导师与单位的书面答复'), at(day + 1))
    await move(id, school, 'join', day + 2, { paper: true })
    await move(id, school, 'consent', day + 3, { paper: true })
    return id
  }
  const personOf = (id: string, values: { position: string; skill: string; years: number; field: string; birthDate: string }) => held(id).then(({ mentorId }) => tx.updateTable('mentorPerson').set(values).where('id', '=', mentorId).execute())

  await changeProfile(tx, mentor, { phone: '13300000000', birthDate: '1981-04-12', position: '装配车间工艺主管', skill: '高级技师', years: 18, field: '机电装配与调试', about: '带过三届实习学生，编过两本车间培训教材。', version: 0 }, at(-330))
  const wanted = await need(school, '机电装调产业导师', '机电装调', -320)
  const own = await apply(tx, mentor, (await lockNeedAnyhow(tx, wanted))!, '在装配车间干了十八年，愿意把现场的办法讲给学生。', at(-310), { demo: true })
  await move(own.id, enterprise, 'consent', -305)
  await appointed(own.id, -300, 2)
  const tasks: [MentorTaskKind, string, number, number, 'confirmed' | 'logged' | 'returned'][] = [
    ['course', '机电装调实践课：端盖装配', -220, 8, 'confirmed'], ['talk', '工匠进校园：从学徒到高级技师', -180, 2, 'confirmed'], ['thesis', '指导两名学生的毕业设计选题', -90, 4, 'confirmed'], ['course', '机电装调实践课：扭矩检验', -45, 8, 'confirmed'], ['course', '机电装调实践课：整机调试', -6, 6, 'logged'], ['project', '共同开发装配工位教具', -3, 3, 'returned'],
  ]
  for (const [kind, title, day, hours, state] of tasks) {
    const { id, version } = await logTask(tx, mentor, await held(own.id), { kind, title, happenedOn: dayAfter(now, day), hours, note: '' }, at(day, 18))
    if (state !== 'logged') await decideTask(tx, school, (await lockTask(tx, school, id))!, state === 'confirmed' ? { decision: 'confirm', version } : { decision: 'return', reason: '请写清是哪一件教具、谁一起参加。', version }, at(day + 1))
  }
  await need(college, '工业机器人集成产业导师', '工业机器人', -30)
  const { mentorId } = await held(own.id)
  await invite(tx, college, { needId: null, need: null, title: '机电一体化专业产业导师', duties: '每学期两次现场课，指导一个学生项目。', statement: '看到您在兄弟院校的课，很想请您也来。', personId: mentorId, person: null }, at(-2), { demo: true })

  const idle = await onPaper('示例：梁国强', 'ent-05', '模具设计产业导师', -450)
  await personOf(idle, { position: '模具设计主管', skill: '工程师', years: 20, field: '模具设计', birthDate: '1975-09-03' })
  await appointed(idle, -440, 3)
  const shown = await onPaper('示例：谭丽珍', 'ent-04', '电子商务运营产业导师', -16)
  await personOf(shown, { position: '运营总监', skill: '电子商务师', years: 11, field: '电子商务', birthDate: '1986-01-20' })
  await move(shown, school, 'approve', -2, { publicityUntil: dayAfter(now, 18) })
  await object(tx, null, shown, { name: '示例：群众李先生', contact: '13300000002', body: '请说明该同志每学期能到校授课的次数，以及所在企业是否同意。' }, at(-1, 9))
  const old = await onPaper('示例：周炳南', 'ent-06', '钳工工艺产业导师', -9)
  await personOf(old, { position: '退休返聘技师', skill: '高级技师', years: 44, field: '钳工', birthDate: '1958-02-11' })
  const { id: newcomer } = await invite(tx, school, { needId: null, need: null, title: '工业机器人调试产业导师', duties, statement: '', personId: null, person: { name: '示例：冯志杰', organisationId: robots.organisationId!, phone: null, email: null } }, at(-1), { demo: true })
  await personOf(newcomer, { position: '调试工程师', skill: '工程师', years: 9, field: '机器人调试', birthDate: '1990-06-30' })
}
