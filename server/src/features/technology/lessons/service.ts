import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { adjustmentsByLesson } from '../proposals/service.ts'
import type { NoCode } from './contract.ts'
import { codesOf, funnelOf, lossesOf, monthsOf } from './rules.ts'
import { listEndings, pageOfLessons, updateLesson, type Ending, type findLesson } from './tables.ts'

export { findLesson } from './tables.ts'

type Counts = { code: NoCode; count: number }[]
const counts = (endings: readonly Ending[]) => codesOf(endings) as Counts
const answerOf = (one: { achievementId: string | null; achievementNumber: string | null; achievementTitle: string | null; teamId: string | null; teamNumber: string | null; teamName: string | null }) =>
  one.achievementId !== null
    ? { kind: 'achievement' as const, id: one.achievementId, number: one.achievementNumber!, title: one.achievementTitle! }
    : { kind: 'team' as const, id: one.teamId!, number: one.teamNumber!, title: one.teamName! }

/** What the answers said: of all one has a part in, or of one need, one achievement, one team. */
export async function viewReport(tx: Tx, actor: Actor, of: { needId?: string; achievementId?: string; teamId?: string }) {
  const endings = await listEndings(tx, actor, of)
  const declined = endings.filter(({ declineCode }) => declineCode !== null)
  const most = <T extends { declined: number; number: string }>(rows: T[]) => rows.sort((a, b) => b.declined - a.declined || (a.number < b.number ? -1 : 1)).slice(0, 20)
  const grouped = (key: (one: Ending) => string) => [...Map.groupBy(declined, key).values()]
  return {
    total: endings.length,
    live: endings.filter(({ state }) => !['declined', 'withdrawn', 'lapsed'].includes(state)).length,
    funnel: funnelOf(endings),
    losses: lossesOf(endings) as { stage: number; code: NoCode | 'withdrawn' | 'lapsed'; count: number }[],
    codes: counts(endings),
    months: monthsOf(endings) as { month: string; codes: Counts }[],
    answers: most(grouped((one) => (one.achievementId ?? one.teamId)!).map((some) => ({ ...answerOf(some[0]!), declined: some.length, codes: counts(some) }))),
    needs: most(grouped((one) => one.needId).map((some) => ({ id: some[0]!.needId, number: some[0]!.needNumber, title: some[0]!.needTitle, declined: some.length, codes: counts(some) }))),
  }
}

export async function viewLessons(tx: Tx, actor: Actor, query: { page: number; size: number }) {
  const { rows, total } = await pageOfLessons(tx, actor, query)
  const byLesson = await adjustmentsByLesson(tx)
  return {
    total, page: query.page, size: query.size,
    rows: rows.map((row) => ({
      introductionId: row.id,
      number: row.number,
      code: row.code,
      need: { id: row.needId, number: row.needNumber, title: row.needTitle },
      answer: answerOf(row),
      at: (row.endedAt ?? row.updatedAt).toISOString(),
      active: row.unlearntAt === null,
      unlearntAt: row.unlearntAt?.toISOString() ?? null,
      unlearntByName: row.unlearntByName,
      adjustments: (byLesson.get(row.id) ?? []).map(({ id, when, add }) => ({ id, pair: when.needId !== undefined && when.answerId !== undefined, needConcept: when.needConcept ?? null, answerConcept: when.answerConcept ?? null, add })),
    })),
  }
}

/** A lesson is taken back, or counts again. Nothing else depends on it: the ranking is as if it had never been. */
export async function setLesson(tx: Tx, actor: Actor, lesson: NonNullable<Awaited<ReturnType<typeof findLesson>>>, { active }: { active: boolean }, now: Date) {
  if (active === (lesson.unlearntAt === null)) return { active }
  await updateLesson(tx, lesson.id, active ? { unlearntAt: null, unlearntBy: null } : { unlearntAt: now, unlearntBy: actor.accountId })
  audit(tx, actor, now, { event: active ? 'introduction.lesson_restored' : 'introduction.lesson_undone', subjectType: 'introduction', subjectId: lesson.id, details: { number: lesson.number } })
  return { active }
}
