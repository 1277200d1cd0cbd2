import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { digestOf } from '../../../kernel/secrets.ts'
import { afterFailure, isShut, neighbourhoodOf } from './rules.ts'
import { deleteTries, findTries, lockTries, updateTries } from './tables.ts'

/** Something that may be tried a few times: one account's password, everything from one address. */
export type Door = { key: Buffer; most: number }

const door = (purpose: string, who: string, most: number): Door => ({ key: digestOf(`attempt:${purpose}:${who}`), most })

/** One account, or one name that is no account's: both shut alike, so that a shut door does not say that somebody lives there. */
export const passwordDoor = (accountIdOrLogin: string) => door('password', accountIdOrLogin, 5)
export const factorDoor = (accountId: string) => door('second_factor', accountId, 5)
export const studentCodeDoor = (schoolId: string, studentNumber: string) => door('student_code', `${schoolId}:${studentNumber}`, 5)
/** One party's one-time code for one agreement. */
export const signingDoor = (partyId: string) => door('signing', partyId, 5)
/** A school's whole computer room comes from one address. */
export const addressDoor = (address: string) => door('address', neighbourhoodOf(address), 100)

/** Comes in alone, or is told until when the door is shut. */
export async function enter(tx: Tx, { key }: Door, now: Date) {
  refuseIfShut(await lockTries(tx, key, now), now)
}

/** Looks without holding: for an address, where many come in at once. */
export async function passBy(tx: Tx, { key }: Door, now: Date) {
  refuseIfShut(await findTries(tx, key), now)
}

/** Counts a failure; answers how many tries are left. Only counts if the request commits: refuse with refuseAndKeep. */
export async function fail(tx: Tx, { key, most }: Door, now: Date): Promise<number> {
  const tries = afterFailure(await lockTries(tx, key, now), most, now)
  await updateTries(tx, key, tries)
  return most - tries.failures
}

export const forget = (tx: Tx, { key }: Door) => deleteTries(tx, key)

function refuseIfShut(tries: Awaited<ReturnType<typeof findTries>>, now: Date) {
  if (isShut(tries, now)) refuse('tries_used_up', { minutes: Math.ceil((tries!.lockedUntil!.getTime() - now.getTime()) / 60_000) })
}
