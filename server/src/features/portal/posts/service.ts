import { toSimplified } from '@silian/words/simplified'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { searchKey } from '../../members/organisations/rules.ts'
import type { PortalLocale, PostFilter, PostRow, PostView } from '../contract.ts'
import { pageNumber, said, saidOrNull, typedIn, type Alliance, type Visit } from '../service.ts'
import { findPost, listOccupations, listTowns, pageOfPosts, type Filter } from './tables.ts'

const size = 20
const everything: Filter = { typed: '', key: '', town: '', occupation: '', payFrom: null, lodging: '' }

export async function viewPosts(tx: Tx, { locale, query, now }: Visit, alliance: Alliance) {
  const today = dayOf(now)
  const filter: PostFilter = {
    q: typedIn(query, 'q'),
    town: typedIn(query, 'town'),
    occupation: typedIn(query, 'occupation'),
    pay: /^\d{1,6}$/.test(query.pay ?? '') ? query.pay! : '',
    lodging: ['any', 'free'].includes(query.lodging ?? '') ? query.lodging! : '',
  }
  const typed = toSimplified(filter.q)
  const page = pageNumber(query)
  const wanted = { typed, key: searchKey(typed), town: toSimplified(filter.town), occupation: filter.occupation, payFrom: filter.pay ? Number(filter.pay) : null, lodging: filter.lodging }
  const { rows, total } = await pageOfPosts(tx, alliance.id, today, wanted, { page, size })
  const occupations = await listOccupations(tx, alliance.id, today)
  return {
    rows: rows.map((row) => viewRow(row, locale)),
    total,
    page,
    size,
    filter,
    towns: (await listTowns(tx, alliance.id, today)).map((town) => said(locale, town)),
    occupations: occupations.map(({ code, name }) => ({ code, name: said(locale, name) })),
  }
}

export async function viewPost(tx: Tx, { locale, now }: Visit, alliance: Alliance, postId: string): Promise<PostView | undefined> {
  const row = await findPost(tx, alliance.id, dayOf(now), postId)
  if (!row) return undefined
  return {
    ...viewRow(row, locale),
    organisationId: row.organisationId,
    organisationIsMember: Boolean(row.organisationIsMember),
    occupation: saidOrNull(locale, row.occupationName),
    programmes: row.programmes.map((name) => said(locale, name)),
    tasks: said(locale, row.tasks),
    address: saidOrNull(locale, row.address),
    hoursPerDay: row.hoursPerDay,
    hoursPerWeek: row.hoursPerWeek,
    shift: row.shift,
    nightWork: row.nightWork,
    meals: row.meals,
    benefits: saidOrNull(locale, row.benefits),
    endsOn: row.endsOn,
    postedAt: row.verifiedAt!.toISOString(),
  }
}

export async function newestPosts(tx: Tx, locale: PortalLocale, alliance: Alliance, today: string, count: number) {
  const { rows } = await pageOfPosts(tx, alliance.id, today, everything, { page: 1, size: count })
  return rows.map((row) => viewRow(row, locale))
}

export async function postsOf(tx: Tx, locale: PortalLocale, alliance: Alliance, today: string, organisationId: string) {
  const { rows } = await pageOfPosts(tx, alliance.id, today, { ...everything, organisationId }, { page: 1, size: 100 })
  return rows.map((row) => viewRow(row, locale))
}

type Row = Awaited<ReturnType<typeof pageOfPosts>>['rows'][number]

const viewRow = (row: Row, locale: PortalLocale): PostRow => ({
  id: row.id,
  number: row.number,
  title: said(locale, row.title, row.titleEn),
  organisation: said(locale, row.organisationName, row.organisationNameEn),
  town: saidOrNull(locale, row.town),
  seats: row.seats ?? 0,
  payMin: row.payMin,
  payMax: row.payMax,
  payPeriod: row.payPeriod,
  lodging: row.lodging,
  startsOn: row.startsOn,
  validUntil: row.validUntil!,
  demo: row.demo,
})
