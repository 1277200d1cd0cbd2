import type { RefusalCode } from '../../../contract/refusals.ts'

/** Standard Webhooks 1.0: the first attempt and nine more, the last about four hours after the first. */
export const mostAttempts = 10
/** Attempts in a row, whichever message they were for. */
export const failuresBeforeOff = 30
export const mostWebhooks = 10

export const succeeded = (status: number | null) => status !== null && status >= 200 && status < 300

type Webhook = { failures: number; disabledAt: Date | null }
type Attempt = { status: number | null; attemptsSoFar: number }

/** What follows an attempt: the state of the delivery, whether it is tried again, and whether the webhook is switched off. */
export function afterAttempt({ failures, disabledAt }: Webhook, { status, attemptsSoFar }: Attempt) {
  if (succeeded(status)) return { state: 'delivered', again: false, failures: 0, off: null } as const
  // 410: the receiver says it will never want this again.
  const off = disabledAt ? null : status === 410 ? 'gone' : failures + 1 >= failuresBeforeOff ? 'failing' : null
  const again = off === null && attemptsSoFar < mostAttempts
  return { state: again ? 'waiting' : 'failed', again, failures: failures + 1, off } as const
}

/** Why this message cannot be sent again now. */
export function whyNotReplay(delivery: { state: string; payload: unknown }, webhook: { disabledAt: Date | null }): RefusalCode | null {
  if (webhook.disabledAt) return 'webhook_off'
  return delivery.state === 'waiting' || delivery.payload === null ? 'wrong_state' : null
}

/** An address of the open internet, encrypted, and without a password in it. Whether its name leads inside is asked when it is sent. */
export function whyNotAddress(address: string, inside: boolean): RefusalCode | null {
  const url = new URL(address)
  if (url.username || url.password || url.hash) return 'webhook_address'
  if (inside) return null
  const bare = url.hostname.replace(/\.$/, '')
  if (url.protocol !== 'https:' || bare === 'localhost' || /\.(localhost|local|internal|lan|home\.arpa)$/.test(bare) || (!bare.includes('.') && !bare.startsWith('['))) return 'webhook_address'
  return null
}
