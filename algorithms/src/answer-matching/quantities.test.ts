import { expect, test } from 'vitest'
import { plain } from './plain-text.ts'
import { nearness, quantitiesOf } from './quantities.ts'

const read = (text: string) => quantitiesOf(plain(text)).map(({ kind, low, high }) => [kind, low, high])
const infinity = Number.POSITIVE_INFINITY

test.each([
  ['精度0.01mm', [['length', 1e-5, 1e-5]]],
  ['孔径５μｍ', [['length', 5e-6, 5e-6]]],
  ['功率10-20kW', [['power', 10_000, 20_000]]],
  ['纯度≥98%', [['share', 98, infinity]]],
  ['纯度不低于98％', [['share', 98, infinity]]],
  ['重50公斤', [['mass', 50, 50]]],
  ['重50kg', [['mass', 50, 50]]],
  ['零下不计，耐温120℃以上', [['temperature', 120, infinity]]],
  ['抗压800MPa', [['pressure', 8e8, 8e8]]],
  ['预算30万元以内', [['money', 0, 300_000]]],
  ['處理量3,000噸', [['mass', 3_000_000, 3_000_000]]],
  ['±0.1mm', [['length', 0, 1e-4]]],
  ['2024年投产', []],
  ['质保10年', [['time', 315_360_000, 315_360_000]]],
  ['GB/T 4754 型号A12', []],
])('%s', (text, expected) => {
  const rounded = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(9)) : value)
  expect(read(text).map((one) => one.map(rounded))).toEqual(expected)
})

test.each([
  ['10kW', '8-12kW', 1],
  ['0.01mm', '10μm', 1],
  ['1mm', '10mm', 0],
  ['至少60吨', '30吨', 0.699],
])('%s asked and %s offered are %f near', (asked, offered, expected) => {
  const [a] = quantitiesOf(plain(asked))
  const [b] = quantitiesOf(plain(offered))
  expect(nearness(a!, b!)).toBeCloseTo(expected, 3)
})
