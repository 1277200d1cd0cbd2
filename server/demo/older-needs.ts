import { lockProblemById, move as moveProblem, raise } from '../src/features/needs/problems/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Tx } from '../src/kernel/db.ts'
import { dayAfter } from './days.ts'

export type Stage = { tx: Tx; now: Date; office: Actor; deputy: Actor; seat: (organisation: string) => Promise<Actor>; /** That moment, and never later than now. */ on: (day: number, hour?: number) => Date }

/** An older need of a firm, for the contracts that have come far. */
export async function raiseOlder({ tx, seat, deputy, on, now }: Stage, { firm, day, title, titleEn, description, wantedValue, field }: { firm: string; day: number; title: string; titleEn: string; description: string; wantedValue: string; field: string }): Promise<string> {
  const asker = await seat(firm)
  const form = { kind: 'technology' as const, family: null, title: `示例：${title}`, titleEn: `Demo: ${titleEn}`, description, descriptionEn: null, presentValue: null, wantedValue, fieldCodes: [field], privateDetails: null, budgetMin: null, budgetMax: 600_000, wantedBy: null, secrecy: 'open' as const, validUntil: dayAfter(now, 180) }
  const { id } = await raise(tx, asker, form, on(day))
  for (const [actor, action, after] of [[asker, 'submit', 0], [deputy, 'verify', 1]] as const) {
    const problem = (await lockProblemById(tx, id))!
    await moveProblem(tx, actor, problem, { action, version: problem.version }, on(day + after, 11))
  }
  await tx.updateTable('need').set({ demo: true }).where('id', '=', id).execute()
  return id
}
