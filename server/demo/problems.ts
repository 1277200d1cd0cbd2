import { createAccount, grantRole } from '../src/features/identity/service.ts'
import { lookAt } from '../src/features/needs/problems/clock/service.ts'
import { takeOver } from '../src/features/needs/problems/managers/service.ts'
import { lockProblemById, move, noteAnswered, raise, type Problem, type Step } from '../src/features/needs/problems/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Locked, Tx } from '../src/kernel/db.ts'
import { dayAfter, momentAfter } from './days.ts'
import type { DemoAlliance } from './shape.ts'
import { readTable } from './table.ts'

type Column = 'key' | 'org' | 'kind' | 'family' | 'state' | 'day' | 'fields' | 'secrecy' | 'min' | 'max' | 'title' | 'titleEn' | 'description' | 'present' | 'wanted' | 'private' | 'end'
type Row = Record<Column, string>
type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids }

/** Who writes for small firms: the association for three of its own, the park for one. The others ask themselves. */
const speakers: Readonly<Record<string, 'association' | 'park'>> = { t01: 'association', t02: 'association', t03: 'association', t15: 'park' }

/** Technology and service needs, each walked by the product's services with the clock of that day. */
export async function loadProblems(tx: Tx, demo: DemoAlliance, cast: Cast, now: Date): Promise<Map<string, string>> {
  const rows = readTable<Column>('problems').sort((one, other) => Number(one.day) - Number(other.day))
  const people = await peopleOf(tx, demo, rows, cast, now)
  const ids = new Map<string, string>()
  for (const row of rows) ids.set(row.key, await walk(tx, row, people, cast, now))
  await tx.updateTable('need').set({ demo: true }).where('id', 'in', [...ids.values()]).execute()
  return ids
}

type People = { asker: (row: Row) => Actor; deputy: Actor; platform: Actor }

/** Contacts of firms that have no account to try: they asked, and cannot sign in. */
async function peopleOf(tx: Tx, demo: DemoAlliance, rows: readonly Row[], { office, organisations, accounts }: Cast, now: Date): Promise<People> {
  const byOrganisation = new Map<string, Actor>()
  const seated = (accountId: string, name: string, role: Actor['role'], organisationId: string | null): Actor => ({ ...office, accountId, name, role, organisationId, allianceId: organisationId ? null : office.allianceId })
  for (const { login, name, role, organisation } of demo.accounts) {
    if (organisation && role !== 'student' && role !== 'teacher') byOrganisation.set(organisation, seated(accounts.get(login)!, name, role, organisations.get(organisation)!))
  }
  for (const key of new Set(rows.map(({ org }) => org))) {
    if (byOrganisation.has(key)) continue
    const name = demo.organisations.find((one) => one.key === key)!.contact!.name
    const accountId = await createAccount(tx, { name, login: `contact-${key}`, email: null, password: null, demo: true }, now)
    const organisationId = organisations.get(key)!
    await grantRole(tx, null, { accountId, role: 'enterprise_contact', organisationId }, now)
    byOrganisation.set(key, seated(accountId, name, 'enterprise_contact', organisationId))
  }
  const speaking = { association: byOrganisation.get('assoc-01')!, park: byOrganisation.get('park-1')! }
  return {
    asker: ({ key, org }) => (speakers[key] ? speaking[speakers[key]] : byOrganisation.get(org)!),
    deputy: { ...office, accountId: accounts.get('deputy')!, name: '黄志辉' },
    platform: byOrganisation.get('lab-2')!,
  }
}

const filled = (text: string) => (text === '' ? null : text)
const yuan = (wan: string) => (wan === '' ? null : Number(wan) * 10_000)
const isEnded = (state: string) => ['solved', 'declined', 'withdrawn', 'expired'].includes(state)

function formOf(row: Row, now: Date) {
  const technology = row.kind === 'technology'
  return {
    kind: row.kind as 'technology' | 'service',
    family: technology ? null : (row.family as 'talent_training'),
    title: row.title, titleEn: row.titleEn, description: row.description, descriptionEn: null,
    presentValue: filled(row.present), wantedValue: filled(row.wanted), fieldCodes: row.fields.split('|'),
    privateDetails: filled(row.private), budgetMin: yuan(row.min), budgetMax: yuan(row.max),
    secrecy: row.secrecy as 'open' | 'nda',
    wantedBy: isEnded(row.state) ? null : dayAfter(now, 150),
    validUntil: dayAfter(now, isEnded(row.state) ? Number(row.day) + 120 : 180),
  }
}

async function walk(tx: Tx, row: Row, { asker, deputy, platform }: People, { office, organisations }: Cast, now: Date): Promise<string> {
  const raised = Number(row.day)
  const on = (days: number, hour = 10) => new Date(Math.min(momentAfter(now, raised + days, hour).getTime(), now.getTime()))
  const writer = asker(row)
  const { id } = await raise(tx, writer, { ...formOf(row, now), organisationId: organisations.get(row.org)! }, on(0))
  const held = async (): Promise<Locked<Problem>> => (await lockProblemById(tx, id))!
  const step = async (actor: Actor, action: Step['action'], more: Partial<Step>, at: Date) => {
    const problem = await held()
    await move(tx, actor, problem, { action, version: problem.version, ...more }, at)
  }
  if (row.state === 'draft') return id
  await step(writer, 'submit', {}, on(0, 11))
  if (row.state === 'submitted') return id
  await step(deputy, 'verify', {}, on(1))
  // What has lain a day is in somebody's hands, unless nobody wanted it.
  const manager = row.secrecy === 'open' && row.kind === 'technology' ? platform : office
  if (raised <= -5 && !/^late|expired/.test(row.state)) await takeOver(tx, manager, await held(), { version: (await held()).version }, on(2))
  if (row.state === 'open') return id
  if (/^late|expired/.test(row.state)) {
    for (let day = 12; raised + day <= 0; day += day < 40 ? 1 : 20) await lookAt(tx, id, on(day, 19))
    return id
  }
  const [words, by] = row.end.split('~')
  if (row.state === 'withdrawn') await step(writer, 'withdraw', { reason: words! }, on(8))
  else {
    await noteAnswered(tx, manager, await held(), on(6))
    if (row.state === 'declined') await step(office, 'decline', { declineCode: words as 'unclear', reason: by! }, on(25))
    else await step(manager, 'report', { solution: words!, ...(by ? { solutionBy: organisations.get(by)! } : {}) }, row.state === 'settling' ? on(-raised - 3) : on(50))
    if (row.state === 'solved') await step(writer, 'confirm', {}, on(54))
  }
  return id
}
