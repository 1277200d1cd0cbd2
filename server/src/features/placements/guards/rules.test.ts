import { expect, test } from 'vitest'
import { chance, randomCase } from '../../../../test/placement-cases.ts'
import { stages, verdict } from '../../../../test/placement-oracle.ts'
import { isRuleId, ruleOf } from '../../needs/law/rules.ts'
import { edges, type Facts } from './facts/rules.ts'
import { barring, covers, edgesUpTo, guards, lastEdgeOf, obstaclesTo, type Obstacle } from './rules.ts'

/** Lawful in everything: what the sentences below change is all that is wrong. */
const lawful: Facts = {
  today: '2027-02-20',
  limits: { visitMonths: 12, checkMonths: 6, supervisorMost: 30, orientationDays: 30, hourlyMinimum: null },
  kind: 'placement', scheme: 'ordinary', profile: 'full', startsOn: '2027-03-01', endsOn: '2027-08-31', earlierDays: 0, selfChosen: false, chosenApproved: false, charge: 0,
  student: { birthDate: '2008-03-05', sex: 'female', entryYear: 2024, majorCode: '660301', occupations: [] },
  schoolDivision: '440605',
  unit: {
    uscc: '91350100M000100Y43', industryCode: '3484', staffCount: 200, dishonestSince: null, safetyViolationOn: null, visitedOn: '2027-01-10', conclusion: 'suitable', checkedOn: '2027-01-10', minutes: '纪要〔2027〕1 号',
    cooperation: null,
  },
  post: {
    title: '装调', tasks: '装配与调试', occupationCode: '6-18-01-01', majorCodes: ['660301'], payMin: 3400, payPeriod: 'month', samePostWage: 4200, lowestTierWage: 3100, payDirect: true, hoursPerDay: 8, hoursPerWeek: 40,
    shift: 'day', nightWork: false, restDayWork: false, hazards: [], labourIntensity: 2, minorForbidden: false, femaleForbidden: false, entertainmentVenue: false, agency: false, divisionCode: '440605', abroad: false,
    postStaff: 40, specialNeedFiling: null, specialNeedFiledOn: null,
  },
  heads: { unit: 1, post: 1 },
  consent: { student: '2027-02-01', guardian: '2027-02-01' },
  agreement: { school: '2027-02-10', unit: '2027-02-10', student: '2027-02-11', from: '2027-03-01', until: '2027-08-31' },
  apprenticeOn: null, exception: null,
  covers: [{ from: '2027-03-01', until: '2027-08-31', payer: 'school' }],
  passedOn: '2027-02-20', hasSupervisor: true, hasMentor: true, supervisorLoad: 12, lodging: 'home', lodgingConsentOn: null, healthCheckOn: null, filing: null,
}
const minor = { student: { ...lawful.student, birthDate: '2009-06-01' }, healthCheckOn: '2027-02-01' }
const unit = (change: Partial<Facts['unit']>) => ({ unit: { ...lawful.unit, ...change } })
const post = (change: Partial<Facts['post']>) => ({ post: { ...lawful.post, ...change } })
const filing = { kind: 'cross_province' as const, number: '黔教备 1', consent: '从教函 1', filedOn: '2027-02-15', escort: true }

