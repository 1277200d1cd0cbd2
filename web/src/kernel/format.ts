import type { Locale, Translate } from '@silian/words'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from './now.ts'

/** A day 'YYYY-MM-DD', a moment as ISO text, or a Date. */
export type When = string | Date

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** China has kept one offset since 1991: arithmetic is enough, and the same in every browser. */
const chinaOffset = 8 * hour

type Clock = { year: number; month: number; date: number; weekday: number; time: string; dayNumber: number }

function clockOf(when: When): Clock {
  const isDay = typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)
  const epoch = isDay ? Date.parse(`${when}T00:00:00Z`) : new Date(when).getTime() + chinaOffset
  const there = new Date(epoch)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    date: there.getUTCDate(),
    weekday: there.getUTCDay(),
    time: `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`,
    dayNumber: Math.floor(epoch / day),
  }
}

const two = (number: number) => String(number).padStart(2, '0')
const grouped = (number: number, digits: number) => new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(number)

export type Format = ReturnType<typeof formats>

/** Dates, numbers and money as this office writes them. Pure: the language and the present come in. */
export function formats(t: Translate, locale: Locale, now: Date) {
  const today = clockOf(now)
  const monthName = (month: number) => t(`when.month.m${month as 1}`)

  const fullDay = (when: When) => {
    const { year, month, date } = clockOf(when)
    return t('when.dayWithYear', { year, month: monthName(month), day: date })
  }
  /** The year only when it is not this one. */
  const dayOf = (when: When) => {
    const { year, month, date } = clockOf(when)
    return year === today.year ? t('when.day', { month: monthName(month), day: date }) : fullDay(when)
  }
  const nearDay = (when: When) => {
    const { dayNumber, weekday } = clockOf(when)
    const ahead = dayNumber - today.dayNumber
    if (ahead === -1) return t('when.yesterday')
    if (ahead === 0) return t('when.today')
    if (ahead === 1) return t('when.tomorrow')
    return ahead > 1 && ahead < 7 ? t(`when.weekday.d${weekday as 0}`) : dayOf(when)
  }
  const time = (when: When) => clockOf(when).time
  const amount = (yuan: number) => grouped(yuan, 2)

  return {
    day: dayOf,
    fullDay,
    time,
    weekday: (when: When) => t(`when.weekdayLong.d${clockOf(when).weekday as 0}`),
    /** For lists and deadlines: 今天 18:00, 周五 18:00, 12月8日 09:00. */
    moment: (when: When) => t('when.moment', { day: nearDay(when), time: time(when) }),
    /** For histories: never a word that is wrong tomorrow. */
    stamp: (when: When) => t('when.moment', { day: dayOf(when), time: time(when) }),
    /** Midnight belongs to the day it ends: 今天 24:00. */
    deadline(when: When) {
      const midnight = time(when) === '00:00'
      const shown = midnight ? new Date(new Date(when).getTime() - minute) : when
      return t('when.moment', { day: nearDay(shown), time: midnight ? '24:00' : time(when) })
    },
    /** 剩 4 天 4 小时, within a week; null before that. */
    left(when: When) {
      const rest = new Date(when).getTime() - now.getTime()
      if (rest <= 0) return t('when.past')
      if (rest > 7 * day) return null
      const days = Math.floor(rest / day)
      const hours = Math.floor((rest % day) / hour)
      const minutes = Math.max(1, Math.floor((rest % hour) / minute))
      const parts = days > 0 ? [t('when.leftDays', { count: days }), hours > 0 && t('when.leftHours', { count: hours })]
        : hours > 0 ? [t('when.leftHours', { count: hours }), t('when.leftMinutes', { count: minutes })]
        : [t('when.leftMinutes', { count: minutes })]
      return t('when.left', { time: parts.filter(Boolean).join(' ') })
    },
    /** Of days: 12月1日—7日, 11月27日—12月3日. */
    range(from: When, to: When) {
      const [a, b] = [clockOf(from), clockOf(to)]
      if (a.dayNumber === b.dayNumber) return dayOf(from)
      if (a.year === b.year && a.month === b.month && a.year === today.year) return t('when.sameMonth', { month: monthName(a.month), from: a.date, to: b.date })
      if (a.year !== b.year || a.year === today.year) return t('when.range', { from: dayOf(from), to: dayOf(to) })
      // The year once: in front in Chinese, at the end in English.
      const short = ({ month, date }: Clock) => t('when.day', { month: monthName(month), day: date })
      return locale === 'en' ? t('when.range', { from: short(a), to: fullDay(to) }) : t('when.range', { from: fullDay(from), to: short(b) })
    },
    number: (value: number | null | undefined, digits = 0) => (value === null || value === undefined ? t('number.unknown') : grouped(value, digits)),
    money: (yuan: number | null | undefined, per?: 'month' | 'day' | 'year') =>
      yuan === null || yuan === undefined ? t('number.unknown') : t(per ? `number.yuan${{ month: 'Month', day: 'Day', year: 'Year' }[per] as 'Month'}` : 'number.yuan', { amount: amount(yuan) }),
    /** Large sums, in 万元; in English in millions. */
    largeMoney: (yuan: number | null | undefined) => (yuan === null || yuan === undefined ? t('number.unknown') : t('number.wan', { amount: amount(locale === 'en' ? yuan / 1e6 : yuan / 1e4) })),
    /** The figure alone, for a word that says the unit: Chinese counts in tens of thousands, English in yuan. */
    wan: (yuan: number) => (locale === 'en' ? grouped(yuan, 0) : grouped(yuan / 10_000, 2)),
    /** Words side by side, in the punctuation of the language: 、 or a comma; （…） or (…); ： or a colon. */
    joined: (words: readonly string[]) => words.join(locale === 'en' ? ', ' : '、'),
    aside: (word: string) => (locale === 'en' ? ` (${word})` : `（${word}）`),
    colon: (what: string, word: string) => (locale === 'en' ? `${what}: ${word}` : `${what}：${word}`),
    /** Of a share between 0 and 1. A decimal only below 10. */
    percent(share: number | null | undefined) {
      if (share === null || share === undefined) return t('number.unknown')
      const value = share * 100
      return t('number.percent', { number: grouped(value, value < 10 ? 1 : 0) })
    },
    rank: (place: number, of: number) => t('number.rank', { place: grouped(place, 0), of: grouped(of, 0) }),
    schoolYear: (from: number) => t('when.schoolYear', { from, to: from + 1 }),
    cohort: (year: number) => t('when.cohort', { year }),
  }
}

export function useFormat(): Format {
  const { t, i18n } = useTranslation('ui')
  const now = useNow()
  return useMemo(() => formats(t as unknown as Translate, i18n.language as Locale, now), [t, i18n.language, now])
}
