import { lockProblemById, move as moveProblem } from '../src/features/needs/problems/service.ts'
import { confirmSecrecy, textOf } from '../src/features/technology/introductions/confidentiality/service.ts'
import { findPair, holdBoth, introduce, move, writeMinutes, type Step } from '../src/features/technology/introductions/service.ts'
import { findIntroduction } from '../src/features/technology/introductions/tables.ts'
import { planMilestones, reachMilestone, writeReceipt } from '../src/features/technology/deals/milestones/service.ts'
import { objectToPrice } from '../src/features/technology/deals/objections/service.ts'
import { addFile, draft, lockDeal, move as moveDeal, publishPrice, setReward, type Step as DealStep } from '../src/features/technology/deals/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { dayOf } from '../src/kernel/calendar.ts'
import { raiseOlder, type Stage } from './older-needs.ts'

type Ids = ReadonlyMap<string, string>
type Known = { achievements: Ids; problems: Ids; organisations: Ids }

/** What became of some pairs: still waiting, in talks, and "no" with each kind of reason. Days are counted from today. */
const pairs = [
  { need: 't06', answer: 'a08', house: 'school-1', firm: 'ent-15', day: -4, upTo: 'talking' },
  { need: 't22', answer: 'a24', house: 'lab-2', firm: 'ent-03', day: -3, upTo: 'secret' },
  { need: 't26', answer: 'a28', house: 'lab-3', firm: 'ent-23', day: -2, upTo: 'proposed' },
  { need: 't20', answer: 'a22', house: 'school-2', firm: 'ent-58', day: -2, upTo: 'proposed' },
  { need: 't36', answer: 'a37', house: 'school-1', firm: 'ent-40', day: -7, upTo: 'declined', code: 'too_costly', note: '软件年费超出车间预算。', by: 'firm' },
  { need: 't39', answer: 'a62', house: 'school-2', firm: 'ent-05', day: -6, upTo: 'declined', code: 'wrong_field', note: '做的是储能电池，不是燃料电池电堆。', by: 'firm' },
  { need: 't13', answer: 'a68', house: 'lab-2', firm: 'ent-17', day: -5, upTo: 'declined', code: 'not_mature', note: '算法只在叶轮上试过，没有热误差数据。', by: 'firm' },
  { need: 't32', answer: 'a61', house: 'school-8', firm: 'ent-30', day: -4, upTo: 'declined', code: 'wrong_field', note: '要解决的是孔内空洞，不是外观复判。', by: 'firm' },
  { need: 't10', answer: 'a64', house: 'school-1', firm: 'ent-13', day: -8, upTo: 'declined', code: 'no_capacity', note: '本学期实训排满，接不了。', by: 'house' },
] as const

export async function loadIntroductions(stage: Stage, { achievements, problems }: Known) {
  for (const one of pairs) await bring(stage, { ...one, needId: problems.get(one.need)!, achievementId: achievements.get(one.answer)! })
  await finished(stage, achievements)
  await running(stage, achievements)
  await priced(stage, achievements)
}

type Wanted = { needId: string; achievementId: string; house: string; firm: string; day: number; upTo: 'proposed' | 'secret' | 'talking' | 'declined'; code?: string; note?: string; by?: 'firm' | 'house' }

