import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitmentOf, inputDigest, place, policyDigest, verify, type Applicant, type Application, type Market } from '@silian/matching'
import { placeRound } from './place-round.ts'
import { faultsOfRule } from './round-faults.ts'
import { fits, frameOf, guaranteesOf, isCommonKey, mechanismOf, namesSchools, policyOf, roundMechanisms, tieKeys, turnedTo, usualRule, type Feature, type RoundRule, type RuledLimit, type RuledPost, type RuledRound } from './round-rule.ts'

const post = (id: string, change: Partial<RuledPost> = {}): RuledPost => ({ id, firm: 'f1', region: '440605', seats: 2, scoring: 'score', reserves: [], minimum: 0, target: null, schoolCap: null, ...change })
const limit = (change: Partial<RuledLimit>): RuledLimit => ({ kind: 'firm', firm: null, region: null, school: null, most: 2, ...change })
const round = (rule: Partial<RoundRule> = {}, change: Partial<RuledRound> = {}): RuledRound => ({
  rule: { ...usualRule, ...rule },
  weights: { school: 100, interview: 0, certificate: 0 },
  posts: [post('a'), post('b'), post('c', { firm: 'f2', region: '440606' })],
  limits: [],
  schools: ['s1', 's2'],
  ...change,
})

test.each([
  ['student-proposing', ['ties', 'reserves', 'schoolCaps', 'minimums']],
  ['score-first', ['ties', 'reserves', 'schoolCaps', 'minimums', 'firm', 'region', 'school_firm']],
  ['project-allocation', ['minimums', 'firm']],
  ['flexible', ['minimums', 'targets', 'firm', 'region']],
  ['greedy-audited', ['minimums', 'firm', 'region', 'school_firm']],
  ['total-satisfaction', ['minimums']],
  ['post-proposing', ['minimums']],
] as const)('P2: %s keeps %j', (mechanism, expected) => {
  const features: Feature[] = ['ties', 'reserves', 'schoolCaps', 'minimums', 'targets', 'firm', 'region', 'school_firm']
  expect(features.filter((feature) => fits(mechanism, feature))).toEqual(expected)
})

const capped = [limit({ firm: 'f1' })]
const codes = (given: RuledRound) => faultsOfRule(given).map(({ path, code }) => `${path.join('.')} ${code}`)

test.each([
  ['the usual rule has no fault', round(), []],
  ['nor has every other mechanism with what it needs', round({ mechanism: 'flexible' }, { limits: [limit({ kind: 'region', region: '440600' }), limit({ firm: 'f2' })] }), []],
  ['one score for all posts comes from school marks alone', round({ mechanism: 'score-first' }, { weights: { school: 60, interview: 30, certificate: 10 } }), ['weights one_mark_needed']],
  ['and from no post that ranks', round({ mechanism: 'score-first' }, { posts: [post('a', { scoring: 'rank' })] }), ['posts.0.scoring marks_needed']],
  ['a key must be the same at every post where the score is', round({ mechanism: 'score-first', tieKeys: ['certificates', 'interview'] }), ['rule.tieKeys key_not_common']],
  ['a key counts once', round({ tieKeys: ['certificates', 'certificates'] }), ['rule.tieKeys twice']],
  ['an enterprise total needs its number', round({ mechanism: 'project-allocation' }), ['limits firm_limit_needed']],
  ['shared seats need a limit', round({ mechanism: 'flexible' }), ['limits limit_needed']],
  ['and so does the audited way', round({ mechanism: 'greedy-audited' }), ['limits limit_needed']],
  ['which keeps no reserves beside', round({ mechanism: 'greedy-audited' }, { posts: [post('a', { reserves: [{ tag: 't', seats: 1 }] })], limits: capped }), ['posts.0.reserves does_not_fit']],
  ['limits need a mechanism that keeps them', round({}, { limits: capped }), ['limits.0 does_not_fit']],
  ['a limit that crosses another is named with it', round({ mechanism: 'flexible' }, { posts: [post('a'), post('b', { region: '440606' }), post('c', { firm: 'f2', region: '440606' })], limits: [limit({ firm: 'f1' }), limit({ kind: 'region', region: '440606' })] }), ['limits.1 crosses']],
  ['a limit over no post of the round is named', round({ mechanism: 'flexible' }, { limits: [limit({ firm: 'f9' })] }), ['limits.0 no_posts']],
  ['and one for a school that takes no part', round({ mechanism: 'greedy-audited' }, { limits: [limit({ kind: 'school_firm', school: 's9', firm: 'f1' })] }), ['limits.0 school_not_here']],
  ['the same limit twice is one too many', round({ mechanism: 'flexible' }, { limits: [...capped, ...capped] }), ['limits.1 twice']],
  ['by score, limits and reserves exclude each other', round({ mechanism: 'score-first' }, { posts: [post('a', { reserves: [{ tag: 't', seats: 1 }] })], limits: capped }), ['limits.0 not_with_reserves']],
  ['treating equals alike leaves no room for other rules about seats', round({ mechanism: 'score-first', ties: 'admit-all' }, { posts: [post('a', { reserves: [{ tag: 't', seats: 1 }], schoolCap: 1 })], limits: capped }), ['rule.ties not_with_reserves', 'rule.ties not_with_school_caps', 'rule.ties not_with_limits', 'limits.0 not_with_reserves']],
  [
    'all faults are named at once, each in its place',
    round({ mechanism: 'flexible', ties: 'admit-none' }, { posts: [post('a', { reserves: [{ tag: 't', seats: 3 }], minimum: 3, target: 3, schoolCap: 1 })], limits: [limit({ kind: 'school_firm' })] }),
    ['rule.ties does_not_fit', 'posts.0.reserves more_than_seats', 'posts.0.reserves does_not_fit', 'posts.0.minimum more_than_seats', 'posts.0.target more_than_seats', 'posts.0.schoolCap does_not_fit', 'limits.0 does_not_fit'],
  ],
])('P3 P4: %s', (_sentence, given, expected) => expect(codes(given)).toEqual(expected))

