import { createAccount, grantRole } from '../src/features/identity/service.ts'
import { confirmLevel, addEvidenceFile, putEvidence } from '../src/features/technology/achievements/evidence/service.ts'
import { lockAchievementAnyhow, move as moveAchievement, write } from '../src/features/technology/achievements/service.ts'
import { writeTeam } from '../src/features/technology/teams/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Tx } from '../src/kernel/db.ts'
import { momentAfter } from './days.ts'
import { loadIntroductions } from './introductions.ts'
import type { Stage } from './older-needs.ts'
import type { DemoAlliance } from './shape.ts'
import { readTable } from './table.ts'

type Column = 'key' | 'org' | 'fields' | 'level' | 'confirmed' | 'ways' | 'price' | 'disclosure' | 'right' | 'title' | 'titleEn' | 'description' | 'details'
type Row = Record<Column, string>
type Ids = ReadonlyMap<string, string>
export type Cast = { office: Actor; organisations: Ids; accounts: Ids; problems: Ids }

/** Achievements, teams, introductions and contracts, each by the product's services with the clock of that day. */
export async function loadTechnology(tx: Tx, demo: DemoAlliance, cast: Cast, now: Date) {
  const stage = stageOf(tx, demo, cast, now)
  const achievements = new Map<string, string>()
  const rows = readTable<Column>('achievements')
  for (const [at, row] of rows.entries()) achievements.set(row.key, await walk(stage, row, -140 + at))
  for (const { org, fields, name, nameEn, headcount, abilities } of readTable<'org' | 'fields' | 'name' | 'nameEn' | 'headcount' | 'abilities'>('teams')) {
    const house = await stage.seat(org)
    const team = { name, nameEn, leaderName: `${house.name.slice(0, 1)}工（示例）`, headcount: Number(headcount), fieldCodes: fields.split('|'), abilities, abilitiesEn: null }
    await writeTeam(tx, house, team, stage.on(-50), { demo: true })
  }
  await loadIntroductions(stage, { achievements, problems: cast.problems, organisations: cast.organisations })
}

function stageOf(tx: Tx, demo: DemoAlliance, { office, organisations, accounts }: Cast, now: Date): Stage {
  const known = new Map<string, Actor>()
  const roleOf = { school: 'school_contact', innovation_platform: 'platform_contact', enterprise: 'enterprise_contact' } as const
  const seat = async (key: string) => {
    const before = known.get(key)
    if (before) return before
    const organisationId = organisations.get(key)!
    const { kind, contact, name: houseName } = demo.organisations.find((one) => one.key === key)!
    const role = roleOf[kind as 'school']
    const account = demo.accounts.find((one) => one.organisation === key && one.role === role)
    const name = account?.name ?? contact?.name ?? houseName
    // Houses without an account to try: they wrote it, and cannot sign in.
    const accountId = account ? accounts.get(account.login)! : await createAccount(tx, { name, login: `offers-${key}`, email: null, password: null, demo: true }, now)
    if (!account) await grantRole(tx, null, { accountId, role, organisationId }, now)
    const actor: Actor = { ...office, accountId, name, role, organisationId, allianceId: null }
    known.set(key, actor)
    return actor
  }
  return { tx, now, office, deputy: { ...office, accountId: accounts.get('deputy')!, name: '黄志辉' }, seat, on: (day, hour = 10) => new Date(Math.min(momentAfter(now, day, hour).getTime(), now.getTime())) }
}

const shown = ['原理报告，经校内评审', '应用方案和可行性说明', '关键功能试验记录', '实验室环境下的部件测试', '相关环境下的初样测试', '样机在相关环境连续运行', '在用户现场真实工况试用', '产品定型并通过检验', '两家以上用户批量使用']
const pdf = Buffer.from('%PDF-1.4\n%demo\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

function fieldsOf({ fields, ways, price, disclosure, right, title, titleEn, description, details }: Row, contact: string, at: number) {
  const kind = right as 'invention' | 'utility_model' | 'software'
  return {
    title, titleEn, description, descriptionEn: null, details: details || null, fieldCodes: fields.split('|'), ways: ways.split('|') as ['licence'], price: price === '' ? null : Number(price) * 10_000,
    contactName: contact, contactPhone: null, disclosure: disclosure as 'public',
    rights: right === '' ? [] : [{ kind, number: `示例专利号 2026${String(at).padStart(4, '0')}`, state: at % 3 === 0 ? ('filed' as const) : ('granted' as const) }],
  }
}

/** Written, shown level by level, submitted and opened; some looked at by a technology manager; the newest three still on their way. */
async function walk({ tx, seat, deputy, on }: Stage, row: Row, day: number): Promise<string> {
  const house = await seat(row.org)
  const { id } = await write(tx, house, fieldsOf(row, house.name, day + 141), on(day), { demo: true })
  const held = async () => (await lockAchievementAnyhow(tx, id))!
  const confirmed = Number(row.confirmed || 0)
  const levels = shown.slice(0, Number(row.level)).map((text, at) => ({ level: at + 1, text: `示例：${text}。` }))
  const one = await held()
  await putEvidence(tx, house, one, { shown: levels, version: one.version }, on(day, 11))
  for (const { level } of levels.slice(0, confirmed)) await addEvidenceFile(tx, house, one, level, { name: `第${level}级证明.pdf`, mediaType: 'application/pdf', bytes: pdf, fields: {} }, on(day, 11))
  if (row.key === 'a80') return id
  await moveAchievement(tx, house, await held(), { action: 'submit', version: (await held()).version }, on(day, 12))
  if (row.key === 'a78' || row.key === 'a79') return id
  await moveAchievement(tx, deputy, await held(), { action: 'verify', version: (await held()).version }, on(day + 2))
  if (confirmed > 0) await confirmLevel(tx, deputy, await held(), { level: confirmed, version: (await held()).version }, on(day + 5))
  return id
}
