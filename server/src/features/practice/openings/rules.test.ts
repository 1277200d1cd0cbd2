import { expect, test } from 'vitest'
import { gapsOf, whyNotTake } from './rules.ts'

const whole = { tasks: '跟班调试两条焊接工作站。', startsOn: '2026-12-01', endsOn: '2026-12-31', contactName: '示例', costs: '食宿由企业提供' }
test.each([
  ['a whole one lacks nothing', {}, []],
  ['tasks, dates, costs and somebody to call are said', { tasks: '', startsOn: null, endsOn: null, contactName: null, costs: '' }, ['tasks missing', 'startsOn missing', 'endsOn missing', 'contactName missing', 'costs missing']],
  ['a word is no task', { tasks: '实践' }, ['tasks too_short']],
  ['what is over is not offered', { startsOn: '2026-10-01', endsOn: '2026-10-31' }, ['endsOn past']],
  ['it ends after it begins', { endsOn: '2026-11-30' }, ['endsOn before_start']],
] as const)('%s', (_sentence, change, expected) => {
  expect(gapsOf({ ...whole, ...change }, '2026-11-23').map(({ field, reason }) => `${field} ${reason}`)).toEqual(expected)
})

test.each([
  ['a place is free', { state: 'open', places: 2, taken: 1 }, null],
  ['the last one is gone', { state: 'open', places: 2, taken: 2 }, 'opening_full'],
  ['closed outranks full', { state: 'closed', places: 2, taken: 2 }, 'opening_closed'],
  ['a draft takes nobody', { state: 'draft', places: 2, taken: 0 }, 'opening_closed'],
] as const)('%s', (_sentence, opening, expected) => {
  expect(whyNotTake(opening)).toBe(expected)
})
