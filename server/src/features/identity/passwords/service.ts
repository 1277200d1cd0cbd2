import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'
import type { Tx } from '../../../kernel/db.ts'
import { refuse, refuseAndKeep } from '../../../kernel/refusal.ts'
import { enter, fail, forget, passwordDoor } from '../attempts/service.ts'
import { whyNotPassword } from '../rules.ts'

/** argon2id, 19 MiB, 2 passes: the library's defaults and OWASP's least. */
const hashPassword = (password: string) => hash(password.normalize('NFC'))

let decoy: Promise<string> | undefined

/** Takes as long without a hash as with one, so that an answer does not say whether the account exists. */
export async function isPasswordOf(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const right = await verify(passwordHash ?? (await decoy), password.normalize('NFC'))
  return right && Boolean(passwordHash)
}

/** Refuses a weak one with its reason. */
export async function newPasswordHash(password: string, owner: { login: string; name: string }): Promise<string> {
  const no = whyNotPassword(password, owner)
  if (no) refuse(no)
  return hashPassword(password)
}

/** Somebody who is signed in proves again that it is them; tries count as at sign-in. */
export async function confirmPassword(tx: Tx, account: { id: string; passwordHash: string | null }, password: string, now: Date) {
  const door = passwordDoor(account.id)
  await enter(tx, door, now)
  if (!(await isPasswordOf(account.passwordHash, password))) refuseAndKeep('wrong_password', { triesLeft: await fail(tx, door, now) })
  await forget(tx, door)
}