test.each<[string, Partial<Facts>, string[]]>([
  ['a lawful placement meets nothing on its way', {}, []],
  ['1.3 a unit without a credit code is refused', unit({ uscc: null }), ['make block r1_3']],
  ['1.3 so is one whose code does not check', unit({ uscc: '91350100M000100Y44' }), ['make block r1_3_invalid']],
  ['1.4 a first-year student', { student: { ...lawful.student, entryYear: 2026 } }, ['make block r1_4']],
  ['1.5 sixteen tomorrow is fifteen today', { ...minor, student: { ...lawful.student, birthDate: '2011-03-02' } }, ['make block r1_5']],
  ['1.7 a minor needs the guardian', { ...minor, consent: { student: '2027-02-01', guardian: null } }, ['consent block r1_7_guardian']],
  ['1.7 of somebody of age a parent should have signed', { consent: { student: '2027-02-01', guardian: null } }, ['consent warn r1_7_parent']],
  ['1.7 nobody goes without the student', { consent: { student: null, guardian: '2027-02-01' } }, ['consent block r1_7_student']],
  ['1.8 a unit the student found waits for the school', { selfChosen: true }, ['activate block r1_8']],
  ['1.8 and goes with its word', { selfChosen: true, chosenApproved: true }, []],
  ['1.10 a unit nobody visited', unit({ visitedOn: null, conclusion: null }), ['vet block r1_10_never']],
  ['1.10 a visit a year old is good on its day', unit({ visitedOn: '2026-02-20' }), []],
  ['1.10 and on the next no longer', unit({ visitedOn: '2026-02-19' }), ['vet block r1_10_old']],
  ['1.10 it does not grow old while the student is there', { ...unit({ visitedOn: '2026-03-01', checkedOn: '2026-09-01' }), today: '2027-06-01' }, []],
  ['1.11 a record found after the start counts', { ...unit({ dishonestSince: '2027-05-01' }), today: '2027-05-01' }, ['vet block r1_11_dishonest']],
  ['1.12 a unit on no list', unit({ minutes: null }), ['vet block r1_12']],
  ['1.13 a signature on the first day is in time', { agreement: { ...lawful.agreement!, unit: '2027-03-01' } }, []],
  ['1.13 and on the second late', { agreement: { ...lawful.agreement!, unit: '2027-03-02' } }, ['sign block r1_13_late']],
  ['1.13 two signatures are not three', { agreement: { ...lawful.agreement!, unit: null } }, ['sign block r1_13_missing']],
  ['1.13 an agreement that ends a day early', { agreement: { ...lawful.agreement!, until: '2027-08-30' } }, ['sign block r1_13_days']],
  ['1.16 a month of looking is orientation, five weeks are not', { kind: 'orientation', endsOn: '2027-03-31' }, ['vet warn r1_16']],
  ['1.17 a cooperation of two years asks for a reason', unit({ cooperation: { from: '2026-09-01', until: '2028-08-31' } }), ['vet warn r1_17']],
  ['1.18 the twenty-first of two hundred', { heads: { unit: 21, post: 1 } }, ['vet warn r1_18_unit']],
  ['1.18 a firm that loses staff has one too many without anybody coming', { ...unit({ staffCount: 199 }), heads: { unit: 20, post: 1 } }, ['vet warn r1_18_unit']],
  ['1.18 the ninth of forty in one post', { heads: { unit: 9, post: 9 } }, ['vet warn r1_18_post']],
  ['1.19 a day past six months', { endsOn: '2027-09-01', agreement: { ...lawful.agreement!, until: '2027-09-01' }, covers: [{ from: '2027-03-01', until: '2027-09-01', payer: 'unit' }] }, ['vet warn r1_19_long']],
  ['1.19 earlier weeks elsewhere count', { earlierDays: 30 }, ['vet warn r1_19_long']],
  ['1.22 hazards are closed to minors, filed or not', { ...minor, ...post({ hazards: ['height'] }), exception: { number: '1', datedOn: '2027-02-01' } }, ['make block r1_22_hazard']],
  ['1.27 hazards are closed to all, unless filed', post({ hazards: ['height'] }), ['make block r1_27', 'vet block r1_30_missing']],
  ['1.30 that the firm filed lets it be saved, not vetted', post({ hazards: ['height'], specialNeedFiling: '1', specialNeedFiledOn: '2027-02-28' }), ['vet block r1_30_missing']],
  ['1.30 with number, date, document and approver it goes', { ...post({ hazards: ['height'] }), exception: { number: '1', datedOn: '2027-02-28' } }, []],
  ['1.30 filed on the first day is too late', { ...post({ nightWork: true }), exception: { number: '1', datedOn: '2027-03-01' } }, ['make block r1_29_late', 'vet block r1_30_late']],
  ['1.34 no charge, however small', { charge: 1 }, ['make block r1_34']],
  ['1.36 neither guide is there', { hasSupervisor: false, hasMentor: false }, ['activate block r1_36_supervisor', 'activate block r1_36_mentor']],
  ['1.36 thirty-one students are many', { supervisorLoad: 31 }, ['activate warn r1_36_load']],
  ['1.37 a test on the first day is in time', { passedOn: '2027-03-01' }, []],
  ['1.37 a day later it is not', { passedOn: '2027-03-02' }, ['train block r1_37_late']],
  ['1.38 a minor without a health check', { ...minor, healthCheckOn: null }, ['activate warn r1_38_before']],
  ['1.38 on the eighteenth birthday a check of eight months ago no longer does', { ...minor, today: '2027-06-01', healthCheckOn: '2026-10-01' }, ['activate warn r1_38_eighteen']],
  ['1.38 the day before it still did', { ...minor, today: '2027-05-31', healthCheckOn: '2026-10-01' }, []],
  ['1.39 one day without insurance', { covers: [{ from: '2027-03-01', until: '2027-05-31', payer: 'school' }, { from: '2027-06-02', until: '2027-08-31', payer: 'unit' }] }, ['insure block r1_39_gap']],
  ['1.39 two policies that meet are one', { covers: [{ from: '2027-06-01', until: '2027-12-31', payer: 'school' }, { from: '2027-01-01', until: '2027-05-31', payer: 'unit' }] }, []],
  ['1.39 the student never pays', { covers: [{ from: '2027-03-01', until: '2027-08-31', payer: 'student' }] }, ['insure block r1_39_payer']],
  ['1.41 a minor who lives elsewhere', { ...minor, lodging: 'elsewhere' }, ['consent block r1_41']],
  ['1.42 another province without filing', { schoolDivision: '522633' }, ['activate block r1_42_filing']],
  ['1.42 with consent and number it goes', { schoolDivision: '522633', filing }, []],
  ['1.42 the ordinary filing is not enough', { schoolDivision: '522633', filing: { ...filing, kind: 'ordinary' } }, ['activate block r1_42_filing']],
  ['2.15 an apprentice needs the contract', { scheme: 'apprenticeship' }, ['sign block r2_15']],
  ['2.16 an employee is no student on placement', { scheme: 'employee' }, ['make block r2_16']],
  ['1.2 of an ordinary undergraduate it asks for a reason', { profile: 'reference', agreement: null }, ['sign warn r1_13_missing']],
  ['1.2 but nobody goes without a guide', { profile: 'reference', hasMentor: false }, ['activate block r1_36_mentor']],
])('%s', (_sentence, change, expected) => {
  expect(obstaclesTo({ ...lawful, ...change }, edges).map(({ edge, severity, key }) => `${edge} ${severity} ${key}`)).toEqual(expected)
})

