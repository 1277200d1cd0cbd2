import { expect, test } from 'vitest'
import { afterFailure, isShut, neighbourhoodOf, type Tries } from './rules.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 6, minutes))
const failing = (minutes: number[]) => minutes.reduce<Tries | undefined>((tries, one) => afterFailure(tries, 5, at(one)), undefined)

test.each([
  ['four failures leave the door open', [0, 0, 0, 0], 1, false],
  ['the fifth shuts it', [0, 0, 0, 0, 0], 1, true],
  ['it is still shut after 14 minutes', [0, 0, 0, 0, 0], 14, true],
  ['it opens after 15 minutes', [0, 0, 0, 0, 0], 15, false],
  ['failures older than a quarter of an hour are forgotten', [0, 0, 0, 0, 15], 15, false],
  ['failures within a quarter of an hour add up', [0, 3, 6, 9, 14], 14, true],
  ['after it opened, one failure does not shut it again', [0, 0, 0, 0, 0, 16], 16, false],
] as const)('%s', (_sentence, minutes, later, shut) => {
  expect(isShut(failing([...minutes]), at(later))).toBe(shut)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s lives at %s', (address, expected) => {
  expect(neighbourhoodOf(address)).toBe(expected)
})
