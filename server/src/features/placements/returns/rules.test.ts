import { expect, test } from 'vitest'
import { cellOf, faultsOfForm } from './rules.ts'

const column = { heading: '性别', source: 'sex', fixed: '', map: '', required: false, most: 0, days: '2027-03-01' as const }
const maps = { sex: { male: '1', female: '2' }, yes: { yes: '是', no: '否' } }

test.each([
  ['a fact as it is', { source: 'studentName' }, { studentName: '王明' }, '王明', null],
  ['a code of the ministry', { map: 'sex' }, { sex: 'female' }, '2', null],
  ['a value that the table of codes lacks', { map: 'sex' }, { sex: 'other' }, 'other', 'unmapped'],
  ['required and empty', { required: true }, { sex: null }, '', 'missing'],
  ['empty and not required', {}, {}, '', null],
  ['too long', { source: 'studentName', most: 3 }, { studentName: '买买提·吐尔逊' }, '买买提·吐尔逊', 'too_long'],
  ['a day in eight digits', { source: 'startsOn', days: '20270301' }, { startsOn: '2027-03-01' }, '20270301', null],
  ['a day with slashes', { source: 'startsOn', days: '2027/03/01' }, { startsOn: '2027-03-01' }, '2027/03/01', null],
  ['the same in every row', { source: 'fixed', fixed: '岗位实习' }, {}, '岗位实习', null],
  ['true in words', { source: 'passed', map: 'yes' }, { passed: true }, '是', null],
  ['nought is something', { source: 'payMin', required: true }, { payMin: 0 }, '0', null],
] as const)('%s', (_sentence, change, facts, text, fault) => {
  expect(cellOf({ ...column, ...change }, facts, maps)).toEqual({ text, fault })
})

test('a form names a table of codes that is there, and each heading once', () => {
  expect(faultsOfForm([column, { ...column, map: 'nation' }, { ...column, heading: '层次' }], maps).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(['columns.1.map unknown', 'columns.1.heading twice'])
})
