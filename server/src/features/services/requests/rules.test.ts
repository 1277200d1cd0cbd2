import { expect, test } from 'vitest'
import { faultsOfDelivery, faultsOfPromise, whyNotAnswer, whyNotOffer } from './rules.ts'

test.each([
  ['an open need is routed', 'open', null],
  ['one that is being answered, too', 'answered', null],
  ['one that is not verified yet is not', 'submitted', 'need_not_open'],
  ['one that waits for its asker is not', 'settling', 'need_not_open'],
  ['an ended one is not', 'solved', 'need_not_open'],
])('%s', (_sentence, state, expected) => expect(whyNotAnswer(state)).toBe(expected))

const offer = { state: 'open', family: 'talent_training', capacity: 2, running: 1 }
test.each([
  ['the last place goes out', {}, null],
  ['where no place is left, none does', { running: 2 }, 'offer_full'],
  ['without a limit there is always one', { capacity: null, running: 99 }, null],
  ['a closed offer takes nothing', { state: 'closed' }, 'offer_not_open'],
  ['nor does one of another family', { family: 'industrial_support' }, 'offer_not_open'],
  ['being closed outranks being full', { state: 'closed', running: 2 }, 'offer_not_open'],
])('%s', (_sentence, change, expected) => expect(whyNotOffer({ ...offer, ...change }, { family: 'talent_training' })).toBe(expected))

const days = { today: '2026-11-23', furthest: '2027-11-23' }
test.each([
  ['ten characters and a day will do', { plan: '一二三四五六七八九十', deliverBy: '2026-11-23' }, []],
  ['nine are too few', { plan: '一二三四五六七八九', deliverBy: '2026-11-23' }, ['plan too_short']],
  ['nothing at all names both', {}, ['plan too_short', 'deliverBy missing']],
  ['yesterday is no promise', { plan: '一二三四五六七八九十', deliverBy: '2026-11-22' }, ['deliverBy past']],
  ['nor is the year after next', { plan: '一二三四五六七八九十', deliverBy: '2027-11-24' }, ['deliverBy too_far']],
])('%s', (_sentence, promise, expected) => expect(faultsOfPromise(promise, days).map(({ path, code }) => `${path[0]} ${code}`)).toEqual(expected))

test('a delivery says what was delivered', () => expect([faultsOfDelivery({ delivery: '做完了' }), faultsOfDelivery({ delivery: '两天实训已经全部做完了' })]).toEqual([[{ path: ['delivery'], code: 'too_short' }], []]))
