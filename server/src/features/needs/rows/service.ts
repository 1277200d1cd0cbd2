import type { Actor } from '../../../kernel/actor.ts'
import { hasRole } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Download } from '../../../kernel/route.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { writeTable } from '../../../kernel/sheet/write-table.ts'
import { findCodes } from '../../talent/codes/service.ts'
import { advance } from '../../inbox/service.ts'
import { PostFields } from '../contract.ts'
import { needLife } from '../lifecycle.ts'
import { inMotion, obstaclesOf, postOf, storedOf } from '../service.ts'
import { postSheet, type PostSheetRow } from '../sheet.ts'
import { findAllianceFor, findFirm, findTwin, insertNeed, listFirmsNamed, listForExport, listSpokenFor, lockFirm, updateNeed, updateNeedContent, type Filter } from '../tables.ts'

export type WrittenPost = {
  recordId: string | null
  result: 'created' | 'updated' | 'unchanged' | 'refused'
  /** Where the post stands now: complete and lawful ones are submitted, the rest wait as drafts. */
  state?: string
  fault?: { column: string; fault: string; params?: Record<string, string | number> }
}

type Firm = Awaited<ReturnType<typeof listFirmsNamed>>[number]

/**
 * Posts of a sheet, by firm, title and first day: the same sheet twice changes nothing. A post that is complete and lawful is
 * submitted at once; one that lacks something, or that the law asks about, is kept as a draft. One answer a row, in order.
 */
export async function writePostRows(tx: Tx, actor: Actor, rows: readonly PostSheetRow[], now: Date): Promise<WrittenPost[]> {
  if (rows.length === 0) return []
  const firms = await firmsOf(tx, actor, rows)
  const majors = await majorCodesOf(tx, rows)
  const answers: WrittenPost[] = []
  for (const [at, row] of rows.entries()) {
    const found = firms[at]!
    answers.push('fault' in found ? { recordId: null, result: 'refused', fault: { column: 'organisation', ...found } } : await writeRow(tx, actor, found, row, majors, now))
  }
  const count = (wanted: WrittenPost['result']) => answers.filter(({ result }) => result === wanted).length
  if (count('created') + count('updated') > 0) {
    audit(tx, actor, now, { event: 'need.imported', subjectType: 'account', subjectId: actor.accountId, details: { created: count('created'), updated: count('updated'), refused: count('refused') } })
  }
  return answers
}

type Place = { firm: Firm; spokenBy: string | null; allianceId: string }

/** Whom each row is for: a firm writes for itself, a speaker for those it speaks for, the office for anybody. */
export async function firmsOf(tx: Tx, actor: Actor, rows: readonly { organisation: string | null }[]): Promise<(Place | { fault: string })[]> {
  const own = actor.organisationId
  const words = [...new Set(rows.flatMap((row) => (row.organisation ? [row.organisation, row.organisation.toUpperCase()] : [])))]
  const named = await listFirmsNamed(tx, words)
  const spokenFor = new Set(own && !hasRole(actor, 'enterprise_contact') ? await listSpokenFor(tx, own) : [])
  const places = new Map<string, Place | { fault: string }>()
  for (const word of new Set(rows.map((row) => row.organisation ?? ''))) places.set(word, await placeOf(word))
  return rows.map((row) => places.get(row.organisation ?? '')!)

  async function placeOf(word: string): Promise<Place | { fault: string }> {
    const [firm, second] = word === '' ? await firmsById(own) : named.filter((one) => one.uscc === word.toUpperCase() || one.name === word)
    if (!firm) return { fault: word === '' ? 'required' : 'organisation_unknown' }
    if (second) return { fault: 'organisation_ambiguous' }
    const office = hasRole(actor, 'secretariat')
    if (firm.id !== own && !office && !spokenFor.has(firm.id)) return { fault: 'organisation_not_yours' }
    const alliance = await findAllianceFor(tx, firm.id)
    return { firm, spokenBy: firm.id === own || office ? null : own, allianceId: office ? actor.allianceId! : (alliance?.id ?? '') }
  }

  async function firmsById(id: string | null): Promise<Firm[]> {
    const firm = id ? await findFirm(tx, id) : undefined
    return firm ? [firm] : []
  }
}

