import { postOutside } from './outgoing.ts'
import type { Setting } from './setting.ts'

/**
 * Hands one message to the gateway that was configured: POST { to, text, sign } as JSON, with the key as a bearer token. Whatever a
 * provider wants besides, a few lines between us and it translate. Throws when the gateway did not take it, so that it is tried again.
 */
export async function sendSms({ url, key, sign }: NonNullable<Setting['sms']>, message: { to: string; text: string }) {
  const { status, fault } = await postOutside(url, {
    headers: { 'content-type': 'application/json; charset=utf-8', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ ...message, sign }),
    // Whoever runs the program named the gateway: it may well stand in the house.
    mayReachInside: true,
  })
  if (status === null || status >= 300) throw new Error(`the SMS gateway answered ${status ?? fault}`)
}
