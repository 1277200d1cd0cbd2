import { toSimplified } from '@silian/words/simplified'
import type { Tx } from '../../../kernel/db.ts'
import { searchKey } from '../../members/organisations/rules.ts'
import { listedUnits } from '../../placements/units/service.ts'
import { isUuid } from '../notices/service.ts'
import { pageNumber, said, saidOrNull, typedIn, type Alliance, type Visit } from '../service.ts'

const size = 100

/** The lists of internship units that schools decided in a meeting and have to publish. */
export async function viewListedUnits(tx: Tx, { locale, query }: Visit, alliance: Alliance) {
  const q = typedIn(query, 'q')
  const school = isUuid(query.school) ? query.school! : ''
  const page = pageNumber(query)
  const { rows, total, schools } = await listedUnits(tx, alliance.id, { key: searchKey(toSimplified(q)), schoolId: school || null }, { page, size })
  return {
    rows: rows.map(({ id, name, nameEn, town, schoolName, schoolNameEn, listedOn, minutesNumber, demo }) => ({
      id, name: said(locale, name, nameEn), town: saidOrNull(locale, town), school: said(locale, schoolName, schoolNameEn), listedOn: listedOn!, minutesNumber: minutesNumber!, demo,
    })),
    total, page, size,
    schools: schools.map(({ id, name, nameEn, count }) => ({ id, name: said(locale, name, nameEn), count })),
    filter: { q, school },
  }
}