/** Majors by code, or by their exact name at any level. */
async function majorCodesOf(tx: Tx, rows: readonly PostSheetRow[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const word of new Set(rows.flatMap((row) => row.majorCodes ?? []))) {
    if (/^\d{6}[A-Z]?$/.test(word)) found.set(word, [word])
    else {
      const { rows: codes } = await findCodes(tx, { system: 'major', q: word, superseded: false, page: 1, size: 20 })
      found.set(word, codes.filter(({ name, code }) => name === word && /^\d{6}/.test(code)).map(({ code }) => code))
    }
  }
  return found
}

/** Wages are kept by the month. */
function monthly(reading: PostSheetRow['lowestTierWage']): number | null {
  if (reading?.min == null) return null
  if (reading.period === 'year') return Math.round(reading.min / 12)
  if (reading.period === 'day') return Math.round(reading.min * 21.75)
  return reading.period === 'hour' ? Math.round(reading.min * 174) : Math.round(reading.min)
}

const whole = (value: number | null | undefined) => (value == null ? null : Math.round(value))

function fieldsOf(row: PostSheetRow, firm: Firm, majors: ReadonlyMap<string, readonly string[]>) {
  const payMin = whole(row.pay.min ?? row.pay.max)
  const payMax = whole(row.pay.max ?? row.pay.min)
  return PostFields.parse({
    title: row.title,
    occupationCode: row.occupationCode,
    majorCodes: [...new Set((row.majorCodes ?? []).flatMap((word) => majors.get(word) ?? []))],
    tasks: row.tasks,
    seats: row.seats,
    payMin,
    payMax: payMax !== null && payMin !== null && payMax < payMin ? payMin : payMax,
    payPeriod: payMin === null ? null : (row.pay.period ?? 'month'),
    samePostWage: monthly(row.samePostWage),
    lowestTierWage: monthly(row.lowestTierWage),
    hoursPerDay: row.hoursPerDay,
    hoursPerWeek: row.hoursPerWeek,
    shift: row.shift,
    nightWork: row.nightWork === 'yes',
    restDayWork: row.restDayWork === 'yes',
    address: row.address,
    divisionCode: firm.divisionCode,
    town: firm.town,
    lodging: row.lodging,
    meals: row.meals,
    hazards: [...new Set((row.hazards ?? []).filter((one) => one !== ''))],
    labourIntensity: row.labourIntensity,
    mentorName: row.mentorName,
    mentorPhone: row.mentorPhone,
    postStaff: row.postStaff,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    validUntil: row.validUntil,
  })
}

async function writeRow(tx: Tx, actor: Actor, { firm, spokenBy, allianceId }: Place, row: PostSheetRow, majors: ReadonlyMap<string, readonly string[]>, now: Date): Promise<WrittenPost> {
  await lockFirm(tx, firm.id)
  const { need, post, majors: codes } = storedOf(fieldsOf(row, firm, majors))
  const twin = await findTwin(tx, { organisationId: firm.id, title: need.title, startsOn: post.startsOn })
  if (twin) {
    const kept = { ...postOf(twin), validUntil: twin.validUntil, majors: twin.majorCodes }
    // What the sheet has no column for stays as it was written on the page.
    const { payDirect, agency, entertainmentVenue, minorForbidden, femaleForbidden, specialNeedFiling, specialNeedFiledOn, benefits } = kept
    const wanted = { ...post, payDirect, agency, entertainmentVenue, minorForbidden, femaleForbidden, specialNeedFiling, specialNeedFiledOn, benefits, validUntil: need.validUntil, majors: [...codes].sort() }
    if (sameText(kept) === sameText(wanted)) return { recordId: twin.id, result: 'unchanged', state: twin.state }
    if (twin.state !== 'draft') return { recordId: twin.id, result: 'refused', state: twin.state, fault: { column: 'title', fault: 'post_submitted', params: { number: twin.number } } }
    const { validUntil, majors: _majors, ...values } = wanted
    await updateNeedContent(tx, twin.id, twin.version, { title: twin.title, titleEn: twin.titleEn, validUntil, updatedAt: now }, values, codes)
    return { recordId: twin.id, result: 'updated', state: await submitIfReady(tx, actor, firm.id, twin, now) }
  }
  const number = await nextNumber(tx, 'X', now)
  const { id } = await insertNeed(tx, { ...need, number, allianceId, organisationId: firm.id, spokenBy, createdBy: actor.accountId, createdAt: now, updatedAt: now }, post, codes)
  return { recordId: id, result: 'created', state: await submitIfReady(tx, actor, firm.id, { title: need.title, startsOn: post.startsOn }, now) }
}

