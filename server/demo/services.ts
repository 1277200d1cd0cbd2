import { createAccount, grantRole } from '../src/features/identity/service.ts'
import { lockProblemById, move as moveProblem, raise } from '../src/features/needs/problems/service.ts'
import { writeContact } from '../src/features/services/contacts/service.ts'
import type { OfferFields } from '../src/features/services/offers/contract.ts'
import { lockOfferAnyhow, moveOffer, writeOffer } from '../src/features/services/offers/service.ts'
import { lockPolicy, movePolicy, writePolicy } from '../src/features/services/policies/service.ts'
import { rate } from '../src/features/services/ratings/service.ts'
import { routeNeed } from '../src/features/services/requests/routing/service.ts'
import { end, lockAnyhow, moveRequest, type Step } from '../src/features/services/requests/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Tx } from '../src/kernel/db.ts'
import { dayAfter, momentAfter } from './days.ts'
import { policySeeds } from './policies.ts'
import type { DemoAlliance } from './shape.ts'
import { readTable } from './table.ts'

type Column = 'org' | 'family' | 'day' | 'title' | 'titleEn' | 'pricing' | 'price' | 'unit' | 'capacity' | 'days' | 'audience' | 'description'
type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids; problems: Ids }
type Stage = { tx: Tx; now: Date; office: Actor; deputy: Actor; speaker: (key: string) => Promise<Actor> }

/** Offers, policies, requests with what became of them, and what firms were asked: by the product's services, with the clock of that day. */
export async function loadServices(tx: Tx, demo: DemoAlliance, { office, organisations, accounts, problems }: Cast, now: Date) {
  const speakers = new Map<string, Actor>()
  const speaker = async (key: string) => {
    const known = speakers.get(key)
    if (known) return known
    const { name: house, kind, contact } = demo.organisations.find((one) => one.key === key)!
    const role = ({ enterprise: 'enterprise_contact', school: 'school_contact', park: 'park_contact', association: 'association_contact', innovation_platform: 'platform_contact' } as const)[kind as 'school']
    const account = demo.accounts.find((one) => one.organisation === key && one.role === role)
    const organisationId = organisations.get(key)!
    const name = account?.name ?? contact?.name ?? house
    const accountId = account ? accounts.get(account.login)! : await createAccount(tx, { name, login: `serves-${key}`, email: null, password: null, demo: true }, now)
    if (!account) await grantRole(tx, null, { accountId, role, organisationId }, now)
    const actor: Actor = { ...office, accountId, name, role, organisationId, allianceId: null }
    speakers.set(key, actor)
    return actor
  }
  const stage: Stage = { tx, now, office, deputy: { ...office, accountId: accounts.get('deputy')!, name: '黄志辉' }, speaker }
  const offers = await loadOffers(stage)
  await loadPolicies(stage)
  await loadPast(stage, offers)
  await loadRunning(stage, offers, problems)
  await loadContacts(stage, organisations)
}

const soFar = (now: Date, days: number, hour: number) => new Date(Math.min(momentAfter(now, days, hour).getTime(), now.getTime()))
const numberOf = (text: string) => (text === '' ? null : Number(text))

async function loadOffers({ tx, now, office, speaker }: Stage): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const rows = readTable<Column>('services').sort((one, other) => Number(one.day) - Number(other.day))
  for (const row of rows) {
    const provider = await speaker(row.org)
    const at = (days: number) => soFar(now, Number(row.day) + days, 10)
    const fields: OfferFields = {
      family: row.family as OfferFields['family'], title: `示例：${row.title}`, titleEn: `Demo: ${row.titleEn}`, description: row.description, descriptionEn: null, audience: row.audience,
      pricing: row.pricing as OfferFields['pricing'], price: numberOf(row.price), priceUnit: row.unit || null, capacity: numberOf(row.capacity), answerDays: Number(row.days),
      contactName: provider.name, contactPhone: null, validUntil: dayAfter(now, Math.min(Number(row.day) + 360, 200)),
    }
    const { id } = await writeOffer(tx, provider, fields, at(0), { demo: true })
    await moveOffer(tx, provider, (await lockOfferAnyhow(tx, id))!, { action: 'submit', version: 1 }, at(0))
    // The newest one still waits at the office.
    if (row.day !== '-20') await moveOffer(tx, office, (await lockOfferAnyhow(tx, id))!, { action: 'verify', version: 2 }, at(2))
    ids.set(row.title, id)
  }
  return ids
}

async function loadPolicies({ tx, now, office }: Stage) {
  for (const { days, ...policy } of policySeeds) {
    const issuedOn = dayAfter(now, days)
    const at = soFar(now, days + 3, 10)
    const { id } = await writePolicy(tx, office, { ...policy, documentNumber: null, source: '示例数据，不是任何单位的真实文件', issuedOn, validFrom: issuedOn, validUntil: dayAfter(now, days + 365) }, at, { demo: true })
    await movePolicy(tx, office, (await lockPolicy(tx, office, id))!, { action: 'publish', version: 1 }, at)
  }
}

