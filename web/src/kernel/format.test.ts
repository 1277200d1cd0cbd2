import { wordsFor, type Locale } from '@silian/words'
import { expect, test } from 'vitest'
import { formats, type Format } from './format.ts'

// Monday 23 November 2026, 14:00 in Foshan.
const now = new Date('2026-11-23T06:00:00Z')
const in3 = (say: (format: Format) => string | null) => (['zh-Hans', 'zh-Hant', 'en'] as Locale[]).map((locale) => say(formats(wordsFor(locale), locale, now)))

test.each<[string, (format: Format) => string | null, string[]]>([
  ['a day of this year', (f) => f.day('2026-11-23'), ['11月23日', '11月23日', '23 November']],
  ['a day of another year', (f) => f.day('2027-03-01'), ['2027年3月1日', '2027年3月1日', '1 March 2027']],
  ['a day is taken in China, not in Greenwich', (f) => f.day('2026-11-23T17:00:00Z'), ['11月24日', '11月24日', '24 November']],
  ['today', (f) => f.moment('2026-11-23T10:00:00Z'), ['今天 18:00', '今天 18:00', 'today 18:00']],
  ['tomorrow', (f) => f.moment('2026-11-24T10:00:00Z'), ['明天 18:00', '明天 18:00', 'tomorrow 18:00']],
  ['yesterday', (f) => f.moment('2026-11-22T01:00:00Z'), ['昨天 09:00', '昨天 09:00', 'yesterday 09:00']],
  ['a day of this week', (f) => f.moment('2026-11-27T10:00:00Z'), ['周五 18:00', '週五 18:00', 'Fri 18:00']],
  ['the same weekday next week is a date', (f) => f.moment('2026-11-30T10:00:00Z'), ['11月30日 18:00', '11月30日 18:00', '30 November 18:00']],
  ['a history never says today', (f) => f.stamp('2026-11-23T02:12:00Z'), ['11月23日 10:12', '11月23日 10:12', '23 November 10:12']],
  ['midnight ends the day before', (f) => f.deadline('2026-11-23T16:00:00Z'), ['今天 24:00', '今天 24:00', 'today 24:00']],
  ['what is left within a week', (f) => f.left('2026-11-27T10:00:00Z'), ['剩 4 天 4 小时', '剩 4 天 4 小時', '4 days 4 hours left']],
  ['what is left of an hour', (f) => f.left('2026-11-23T06:30:00Z'), ['剩 30 分钟', '剩 30 分鐘', '30 minutes left']],
  ['one day and nothing more', (f) => f.left('2026-11-24T06:20:00Z'), ['剩 1 天', '剩 1 天', '1 day left']],
  ['more than a week is not counted down', (f) => f.left('2026-12-08T10:00:00Z'), [null, null, null] as never],
  ['the deadline itself is past', (f) => f.left('2026-11-23T06:00:00Z'), ['已过期', '已過期', 'past']],
  ['days of one month', (f) => f.range('2026-12-01', '2026-12-07'), ['12月1日—7日', '12月1日—7日', '1–7 December']],
  ['days across months', (f) => f.range('2026-11-27', '2026-12-03'), ['11月27日—12月3日', '11月27日—12月3日', '27 November – 3 December']],
  ['days of next year', (f) => f.range('2027-03-01', '2027-08-27'), ['2027年3月1日—8月27日', '2027年3月1日—8月27日', '1 March – 27 August 2027']],
  ['days across years', (f) => f.range('2026-12-30', '2027-01-03'), ['12月30日—2027年1月3日', '12月30日—2027年1月3日', '30 December – 3 January 2027']],
  ['a number', (f) => f.number(1286), ['1,286', '1,286', '1,286']],
  ['nothing known', (f) => f.number(null), ['—', '—', '—']],
  ['zero is a number', (f) => f.number(0), ['0', '0', '0']],
  ['pay', (f) => f.money(3360, 'month'), ['3,360 元/月', '3,360 元/月', 'CNY 3,360 a month']],
  ['a sum', (f) => f.money(1250.5), ['1,250.5 元', '1,250.5 元', 'CNY 1,250.5']],
  ['a large sum', (f) => f.largeMoney(4_280_000), ['428 万元', '428 萬元', 'CNY 4.28 million']],
  ['a share', (f) => f.percent(0.8096), ['81%', '81%', '81%']],
  ['a small share', (f) => f.percent(0.028), ['2.8%', '2.8%', '2.8%']],
  ['a rank', (f) => f.rank(15, 40), ['第 15/40 名', '第 15/40 名', '15 of 40']],
  ['a school year', (f) => f.schoolYear(2026), ['2026—2027 学年', '2026—2027 學年', 'school year 2026–2027']],
])('%s', (_sentence, say, expected) => {
  expect(in3(say)).toEqual(expected)
})
