import { expect, test } from 'vitest'
import { ratingSumOf } from '../ratings/rules.ts'
import { gapsOf } from './rules.ts'

const whole = { description: '两天现场实训，教班组长做看板、换线和日常点检。', audience: '一线班组长', pricing: 'free', price: null, validUntil: '2027-05-31', contactName: '示例顾问' }
test.each([
  ['nothing is missing', {}, []],
  ['nineteen characters say too little', { description: '一二三四五六七八九十一二三四五六七八九' }, ['description too_short']],
  ['whom it is for', { audience: ' ' }, ['audience missing']],
  ['a price without an amount', { pricing: 'priced' }, ['price missing']],
  ['somebody to ask', { contactName: null }, ['contactName missing']],
  ['until when', { validUntil: null }, ['validUntil missing']],
  ['today is still a day', { validUntil: '2026-11-23' }, []],
  ['yesterday is not', { validUntil: '2026-11-22' }, ['validUntil past']],
  ['a year is the most', { validUntil: '2027-11-25' }, ['validUntil too_far']],
])('%s', (_sentence, change, expected) => {
  expect(gapsOf({ ...whole, ...change }, { today: '2026-11-23', furthest: '2027-11-24' }).map(({ field, reason }) => `${field} ${reason}`)).toEqual(expected)
})

test.each([
  ['nobody', { count: 0, stars: 0 }, { count: 0, average: null }],
  ['two would tell who gave what', { count: 2, stars: 9 }, { count: 2, average: null }],
  ['three make a mean, to one decimal', { count: 3, stars: 13 }, { count: 3, average: 4.3 }],
])('ratings: %s', (_sentence, sum, expected) => expect(ratingSumOf(sum)).toEqual(expected))
