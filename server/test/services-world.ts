import { newFirm } from './needs-world.ts'
import { newMember } from './members-world.ts'
import type { Person, World } from './world.ts'
import type { Role } from '../src/kernel/actor.ts'

/** A complete offer, as a form sends it. */
export const offerForm = (change: Record<string, unknown> = {}) => ({
  family: 'management_innovation', title: '示例：精益班组长实训', description: '两天现场实训，教班组长做看板、换线和日常点检，结束后给改善清单。', audience: '制造企业的一线班组长',
  pricing: 'free', answerDays: 3, contactName: '示例顾问', validUntil: '2027-05-31', ...change,
})

/** A member that serves others, with somebody who speaks for it. */
export async function newProvider(world: World, role: Role = 'platform_contact') {
  const contact = await world.person(role)
  await newMember(world, contact.organisationId)
  return contact
}

/** An open offer, by the front door. */
export async function newOffer(world: World, change: Record<string, unknown> = {}, provider?: Person) {
  const contact = provider ?? (await newProvider(world))
  const office = await world.person('secretariat')
  const { body } = await contact.post('/service-offers', offerForm(change))
  for (const [person, action, version] of [[contact, 'submit', 1], [office, 'verify', 2]] as const) {
    const reply = await person.post(`/service-offers/${body.id}/moves`, { action, version })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  }
  return { id: body.id as string, number: body.number as string, version: 3, contact, office }
}

/** A service need that is open for answers. */
export async function newServiceNeed(world: World, change: Record<string, unknown> = {}) {
  const firm = await newFirm(world)
  const office = await world.person('secretariat')
  const form = { kind: 'service', family: 'management_innovation', title: '示例：想给班组长做精益培训', description: '装配车间 20 名班组长，没有系统学过精益，换线平均要 45 分钟，想请人来教。', secrecy: 'open', validUntil: '2027-05-31', ...change }
  const { body } = await firm.contact.post('/problems', form)
  for (const [person, action, version] of [[firm.contact, 'submit', 1], [office, 'verify', 2]] as const) {
    const reply = await person.post(`/problems/${body.id}/moves`, { action, version })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  }
  return { id: body.id as string, firm: firm.contact, office }
}

export const promise = { plan: '下周一到厂里看现场，再定两天课。', deliverBy: '2026-12-11' }
export const delivery = '两天实训已做完，20 名班组长参加，换线降到 28 分钟。'

type Upto = 'routed' | 'accepted' | 'delivered' | 'confirmed'
/** Walks a request as far as asked, by the front door. */
export async function newRequest(world: World, upTo: Upto = 'routed', { need, offer, solved = true }: { need?: Awaited<ReturnType<typeof newServiceNeed>>; offer?: Awaited<ReturnType<typeof newOffer>>; solved?: boolean } = {}) {
  const asked = need ?? (await newServiceNeed(world))
  const offered = offer ?? (await newOffer(world))
  const { body } = await asked.office.post(`/problems/${asked.id}/service-requests`, { targets: [{ offerId: offered.id }] })
  const id = body.ids?.[0] as string
  if (!id) throw new Error(JSON.stringify(body))
  let version = 1
  const step = async (person: Person, action: string, more: Record<string, unknown>) => {
    const reply = await person.post(`/service-requests/${id}/moves`, { action, version, ...more })
    if (reply.status !== 200) throw new Error(`${action}: ${JSON.stringify(reply.body)}`)
    version = reply.body.version
  }
  const states: Upto[] = ['routed', 'accepted', 'delivered', 'confirmed']
  const reaches = (state: Upto) => states.indexOf(upTo) >= states.indexOf(state)
  if (reaches('accepted')) await step(offered.contact, 'accept', promise)
  if (reaches('delivered')) await step(offered.contact, 'deliver', { delivery })
  if (reaches('confirmed')) await step(asked.firm, 'confirm', { solved })
  return { id, version, need: asked, offer: offered, firm: asked.firm, provider: offered.contact, office: asked.office }
}
