import { faultsOfRule } from '@silian/algorithms/round-faults'
import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { advance } from '../../inbox/service.ts'
import type { RoundAction } from '../contract.ts'
import { roundLife, type RoundInMotion } from '../lifecycle.ts'
import { readSettings, type Settings } from '../rule/service.ts'
import { updateRound, type Round } from '../tables.ts'
import { countRound, listParties } from './tables.ts'

type Asked = { marks?: boolean; settings?: Settings }

/** A round with all that its next step hangs on. Whether its rule can be run matters only while that can be changed. */
export async function inMotion(tx: Tx, round: Round, { marks = true, settings }: Asked = {}): Promise<RoundInMotion & { facts: Awaited<ReturnType<typeof countRound>> }> {
  const [counts, parties] = [await countRound(tx, round.id, { marks }), await listParties(tx, round.id)]
  const ruleFaults = round.state === 'draft' ? faultsOfRule((settings ?? (await readSettings(tx, round))).ruled).length : 0
  return { ...round, facts: { ...counts, ruleFaults }, ...parties }
}

export type Deed = { change: Parameters<typeof updateRound>[2]; details?: Record<string, unknown> }

/** Takes a step whose deed is done: state, inbox, audit line, and what the deed leaves on the round. */
export async function takeStep(tx: Tx, by: Actor | null, { round, thing, action, deed, reason }: { round: Locked<Round>; thing: RoundInMotion; action: RoundAction; deed?: Deed | undefined; reason?: string | undefined }, now: Date) {
  const state = await advance(tx, by, roundLife, action, { ...thing, locked: true }, now, { ...(reason ? { reason } : {}), ...deed?.details })
  await updateRound(tx, round.id, { state, ...(reason ? { reason } : {}), ...deed?.change })
  return { state }
}
