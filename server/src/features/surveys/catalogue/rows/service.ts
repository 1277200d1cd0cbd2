import { shortageDimensions } from '@silian/algorithms/shortage'
import { wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeCsv, writeTable } from '../../../../kernel/sheet/write-table.ts'
import type { Survey } from '../../tables.ts'
import { catalogueFor } from '../service.ts'
import type { CatalogueFacts } from '../rules.ts'

const columns = ['occupationCode', 'occupationName', 'firms', 'people', 'graduates', 'medianPay', 'contrast', 'education', 'experience', 'requirement', 'pay', 'computed', 'step', 'stepReason', 'total', 'scarce'] as const
type Locale = Actor['locale']
export type Format = 'xlsx' | 'csv'

/** A catalogue as a file, in the reader's language. Experts are not named in it: a file travels further than a page. */
export async function fileOfCatalogue({ year, catalogue }: { year: number; catalogue: CatalogueFacts }, locale: Locale, format: Format): Promise<Download> {
  const word = wordsFor(locale) as unknown as (key: string) => string
  const header = columns.map((column) => word(`surveys:columns.${column}`))
  const rows = catalogue.entries.map(({ scores, ...entry }) => [
    entry.occupationCode, entry.occupationName, entry.firms, entry.people, entry.graduates, entry.medianPay,
    scores.contrast, scores.education, scores.experience, scores.requirement, scores.pay, entry.computed, entry.step, entry.stepReason ?? '', entry.total, word(entry.scarce ? 'surveys:scarce' : 'surveys:notScarce'),
  ])
  const name = word('surveys:catalogue')
  const { weights, weightsReason, cutOff } = catalogue
  const method = {
    name: word('surveys:list.method'),
    header: [word('surveys:list.dimension'), word('surveys:list.weight')],
    rows: [
      ...shortageDimensions.map((dimension): [string, number] => [word(`surveys:columns.${dimension}`), weights[dimension]]),
      [word('surveys:list.cutOff'), cutOff] as [string, number],
      ...(!weightsReason ? [] : [[word('surveys:list.weightsReason'), weightsReason] as [string, string]]),
    ],
  }
  const bytes = format === 'csv' ? writeCsv({ header, rows }) : await writeTable({ name, header, rows }, method)
  const mediaType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: `${name}-${year}.${format}`, mediaType, bytes: Buffer.from(bytes) }
}

export const exportCatalogue = async (tx: Tx, actor: Actor, survey: Survey, format: Format) =>
  fileOfCatalogue({ year: survey.year, catalogue: await catalogueFor(tx, actor, survey) }, actor.locale, format)
