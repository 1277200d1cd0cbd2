import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { setting } from './setting.ts'

const keys = new WeakMap<Buffer, Map<string, KeyObject>>()

/** One key a purpose, derived and wrapped once: with plain bytes every use costs five times as much, and a sheet holds ten thousand numbers. */
function keyFor(purpose: string): KeyObject {
  const { masterKey } = setting()
  const derived = keys.get(masterKey) ?? new Map<string, KeyObject>()
  keys.set(masterKey, derived)
  const key = derived.get(purpose) ?? createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', `silian/${purpose}`, 32)))
  derived.set(purpose, key)
  return key
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text. */
export function seal(text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor('seal'), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

export function unseal(sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor('seal'), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
}

/** Finds equal values without opening them: one identity number, one person. */
export const digestOf = (text: string): Buffer => createHmac('sha256', keyFor('digest')).update(text).digest()

/** A secret handed to somebody once; only its SHA-256 is stored. */
export const newToken = () => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
