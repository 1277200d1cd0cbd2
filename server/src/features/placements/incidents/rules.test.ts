import { expect, test } from 'vitest'
import { faultsOfStep, owedNotices, whyNotClose } from './rules.ts'

test.each([
  ['a light injury: the insurer, too', { kind: 'injury', severity: 'light' }, ['guardian', 'school', 'unit', 'insurer']],
  ['a serious injury: the authority, too', { kind: 'injury', severity: 'serious' }, ['guardian', 'school', 'unit', 'authority', 'insurer']],
  ['a light illness', { kind: 'illness', severity: 'light' }, ['guardian', 'school', 'unit']],
  ['a student who is missing', { kind: 'missing', severity: 'grave' }, ['guardian', 'school', 'unit', 'authority', 'police']],
  ['a quarrel', { kind: 'conflict', severity: 'light' }, ['guardian', 'school', 'unit']],
])('%s', (_sentence, incident, owed) => {
  expect(owedNotices(incident, [])).toEqual(owed)
  expect(owedNotices(incident, ['guardian', 'school', 'unit', 'authority', 'insurer', 'police'])).toEqual([])
})

test.each([
  ['before the step before', { to: 'documented', onDay: '2027-04-01' }, ['onDay out_of_order']],
  ['after today', { to: 'documented', onDay: '2027-04-30' }, ['onDay too_late']],
  ['assessed without a sum', { to: 'assessed', onDay: '2027-04-06' }, ['approved missing']],
  ['paid, to nobody and nothing', { to: 'settled', onDay: '2027-04-06' }, ['paid missing', 'payee missing']],
  ['refused without a word', { to: 'refused', onDay: '2027-04-06' }, ['remark missing']],
  ['well', { to: 'settled', onDay: '2027-04-06', paid: 800, payee: 'student' }, []],
] as const)('a step of a claim: %s', (_sentence, step, faults) => {
  expect(faultsOfStep({ remark: '', ...step }, { today: '2027-04-06', lastDay: '2027-04-05' }).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(faults)
})

test.each([
  ['nothing was done', { measures: 0, claims: [] }, 'incident_without_measure'],
  ['a claim is open', { measures: 1, claims: ['settled', 'reported'] as const }, 'claim_open'],
  ['all is settled', { measures: 1, claims: ['settled', 'refused'] as const }, null],
])('closing when %s', (_sentence, facts, expected) => {
  expect(whyNotClose(facts)).toBe(expected)
})
