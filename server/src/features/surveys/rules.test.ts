import { expect, test } from 'vitest'
import { catalogueOf, forEverybody, graduatesByOccupation, type AcceptedLine } from './catalogue/rules.ts'
import { gapsOf } from './gap/rules.ts'
import { bySpeaker, progressOf, type Counted } from './progress/rules.ts'
import { carriedTo, faultsOf, lineOfPost, type Line } from './responses/rules.ts'

const line: Line = { occupationCode: '6-18-01-07', people: 10, education: 'secondary', experienceYears: 0, skillGrade: null, skills: [], startMonth: '2027-03', payMin: 5000, payMax: 7000, kind: 'hire' }
const year = 2027
const isOccupation = (code: string) => code === '6-18-01-07'

test.each<[string, Partial<Line>, string[]]>([
  ['a line as it should be has no fault', {}, []],
  ['an occupation must stand in the official table', { occupationCode: '6-18-01-99' }, ['occupationCode unknown']],
  ['nobody is no line', { people: 0 }, ['people out_of_range']],
  ['half a person is none', { people: 1.5 }, ['people out_of_range']],
  ['pay has two ends or none', { payMin: null }, ['payMin missing']],
  ['pay does not run backwards', { payMin: 8000 }, ['payMax below_min']],
  ['last year is over', { startMonth: '2026-12' }, ['startMonth out_of_range']],
  ['the year after the next is for the next survey', { startMonth: '2029-01' }, ['startMonth out_of_range']],
  ['there is no month 13', { startMonth: '2027-13' }, ['startMonth unreadable']],
])('%s', (_sentence, change, expected) => {
  const faults = faultsOf({ outlook: 'same', lines: [{ ...line, ...change }] }, { year, isOccupation })
  expect(faults.map(({ path, code }) => `${path.at(-1)} ${code}`)).toEqual(expected)
})

test('what was wanted in March last year is wanted in March this year', () => {
  expect(carriedTo(line, 2027, 2029).startMonth).toBe('2029-03')
})

test('an open post begins as a line for interns; pay by the hour is not said by the month', () => {
  const post = { occupationCode: '6-18-01-07', seats: 8, payMin: 18, payMax: 20, payPeriod: 'hour', startsOn: '2027-03-01' }
  expect(lineOfPost(post, year)).toMatchObject({ people: 8, kind: 'intern', startMonth: '2027-03', payMin: null, payMax: null })
  expect(lineOfPost({ ...post, seats: null }, year)).toBeNull()
})

const answered = (outlook: Counted['outlook'], speakers: Counted['speakers'] = []): Counted => ({ state: 'accepted', unchanged: false, outlook, remindedCount: 0, speakers })

test('the net hiring outlook is the share that grows less the share that shrinks, of those who answered', () => {
  const rows = [answered('grow'), answered('grow'), answered('shrink'), answered('same'), { ...answered(null), state: 'waiting' as const }]
  expect(progressOf(rows, 3).outlook).toEqual({ grow: 2, same: 1, shrink: 1, net: 0.25 })
  expect(progressOf(rows.slice(0, 2), 3).outlook).toBeNull()
})

test('a firm that two speak for stands with both, those nobody speaks for last', () => {
  const [a, b] = [{ id: 'a', name: '甲' }, { id: 'b', name: '乙' }]
  expect(bySpeaker([answered('same'), answered('same', [a, b]), answered('grow', [b])]).map(({ id, rows }) => [id, rows.length])).toEqual([['a', 1], ['b', 2], [null, 1]])
})

const accepted = (organisationId: string, change: Partial<AcceptedLine> = {}): AcceptedLine => ({ ...line, organisationId, ...change })
const facts = { graduates: new Map([['6-18-01-07', 20]]), names: new Map(), adjustments: [], cutOff: 3 }

test('interns are no demand, and a firm with two lines is one firm', () => {
  const { entries } = catalogueOf({ ...facts, lines: [accepted('a'), accepted('a', { people: 5 }), accepted('b', { kind: 'intern', people: 500 })] })
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ firms: 1, lines: 2, people: 15, graduates: 20 })
})

test('an expert moves the total by one point, within 1 and 5, and the computed score stays', () => {
  const lines = [accepted('a', { people: 100, education: 'master', experienceYears: 5, skills: ['1', '2', '3', '4', '5', '6'] })]
  const adjustments = [{ occupationCode: '6-18-01-07', step: 1, reason: '新厂', expert: '示例专家' }]
  const [plain, moved] = [catalogueOf({ ...facts, lines }), catalogueOf({ ...facts, lines, adjustments })].map(({ entries }) => entries[0]!)
  expect(moved!.computed).toBe(plain!.total)
  expect(moved!.total).toBe(Math.min(5, Math.round((plain!.total + 1) * 10) / 10))
})

test('others than the office read of no occupation that fewer than three firms want, and of no expert', () => {
  const lines = [...['a', 'b', 'c'].map((id) => accepted(id)), accepted('d', { occupationCode: '6-18-01-01' })]
  const shown = forEverybody(catalogueOf({ ...facts, lines, adjustments: [{ occupationCode: '6-18-01-07', step: -1, reason: '订单减少', expert: '示例专家' }] }))
  expect(shown.entries.map(({ occupationCode, expert, stepReason }) => [occupationCode, expert, stepReason])).toEqual([['6-18-01-07', null, '订单减少']])
})

test('a major that leads to two occupations counts for each, and once for the family they share', () => {
  const occupationsOf = new Map([['460103', ['6-18-01-01', '6-18-01-07']]])
  const leaving = [{ majorCode: '460103', year, people: 20 }]
  expect([...graduatesByOccupation(leaving, occupationsOf)]).toEqual([['6-18-01-01', 20], ['6-18-01-07', 20]])
  const wanted = [{ year, occupationCode: '6-18-01-07', organisationId: 'a', people: 50 }]
  expect(gapsOf({ years: [year], wanted, leaving, occupationsOf, leastFirms: 1 })[0]!.years).toEqual([{ year, demand: 50, graduates: 20, gap: 30 }])
})

test('years before the first rolls have no graduates rather than none, and what few firms said is kept back', () => {
  const occupationsOf = new Map([['460103', ['6-18-01-07']]])
  const wanted = ['a', 'b', 'c'].flatMap((organisationId) => [2026, 2027].map((at) => ({ year: at, occupationCode: '6-18-01-07', organisationId, people: 10 })))
  const [row] = gapsOf({ years: [2025, 2026, 2027], wanted: [...wanted, { year: 2025, occupationCode: '6-18-01-07', organisationId: 'a', people: 3 }], leaving: [{ majorCode: '460103', year: 2027, people: 20 }], occupationsOf, leastFirms: 3 })
  expect(row!.years).toEqual([{ year: 2025, demand: null, graduates: null, gap: null }, { year: 2026, demand: 30, graduates: null, gap: null }, { year: 2027, demand: 30, graduates: 20, gap: 10 }])
  expect(row!.next.demand).toMatchObject({ method: 'last', next: 30, error: null })
})
