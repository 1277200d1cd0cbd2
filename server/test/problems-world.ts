import type { World } from './world.ts'
import { newFirm } from './needs-world.ts'

/** A complete technology need, as a form sends it; what is private stands out, so that a leak is found by its words. */
export const problemForm = (change: Record<string, unknown> = {}) => ({
  kind: 'technology', title: '示例：铝型材挤压模具寿命短', description: '6063 合金型材挤压，模具平均三天开裂，试过渗氮和换钢材，效果都不稳定。', presentValue: '每套模具 8 吨', wantedValue: '每套模具 20 吨以上',
  fieldCodes: ['3252'], privateDetails: '机密配方甲乙丙', budgetMin: 123456, budgetMax: 345678, secrecy: 'nda', wantedBy: '2027-06-30', validUntil: '2027-05-31', ...change,
})
/** What no stranger may find anywhere. */
export const secrets = ['机密配方甲乙丙', '123456', '345678']

type Firm = Awaited<ReturnType<typeof newFirm>>
type Upto = 'draft' | 'submitted' | 'open' | 'settling' | 'solved'

/** Walks a problem as far as asked, by the front door. */
export async function newProblem(world: World, upTo: Upto = 'open', { firm, ...change }: Record<string, unknown> & { firm?: Firm } = {}) {
  const asker = firm ?? (await newFirm(world))
  const office = await world.person('secretariat')
  const { body: draft } = await asker.contact.post('/problems', problemForm(change))
  let version = 1
  const step = async (person: typeof office, action: string, more: Record<string, unknown> = {}) => {
    const reply = await person.post(`/problems/${draft.id}/moves`, { action, version, ...more })
    if (reply.status !== 200) throw new Error(`${action}: ${JSON.stringify(reply.body)}`)
    version = reply.body.version
  }
  const states: Upto[] = ['draft', 'submitted', 'open', 'settling', 'solved']
  const reaches = (state: Upto) => states.indexOf(upTo) >= states.indexOf(state)
  if (reaches('submitted')) await step(asker.contact, 'submit')
  if (reaches('open')) await step(office, 'verify')
  if (reaches('settling')) await step(office, 'report', { solution: '换用涂层模具，寿命达到 25 吨。' })
  if (reaches('solved')) await step(asker.contact, 'confirm')
  return { id: draft.id as string, number: draft.number as string, version, firm: asker, office }
}
