import { expect, test } from 'vitest'
import { checkPost, statesOfRules, type PostInLaw, type UnitFacts } from './rules.ts'

const post: PostInLaw = {
  title: '数控车工实习生', occupationCode: '6-18-01-01', majorCodes: ['660301'], seats: 6, payMin: 3400, payPeriod: 'month', samePostWage: 4200, lowestTierWage: 3100, payDirect: true,
  hoursPerDay: 8, hoursPerWeek: 40, shift: 'day', nightWork: false, restDayWork: false, hazards: [], labourIntensity: 2, entertainmentVenue: false, agency: false,
  specialNeedFiling: null, specialNeedFiledOn: null, postStaff: 40, startsOn: '2027-03-01', endsOn: '2027-08-31',
}
const unit: UnitFacts = {
  uscc: '91350100M000100Y43', industryCode: '3484', staffCount: 200, dishonestSince: null, safetyViolationOn: null, otherPosts: [],
  majorsOfFamily: new Map([['6-18-01', ['460103', '660102']]]), today: '2026-11-23',
}
const other = { seats: 15, startsOn: '2027-03-01', endsOn: '2027-08-31', occupationCode: '4-01-01-01', title: '仓管员' }
const filed = { specialNeedFiling: '粤教实备 2027-1', specialNeedFiledOn: '2027-02-28' }