async function bring({ tx, deputy, seat, on }: Stage, { needId, achievementId, house, firm, day, upTo, code, note, by }: Wanted): Promise<string> {
  const wanted = { needId, achievementId, proposed: true }
  const pair = (await findPair(tx, deputy, wanted))!
  const { id } = await introduce(tx, deputy, pair, wanted, on(day))
  const sides = { firm: await sideOf(tx, seat, id, firm, 'asker'), house: await sideOf(tx, seat, id, house, 'answerer') }
  const held = () => holdBoth(tx, { id, needId })
  const step = async (actor: Actor, action: Step['action'], at: Date, more: Partial<Step> = {}) => void (await move(tx, actor, await held(), { action, version: (await held()).version, ...more }, at))
  if (upTo === 'proposed') return id
  await step(sides.house, 'accept', on(day, 14))
  if (upTo === 'declined') {
    await step(by === 'house' ? sides.house : sides.firm, 'decline', on(day + 1), { declineCode: code!, note: note! })
    return id
  }
  await step(sides.firm, 'accept', on(day + 1))
  const introduction = await held()
  for (const side of [sides.firm, sides.house]) await confirmSecrecy(tx, side, introduction, textOf(introduction).sha256.toString('hex'), on(day + 1, 15))
  if (upTo === 'secret') return id
  await writeMinutes(tx, sides.firm, await held(), { heldOn: dayOf(on(day + 2)), text: '示例：到车间看了现场，谈了试用方案和验收指标。', nextStep: '两周内给出方案和报价' }, on(day + 2))
  return id
}

/** Who answers for a side: the firm itself, or who speaks for it in this need. */
async function sideOf(tx: Stage['tx'], seat: Stage['seat'], id: string, key: string, side: 'asker' | 'answerer'): Promise<Actor> {
  const actor = await seat(key)
  const introduction = await findIntroduction(tx, actor, id)
  if (!introduction) throw new Error(`${key} is no ${side} of ${id}`)
  return actor
}

const pdf = { name: '技术合同（示例）.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%demo contract\n'), fields: { part: 'contract' } }
type Terms = { title: string; kind: 'licence' | 'service' | 'development' | 'transfer'; subtype: string; total: number; technical: number; providerPublic: boolean }

async function contract(stage: Stage, introductionId: string, needId: string, house: string, { title, kind, subtype, total, technical, providerPublic }: Terms, day: number) {
  const { tx, seat, on } = stage
  const provider = await seat(house)
  const fields = { title: `示例：${title}`, kind, subtype, totalAmount: total, technicalAmount: technical, pricing: 'agreed' as const, providerPublic }
  const { id } = await draft(tx, provider, await holdBoth(tx, { id: introductionId, needId }), fields, on(day))
  const held = async () => (await lockDeal(tx, provider, id))!
  await addFile(tx, provider, await held(), pdf, on(day, 11))
  const step = async (actor: Actor, action: DealStep['action'], at: Date, more: Partial<DealStep> = {}) => void (await moveDeal(tx, actor, await held(), { action, version: (await held()).version, ...more }, at))
  return { provider, held, step }
}

/** A contract that went all the way: registered, paid, accepted, and confirmed by the asker as the solution. */
async function finished(stage: Stage, achievements: Ids) {
  const { tx, seat, deputy, on } = stage
  const needId = await raiseOlder(stage, { firm: 'ent-02', day: -130, title: '加工中心刀具崩刃伤工件', titleEn: 'Broken tools damage workpieces', description: '二十二台加工中心夜班无人看守，刀具崩刃后继续走刀，一个月报废工件二十余件，想在线判断磨损。', wantedValue: '崩刃前报警，误报一天少于一次', field: '3484' })
  const introductionId = await bring(stage, { needId, achievementId: achievements.get('a20')!, house: 'lab-2', firm: 'ent-02', day: -64, upTo: 'talking' })
  const { provider, held, step } = await contract(stage, introductionId, needId, 'lab-2', { title: '刀具磨损在线监测技术服务', kind: 'service', subtype: 'service', total: 260_000, technical: 220_000, providerPublic: false }, -58)
  await step(provider, 'sign', on(-55), { signedOn: dayOf(on(-55)) })
  await step(provider, 'file', on(-53))
  await step(deputy, 'register', on(-40), { certificate: '示例登记 2026-440605-0017', verifiedAmount: 220_000 })
  await planMilestones(tx, provider, await held(), { version: (await held()).version, milestones: [{ title: '十台设备上线', dueOn: dayOf(on(-20)), amount: 130_000 }] }, on(-39))
  const [milestone] = await tx.selectFrom('dealMilestone').select('id').where('dealId', '=', (await held()).id).execute()
  await reachMilestone(tx, provider, await held(), milestone!.id, { version: (await held()).version, evidence: '十台上线，连续两周无误报。', reachedOn: dayOf(on(-22)) }, on(-22))
  await writeReceipt(tx, provider, await held(), { version: (await held()).version, receivedOn: dayOf(on(-18)), amount: 130_000, voucher: '示例收据 0031' }, on(-18))
  await step(await seat('ent-02'), 'accept', on(-12), { note: '崩刃前报警准确，误报一周一次，报废降到两件。' })
  const problem = (await lockProblemById(tx, needId))!
  await moveProblem(tx, await seat('ent-02'), problem, { action: 'confirm', version: problem.version }, on(-11))
}