test.each([
  ['the usual rule', round(), 'yes yes yes no'],
  ['a minimum in force', round({ lowerQuota: 'close' }, { posts: [post('a', { minimum: 2 })] }), 'no no no no'],
  ['P6: a minimum of one is none', round({ lowerQuota: 'close' }, { posts: [post('a', { minimum: 1 })] }), 'yes yes yes no'],
  ['by one score', round({ mechanism: 'score-first' }), 'yes yes yes yes'],
  ['by one score with crossing limits', round({ mechanism: 'score-first' }, { limits: [limit({ kind: 'school_firm' })] }), 'yes yes yes yes'],
  ['enterprise totals', round({ mechanism: 'project-allocation' }, { limits: capped }), 'yes yes yes no'],
  ['nested totals', round({ mechanism: 'flexible' }, { limits: capped }), 'yes no yes no'],
  ['crossing limits, audited', round({ mechanism: 'greedy-audited' }, { limits: [limit({ kind: 'school_firm' })] }), 'no no no no'],
  ['equals alike', round({ ties: 'admit-none' }), 'yes yes no no'],
  ['the most content in sum', round({ mechanism: 'total-satisfaction' }), 'no no no yes'],
  ['posts first', round({ mechanism: 'post-proposing' }), 'yes no no no'],
])('stable, best for students, honest, efficient: %s', (_sentence, given, expected) => {
  const { stable, studentOptimal, strategyProof, efficient } = guaranteesOf(given)
  expect([stable, studentOptimal, strategyProof, efficient].map(({ holds }) => (holds ? 'yes' : 'no')).join(' ')).toBe(expected)
})

test.each(roundMechanisms)('the frozen policy of %s still says so', (mechanism) => expect(mechanismOf(policyOf({ ...usualRule, mechanism }))).toBe(mechanism))

test('a further round says that seats confirmed earlier are not reopened', () => {
  expect(guaranteesOf(round(), true).stable).toEqual({ holds: false, because: 'earlier-rounds' })
})

test('turning to another mechanism puts back choices that it cannot keep', () => {
  expect(turnedTo({ ...usualRule, ties: 'admit-none', tieKeys: ['interview', 'certificates'] }, 'flexible')).toMatchObject({ mechanism: 'flexible', ties: 'keys-then-lottery', tieKeys: ['interview', 'certificates'] })
  expect(turnedTo({ ...usualRule, tieKeys: ['interview', 'certificates'] }, 'score-first').tieKeys).toEqual(['certificates'])
})

const number = (most: number) => fc.nat({ max: most })

