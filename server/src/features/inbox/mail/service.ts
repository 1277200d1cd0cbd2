import { say, t, type Locale } from '@silian/words'
import { spoken } from '@silian/words/spoken'

type Item = { kind: string; params: unknown; dueAt: Date | null }
type Reader = { name: string; locale: string }

const localeOf = (reader: Reader) => reader.locale as Locale

/** What an item is called; one whose kind nobody worded is shown by its kind rather than not at all. */
function wordingOf(locale: Locale, item: Item) {
  const filled = Object.entries(item.params as Record<string, unknown>).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')])
  const plain = Object.fromEntries(filled) as Record<string, string | number>
  const params = spoken(plain, (key, using) => say(locale, key, using as typeof plain) ?? '', locale === 'en' ? ', ' : '、')
  return { title: say(locale, `inbox:items.${item.kind}.title`, params) ?? item.kind, why: say(locale, `inbox:items.${item.kind}.why`, params) ?? '' }
}

const dayAndHour = (moment: Date, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment)

export function reminderMail(reader: Reader, by: string, item: Item & { id: string }, origin: string) {
  const locale = localeOf(reader)
  const { title, why } = wordingOf(locale, item)
  const due = item.dueAt ? t(locale, 'inbox:mail.due', { day: dayAndHour(item.dueAt, locale) }) : ''
  return {
    subject: t(locale, 'inbox:mail.reminderSubject', { title }),
    body: t(locale, 'inbox:mail.reminder', { name: reader.name, by, title, why, due, link: `${origin}/app/inbox/${item.id}` }),
  }
}

/** At most so many lines: a mail is read on a phone. */
const mostLines = 20

export function digestMail(reader: Reader, items: readonly Item[], origin: string, now: Date) {
  const locale = localeOf(reader)
  const isLate = (item: Item) => item.dueAt !== null && item.dueAt <= now
  const lines = items.slice(0, mostLines).map((item) => {
    const { title } = wordingOf(locale, item)
    if (!item.dueAt) return t(locale, 'inbox:mail.lineOpen', { title })
    return t(locale, isLate(item) ? 'inbox:mail.lineLate' : 'inbox:mail.line', { title, due: dayAndHour(item.dueAt, locale) })
  })
  if (items.length > mostLines) lines.push(t(locale, 'inbox:mail.more', { count: items.length - mostLines }))
  const overdue = items.filter(isLate).length
  return {
    subject: t(locale, overdue > 0 ? 'inbox:mail.digestSubject' : 'inbox:mail.digestSubjectCalm', { count: items.length, overdue }),
    body: t(locale, 'inbox:mail.digest', { name: reader.name, count: items.length, lines: lines.join('\n'), link: `${origin}/app/inbox` }),
  }
}
