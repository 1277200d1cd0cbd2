import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAge } from './age.ts'
import { readDate } from './date.ts'
import { readExperience } from './experience.ts'
import { readHeadcount } from './headcount.ts'
import { readNumerals } from './numerals.ts'
import { readSalary } from './salary.ts'
import { cleanName, cleanText, wordKey } from './text.ts'

const readers = { readSalary, readHeadcount, readAge, readExperience, readDate }
const said = (read: (raw: string) => { raw: string }, text: string) => ({ ...read(text), raw: '' })

const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000')
const traditional: Record<string, string> = {
  万: '萬', 岁: '歲', 经: '經', 验: '驗', 应: '應', 届: '屆', 议: '議', 两: '兩', 时: '時', 个: '個', 员: '員', 余: '餘', 内: '內', 约: '約', 过: '過', 满: '滿', 块: '塊', 无: '無', 长: '長',
}
const toTraditional = (text: string) => [...text].map((character) => traditional[character] ?? character).join('')

const number = fc.oneof(fc.integer({ min: 1, max: 20_000 }).map(String), fc.double({ min: 0.1, max: 99, noNaN: true }).map((value) => value.toFixed(1)))
const scale = fc.constantFrom('', '', 'k', 'K', '千', '万', 'w', '十', '百')
const separator = fc.constantFrom('-', '~', '至', '到', '—', ' - ', '～')
const unit = fc.constantFrom('', '元', '元/月', '/天', '元/小时', '万元/年', '人', '名', '岁', '周岁', '年', '年经验', '个')
const bound = fc.constantFrom('', '', '以上', '以下', '以内', '左右', '+', '(含)以上', '起', '余人')
const before = fc.constantFrom('', '', '约', '不少于', '不超过', '月薪', '年满', '至少', '底薪', '应届', '经验不限', '两三个', '面议')
const range = fc.tuple(before, number, scale, separator, number, scale, unit, bound).map((parts) => parts.join(''))
const single = fc.tuple(before, number, scale, unit, bound).map((parts) => parts.join(''))
const day = fc.tuple(fc.integer({ min: 1960, max: 2060 }), fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 31 }), fc.constantFrom('.', '-', '/')).map(([y, m, d, s]) => `${y}${s}${m}${s}${d}`)
const written = fc.oneof(range, single, day, fc.tuple(day, separator, day).map((parts) => parts.join('')), fc.string({ unit: 'grapheme', maxLength: 30 }))

test.each(Object.entries(readers))('%s reads full-width text as it reads half-width text', (_name, read) => {
  fc.assert(fc.property(fc.oneof(range, single, day), (text) => { expect(said(read, toFullWidth(text))).toEqual(said(read, text)) }), { numRuns: 500 })
})

test.each(Object.entries(readers))('%s reads traditional characters as it reads simplified ones', (_name, read) => {
  fc.assert(fc.property(fc.oneof(range, single), (text) => { expect(said(read, toTraditional(text))).toEqual(said(read, text)) }), { numRuns: 500 })
})

test.each(Object.entries(readers))('%s never throws, keeps the raw text, orders its keys, and says min before max', (_name, read) => {
  fc.assert(
    fc.property(written, (text) => {
      const reading = read(text)
      expect(Object.keys(reading)).toEqual(['raw', 'min', 'max', 'unit', 'period'])
      expect(reading.raw).toBe(text)
      expect(reading.unit === null).toBe(reading.min === null && reading.max === null)
      expect(reading.min === null || reading.max === null || reading.min <= reading.max).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a range of two whole numbers is read back exactly, whatever stands between them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 99_999 }), fc.integer({ min: 100, max: 99_999 }), separator, (a, b, between) => {
      const [min, max] = [Math.min(a, b), Math.max(a, b)]
      expect(readSalary(`${a}${between}${b}元/月`)).toMatchObject({ min, max, period: 'month' })
      expect(readHeadcount(`${min}${between}${max}人`)).toMatchObject({ min, max })
    }),
  )
})

test('every calendar day is read back from six ways of writing it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1940-01-02'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [y, m, d] = iso.split('-').map(Number) as [number, number, number]
      const serial = Math.floor(date.getTime() / 86_400_000) + 25_569
      const ways = [iso, iso.replaceAll('-', ''), `${y}.${m}.${d}`, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, ...(serial >= 14_611 ? [String(serial)] : [])]
      for (const way of ways) expect(readDate(way)).toEqual({ raw: way, min: iso, max: iso, unit: 'date', period: null })
    }),
  )
})

test.each([
  ['三千五百', 3500], ['一万二', 12_000], ['一万零五百', 10_500], ['一万零五', 10_005], ['两万', 20_000], ['4千5', 4500], ['1万5千', 15_000], ['二〇二七', 2027], ['十五', 15], ['一百二十', 120],
  ['1.5万', 15_000], ['12k', 12_000], ['3亿', 300_000_000], ['三百五', 350], ['1,234,567', 1_234_567],
])('%s is the number %s', (text, value) => {
  expect(readNumerals(text).map((numeral) => numeral.value)).toEqual([value])
})

test.each([
  ['<p>张&nbsp;三</p>', '张 三'], ['a&amp;lt;b', 'a<b'], ['\u200B甲\uFEFF乙\u00AD', '甲乙'], ['第一行<br/>第二行', '第一行 第二行'], ['_x000D_值', '值'], ['  多   空格\t和\n换行 ', '多 空格 和 换行'],
  ['3 < 5', '3 < 5'], ['&#20013;&#x6587;', '中文'], ['&unknown;', '&unknown;'],
])('%j is cleaned to %j', (raw, clean) => {
  expect(cleanText(raw)).toBe(clean)
})

test.each([
  ['张 三', '张三'], ['　李　 四 ', '李四'], ['买买提•艾力', '买买提·艾力'], ['买买提 · 艾力', '买买提·艾力'], ['John  Smith', 'John Smith'], ['𠮷 野', '𠮷野'], ['ＡＢＣ 公司', 'ABC 公司'],
])('the name %j is written %j', (raw, name) => {
  expect(cleanName(raw)).toBe(name)
})

test('headers compare without stars, spaces, width and script', () => {
  expect(wordKey('*统一社会信用代码（必填）')).toBe(wordKey('＊統一社會信用代碼 (必填)'))
})
