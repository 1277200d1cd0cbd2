import type { Tx } from '../../../kernel/db.ts'
import type { PageReply } from '../../../kernel/page.ts'
import { fileOfCatalogue, type Format } from '../../surveys/catalogue/rows/service.ts'
import { latestCatalogue, leastFirms } from '../../surveys/catalogue/service.ts'
import type { PortalLocale, ShortageView } from '../contract.ts'
import { said, type Alliance, type Visit } from '../service.ts'

/** The last catalogue that was published: occupations and sums only, each of three firms or more. Null before the first. */
export async function viewShortage(tx: Tx, { locale }: Visit, alliance: Alliance): Promise<ShortageView> {
  const found = await latestCatalogue(tx, alliance.id)
  if (!found) return { leastFirms, published: null }
  const { catalogue, year, title, titleEn, publishedAt, demo } = found
  const { weights, weightsReason, cutOff, usualPay, entries } = catalogue
  return {
    leastFirms,
    published: {
      year, weights, cutOff, usualPay, demo,
      weightsReason: weightsReason ? said(locale, weightsReason) : null,
      title: said(locale, title, titleEn),
      publishedAt: publishedAt!.toISOString(),
      rows: entries.map(({ occupationCode, occupationName, firms, people, graduates, medianPay, scores, computed, step, stepReason, total, scarce }) => ({
        occupationCode, firms, people, graduates, medianPay, scores, computed, step, total, scarce,
        occupation: said(locale, occupationName),
        stepReason: stepReason === null ? null : said(locale, stepReason),
      })),
    },
  }
}

/** The same as a file. */
export async function shortageFile(tx: Tx, alliance: Alliance | undefined, locale: PortalLocale, format: Format): Promise<PageReply | null> {
  const found = alliance && (await latestCatalogue(tx, alliance.id))
  if (!found) return null
  const { name, mediaType, bytes } = await fileOfCatalogue(found, locale, format)
  return { type: mediaType, body: bytes as Buffer, headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'cache-control': 'public, max-age=300' } }
}
