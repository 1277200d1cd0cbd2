import { inbox as english } from '@silian/words/en/inbox'
import { inbox as chinese } from '@silian/words/zh-Hans/inbox'

type Item = { kind: string; params: unknown; dueAt: Date | null }
type Reader = { name: string; locale: string }
type ItemWords = { title: string; why: string }

const wordsFor = (locale: string) => (locale === 'en' ? english : chinese)

const fill = (text: string, params: Record<string, unknown>) => text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params[name] ?? ''))

/** What an item is called; one whose kind nobody worded is shown by its kind rather than not at all. */
function wordingOf(locale: string, item: Item): ItemWords {
  const [noun = '', verb = ''] = item.kind.split('.')
  const items = wordsFor(locale).items as Record<string, Record<string, ItemWords> | undefined>
  const words = items[noun]?.[verb] ?? { title: item.kind, why: '' }
  const params = item.params as Record<string, unknown>
  return { title: fill(words.title, params), why: fill(words.why, params) }
}

const dayAndHour = (moment: Date, locale: string) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment)

export function reminderMail(reader: Reader, by: string, item: Item & { id: string }, origin: string) {
  const { mail } = wordsFor(reader.locale)
  const { title, why } = wordingOf(reader.locale, item)
  const due = item.dueAt ? fill(mail.due, { day: dayAndHour(item.dueAt, reader.locale) }) : ''
  return {
    subject: fill(mail.reminderSubject, { title }),
    body: fill(mail.reminder, { name: reader.name, by, title, why, due, link: `${origin}/app/inbox/${item.id}` }),
  }
}

/** At most so many lines: a mail is read on a phone. */
const mostLines = 20

export function digestMail(reader: Reader, items: readonly Item[], origin: string, now: Date) {
  const { mail } = wordsFor(reader.locale)
  const isLate = (item: Item) => item.dueAt !== null && item.dueAt <= now
  const lines = items.slice(0, mostLines).map((item) => {
    const { title } = wordingOf(reader.locale, item)
    if (!item.dueAt) return fill(mail.lineOpen, { title })
    return fill(isLate(item) ? mail.lineLate : mail.line, { title, due: dayAndHour(item.dueAt, reader.locale) })
  })
  if (items.length > mostLines) lines.push(fill(mail.more, { count: items.length - mostLines }))
  const overdue = items.filter(isLate).length
  return {
    subject: fill(overdue > 0 ? mail.digestSubject : mail.digestSubjectCalm, { count: items.length, overdue }),
    body: fill(mail.digest, { name: reader.name, count: items.length, lines: lines.join('\n'), link: `${origin}/app/inbox` }),
  }
}
