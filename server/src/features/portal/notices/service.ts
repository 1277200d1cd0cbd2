import { claimText, type Claim } from '@silian/matching'
import { say, t, tRefusal } from '@silian/words'
import { toSimplified } from '@silian/words/simplified'
import { addDays, endOfDay } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { object } from '../../rounds/objections/service.ts'
import { readSettings, sayRule } from '../../rounds/rule/service.ts'
import { whyNotObject } from '../../rounds/rules.ts'
import { priceNotices } from '../../technology/deals/service.ts'
import { ObjectionBody, resultGroups, type DecidedRound, type NoticeRow, type NoticeView, type ObjectionField, type ObjectionForm, type PortalLocale, type RunningRound } from '../contract.ts'
import { pageNumber, said, saidOrNull, typedIn, type Alliance, type Visit } from '../service.ts'
import { countObjections, countResults, findPublishedRound, findReceipt, listApplications, listPublishedRounds, listRunningRounds, pageOfResults } from './tables.ts'

const size = 50
const iso = (moment: Date | null) => moment?.toISOString() ?? null

/** Everything on public notice, what is decided, and what is on its way. */
export async function viewNotices(tx: Tx, locale: PortalLocale, alliance: Alliance, now: Date) {
  const rounds = await listPublishedRounds(tx, alliance.id)
  const notices: NoticeRow[] = rounds.map((round) => ({
    id: round.id,
    kind: 'round',
    title: said(locale, round.title, round.titleEn),
    from: round.publishedAt!.toISOString(),
    until: (round.publicityUntil ?? round.publishedAt!).toISOString(),
    open: whyNotObject(round, now) === null,
  }))
  const applications: NoticeRow[] = (await listApplications(tx, alliance.id)).map((row) => ({
    id: row.id,
    kind: 'membership',
    title: said(locale, row.name, row.nameEn),
    from: row.publicityFrom!,
    until: endOfDay(row.publicityUntil!).toISOString(),
    open: now < endOfDay(row.publicityUntil!),
  }))
  const prices: NoticeRow[] = (await priceNotices(tx, alliance.id, now)).map((deal) => {
    // From its last day on it may be signed, and nobody objects any more.
    const until = endOfDay(addDays(deal.noticeUntil!, -1))
    return { id: deal.id, kind: 'price', title: said(locale, deal.title), from: deal.noticeFrom!, until: until.toISOString(), open: now < until }
  })
  const running: RunningRound[] = (await listRunningRounds(tx, alliance.id)).map((round) => ({
    id: round.id,
    number: round.number,
    title: said(locale, round.title, round.titleEn),
    state: round.state as RunningRound['state'],
    wishesCloseAt: round.wishesCloseAt!.toISOString(),
    publicityUntil: iso(round.publicityUntil),
    posts: round.posts,
    seats: Number(round.seats),
    commitment: round.seedCommitment!.toString('hex'),
  }))
  const last = rounds[0]
  const decided: DecidedRound | null = last
    ? { id: last.id, number: last.number, title: said(locale, last.title, last.titleEn), publishedAt: last.publishedAt!.toISOString(), counts: await countResults(tx, last.id) }
    : null
  const all = [...notices, ...applications, ...prices]
  const soonest = all.filter((notice) => notice.open).sort((one, other) => (one.until < other.until ? -1 : 1))
  return { open: soonest, past: all.filter((notice) => !notice.open), running, decided }
}

export async function viewNoticeList(tx: Tx, { locale, query, now }: Visit, alliance: Alliance) {
  const { open, past, running } = await viewNotices(tx, locale, alliance, now)
  const page = pageNumber(query)
  return { open, running, past: { rows: past.slice((page - 1) * size, page * size), total: past.length, page, size } }
}

type Round = NonNullable<Awaited<ReturnType<typeof findPublishedRound>>>
const noObjection: Pick<ObjectionForm, 'values' | 'wrong' | 'refused'> = { values: { name: '', contact: '', body: '' }, wrong: [], refused: null }

