import { expect, test } from 'vitest'
import { countLevels, differing, readCodeRows, readPairRows, repeated } from './rules.ts'

test('a file in the official layout is read, with 高职专科 and 高职 one level', () => {
  expect(readCodeRows(['code', 'name', 'level', 'classCode', 'class'], [['460301', '机电一体化技术', '高职专科', '4603', '自动化类'], ['', '', '', '', '']])).toEqual([
    { code: '460301', name: '机电一体化技术', level: '高职', parent: '4603', attributes: { classCode: '4603', class: '自动化类' } },
  ])
})

test('Chinese headers are known too, and a code keeps its noughts', () => {
  expect(readCodeRows(['代码', '名称', '级别', '上级代码'], [['01', '农业', '大类', 'A']])).toEqual([{ code: '01', name: '农业', level: '大类', parent: 'A', attributes: {} }])
})

test('columns that are missing are named', () => {
  expect(readCodeRows(['编号', '名称'], [])).toEqual({ missing: ['code', 'level'] })
})

test('pairs stand once, and empty ones not at all', () => {
  const rows = [['660303', '6-31-01-10'], ['660303', '6-31-01-10'], ['660303', '']]
  expect(readPairRows(['majorCode', 'occCode'], rows)).toEqual([{ majorCode: '660303', occupationCode: '6-31-01-10' }])
})

test('counts differ only where the standard gives a number', () => {
  const levels = countLevels([{ level: '大类' }, { level: '附注' }], { 大类: 1, 中类: 2 })
  expect([levels, differing(levels)]).toEqual([
    [{ level: '大类', count: 1, official: 1 }, { level: '中类', count: 0, official: 2 }, { level: '附注', count: 1, official: null }],
    [{ level: '中类', count: 0, official: 2 }],
  ])
})

test('a code may stand once at each level', () => {
  const row = (code: string, level: string) => ({ code, level, name: '', parent: null, attributes: {} })
  expect(repeated([row('1', '大类'), row('1', '中类'), row('2', '大类'), row('2', '大类'), row('2', '大类')])).toEqual(['2'])
})