type Past = { day: number; firm: string; offer: string; provider: string; family: OfferFields['family']; title: string; text: string; done: string; stars: number; words: string }
const past: Past[] = [
  { day: -150, firm: 'ent-11', offer: '精益班组长两天实训', provider: 'school-2', family: 'talent_training', title: '包装线班组长想学快速换线', text: '包装线换品种一次要五十分钟，班组长靠经验，想请老师带着做一遍快速换线。', done: '两天实训，十二人参加，包装线换品种降到三十一分钟，留下改善清单。', stars: 5, words: '老师肯下车间，讲的都是我们自己的线。' },
  { day: -120, firm: 'ent-39', offer: '精益班组长两天实训', provider: 'school-2', family: 'talent_training', title: '成型车间班组长现场管理培训', text: '成型车间十名新班组长，没有系统学过现场管理，希望周末上课不停产。', done: '两个周六上完，十人考核合格，点检表已在车间用起来。', stars: 4, words: '内容实在，教材可以再厚一点。' },
  { day: -90, firm: 'ent-26', offer: '精益班组长两天实训', provider: 'school-2', family: 'talent_training', title: '五金冲压车间看板怎么做', text: '冲压车间在制品堆得到处都是，想学看板和先进先出，人数不多，八个人。', done: '八人参加，冲压到电镀之间设了看板，在制品少了三成。', stars: 4, words: '有用。' },
  { day: -70, firm: 'ent-16', offer: '计量器具上门校准', provider: 'ent-49', family: 'technology_application', title: '一批卡尺和千分尺要校准', text: '质检室三十多件量具到期，送出去要停检，想找能上门校准当天出证书的。', done: '上门一天校完三十四件，两件不合格已停用，证书当天给齐。', stars: 5, words: '当天出证，没有耽误出货。' },
]

/** Needs of the past, routed, delivered, confirmed and rated. */
async function loadPast(stage: Stage, offers: Ids) {
  const { tx, now, office, deputy, speaker } = stage
  for (const { day, firm, offer, provider, family, title, text, done, stars, words } of past) {
    const at = (days: number) => soFar(now, day + days, 10)
    const asker = await speaker(firm)
    const form = { kind: 'service' as const, family, title, titleEn: null, description: text, descriptionEn: null, presentValue: null, wantedValue: null, fieldCodes: [], privateDetails: null, budgetMin: null, budgetMax: null, wantedBy: null, secrecy: 'open' as const, validUntil: dayAfter(now, day + 120) }
    const { id } = await raise(tx, asker, form, at(0))
    await moveProblem(tx, asker, (await lockProblemById(tx, id))!, { action: 'submit', version: 1 }, at(0))
    await moveProblem(tx, deputy, (await lockProblemById(tx, id))!, { action: 'verify', version: 2 }, at(1))
    const { ids: [request] } = await routeNeed(tx, office, (await lockProblemById(tx, id))!, { targets: [{ offerId: offers.get(offer)! }] }, at(2), { demo: true })
    const step = stepper(tx, id, request!)
    const serving = await speaker(provider)
    await step(serving, { action: 'accept', plan: '先到现场看一遍，再定时间和内容。', deliverBy: dayAfter(now, day + 20) }, at(3))
    await step(serving, { action: 'deliver', delivery: done }, at(18))
    await step(asker, { action: 'confirm', solved: true }, at(19))
    const held = (await lockAnyhow(tx, id, request!))!
    await rate(tx, asker, held, { stars, words, version: held.request.version }, at(20))
    await tx.updateTable('need').set({ demo: true }).where('id', '=', id).execute()
  }
}

const stepper = (tx: Tx, needId: string, requestId: string) => async (actor: Actor, step: Omit<Step, 'version'>, at: Date) => {
  const held = (await lockAnyhow(tx, needId, requestId))!
  await moveRequest(tx, actor, held, { ...step, version: held.request.version }, at)
}

/** Open needs of today: one waits for an answer, one is under way, one came back to the window. */
async function loadRunning({ tx, now, office, speaker }: Stage, offers: Ids, problems: Ids) {
  const routed = async (key: string, offer: string, days: number) => {
    const needId = problems.get(key)!
    const { ids } = await routeNeed(tx, office, (await lockProblemById(tx, needId))!, { targets: [{ offerId: offers.get(offer)! }], message: '请按期答复。' }, soFar(now, days, 11), { demo: true })
    return { needId, id: ids[0]! }
  }
  const lean = await routed('s01', '精益班组长两天实训', -4)
  await stepper(tx, lean.needId, lean.id)(await speaker('school-2'), { action: 'accept', plan: '两位老师到现场带两周，先看班组再排课。', deliverBy: dayAfter(now, 20) }, soFar(now, -3, 10))
  await routed('s02', '电工高级工考前培训', -1)
  const late = await routed('s04', '数字化车间体检', -2)
  await end(tx, null, (await lockAnyhow(tx, late.needId, late.id))!, 'lapse', {}, soFar(now, 0, 9))
}

/** Visits and calls of this month, so that the meter has something to show; one firm is past the threshold. */
async function loadContacts({ tx, now, office, speaker }: Stage, organisations: Ids) {
  const college = await speaker('school-2')
  const association = await speaker('assoc-01')
  const visits = [
    ['ent-01', office, 'visit', -3, '看实习岗位的食宿和安全'], ['ent-01', college, 'visit', -2, '商量订单班'], ['ent-01', college, 'call', -1, '约走访时间'], ['ent-01', association, 'call', -1, '问会员活动报名'],
    ['ent-06', association, 'visit', -4, '了解挤压模具的难题'], ['ent-15', office, 'call', -2, '问窑炉节能需求的进展'], ['ent-20', college, 'visit', -5, '跨境电商专业建设座谈'],
  ] as const
  for (const [firm, actor, kind, days, purpose] of visits) {
    // Only of this month: what lies before the first shows in the month before.
    await writeContact(tx, actor, { organisationId: organisations.get(firm)!, kind, happenedOn: dayAfter(now, days), purpose: `示例：${purpose}`, reason: '示例：已约好，不便合并。' }, now, { demo: true })
  }
}
