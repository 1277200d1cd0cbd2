import { creditCodeCheck } from '@silian/algorithms/identifiers'
import type { World } from './world.ts'

let serial = 0

/** A firm with a valid code of no real place, and its contact. */
export async function newFirm(world: World, change: Record<string, unknown> = {}) {
  const first = `91990000MA${String(1000000 + ++serial)}`
  const firm = await world.organisation('enterprise', { uscc: first + creditCodeCheck(first), industryCode: '3484', staffCount: 200, ...change })
  return { ...firm, contact: await world.person('enterprise_contact', { organisationId: firm.id }) }
}

/** A complete and lawful post, as a form sends it. */
export const postForm = (change: Record<string, unknown> = {}) => ({
  title: '数控车工实习生', tasks: '在师傅指导下操作数控车床', occupationCode: '6-18-01-01', majorCodes: ['660103'], seats: 6, payMin: 3400, payMax: 3800, payPeriod: 'month',
  samePostWage: 4200, hoursPerDay: 8, hoursPerWeek: 40, shift: 'day', divisionCode: '440605', town: '狮山', address: '南海区狮山镇示例路 1 号', lodging: 'free', meals: 'subsidy',
  labourIntensity: 2, postStaff: 40, mentorName: '示例师傅', mentorPhone: '+8613800000000', startsOn: '2027-03-01', endsOn: '2027-08-31', validUntil: '2027-02-15', ...change,
})

type Firm = Awaited<ReturnType<typeof newFirm>>
type Sender = { post: (path: string, body?: Record<string, unknown>) => Promise<{ status: number; body: { id: string; number: string; version: number } }> }

/** Walks a post as far as asked. */
export async function newPost(world: World, firm: Firm, upTo: 'draft' | 'submitted' | 'open' = 'open', change: Record<string, unknown> = {}) {
  const { body: draft } = await firm.contact.post('/needs', postForm(change))
  const step = async (person: Sender, action: string, version: number) => (await person.post(`/needs/${draft.id}/moves`, { action, version })).body.version
  if (upTo === 'draft') return draft
  const submitted = await step(firm.contact, 'submit', 1)
  if (upTo === 'submitted') return { ...draft, version: submitted }
  return { ...draft, version: await step(await world.person('secretariat'), 'verify', submitted) }
}
