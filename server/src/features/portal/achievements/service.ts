import { toSimplified } from '@silian/words/simplified'
import type { Tx } from '../../../kernel/db.ts'
import { publicAchievements, type PublicAchievement } from '../../technology/achievements/view/service.ts'
import { priceNotices } from '../../technology/deals/service.ts'
import type { AchievementPublicRow, AchievementPublicView, PortalLocale } from '../contract.ts'
import { pageNumber, said, typedIn, type Alliance, type Visit } from '../service.ts'

const size = 20

const rowView = (row: PublicAchievement, locale: PortalLocale): AchievementPublicRow => ({
  id: row.id,
  number: row.number,
  title: said(locale, row.title, row.titleEn),
  organisation: said(locale, row.organisationName, row.organisationNameEn),
  fields: row.fields.map((name) => said(locale, name)),
  level: row.level,
  levelConfirmed: row.levelConfirmed,
  ways: row.ways,
  price: row.price,
  openedAt: row.verifiedAt!.toISOString(),
  demo: row.demo,
})

export async function viewAchievements(tx: Tx, { locale, query, now }: Visit, alliance: Alliance) {
  const q = typedIn(query, 'q')
  const page = pageNumber(query)
  const { rows, total } = await publicAchievements(tx, { allianceId: alliance.id, q: toSimplified(q), limit: size, offset: (page - 1) * size })
  const notices = (await priceNotices(tx, alliance.id, now)).map((one) => ({ id: one.id, number: one.number, title: said(locale, one.title), provider: said(locale, one.providerName), kind: one.kind, price: one.totalAmount, from: one.noticeFrom!, until: one.noticeUntil! }))
  return { rows: rows.map((row) => rowView(row, locale)), total, page, size, filter: { q }, notices }
}

export async function viewAchievement(tx: Tx, { locale }: Visit, alliance: Alliance, id: string): Promise<AchievementPublicView | undefined> {
  const { rows: [row] } = await publicAchievements(tx, { allianceId: alliance.id, id, limit: 1, offset: 0 })
  if (!row) return undefined
  return {
    ...rowView(row, locale),
    organisationId: row.organisationId,
    organisationIsMember: row.organisationIsMember,
    description: said(locale, row.description, row.descriptionEn),
    levelStandard: row.levelStandard,
    confidential: row.disclosure === 'nda',
    rights: row.rights,
    confirmedAt: row.confirmedAt!.toISOString(),
  }
}

/** For the sitemap and the feed. */
export const newestAchievements = async (tx: Tx, alliance: Alliance, limit: number) => (await publicAchievements(tx, { allianceId: alliance.id, limit, offset: 0 })).rows
