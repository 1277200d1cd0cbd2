import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { codeNames, occupationsOfMajors } from '../../talent/codes/service.ts'
import { graduatesByMajor } from '../../talent/programmes/service.ts'
import { isDemand, isPublished, leastFirms, type AcceptedLine } from '../catalogue/rules.ts'
import { listAcceptedLines } from '../catalogue/tables.ts'
import { isSurveyOffice } from '../policy.ts'
import { listYearsUntil, type Survey } from '../tables.ts'
import { gapsOf } from './rules.ts'

export async function viewGap(tx: Tx, actor: Actor, survey: Survey) {
  const office = isSurveyOffice(actor, survey)
  if (!isPublished(survey.state) && !office) refuse('survey_not_published')
  const surveys = (await listYearsUntil(tx, survey.allianceId, survey.year)).filter(({ id, state }) => isPublished(state) || id === survey.id)
  if (surveys.length === 0) refuse('survey_not_open', { state: survey.state })
  const yearOf = new Map(surveys.map(({ id, year }) => [id, year]))
  const lines = (await listAcceptedLines(tx, [...yearOf.keys()])).filter((line) => isDemand(line as AcceptedLine))
  const leaving = await graduatesByMajor(tx, { from: surveys[0]!.year, until: survey.year + 1 })
  const rows = gapsOf({
    years: [...yearOf.values()],
    wanted: lines.map(({ surveyId, occupationCode, organisationId, people }) => ({ year: yearOf.get(surveyId)!, occupationCode, organisationId, people })),
    leaving,
    occupationsOf: await occupationsOfMajors(tx, leaving.map(({ majorCode }) => majorCode)),
    leastFirms: office ? 1 : leastFirms,
  })
  const families = await codeNames(tx, 'occupation', rows.map(({ familyCode }) => familyCode))
  const majors = await codeNames(tx, 'major', rows.flatMap((row) => row.majors.map(({ code }) => code)))
  return {
    year: survey.year,
    rows: rows.map((row) => ({ ...row, familyName: families.get(row.familyCode) ?? row.familyCode, majors: row.majors.map((one) => ({ ...one, name: majors.get(one.code) ?? one.code })) })),
  }
}