const sameText = (values: Record<string, unknown>) => JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))

async function submitIfReady(tx: Tx, actor: Actor, organisationId: string, { title, startsOn }: { title: string; startsOn: string | null }, now: Date) {
  const stored = (await findTwin(tx, { organisationId, title, startsOn }))!
  const { gaps, forbidden, owed } = await obstaclesOf(tx, stored, dayOf(now))
  if (gaps.length + forbidden.length + owed.length > 0) return 'draft'
  const state = await advance(tx, actor, needLife, 'submit', { ...inMotion(stored, now), locked: true }, now, { number: stored.number, by: 'import' })
  await updateNeed(tx, stored.id, { state, submittedAt: now, updatedAt: now })
  return state
}

const say = {
  payPeriod: { hour: '小时', day: '天', month: '月', year: '年' } as Record<string, string>,
  provision: { none: '不提供', free: '免费提供', paid: '收费提供', subsidy: '发补贴' } as Record<string, string>,
  shift: { day: '白班', two_shifts: '两班倒', three_shifts: '三班倒', flexible: '弹性' } as Record<string, string>,
  hazard: { height: '高处', underground: '井下', radioactive: '放射', toxic: '有毒', flammable: '易燃易爆', other: '其他' } as Record<string, string>,
  state: { draft: '草稿', submitted: '待核实', open: '已公开', stale: '待确认', closed: '已结束', declined: '已拒绝', withdrawn: '已撤回' } as Record<string, string>,
}

/** The list under the headers of the import, so that it can be corrected and come back. */
export async function exportNeeds(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const rows = await listForExport(tx, actor, filter)
  const header = ['编号', '状态', ...postSheet.columns.map((column) => column.header['zh-Hans'])]
  const cells = rows.map((row) => {
    const mine = hasRole(actor, 'secretariat') || row.organisationId === actor.organisationId || row.spokenBy === actor.organisationId
    const values: Record<string, string | number | null> = {
      title: row.title, organisation: row.uscc ?? row.organisationName, occupationCode: row.occupationCode, tasks: row.tasks, seats: row.seats,
      pay: row.payMin === null ? '' : `${row.payMin}${row.payMax !== null && row.payMax !== row.payMin ? `-${row.payMax}` : ''}元/${say.payPeriod[row.payPeriod ?? 'month']}`,
      samePostWage: mine && row.samePostWage ? `${row.samePostWage}元/月` : '', lowestTierWage: mine && row.lowestTierWage ? `${row.lowestTierWage}元/月` : '',
      hoursPerDay: row.hoursPerDay, hoursPerWeek: row.hoursPerWeek, shift: say.shift[row.shift ?? ''] ?? '', nightWork: row.nightWork ? '是' : '否', restDayWork: row.restDayWork ? '是' : '否',
      address: row.address, lodging: say.provision[row.lodging ?? ''] ?? '', meals: say.provision[row.meals ?? ''] ?? '', hazards: row.hazards.map((one) => say.hazard[one] ?? one).join('、'),
      labourIntensity: row.labourIntensity ? ['', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'][row.labourIntensity]! : '', majorCodes: row.majorCodes.join('、'), mentorName: mine ? row.mentorName : '', mentorPhone: mine ? row.mentorPhone : '',
      postStaff: row.postStaff, startsOn: row.startsOn, endsOn: row.endsOn, validUntil: row.validUntil,
    }
    return [row.number, say.state[row.state]!, ...postSheet.columns.map((column) => values[column.key] ?? '')]
  })
  const bytes = await writeTable({ name: '岗位', header, rows: cells })
  return { name: `岗位-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
