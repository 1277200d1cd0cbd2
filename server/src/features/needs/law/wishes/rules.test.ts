import { expect, test } from 'vitest'
import { checkWish, gradeOn, type PostInWish, type StudentInLaw } from './rules.ts'

const student: StudentInLaw = { birthDate: '2008-03-01', sex: 'female', entryYear: 2024, majorCode: '660301', schoolDivisionCode: '440605' }
const post: PostInWish = { occupationCode: '6-18-01-01', majorCodes: ['660301'], hazards: [], labourIntensity: 2, minorForbidden: false, femaleForbidden: false, nightWork: false, shift: 'day', divisionCode: '440605' }
const when = { startsOn: '2027-03-01', endsOn: '2027-08-31' }
const young = { birthDate: '2009-03-02' }

test.each<[string, Partial<StudentInLaw>, Partial<PostInWish>, string[]]>([
  ['a third-year student of the right major may wish', {}, {}, []],

  ['1.4 a first-year student may not', { entryYear: 2026 }, {}, ['block r1_4']],
  ['1.4 a second-year student may', { entryYear: 2025 }, {}, []],

  ['1.5 sixteen on the first day is old enough', { birthDate: '2011-03-01' }, {}, []],
  ['1.5 sixteen on the day after is not', { birthDate: '2011-03-02' }, {}, ['block r1_5']],

  ['1.22 eighteen on the first day may take what minors may not', { birthDate: '2009-03-01' }, { minorForbidden: true }, []],
  ['1.22 eighteen on the day after may not', young, { minorForbidden: true }, ['block r1_22']],
  ['1.22 hazards are closed to minors though they are filed', young, { hazards: ['height'] }, ['block r1_22_hazard']],
  ['1.22 so is night work', young, { nightWork: true }, ['block r1_22_night']],
  ['1.22 and three shifts', young, { shift: 'three_shifts' }, ['block r1_22_night']],
  ['1.22 one reason is enough', young, { minorForbidden: true, hazards: ['height'], nightWork: true }, ['block r1_22']],

  ['1.23 work forbidden to women is closed to her', {}, { femaleForbidden: true }, ['block r1_23']],
  ['1.23 and open to him', { sex: 'male' }, { femaleForbidden: true }, []],

  ['1.9 another class of the same category needs a reason', { majorCode: '660101' }, {}, ['warn r1_9_wish']],
  ['1.9 another category is said so', { majorCode: '730301' }, {}, ['warn r1_9_wish_across']],
  ['1.9 the same class at another level is close', { majorCode: '460301' }, {}, []],
  ['1.9 a post open to every major asks nobody', { majorCode: '730301' }, { majorCodes: [], occupationCode: null }, []],

  ['1.42 another province is told, not refused', { schoolDivisionCode: '522634' }, {}, ['record r1_42']],
  ['1.42 another city of the province is not', { schoolDivisionCode: '440111' }, {}, []],

  ['all reasons come at once', { entryYear: 2026, birthDate: '2011-03-02' }, { femaleForbidden: true }, ['block r1_4', 'block r1_5', 'block r1_23']],
])('%s', (_sentence, change, postChange, expected) => {
  const findings = checkWish({ ...student, ...change }, { ...post, ...postChange }, when)
  expect(findings.map(({ severity, key }) => `${severity} ${key}`)).toEqual(expected)
})

test('a major that leads to the occupation suits the post whatever the firm wrote', () => {
  expect(checkWish({ ...student, majorCode: '730301' }, post, when, ['6-18-01-03'])).toEqual([])
})

test('a pair that no table has is not held against a student', () => {
  expect(checkWish(student, { ...post, majorCodes: [] }, when, ['4-08-05-01'])).toEqual([])
})

test.each([
  ['2026-08-31', 2],
  ['2026-09-01', 3],
  ['2027-08-31', 3],
])('on %s who entered in 2024 is in year %i', (day, grade) => {
  expect(gradeOn(2024, day)).toBe(grade)
})
