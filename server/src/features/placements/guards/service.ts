import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ruleOf, type SeverityOverrides } from '../../needs/law/rules.ts'
import { severitiesOf } from '../../needs/service.ts'
import { nextStepOf, wayToStart } from '../lifecycle.ts'
import { go } from '../service.ts'
import { lockPlacementsAnyhow, type Placement } from '../tables.ts'
import { daysFromTo } from './days/rules.ts'
import { usualLimits, type Edge, type Facts, type Limits } from './facts/rules.ts'
import { fullest, type Stay } from './heads/rules.ts'
import { mayTendPlacement } from '../policy.ts'
import { barring, edgesUpTo, obstaclesTo, statesOf, type Obstacle, type Waiver } from './rules.ts'
import {
  countSupervised, listApprovedWaivers, listCovers, listEarlier, listFactRows, listFiled, listHeads, listOccupationsOf, listOpenAlarms, listPassed, listSettings, listSignatures, refreshFlags, type FactRow,
} from './tables.ts'

export type Judged = { row: FactRow; facts: Facts; overrides: SeverityOverrides; waivers: readonly Waiver[] }

/** What this alliance set, where it set anything. */
const limitsIn = (settings: unknown): Limits => ({ ...usualLimits, ...(settings as { placements?: Partial<Limits> } | undefined)?.placements })
export const limitsOf = async (tx: Tx, allianceId: string): Promise<Limits> => limitsIn((await listSettings(tx, [allianceId]))[0]?.settings)

/** The facts of many placements at once, a dozen queries however many they are. */
export async function judge(tx: Tx, placementIds: readonly string[], today: string): Promise<Map<string, Judged>> {
  const rows = await listFactRows(tx, placementIds)
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const distinct = <T>(pick: (row: FactRow) => T) => [...new Set(rows.map(pick))]
  const heads = headsOf(await listHeads(tx, distinct(({ organisationId }) => organisationId)))
  const covers = Map.groupBy(await listCovers(tx, ids), ({ placementId }) => placementId)
  const passed = new Map((await listPassed(tx, ids)).map(({ placementId, passedOn }) => [placementId, passedOn]))
  const signatures = Map.groupBy(await listSignatures(tx, ids), ({ placementId }) => placementId)
  const filings = Map.groupBy(await listFiled(tx, ids), ({ placementId }) => placementId)
  const waivers = await listApprovedWaivers(tx, ids, distinct(({ unitId }) => unitId))
  const ofPlacement = Map.groupBy(waivers, ({ placementId }) => placementId)
  const ofUnit = Map.groupBy(waivers, ({ unitId }) => unitId)
  const loads = new Map((await countSupervised(tx, distinct(({ supervisorId }) => supervisorId).filter((id) => id !== null))).map(({ supervisorId, count }) => [supervisorId, count]))
  const earlier = Map.groupBy(await listEarlier(tx, distinct(({ studentId }) => studentId)), ({ studentId }) => studentId)
  const occupations = Map.groupBy(await listOccupationsOf(tx, distinct(({ majorCode }) => majorCode)), ({ majorCode }) => majorCode)
  const settings = new Map((await listSettings(tx, distinct(({ allianceId }) => allianceId))).map(({ id, settings: value }) => [id, value]))
  const overrides = new Map<string, SeverityOverrides>()
  for (const allianceId of settings.keys()) overrides.set(allianceId, await severitiesOf(tx, allianceId))

  return new Map(
    rows.map((row) => {
      const standing = [...(ofPlacement.get(row.id) ?? []), ...(ofUnit.get(row.unitId) ?? [])]
      const facts = factsOf(row, {
        today,
        limits: limitsIn(settings.get(row.allianceId)),
        heads: heads(row),
        covers: covers.get(row.id) ?? [],
        passedOn: passed.get(row.id) ?? null,
        signatures: signatures.get(row.id) ?? [],
        filings: filings.get(row.id) ?? [],
        exception: standing.find(({ kind, ruleId }) => kind === 'exception' && ruleId === '1.30') ?? null,
        load: loads.get(row.supervisorId) ?? 0,
        earlier: (earlier.get(row.studentId) ?? []).filter(({ id, endedOn }) => id !== row.id && endedOn! < row.startsOn),
        occupations: (occupations.get(row.majorCode) ?? []).map(({ occupationCode }) => occupationCode),
      })
      return [row.id, { row, facts, overrides: overrides.get(row.allianceId) ?? {}, waivers: standing.map(({ ruleId, params }) => ({ ruleId, params: params as Record<string, unknown> })) }]
    }),
  )
}