/** Any settings that have no fault, with students whose marks they may use. */
const settled: fc.Arbitrary<{ settings: RuledRound; market: Market }> = fc
  .record({
    mechanism: fc.constantFrom(...roundMechanisms),
    objective: fc.constantFrom('min-rank' as const, 'max-weight' as const),
    ties: fc.constantFrom('keys-then-lottery' as const, 'admit-all' as const, 'admit-none' as const),
    tieKeys: fc.uniqueArray(fc.constantFrom(...tieKeys)),
    reserveMode: fc.constantFrom('guarantee' as const, 'additional' as const, 'set-aside' as const),
    lowerQuota: fc.constantFrom('close' as const, 'ignore' as const),
    privacyFloor: fc.integer({ min: 1, max: 10 }),
    posts: fc.array(fc.record({ firm: number(2), region: number(2), seats: number(4), rank: fc.boolean(), reserves: fc.array(number(2), { maxLength: 2 }), minimum: number(4), target: fc.option(number(4)), schoolCap: fc.option(number(2)) }), { minLength: 1, maxLength: 5 }),
    limits: fc.array(fc.record({ kind: fc.constantFrom('firm' as const, 'region' as const, 'school_firm' as const), firm: number(2), region: number(3), school: number(2), each: fc.boolean(), most: number(4) }), { maxLength: 3 }),
    students: fc.array(fc.record({ school: number(1), far: fc.boolean(), choices: fc.array(number(4), { maxLength: 5 }), marks: fc.array(number(3), { minLength: 5, maxLength: 5 }), refused: fc.boolean() }), { minLength: 1, maxLength: 7 }),
  })
  .map(({ posts, limits, students, ...rule }) => {
    const oneMark = rule.mechanism === 'score-first' || rule.mechanism === 'project-allocation'
    const regions = ['440605', '440606', '520100', '440600']
    const settings = round({ ...turnedTo({ ...usualRule, ...rule }, rule.mechanism) }, {
      posts: posts.map((one, at) =>
        post(`p${at}`, { ...one, firm: `f${one.firm}`, region: regions[one.region]!, scoring: one.rank && !oneMark ? 'rank' : 'score', reserves: fits(rule.mechanism, 'reserves') ? one.reserves.map((seats, tag) => ({ tag: ['far', 'near'][tag]!, seats })) : [], schoolCap: fits(rule.mechanism, 'schoolCaps') ? one.schoolCap : null }),
      ),
      limits: limits
        .filter(({ kind }) => fits(rule.mechanism, kind))
        .map(({ kind, firm, region, school, each, most }) => limit({ kind, most, firm: kind === 'region' || (kind === 'school_firm' && each) ? null : `f${firm}`, region: kind === 'region' ? regions[region]! : null, school: kind === 'school_firm' && !each ? `s${1 + (school % 2)}` : null })),
    })
    const named = namesSchools(settings)
    const applicants = students.map(({ school, far, choices }, at): Applicant => ({ id: `n${at}`, ...(named ? { school: `s${1 + school}` } : {}), tags: far ? ['far'] : ['near'], choices: [...new Set(choices.map((choice) => `p${choice % posts.length}`))] }))
    const applications = students.flatMap(({ marks, refused }, at) =>
      applicants[at]!.choices.map((chosen, choice): Application => {
        const firm = Number(settings.posts.find(({ id }) => id === chosen)!.firm.slice(1))
        const score = marks[rule.mechanism === 'score-first' ? 0 : rule.mechanism === 'project-allocation' ? firm : choice]!
        const keys = settings.rule.tieKeys.map((key) => (isCommonKey(key) ? marks[0]! : rule.mechanism === 'project-allocation' ? marks[firm]! : marks[choice]!))
        return { student: `n${at}`, post: chosen, score, ...(keys.length > 0 ? { keys } : {}), ...(refused && choice === 0 ? { ineligible: { code: 'refused' } } : {}) }
      }),
    )
    return { settings, market: { ...frameOf(settings), applicants, applications } }
  })

test('P3 P7: settings without fault always run, break nothing, and run again to the same digests', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(settled, ({ settings, market }) => {
      fc.pre(faultsOfRule(settings).length === 0)
      seen.add(settings.rule.mechanism)
      const policy = policyOf(settings.rule)
      const frozen = JSON.stringify({ round: { number: 'R-1', commitment: commitmentOf('seed'), policy }, market })
      const { result, lottery, outcomes, used } = placeRound(frozen, 'seed')

      const kept = JSON.parse(frozen) as { market: Market }
      const again = place(kept.market, { id: 'R-1', policy, lottery: { seed: 'seed' } })
      expect(again.digest).toEqual(result.digest)
      expect([result.digest.input, result.digest.policy]).toEqual([inputDigest(market), policyDigest(policy)])
      expect(verify(market, result).violations).toEqual([])
      expect(result.guarantees).toEqual(guaranteesOf(settings))
      expect(lottery.toSorted((a, b) => a - b)).toEqual(market.applicants.map((_, at) => at + 1))
      expect(Object.keys(JSON.parse(outcomes) as object).sort()).toEqual(market.applicants.map(({ id }) => id).sort())
      for (const { used: had, max } of used) expect(had).toBeLessThanOrEqual(max)
    }),
    { numRuns: 500 },
  )
  expect([...seen].sort()).toEqual([...roundMechanisms].sort())
})
