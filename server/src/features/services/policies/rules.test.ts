import { expect, test } from 'vitest'
import { fit, isInForce, judge, type Condition, type Facts, type Sentence } from './rules.ts'

const firm: Facts = { kind: 'enterprise', industry: '3311', size: 'small', staff: 86, division: '440605', town: '大沥', member: true, seat: 'member', park: false, openPosts: 2, openNeeds: 0, interns: 3, honest: true }

test.each<[string, Condition, Partial<Facts>, string]>([
  ['a kind that is named fits', { fact: 'kind', in: ['enterprise', 'park'] }, {}, 'fits'],
  ['a kind that is not named does not', { fact: 'kind', in: ['school'] }, {}, 'does_not'],
  ['a trade begins with its class', { fact: 'industry', prefixes: ['33'] }, {}, 'fits'],
  ['the letter of the section is written or left out', { fact: 'industry', prefixes: ['C33'] }, {}, 'fits'],
  ['and may stand on the firm instead', { fact: 'industry', prefixes: ['331'] }, { industry: 'C3311' }, 'fits'],
  ['a bare letter asks for the section', { fact: 'industry', prefixes: ['C'] }, {}, 'fits'],
  ['and no other section', { fact: 'industry', prefixes: ['I'] }, {}, 'does_not'],
  ['the last division of manufacturing is 43', { fact: 'industry', prefixes: ['C'] }, { industry: '4350' }, 'fits'],
  ['the first of power supply is 44', { fact: 'industry', prefixes: ['C'] }, { industry: '4411' }, 'does_not'],
  ['a trade nobody told is unknown, not a no', { fact: 'industry', prefixes: ['33'] }, { industry: null }, 'unknown'],
  ['the least staff fits', { fact: 'staff', min: 86 }, {}, 'fits'],
  ['one less does not', { fact: 'staff', min: 87 }, {}, 'does_not'],
  ['the most staff fits', { fact: 'staff', min: 20, max: 86 }, {}, 'fits'],
  ['one more does not', { fact: 'staff', max: 85 }, {}, 'does_not'],
  ['staff nobody told is unknown', { fact: 'staff', min: 1 }, { staff: null }, 'unknown'],
  ['no staff is known to be none', { fact: 'staff', min: 1 }, { staff: 0 }, 'does_not'],
  ['a size nobody told is unknown', { fact: 'size', in: ['small'] }, { size: null }, 'unknown'],
  ['who is no member has no seat, which is known', { fact: 'seat', in: ['member'] }, { member: false, seat: null }, 'does_not'],
  ['a division is compared by its beginning', { fact: 'division', prefixes: ['4406'] }, {}, 'fits'],
  ['a town by its name', { fact: 'town', in: ['丹灶'] }, {}, 'does_not'],
  ['open posts are counted', { fact: 'openPosts', min: 3 }, {}, 'does_not'],
  ['not in a park can be asked for, too', { fact: 'park', is: false }, {}, 'fits'],
])('%s', (_sentence, condition, change, expected) => {
  expect(judge(condition, { ...firm, ...change })).toBe(expected)
})

const required = (...conditions: Condition[]): Sentence => ({ text: '必须', role: 'required', conditions })
const alternative = (...conditions: Condition[]): Sentence => ({ text: '之一', role: 'alternative', conditions })
const yes: Condition = { fact: 'member', is: true }
const no: Condition = { fact: 'member', is: false }
const open: Condition = { fact: 'size', in: ['small'] }
const also: Condition = { fact: 'town', in: ['大沥'] }

test.each<[string, Sentence[], string, string[]]>([
  ['every required sentence holds', [required(yes), required(yes)], 'fits', []],
  ['one does not', [required(yes), required(no)], 'does_not', []],
  ['a no outweighs what is missing, and nobody is asked for it', [required(no), required(open)], 'does_not', []],
  ['what is missing decides', [required(yes), required(open)], 'unknown', ['size']],
  ['both conditions of a sentence must hold', [required(yes, no)], 'does_not', []],
  ['one of the alternatives is enough', [required(yes), alternative(no), alternative(yes)], 'fits', []],
  ['a yes among alternatives makes what is missing idle', [alternative(yes), alternative(open)], 'fits', []],
  ['a no among alternatives leaves what is missing to decide', [alternative(no), alternative(open)], 'unknown', ['size']],
  ['none of the alternatives', [required(yes), alternative(no), alternative(no)], 'does_not', []],
  ['what is missing is named once', [required(open), required(open, also)], 'unknown', ['size', 'town']],
  ['text alone decides nothing', [{ text: '说明', role: 'plain', conditions: [] }], 'unknown', []],
])('%s', (_sentence, sentences, verdict, missing) => {
  const found = fit(sentences, { ...firm, size: null, town: null })
  expect([found.verdict, found.missing]).toEqual([verdict, missing])
})

test('the sentence that matched is told apart from the one that did not, each with what is known', () => {
  const { sentences } = fit([required({ fact: 'staff', min: 20 }), required({ fact: 'industry', prefixes: ['14'] })], firm)
  expect(sentences.map(({ verdict, conditions }) => [verdict, conditions[0]!.has])).toEqual([['fits', '86'], ['does_not', '3311']])
})

test.each([
  ['a draft is never in force', { state: 'draft', validFrom: null, validUntil: null }, false],
  ['without days it is in force', { state: 'open', validFrom: null, validUntil: null }, true],
  ['its first day counts', { state: 'open', validFrom: '2026-11-23', validUntil: null }, true],
  ['the day before does not', { state: 'open', validFrom: '2026-11-24', validUntil: null }, false],
  ['its last day counts', { state: 'open', validFrom: null, validUntil: '2026-11-23' }, true],
  ['the day after does not', { state: 'open', validFrom: null, validUntil: '2026-11-22' }, false],
])('%s', (_sentence, policy, expected) => {
  expect(isInForce(policy, '2026-11-23')).toBe(expected)
})