export async function viewNotice(tx: Tx, { locale, query, now }: Visit, alliance: Alliance, roundId: string, typed = noObjection): Promise<NoticeView | undefined> {
  const round = await findPublishedRound(tx, alliance.id, roundId)
  if (!round) return undefined
  const filter = { q: typedIn(query, 'q'), group: resultGroups.find((group) => group === query.group) ?? ('' as const) }
  const page = pageNumber(query)
  const { rows, total } = await pageOfResults(tx, round.id, { typed: toSimplified(filter.q), group: filter.group }, { page, size })
  const receipt = isUuid(query.received) ? await findReceipt(tx, round.id, query.received!) : undefined
  return {
    id: round.id,
    number: round.number,
    title: said(locale, round.title, round.titleEn),
    state: round.state,
    publishedAt: round.publishedAt!.toISOString(),
    publicityUntil: iso(round.publicityUntil),
    weights: { school: round.weightSchool, interview: round.weightInterview, certificate: round.weightCertificate },
    maxWishes: round.maxWishes,
    counts: await countResults(tx, round.id),
    rule: sayRule(locale, await readSettings(tx, round)),
    claims: claimsOf(round, locale),
    seed: round.seedRevealed!,
    commitment: round.seedCommitment!.toString('hex'),
    digests: { list: round.listDigest!, input: round.inputDigest!, result: round.resultDigest! },
    engine: round.engine,
    objections: await countObjections(tx, round.id),
    results: {
      rows: rows.map((row) => ({
        letterNumber: row.letterNumber!,
        post: saidOrNull(locale, row.title, row.titleEn),
        organisation: saidOrNull(locale, row.organisationName, row.organisationNameEn),
        choice: row.choice,
        seat: row.seat && (say(locale, `rounds:tag.${row.seat}`) ?? row.seat),
      })),
      total,
      page,
      size,
    },
    filter,
    objection: { ...typed, open: whyNotObject(round, now) === null, received: receipt ? { id: receipt.id, dueAt: receipt.dueAt.toISOString() } : null },
  }
}

const claimNames = ['stable', 'studentOptimal', 'strategyProof', 'efficient'] as const
const claimsOf = (round: Round, locale: PortalLocale) => {
  const claims = round.guarantees as unknown as Record<(typeof claimNames)[number], Claim>
  return claimNames.map((name) => ({ name, holds: claims[name].holds, text: claimText(claims[name], locale) }))
}

export const isUuid = (text: string | undefined) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '')

/** What a closed notice refuses with. */
const over: readonly string[] = ['wrong_state', 'deadline_passed']

/** As they stand in the form, so that faults are named from top to bottom. */
const fieldsInOrder: readonly ObjectionField[] = ['name', 'contact', 'body']

type Sent = { id: string } | { view: NoticeView | undefined }

/** Takes what the form sent, by the same rule as the interface; otherwise gives the page back with what was typed. */
export async function takeObjection(tx: Tx, visit: Visit, alliance: Alliance, roundId: string, form: Record<string, string>): Promise<Sent> {
  const values = { name: form.name ?? '', contact: form.contact ?? '', body: form.body ?? '' }
  const again = (wrong: ObjectionField[], refused: string | null) => viewNotice(tx, visit, alliance, roundId, { values, wrong, refused })
  const round = await findPublishedRound(tx, alliance.id, roundId)
  if (!round) return { view: undefined }
  const body = ObjectionBody.safeParse(values)
  if (!body.success) {
    const wrong = new Set(body.error.issues.map(({ path }) => path[0]))
    return { view: await again(fieldsInOrder.filter((field) => wrong.has(field)), null) }
  }
  try {
    return { id: (await object(tx, null, round, { studentId: null, ...body.data }, visit.now)).id }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { view: await again([], over.includes(error.code) ? t(visit.locale, 'portal:objection.over') : tRefusal(visit.locale, error.code)) }
  }
}