test('the day that is not insured is named, and how many there are', () => {
  const [found] = obstaclesTo({ ...lawful, covers: [{ from: '2027-03-01', until: '2027-08-29', payer: 'school' }] }, ['insure'])
  expect(found!.params).toEqual({ day: '2027-08-30', days: 2 })
})

test('every guard stands on one edge and names a rule of the catalogue', () => {
  expect(guards.filter(({ rule, edge }) => !isRuleId(rule) || !edges.includes(edge))).toEqual([])
  expect(new Set(guards.filter(({ rule }) => ruleOf(rule).checkedOn.includes('placement')).map(({ rule }) => rule)).size).toBe(new Set(guards.map(({ rule }) => rule)).size)
})

test('what was passed is asked again, what lies ahead is not', () => {
  expect(['draft', 'signed', 'active', 'suspended', 'archived', 'cancelled'].map(lastEdgeOf)).toEqual(['make', 'sign', 'activate', 'activate', null, null])
  expect(edgesUpTo('vet')).toEqual(['make', 'vet'])
})

test('an approved reason covers what it was given for, and a smaller share, never a larger one', () => {
  const found = (peak: number, limit = 20) => obstaclesTo({ ...lawful, ...unit({ staffCount: limit * 10 }), heads: { unit: peak, post: 1 } }, ['vet'])[0]!
  const given = { ruleId: '1.18', params: { ...found(22).params, key: found(22).key } }
  expect([covers(given, found(22)), covers(given, found(21)), covers(given, found(23)), covers(given, found(22, 19))]).toEqual([true, true, false, false])
  expect(barring([found(22)], [given])).toEqual([])
})

test('a reason never lifts what is forbidden', () => {
  const [found] = obstaclesTo({ ...lawful, passedOn: null }, ['train'])
  expect(barring([found!], [{ ruleId: '1.37', params: { key: found!.key } }])).toEqual([found])
})

test('an alliance may take a share as forbidden, and cannot relax what the tables have no place for', () => {
  const severities = (facts: Partial<Facts>, overrides: Record<string, 'block' | 'warn' | 'record'>) => obstaclesTo({ ...lawful, ...facts }, edges, overrides).map(({ severity }) => severity)
  expect([severities({ heads: { unit: 99, post: 1 } }, { '1.18': 'block' }), severities({ hasMentor: false }, { '1.36': 'record' }), severities({ charge: 1 }, { '1.34': 'warn' })]).toEqual([['block'], ['block'], ['block']])
})

test('of 100,000 random placements the guards forbid what the oracle forbids, and ask for a reason where it does', () => {
  const dice = chance(20270301)
  const rules = (found: readonly Obstacle[], severity: string) => [...new Set(found.filter((one) => one.severity === severity).map(({ ruleId }) => ruleId))].sort()
  const seen = new Set<string>()
  const disagreements: unknown[] = []
  let lawfulOnes = 0
  for (let round = 0; round < 100_000; round++) {
    const facts = randomCase(dice)
    const at = round % 2 === 0 ? stages.length - 1 : dice.to(stages.length - 1)
    const found = obstaclesTo(facts, edgesUpTo(edges[at]!))
    const forbidden = rules(found, 'block')
    const said = { forbidden, needsReason: rules(found, 'warn').filter((rule) => !forbidden.includes(rule)) }
    const truth = verdict(facts, stages[at]!)
    if (said.forbidden.join() !== truth.forbidden.join() || said.needsReason.join() !== truth.needsReason.join()) disagreements.push({ round, stage: stages[at], facts, said, truth })
    for (const rule of [...truth.forbidden, ...truth.needsReason]) seen.add(rule)
    if (truth.forbidden.length === 0) lawfulOnes++
  }
  expect(disagreements.slice(0, 3)).toEqual([])
  // The dice reach every rule, and leave enough that is lawful: else this proved nothing.
  expect([...new Set(guards.map(({ rule }) => rule as string))].filter((rule) => !seen.has(rule))).toEqual([])
  expect(lawfulOnes).toBeGreaterThan(5000)
})