/** One that is registered and being performed. */
async function running(stage: Stage, achievements: Ids) {
  const { tx, deputy, on } = stage
  const needId = await raiseOlder(stage, { firm: 'ent-06', day: -66, title: '挤压模具试模次数多', titleEn: 'Too many trials of new dies', description: '复杂断面门窗型材新模平均试模四次才合格，交期常被拖，想用仿真减少试模。', wantedValue: '平均试模不超过两次', field: '3252' })
  const introductionId = await bring(stage, { needId, achievementId: achievements.get('a02')!, house: 'lab-1', firm: 'ent-06', day: -50, upTo: 'talking' })
  const { provider, held, step } = await contract(stage, introductionId, needId, 'lab-1', { title: '挤压模具流场仿真技术开发', kind: 'development', subtype: 'commissioned', total: 480_000, technical: 420_000, providerPublic: true }, -36)
  await step(provider, 'sign', on(-30), { signedOn: dayOf(on(-30)) })
  await step(provider, 'file', on(-28))
  await step(deputy, 'register', on(-9), { certificate: '示例登记 2026-440605-0042', verifiedAmount: 420_000 })
  await planMilestones(tx, provider, await held(), { version: (await held()).version, milestones: [{ title: '三套样模仿真对比', dueOn: dayOf(new Date(stage.now.getTime() + 20 * 86_400_000)), amount: 160_000 }, { title: '仿真规范交付', dueOn: dayOf(new Date(stage.now.getTime() + 90 * 86_400_000)), amount: 160_000 }] }, on(-8))
  await writeReceipt(tx, provider, await held(), { version: (await held()).version, receivedOn: dayOf(on(-6)), amount: 160_000, voucher: '示例收据 0042' }, on(-6))
  await setReward(tx, provider, await held(), { version: (await held()).version, share: 60 }, on(-6))
}

/** One of a public college whose agreed price is being published, and against which somebody has spoken. */
async function priced(stage: Stage, achievements: Ids) {
  const { tx, on } = stage
  const needId = await raiseOlder(stage, { firm: 'ent-14', day: -36, title: '柜门订单排料慢', titleEn: 'Slow nesting of cabinet doors', description: '定制柜门每天三百多单，排料软件不会合批，板材利用率只有八成出头，夜班还要人工改。', wantedValue: '利用率达到 88%', field: '2190' })
  const introductionId = await bring(stage, { needId, achievementId: achievements.get('a13')!, house: 'school-2', firm: 'ent-14', day: -26, upTo: 'talking' })
  const { provider, held } = await contract(stage, introductionId, needId, 'school-2', { title: '合批排料软件许可', kind: 'licence', subtype: 'ordinary', total: 180_000, technical: 180_000, providerPublic: true }, -8)
  await publishPrice(tx, provider, await held(), { days: 15, version: (await held()).version }, on(-6))
  const said = { name: '示例：周先生', contact: 'zhou@example.cn', body: '同类排料软件的许可市场价多在二十五万元以上，请说明这个价格是怎么定的。' }
  await objectToPrice(tx, null, (await held()).id, said, on(-1, 11))
}