/** Interns at the unit and in the same kind of post while this placement runs. */
function headsOf(stays: Awaited<ReturnType<typeof listHeads>>) {
  const kindOf = ({ occupationCode, title }: { occupationCode: string | null; title: string }) => occupationCode ?? title
  const ofUnits = new Map([...Map.groupBy(stays, ({ organisationId }) => organisationId)].map(([id, some]) => [id, fullest(some)]))
  const ofPosts = new Map([...Map.groupBy(stays, (stay) => `${stay.organisationId} ${kindOf(stay)}`)].map(([key, some]) => [key, fullest(some)]))
  return (row: FactRow) => {
    const span: Stay = { from: row.startsOn, until: row.endsOn }
    return { unit: ofUnits.get(row.organisationId)?.(span) ?? 0, post: ofPosts.get(`${row.organisationId} ${kindOf(row)}`)?.(span) ?? 0 }
  }
}

type Around = {
  today: string
  limits: Limits
  heads: Facts['heads']
  covers: readonly { from: string; until: string; payer: string }[]
  passedOn: string | null
  signatures: Awaited<ReturnType<typeof listSignatures>>
  filings: Awaited<ReturnType<typeof listFiled>>
  exception: { number: string | null; datedOn: string | null } | null
  load: number
  earlier: readonly { startsOn: string; endedOn: string | null }[]
  occupations: readonly string[]
}

const earliest = (one: string | null, other: string | null) => (one !== null && other !== null ? (one < other ? one : other) : (one ?? other))
const latest = (one: string | null, other: string | null) => (one !== null && other !== null ? (one > other ? one : other) : (one ?? other))
/** Majors of the vocational catalogue begin with 2 (bachelor), 4, 6 or 7; an ordinary undergraduate's does not. */
const isOrdinaryUndergraduate = ({ level, majorCode }: FactRow) => level === 'bachelor' && !majorCode.startsWith('2')

function factsOf(row: FactRow, around: Around): Facts {
  const consent = around.signatures.find(({ kind }) => kind === 'consent')
  const agreement = around.signatures.find(({ kind, concluded }) => kind === 'three_party' && concluded)
  const apprenticeship = around.signatures.find(({ kind, concluded }) => kind === 'apprenticeship' && concluded)
  const filing = around.filings.find(({ kind }) => kind === (row.abroad ? 'abroad' : 'cross_province')) ?? around.filings[0]
  return {
    today: around.today,
    limits: around.limits,
    kind: row.kind as Facts['kind'],
    scheme: row.scheme as Facts['scheme'],
    profile: isOrdinaryUndergraduate(row) ? 'reference' : 'full',
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    earlierDays: around.earlier.reduce((sum, { startsOn, endedOn }) => sum + daysFromTo(startsOn, endedOn!), 0),
    selfChosen: row.selfChosen,
    chosenApproved: row.chosenApprovedAt !== null,
    // There is no column for it: what is charged is refused before anything is saved.
    charge: 0,
    student: { birthDate: row.birthDate, sex: row.sex, entryYear: row.entryYear, majorCode: row.majorCode, occupations: around.occupations },
    schoolDivision: row.schoolDivision,
    unit: {
      uscc: row.uscc, industryCode: row.industryCode, staffCount: row.staffCount,
      dishonestSince: earliest(row.firmDishonest, row.dishonestSince), safetyViolationOn: latest(row.firmViolation, row.safetyViolationOn),
      visitedOn: row.visitedOn, conclusion: row.conclusion, checkedOn: row.checkedOn, minutes: row.unitState === 'listed' ? row.minutesNumber : null,
      cooperation: row.cooperationFrom && row.cooperationUntil ? { from: row.cooperationFrom, until: row.cooperationUntil } : null,
    },
    post: row,
    heads: around.heads,
    consent: { student: consent?.student ?? null, guardian: consent?.guardian ?? null },
    agreement: agreement ? { school: agreement.school, unit: agreement.unit, student: agreement.student, from: agreement.from, until: agreement.until } : null,
    apprenticeOn: apprenticeship?.signedOn ?? null,
    exception: around.exception?.number && around.exception.datedOn ? { number: around.exception.number, datedOn: around.exception.datedOn } : null,
    covers: around.covers as Facts['covers'],
    passedOn: around.passedOn,
    hasSupervisor: row.supervisorId !== null,
    hasMentor: row.mentorName !== null,
    supervisorLoad: around.load,
    lodging: row.lodging,
    lodgingConsentOn: row.lodgingConsentOn,
    healthCheckOn: row.healthCheckOn,
    filing: filing ? { kind: filing.kind as 'ordinary', number: filing.filingNumber, consent: filing.consentNumber, filedOn: filing.filedOn, escort: filing.escortId !== null } : null,
  }
}