test.each<[string, Partial<PostInLaw>, Partial<UnitFacts>, string[]]>([
  ['an ordinary post passes', {}, {}, []],
  ['1.3 a unit without a credit code is refused', {}, { uscc: null }, ['block r1_3']],

  ['1.9 another major of the same category is close enough', { majorCodes: ['660301', '260101'] }, {}, []],
  ['1.9 a major of another category needs a reason', { majorCodes: ['660301', '730301'] }, {}, ['warn r1_9']],
  ['1.9 an occupation nobody knows majors of is not judged', { occupationCode: '4-08-05-01', majorCodes: ['730301'] }, {}, []],
  ['1.9 a post without occupation is not judged', { occupationCode: null }, {}, []],

  ['1.11 a dishonesty record closes the door', {}, { dishonestSince: '2020-01-01' }, ['block r1_11_dishonest']],
  ['1.11 a safety violation closes it for three years less a day', {}, { safetyViolationOn: '2023-11-24' }, ['block r1_11_safety']],
  ['1.11 and on the third anniversary it is open', {}, { safetyViolationOn: '2023-11-23' }, []],

  ['1.18 twenty interns of 200 are ten per cent', { seats: 8, postStaff: 40 }, { otherPosts: [{ ...other, seats: 12 }] }, []],
  ['1.18 the twenty-first needs a reason', { seats: 8, postStaff: 40 }, { otherPosts: [{ ...other, seats: 13 }] }, ['warn r1_18_unit']],
  ['1.18 a share is rounded down: 19 of 199', { seats: 8 }, { staffCount: 199, otherPosts: [{ ...other, seats: 12 }] }, ['warn r1_18_unit']],
  ['1.18 interns who have left before are not counted', {}, { otherPosts: [{ ...other, startsOn: '2026-09-01', endsOn: '2027-02-28' }] }, []],
  ['1.18 interns on the first day are', {}, { otherPosts: [{ ...other, startsOn: '2026-09-01', endsOn: '2027-03-01' }] }, ['warn r1_18_unit']],
  [
    '1.18 two other posts one after the other are never there together',
    {},
    { otherPosts: [{ ...other, seats: 14, startsOn: '2027-03-01', endsOn: '2027-04-30' }, { ...other, seats: 14, startsOn: '2027-05-01', endsOn: '2027-08-31' }] },
    [],
  ],
  ['1.18 eight of forty in the same post are twenty per cent', { seats: 8 }, {}, []],
  ['1.18 the ninth needs a reason', { seats: 9 }, {}, ['warn r1_18_post']],
  ['1.18 the same occupation under another title is the same kind of post', { seats: 5 }, { otherPosts: [{ ...other, seats: 4, occupationCode: '6-18-01-01' }] }, ['warn r1_18_post']],

  ['1.24 karaoke is refused', {}, { industryCode: '9011' }, ['block r1_24_industry']],
  ['1.24 with the letter of its section too', {}, { industryCode: 'R9011' }, ['block r1_24_industry']],
  ['1.24 a bath house is refused', {}, { industryCode: '8051' }, ['block r1_24_industry']],
  ['1.24 amusement parks are not on the list', {}, { industryCode: '9020' }, []],
  ['1.24 a venue by its own word is refused', { entertainmentVenue: true }, {}, ['block r1_24']],
  ['1.25 a labour agency is refused', {}, { industryCode: '7263' }, ['block r1_25_industry']],
  ['1.25 so is whoever organises through one', { agency: true }, {}, ['block r1_25']],

  ['1.26 grade II is allowed', { labourIntensity: 2 }, {}, []],
  ['1.26 grade III is not', { labourIntensity: 3 }, {}, ['block r1_26']],

  ['1.27 a hazard is refused', { hazards: ['toxic'] }, {}, ['block r1_27']],
  ['1.30 unless it was filed the day before', { hazards: ['toxic'], ...filed }, {}, ['record r1_30']],
  ['1.30 filed on the first day is too late', { hazards: ['toxic'], ...filed, specialNeedFiledOn: '2027-03-01' }, {}, ['block r1_27_late']],
  ['1.30 a date without a number is no filing', { hazards: ['toxic'], specialNeedFiledOn: '2027-01-01' }, {}, ['block r1_27']],
  ['1.28 rest days are refused', { restDayWork: true }, {}, ['block r1_28']],
  ['1.29 night work is refused', { nightWork: true }, {}, ['block r1_29']],
  ['1.29 three shifts are night work', { shift: 'three_shifts' }, {}, ['block r1_29']],
  ['1.29 two shifts are not', { shift: 'two_shifts' }, {}, []],
  ['1.26 no filing makes grade III lawful', { labourIntensity: 3, ...filed }, {}, ['block r1_26']],

  ['1.31 eight and a half hours are too many', { hoursPerDay: 8.5 }, {}, ['block r1_31_day']],
  ['1.31 forty-four hours are too many', { hoursPerWeek: 44 }, {}, ['block r1_31_week']],

  ['1.32 exactly 80 per cent is enough', { payMin: 3360 }, { }, []],
  ['1.32 less is enough at the lowest tier', { payMin: 3100 }, {}, []],
  ['1.32 below both needs a reason', { payMin: 3099 }, {}, ['warn r1_32']],
  ['1.32 below 80 per cent without a lowest tier needs one', { payMin: 3359, lowestTierWage: null }, {}, ['warn r1_32_no_tier']],
  ['1.32 pay by the hour is taken by the month', { payMin: 20, payPeriod: 'hour' }, {}, []],
  ['1.32 and may be too low', { payMin: 17, payPeriod: 'hour' }, {}, ['warn r1_32']],
  ['1.33 pay through a third party is refused', { payDirect: false }, {}, ['block r1_33']],
])('%s', (_sentence, change, facts, expected) => {
  const findings = checkPost({ ...post, ...change }, { ...unit, ...facts })
  expect(findings.map(({ severity, key }) => `${severity} ${key}`)).toEqual(expected)
})

test('pay that is too low can be put right by one press, to either figure', () => {
  const [found] = checkPost({ ...post, payMin: 2900 }, unit)
  expect([found!.params, found!.repairs]).toEqual([{ pay: 2900, same: 4200, floor: 3360, tier: 3100 }, [{ field: 'payMin', value: 3360 }, { field: 'payMin', value: 3100 }]])
})

test('an empty post breaks nothing and passes nothing that waits for a field', () => {
  const empty: PostInLaw = { ...post, occupationCode: null, majorCodes: [], seats: null, payMin: null, payPeriod: null, samePostWage: null, lowestTierWage: null, hoursPerDay: null, hoursPerWeek: null, shift: null, labourIntensity: null, postStaff: null, startsOn: null, endsOn: null }
  const findings = checkPost(empty, unit)
  const open = statesOfRules(empty, unit, findings).filter(({ state }) => state === 'open').map(({ ruleId }) => ruleId)
  expect([findings, open]).toEqual([[], ['1.9', '1.18', '1.26', '1.29', '1.31', '1.32']])
})
