import { newFirm } from './needs-world.ts'
import { newProblem } from './problems-world.ts'
import type { Person, World } from './world.ts'

/** A complete achievement, as a form sends it; what is confidential stands out, so that a leak is found by its words. */
export const achievementForm = (change: Record<string, unknown> = {}) => ({
  title: '示例：铝型材挤压模具复合涂层', description: '在 6063 铝型材挤压模具表面做多层复合涂层，模具寿命由 8 吨提高到 25 吨以上。', details: '机密工艺丁戊己', fieldCodes: ['3252'], ways: ['licence', 'service'],
  price: 880000, contactName: '示例联系人', contactPhone: '+8613911112222', disclosure: 'nda', rights: [{ kind: 'invention', number: 'ZL202610000001.1', state: 'granted' }, { kind: 'know_how', state: 'unregistered' }], ...change,
})
/** What no stranger may find anywhere, of the achievement and of its evidence. */
export const confidential = ['机密工艺丁戊己', '机密试验记录', '+8613911112222']

export type House = Awaited<ReturnType<typeof newHouse>>
export async function newHouse(world: World, kind: 'school' | 'innovation_platform' = 'school') {
  const organisation = await world.organisation(kind)
  return { ...organisation, contact: await world.person(kind === 'school' ? 'school_contact' : 'platform_contact', { organisationId: organisation.id }) }
}

export const must = <T extends { status: number; body: unknown }>(reply: T): T => {
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply
}

export async function newAchievement(world: World, upTo: 'draft' | 'submitted' | 'open' = 'open', { house, levels = 1, ...change }: Record<string, unknown> & { house?: House; levels?: number } = {}) {
  const owner = house ?? (await newHouse(world))
  const office = await world.person('secretariat')
  const { body: draft } = must(await owner.contact.post('/achievements', achievementForm(change)))
  let version = 1
  for (let level = 1; level <= levels; level++) version = must(await owner.contact.put(`/achievements/${draft.id}/evidence/${level}`, { text: `机密试验记录第 ${level} 级：报告齐全。`, version })).body.version
  const step = async (person: Person, action: string) => void (version = must(await person.post(`/achievements/${draft.id}/moves`, { action, version })).body.version)
  if (upTo !== 'draft') await step(owner.contact, 'submit')
  if (upTo === 'open') await step(office, 'verify')
  return { id: draft.id as string, number: draft.number as string, version, house: owner, office }
}

type Upto = 'proposed' | 'accepted' | 'secret' | 'talking'
/** One achievement for all introductions of a world that are about a need of their own. */
const offered = new WeakMap<World, ReturnType<typeof newAchievement>>()
function sharedAchievement(world: World) {
  if (!offered.has(world)) offered.set(world, newAchievement(world))
  return offered.get(world)!
}

type With = { problem?: Awaited<ReturnType<typeof newProblem>>; achievement?: Awaited<ReturnType<typeof newAchievement>>; /** It came from the matcher, whose reasons are kept: what only tests of the matcher need to wait for. */ proposed?: boolean }
/** A need and an achievement brought together by the office, as far as asked. */
export async function newIntroduction(world: World, upTo: Upto = 'proposed', with_: With = {}) {
  const problem = with_.problem ?? (await newProblem(world, 'open', { firm: await newFirm(world) }))
  const achievement = with_.achievement ?? (with_.problem ? await newAchievement(world) : await sharedAchievement(world))
  const { body } = must(await problem.office.post('/introductions', { needId: problem.id, achievementId: achievement.id, proposed: with_.proposed ?? false }))
  const [asker, answerer] = [problem.firm.contact, achievement.house.contact]
  const view = async () => must(await problem.office.get(`/introductions/${body.id}`)).body
  const version = async () => (await world.db.selectFrom('introduction').select('version').where('id', '=', body.id).executeTakeFirstOrThrow()).version
  const move = async (person: Person, action: string, more: Record<string, unknown> = {}) => person.post(`/introductions/${body.id}/moves`, { action, version: await version(), ...more })
  const reaches = (state: Upto) => ['proposed', 'accepted', 'secret', 'talking'].indexOf(upTo) >= ['proposed', 'accepted', 'secret', 'talking'].indexOf(state)
  if (reaches('accepted')) for (const side of [asker, answerer]) must(await move(side, 'accept'))
  if (reaches('secret')) for (const side of [asker, answerer]) must(await side.post(`/introductions/${body.id}/confidentiality`, { sha256: (await view()).confidentiality.sha256 }))
  if (reaches('talking')) must(await asker.post(`/introductions/${body.id}/minutes`, { heldOn: '2026-11-23', text: '双方见面，谈了试用方案。' }))
  return { id: body.id as string, number: body.number as string, problem, achievement, asker, answerer, office: problem.office, view, move }
}

export const dealForm = (change: Record<string, unknown> = {}) => ({ title: '示例：模具涂层技术许可', kind: 'licence', subtype: 'ordinary', totalAmount: 500000, technicalAmount: 400000, pricing: 'agreed', providerPublic: false, ...change })
export const pdf = { name: '合同.pdf', bytes: Buffer.from('%PDF-1.4\n%示例\n') }

/** A contract in writing, out of talks that came so far. */
export async function newDeal(world: World, change: Record<string, unknown> = {}) {
  const introduction = await newIntroduction(world, 'talking')
  const { body } = must(await introduction.answerer.post('/deals', { introductionId: introduction.id, ...dealForm(change) }))
  const view = async () => must(await introduction.office.get(`/deals/${body.id}`)).body
  const version = async () => (await world.db.selectFrom('deal').select('version').where('id', '=', body.id).executeTakeFirstOrThrow()).version
  const move = async (person: Person, action: string, more: Record<string, unknown> = {}) => person.post(`/deals/${body.id}/moves`, { action, version: await version(), ...more })
  const write = async () => must(await introduction.answerer.upload(`/deals/${body.id}/files`, pdf, { part: 'contract' }))
  return { ...introduction, id: body.id as string, number: body.number as string, introduction, view, move, write }
}
