import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { checklists, faultsOfNumbers, missingToSend } from './rules.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-02-10T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

/** A school of Congjiang, a firm of Nanhai: everything is there but the filing. */
async function crossing() {
  const school = await made.school({ divisionCode: '522633' })
  const placement = await made.placement('trained', { school })
  await made.signed(placement, '2027-02-09')
  return placement
}
const numbers = { consentNumber: '从教函〔2027〕3号', consentOn: '2027-02-05', filingNumber: '黔教职备〔2027〕11号', filedOn: '2027-02-09' }

test('over the border of a province nobody starts without consent and number; the checklist of its own leads there', async () => {
  const { id, contact, school } = await crossing()
  const start = async () => contact.post(`/placements/${id}/moves`, { action: 'activate', version: (await contact.get(`/placements/${id}`)).body.version })
  const refused = await start()
  expect([refused.status, refused.body.details.findings.map(({ key, params, article }: Record<string, unknown>) => [key, params, article])]).toEqual([422, [['r1_42_filing', { from: '52', to: '44' }, null]]])

  const { id: filingId } = (await contact.post('/placement-filings', { kind: 'cross_province', title: '从江赴南海实习备案', authority: '从江县教育和科技局', placementIds: [id] })).body
  const move = async (action: string, more: Record<string, unknown> = {}) => contact.post(`/placement-filings/${filingId}/moves`, { action, version: (await contact.get(`/placement-filings/${filingId}`)).body.version, ...more })
  expect((await move('send')).body).toMatchObject({ code: 'filing_incomplete', details: { missing: [...checklists.cross_province, 'escortId'] } })

  const view = (await contact.get(`/placement-filings/${filingId}`)).body
  await contact.patch(`/placement-filings/${filingId}`, { version: view.version, escortId: school.teacherId, checklist: view.checklist.map(({ item }: { item: string }) => ({ item, on: '2027-02-01' })) })
  expect((await move('send')).body.state).toBe('sent')
  expect((await move('file', { filingNumber: numbers.filingNumber, filedOn: '2027-02-11' })).body.details.issues.map(({ path, code }: { path: string[]; code: string }) => `${path[0]} ${code}`)).toEqual(['consentNumber missing', 'consentOn missing', 'filedOn in_future'])
  expect((await move('file', numbers)).body).toMatchObject({ state: 'filed' })
  expect((await start()).body.state).toBe('active')
})

test('what came back is repaired and sent again; what is filed does not change under the hand', async () => {
  const { id, contact, school } = await crossing()
  const { id: filingId } = (await contact.post('/placement-filings', { kind: 'ordinary', title: '春季实习备案', placementIds: [id] })).body
  const get = async () => (await contact.get(`/placement-filings/${filingId}`)).body
  const change = async (more: Record<string, unknown>) => contact.patch(`/placement-filings/${filingId}`, { version: (await get()).version, ...more })
  const move = async (action: string, more: Record<string, unknown> = {}) => contact.post(`/placement-filings/${filingId}/moves`, { action, version: (await get()).version, ...more })
  await change({ checklist: checklists.ordinary.map((item) => ({ item, on: '2027-02-01' })) })
  expect((await change({ checklist: [{ item: 'care', on: '2027-02-01' }] })).body.details.issues[0].code).toBe('unknown')
  await move('send')
  expect((await change({ title: '改名' })).body.code).toBe('wrong_state')
  expect((await move('return')).body.code).toBe('reason_needed')
  expect((await move('return', { reason: '缺少实习方案' })).body.state).toBe('returned')
  expect((await contact.get('/inbox?tab=todo')).body.rows.map(({ kind }: { kind: string }) => kind)).toContain('placement_filing.repair')
  await move('send')
  expect((await move('file', { filingNumber: '南教备 1', filedOn: '2027-02-10' })).body.state).toBe('filed')
  expect((await get()).can).toMatchObject({ edit: false, reopen: true, send: false })
  expect((await school.supervisor.post('/placement-filings', { kind: 'ordinary', title: '不该' })).status).toBe(403)
})

test('students of another school do not come into a filing, nor strangers to read it', async () => {
  const [one, other] = [await crossing(), await crossing()]
  expect((await one.contact.post('/placement-filings', { kind: 'cross_province', title: '备案', placementIds: [other.id] })).body.details.issues).toEqual([{ path: ['placementIds'], code: 'unknown' }])
  const { id } = (await one.contact.post('/placement-filings', { kind: 'cross_province', title: '备案', placementIds: [one.id] })).body
  expect((await other.contact.get(`/placement-filings/${id}`)).status).toBe(404)
})

test('the checklist of another province asks for more than that of one’s own, and abroad for most', () => {
  expect(checklists.cross_province.filter((item) => !checklists.ordinary.includes(item))).toEqual(['visit_reports', 'consents', 'transport', 'emergency', 'care', 'escort'])
  expect(missingToSend({ kind: 'ordinary', checklist: Object.fromEntries(checklists.ordinary.map((item) => [item, { on: '2027-01-01' }])), members: 0, escortId: null })).toEqual(['members'])
  expect(faultsOfNumbers('cross_province', { ...numbers, consentOn: '2027-02-10' }, '2027-02-10')).toEqual([{ path: ['consentOn'], code: 'out_of_order' }])
})
