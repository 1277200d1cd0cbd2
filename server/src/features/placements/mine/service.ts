import { say, t, type Locale } from '@silian/words'
import { spoken } from '@silian/words/spoken'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { agreementsOf } from '../../agreements/service.ts'
import { ruleOf } from '../../needs/law/rules.ts'
import { edges, obstaclesTo, barring } from '../guards/rules.ts'
import { judge, type Judged } from '../guards/service.ts'
import { isLive, nextStepOf, wayToStart } from '../lifecycle.ts'
import { placeOf } from '../rules.ts'
import { findTerms, listOfStudent, type Placement } from '../tables.ts'
import { listPoliciesOf } from './tables.ts'

export async function viewMine(tx: Tx, actor: Actor, now: Date) {
  const all = await listOfStudent(tx, actor, actor.studentId!)
  // The one under way; the last one that ended, as long as nothing newer is there.
  const placement = all.find(({ state }) => isLive(state)) ?? all.find(({ state }) => state !== 'cancelled')
  const earlier = all.filter((one) => one.id !== placement?.id && one.state !== 'cancelled').map(({ id, unitName, state, startsOn, endsOn }) => ({ id, unitName, state, startsOn, endsOn }))
  return { placement: placement ? await viewOne(tx, actor, placement, now) : null, earlier }
}

async function viewOne(tx: Tx, actor: Actor, placement: Placement, now: Date) {
  const terms = await findTerms(tx, placement.id)
  const next = nextStepOf(placement.state)
  const judged = next ? (await judge(tx, [placement.id], dayOf(now))).get(placement.id) : undefined
  const { id, number, state, unitName, title, startsOn, endsOn, endedOn, supervisorName, supervisorPhone, mentorName, mentorPhone } = placement
  return {
    id, number, state, unitName, title, startsOn,
    endsOn: endedOn ?? endsOn,
    place: placeOf(terms),
    supervisor: supervisorName ? { name: supervisorName, phone: supervisorPhone } : null,
    mentor: mentorName ? { name: mentorName, phone: mentorPhone } : null,
    steps: judged ? stepsOf(actor, placement, judged) : [],
    todo: next ? await todoOf(tx, placement, now) : [],
    insured: (await listPoliciesOf(tx, placement.id)).map(({ kind, ...policy }) => ({ ...policy, kind: kind as 'liability' })),
    ended: !isLive(state),
  }
}

/** Each step with what bars it alone: a student reads who still has to do what. */
function stepsOf(actor: Actor, placement: Placement, { facts, overrides, waivers }: Judged) {
  const at = wayToStart.indexOf(nextStepOf(placement.state)!)
  return wayToStart.map((step, index) => ({
    edge: step,
    state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('next' as const),
    missing: barring(obstaclesTo(facts, step === 'vet' ? edges.slice(0, 2) : [step], overrides), waivers).map(({ ruleId, key, params, who }) => ({
      ruleId, who, text: sentenceOf(actor.locale, key, params), article: ruleOf(ruleId).article,
    })),
  }))
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Said here, so that the phone need not load the words of every rule. */
function sentenceOf(locale: Locale, key: string, params: Record<string, string | number>) {
  const written = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isDay(value) ? dayInWords(locale, value) : value]))
  const said = spoken(written, (word, using) => say(locale, word, using as typeof params) ?? '', locale === 'en' ? ', ' : '、')
  return say(locale, `rules:findings.${key}`, said) ?? ''
}

function dayInWords(locale: Locale, day: string) {
  const [year, month, date] = day.split('-').map(Number)
  return t(locale, 'ui:when.dayWithYear', { year: year!, month: t(locale, `ui:when.month.m${month as 1}`), day: date! })
}

/** What waits for the student's own hand: a paper whose turn it is, the test. */
async function todoOf(tx: Tx, placement: Placement, now: Date) {
  const papers = (await agreementsOf(tx, 'placement', [placement.id])).get(placement.id) ?? []
  const toSign = papers.filter(({ state, parties }) => state === 'signing' && parties.some(({ kind, signedAt }) => kind === 'student' && signedAt === null))
  const test = !placement.tested && dayOf(now) <= placement.startsOn
  return [...toSign.map(({ id, kind }) => ({ what: 'sign' as const, agreementId: id, kind })), ...(test ? [{ what: 'test' as const, agreementId: null, kind: null }] : [])]
}