/** What bars this edge now. */
export const barred = ({ facts, overrides, waivers }: Judged, edge: Edge): Obstacle[] => barring(obstaclesTo(facts, edgesUpTo(edge), overrides), waivers)

export const viewObstacle = ({ ruleId, key, severity, field, params, edge, who }: Obstacle) => ({ ruleId, key, severity, field, params, edge, who, article: ruleOf(ruleId).article, sourceStatus: ruleOf(ruleId).sourceStatus })

/** Refuses with every rule that stands in the way, forbidden ones first. */
export function refuseBarred(obstacles: readonly Obstacle[]) {
  const forbidden = obstacles.filter(({ severity }) => severity === 'block')
  if (forbidden.length > 0) refuse('rule_forbids', { findings: [...forbidden, ...obstacles.filter(({ severity }) => severity !== 'block')].map(viewObstacle) })
  if (obstacles.length > 0) refuse('rule_reason_needed', { findings: obstacles.map(viewObstacle) })
}

/** The school lets the student begin: the whole way is walked at once, or refused with everything that bars it, wherever the placement stands. */
export async function begin(tx: Tx, by: Actor, placement: Locked<Placement>, now: Date) {
  if (!nextStepOf(placement.state)) refuse('wrong_state', { state: placement.state, action: 'activate' })
  await refreshFlags(tx, [placement.id])
  refuseBarred(barred((await judge(tx, [placement.id], dayOf(now))).get(placement.id)!, 'activate'))
  let held = placement
  for (const step of wayToStart) {
    if (nextStepOf(held.state) !== step) continue
    const { state, version } = await go(tx, by, held, step, now)
    held = { ...held, state, version }
  }
  return { id: held.id, state: held.state, version: held.version }
}

/** As far as the facts carry: every step but the last, which the school decides. Answers how many placements moved. */
export async function moveAlong(tx: Tx, by: Actor | null, placementIds: readonly string[], now: Date): Promise<number> {
  const waiting = (await lockPlacementsAnyhow(tx, placementIds)).filter(({ state }) => nextStepOf(state) !== null && state !== 'trained')
  if (waiting.length === 0) return 0
  await refreshFlags(tx, waiting.map(({ id }) => id))
  const judged = await judge(tx, waiting.map(({ id }) => id), dayOf(now))
  let moved = 0
  for (const placement of waiting) {
    let held = placement
    for (const step of wayToStart.slice(0, -1)) {
      if (nextStepOf(held.state) !== step) continue
      if (barred(judged.get(placement.id)!, step).length > 0) break
      const { state, version } = await go(tx, by, held, step, now)
      held = { ...held, state, version }
    }
    if (held.state !== placement.state) moved++
  }
  return moved
}

/** Every guard on the way and how it stands, for the page of one placement. What concerns only the school (alarms) is told to the school. */
export async function viewGuards(tx: Tx, actor: Actor, placement: Placement, now: Date) {
  const judged = (await judge(tx, [placement.id], dayOf(now))).get(placement.id)!
  const rows = statesOf(judged.facts, judged.overrides, judged.waivers).map(({ ruleId, edge, who, state, found }) => ({
    ruleId, edge, who, state, key: found?.key ?? null, params: found?.params ?? {}, article: ruleOf(ruleId).article, sourceStatus: ruleOf(ruleId).sourceStatus,
  }))
  const step = nextStepOf(placement.state)
  const alarms = mayTendPlacement(actor, placement) ? await listOpenAlarms(tx, placement) : []
  return { rows, next: step && { edge: step, barred: barred(judged, step).length }, alarms: alarms.map(viewAlarm) }
}

const viewAlarm = ({ id, ruleId, key, severity, params, openedAt, unitId }: Awaited<ReturnType<typeof listOpenAlarms>>[number]) => ({
  id, ruleId, key, openedAt, severity: severity as 'block' | 'warn', params: params as Record<string, string | number>, ofUnit: unitId !== null,
})
