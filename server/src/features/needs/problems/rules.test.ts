import { expect, test } from 'vitest'
import { gapsOf, levelAt } from './rules.ts'

const whole = { kind: 'technology' as const, family: null, description: '型材氧化线色差大，试过换槽液，仍有一成不合格。', wantedValue: '不合格率 2% 以下', fieldCodes: ['3252'], wantedBy: '2026-12-31', validUntil: '2027-03-31' }
const latest = { today: '2026-11-23', furthest: '2027-11-24' }

test.each([
  ['a whole technology need owes nothing', {}, []],
  ['today is still in time', { wantedBy: '2026-11-23', validUntil: '2026-11-23' }, []],
  ['the furthest day is allowed', { validUntil: '2027-11-24' }, []],
  ['a day further is too far', { validUntil: '2027-11-25' }, [['validUntil', 'too_far']]],
  ['yesterday is past', { wantedBy: '2026-11-22', validUntil: '2026-11-22' }, [['wantedBy', 'past'], ['validUntil', 'past']]],
  ['nineteen characters are too few', { description: '一二三四五六七八九十一二三四五六七八九' }, [['description', 'too_short']]],
  ['twenty are enough', { description: '一二三四五六七八九十一二三四五六七八九十' }, []],
  ['every gap of a technology need is named at once', { description: '', wantedValue: null, fieldCodes: [], validUntil: null }, [['description', 'missing'], ['wantedValue', 'missing'], ['fieldCodes', 'missing'], ['validUntil', 'missing']]],
  ['a service need says of which family, and needs no measure', { kind: 'service', wantedValue: null, fieldCodes: [] }, [['family', 'missing']]],
  ['with its family it is whole', { kind: 'service', family: 'talent_training', wantedValue: null, fieldCodes: [] }, []],
] as const)('%s', (_sentence, change, expected) => {
  expect(gapsOf({ ...whole, ...change }, latest).map(({ field, reason }) => [field, reason])).toEqual(expected)
})

const clock = { answerDueAt: new Date('2026-12-07T10:00:00Z'), authorityAt: new Date('2026-12-14T10:00:00Z') }
test.each([
  ['a second before the deadline nobody is told', '2026-12-07T09:59:59Z', 0],
  ['at the deadline itself the office is', '2026-12-07T10:00:00Z', 1],
  ['a second before the next still only the office', '2026-12-14T09:59:59Z', 1],
  ['then the authority', '2026-12-14T10:00:00Z', 2],
  ['after a long standstill both at once', '2027-02-01T00:00:00Z', 2],
] as const)('%s', (_sentence, now, expected) => {
  expect(levelAt(new Date(now), clock)).toBe(expected)
})
