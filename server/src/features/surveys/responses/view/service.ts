import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { canMove, whyNotMove } from '../../../../kernel/lifecycle.ts'
import { listOpenPosts } from '../../../needs/service.ts'
import { codeNames } from '../../../talent/codes/service.ts'
import { isSurveyOffice } from '../../policy.ts'
import type { AnswerView, LineView, ResponseFilter, ResponseRow, ResponseView } from '../contract.ts'
import { responseLife } from '../lifecycle.ts'
import { lineOfPost, type Line } from '../rules.ts'
import { inMotion, lastYearOf } from '../service.ts'
import { listLines, pageOfResponses, type Response } from '../tables.ts'

async function named(tx: Tx, lines: readonly Line[]): Promise<LineView[]> {
  const names = await codeNames(tx, 'occupation', lines.map(({ occupationCode }) => occupationCode))
  return lines.map((line) => ({ ...line, occupationName: names.get(line.occupationCode) ?? null }))
}

function rowView(actor: Actor, response: Response): ResponseRow {
  const { id, organisationId, organisationName, speakers, state, unchanged, submittedAt, remindedCount, remindedAt, outlook, people, reason } = response
  const whole = isSurveyOffice(actor, response)
  return {
    id, organisationId, organisationName, speakers, state, unchanged, remindedCount,
    submittedAt: submittedAt?.toISOString() ?? null,
    remindedAt: remindedAt?.toISOString() ?? null,
    outlook: whole ? outlook : null,
    people: whole ? people : null,
    reason: whole ? reason : null,
  }
}

export async function viewResponses(tx: Tx, actor: Actor, surveyId: string, query: ResponseFilter & { page: number; size: number }) {
  const { rows, total } = await pageOfResponses(tx, actor, surveyId, query)
  return { rows: rows.map((row) => rowView(actor, row)), total, page: query.page, size: query.size }
}

export async function viewResponse(tx: Tx, actor: Actor, response: Response, now: Date): Promise<ResponseView> {
  const thing = inMotion(response, now)
  const may = canMove(responseLife, actor, thing)
  const can = (action: 'accept' | 'return') => may[action] && whyNotMove(responseLife, action, thing, now) === null
  return {
    ...rowView(actor, response),
    surveyId: response.surveyId,
    surveyTitle: response.title,
    surveyState: response.surveyState,
    year: response.year,
    lines: await named(tx, (await listLines(tx, response.id)) as Line[]),
    before: await named(tx, (await lastYearOf(tx, response))?.lines ?? []),
    version: response.version,
    can: { accept: can('accept'), return: can('return') },
  }
}

/** What the form begins with: what was sent, else last year's answer, else the open posts of the firm. Nothing is stored by looking. */
async function beginning(tx: Tx, response: Response, last: Awaited<ReturnType<typeof lastYearOf>>): Promise<{ origin: AnswerView['origin']; lines: Line[] }> {
  if (response.submittedAt && response.state !== 'declined') return { origin: 'answer', lines: (await listLines(tx, response.id)) as Line[] }
  if (last) return { origin: 'last_year', lines: last.lines }
  const posts = (await listOpenPosts(tx, response.allianceId)).filter(({ organisationId }) => organisationId === response.organisationId)
  const lines = posts.flatMap((post) => lineOfPost(post, response.year) ?? [])
  return { origin: lines.length > 0 ? 'posts' : 'nothing', lines }
}

export async function viewAnswer(tx: Tx, actor: Actor, response: Response, now: Date): Promise<AnswerView> {
  const { surveyId, year, title, titleEn, note, closesOn, organisationName, state, reason, version } = response
  const last = await lastYearOf(tx, response)
  const { origin, lines } = await beginning(tx, response, last)
  const thing = inMotion(response, now)
  const may = canMove(responseLife, actor, thing)
  const can = (action: 'submit' | 'decline') => may[action] && whyNotMove(responseLife, action, thing, now) === null
  return {
    surveyId, year, title, titleEn, note, closesOn, organisationName, state, reason, version, origin,
    outlook: response.outlook ?? last?.outlook ?? null,
    lines: await named(tx, lines),
    lastYear: last?.year ?? null,
    can: { answer: can('submit'), same: can('submit') && last !== null, decline: can('decline') },
  }
}
