import { createHmac, randomBytes } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { enqueue } from '../../../kernel/outbox.ts'
import { postOutside, type Answered } from '../../../kernel/outgoing.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { seal, unseal } from '../../../kernel/secrets.ts'
import { setting } from '../../../kernel/setting.ts'
import { ask, settle } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { addressOf } from '../searches/contract.ts'
import type { WebhookEvent } from './contract.ts'
import { afterAttempt, failuresBeforeOff, mostWebhooks, succeeded, whyNotAddress, whyNotReplay } from './rules.ts'
import {
  deleteOldDeliveries, deleteWebhook, describeSubject, insertAttempt, insertTest, insertWebhook, listOwn, lockDeliveryAnyhow, lockOwner, noteFailures, pageOfDeliveries, updateDelivery,
  updateWebhook, type lockDelivery, type Webhook,
} from './tables.ts'

const view = ({ secret: _secret, allianceId: _alliance, organisationId: _organisation, createdBy: _by, ...row }: Webhook) => ({
  ...row, events: row.events as WebhookEvent[], disabledReason: row.disabledReason as 'by_hand' | 'failing' | 'gone' | null, waiting: Number(row.waiting),
})

export async function viewWebhooks(tx: Tx, actor: Actor) {
  return { rows: (await listOwn(tx, actor)).map(view), limit: failuresBeforeOff }
}

type Fields = { name: string; url: string; events: WebhookEvent[] }

/** `whsec_` and 32 bytes, as Standard Webhooks has it. */
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`

export async function make(tx: Tx, actor: Actor, fields: Fields, now: Date) {
  await lockOwner(tx, actor.organisationId ?? actor.allianceId!)
  if ((await listOwn(tx, actor)).length >= mostWebhooks) refuse('too_many_saved', { most: mostWebhooks })
  checkAddress(fields.url)
  const secret = newSecret()
  const owner = actor.role === 'secretariat' ? { allianceId: actor.allianceId, organisationId: null } : { allianceId: null, organisationId: actor.organisationId }
  const { id } = await insertWebhook(tx, { ...fields, ...owner, secret: seal(secret), createdBy: actor.accountId, createdAt: now })
  audit(tx, actor, now, { event: 'webhook.made', subjectType: 'webhook', subjectId: id, details: { host: new URL(fields.url).host, events: fields.events } })
  return { id, secret }
}

function checkAddress(url: string) {
  const no = whyNotAddress(url, setting().webhooksInside ?? false)
  if (no) refuse(no)
}

export async function change(tx: Tx, actor: Actor, webhook: Locked<Webhook>, { version, enabled, ...fields }: Partial<Fields> & { enabled?: boolean; version: number }, now: Date) {
  if (version !== webhook.version) refuse('changed_meanwhile')
  if (fields.url !== undefined) checkAddress(fields.url)
  const switched = enabled === undefined || enabled === (webhook.disabledAt === null) ? {} : enabled ? { disabledAt: null, disabledReason: null, failures: 0 } : { disabledAt: now, disabledReason: 'by_hand' }
  if (enabled) await settle(tx, actor, { subjectType: 'webhook', subjectIds: [webhook.id] }, 'confirm', now)
  audit(tx, actor, now, { event: 'webhook.changed', subjectType: 'webhook', subjectId: webhook.id, details: { fields: Object.keys({ ...fields, ...switched }) } })
  return { version: await updateWebhook(tx, webhook.id, { ...fields, ...switched }) }
}

export async function drop(tx: Tx, actor: Actor, webhook: Locked<Webhook>, now: Date) {
  await settle(tx, actor, { subjectType: 'webhook', subjectIds: [webhook.id] }, 'close', now)
  await deleteWebhook(tx, webhook.id)
  audit(tx, actor, now, { event: 'webhook.dropped', subjectType: 'webhook', subjectId: webhook.id })
  return {}
}

export async function renewSecret(tx: Tx, actor: Actor, webhook: Locked<Webhook>, now: Date) {
  const secret = newSecret()
  await updateWebhook(tx, webhook.id, { secret: seal(secret) })
  audit(tx, actor, now, { event: 'webhook.secret_renewed', subjectType: 'webhook', subjectId: webhook.id })
  return { secret }
}

/** A job of its own for each message; its retries wait longer each time. */
const send = (tx: Tx, deliveryId: string) => enqueue(tx, 'send_webhook', { deliveryId })

export async function tryOut(tx: Tx, webhook: Locked<Webhook>, now: Date) {
  if (webhook.disabledAt) refuse('webhook_off')
  const { id } = await insertTest(tx, webhook.id, now)
  await send(tx, id)
  return { deliveryId: id }
}

export async function viewDeliveries(tx: Tx, webhook: Webhook, paging: { page: number; size: number }) {
  const { rows, total } = await pageOfDeliveries(tx, webhook.id, paging)
  return {
    ...paging,
    total,
    webhook: view(webhook),
    rows: rows.map(({ id, event, state, happenedAt, payload, attempts }) => ({
      id, event, state: state as 'waiting' | 'delivered' | 'failed' | 'skipped', happenedAt, payload, attempts, can: { replay: whyNotReplay({ state, payload }, webhook) === null },
    })),
  }
}

/** Sent again as it was: the same webhook-id, so that whoever has seen it knows it again. */
export async function replay(tx: Tx, actor: Actor, delivery: NonNullable<Awaited<ReturnType<typeof lockDelivery>>>, now: Date) {
  const no = whyNotReplay(delivery, delivery)
  if (no) refuse(no)
  await updateDelivery(tx, delivery.id, { state: 'waiting', replayedAt: now })
  await send(tx, delivery.id)
  audit(tx, actor, now, { event: 'webhook.replayed', subjectType: 'webhook', subjectId: delivery.webhookId, details: { delivery: delivery.id } })
  return {}
}

/** Standard Webhooks: what is signed is `id.timestamp.body`, with the bytes behind `whsec_`. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

type Waiting = NonNullable<Awaited<ReturnType<typeof lockDeliveryAnyhow>>>

/** One attempt. Nothing is held while the other side takes its time; throwing makes the queue try again later. */
export async function sendWebhook(db: Db, { deliveryId }: { deliveryId: string }, now: Date) {
  const message = await inTransaction(db, (tx) => prepare(tx, deliveryId))
  if (!message) return
  const { url, secret, body, id } = message
  const timestamp = Math.floor(now.getTime() / 1000)
  const answered = await postOutside(url, {
    headers: { 'content-type': 'application/json', 'user-agent': 'Silian-Webhooks/1', 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatureOf(secret, id, timestamp, body) },
    body,
    mayReachInside: setting().webhooksInside ?? false,
  })
  const again = await inTransaction(db, (tx) => conclude(tx, deliveryId, answered, now))
  if (again) throw new Error(`webhook delivery ${deliveryId}: ${answered.fault ?? answered.status}`)
}

async function prepare(tx: Tx, deliveryId: string) {
  const delivery = await lockDeliveryAnyhow(tx, deliveryId)
  if (!delivery || delivery.state !== 'waiting') return null
  const payload = delivery.disabledAt ? null : (delivery.payload ?? (await payloadOf(tx, delivery)))
  if (payload === null) {
    await updateDelivery(tx, deliveryId, { state: 'skipped' })
    return null
  }
  const body = JSON.stringify(payload)
  if (delivery.payload === null) await updateDelivery(tx, deliveryId, { payload: body })
  return { url: delivery.url, secret: unseal(delivery.secret), body, id: `msg_${delivery.id}` }
}

const placeOf: Readonly<Record<string, string>> = { 'achievement.opened': 'achievement', 'round.published': 'round', 'member.joined': 'organisation' }

async function payloadOf(tx: Tx, { event, subjectId, happenedAt, name }: Waiting) {
  if (subjectId === null) return { type: event, timestamp: happenedAt.toISOString(), data: { webhook: name } }
  const data = await describeSubject(tx, event, subjectId)
  if (!data) return null
  const kind = placeOf[event] ?? String(data['kind'])
  return { type: event, timestamp: happenedAt.toISOString(), data: { ...data, url: setting().origin + addressOf(kind, String(data['id'])) } }
}

async function conclude(tx: Tx, deliveryId: string, { status, reply, ms, fault }: Answered, now: Date): Promise<boolean> {
  const delivery = await lockDeliveryAnyhow(tx, deliveryId)
  if (!delivery) return false
  await insertAttempt(tx, { deliveryId, at: now, durationMs: ms, status, reply, fault })
  const next = afterAttempt(delivery, { status, attemptsSoFar: Number(delivery.attemptsSoFar) + 1 })
  await updateDelivery(tx, deliveryId, { state: next.state })
  await noteFailures(tx, delivery.webhookId, { failures: next.failures, ...(next.off ? { disabledAt: now, disabledReason: next.off } : {}) })
  if (succeeded(status)) await settle(tx, null, { subjectType: 'webhook', subjectIds: [delivery.webhookId] }, 'confirm', now)
  if (next.off) {
    await ask(tx, [{ kind: 'webhook.repair', subjectType: 'webhook', subjectId: delivery.webhookId, params: { name: delivery.name, failures: next.failures }, assignee: ownerOf(delivery), initiatorId: null, dueAt: null }], now)
    audit(tx, null, now, { event: 'webhook.switched_off', subjectType: 'webhook', subjectId: delivery.webhookId, details: { why: next.off, failures: next.failures } })
  }
  return next.again
}

const ownerOf = ({ allianceId, organisationId, organisationKind }: Waiting): Assignee =>
  organisationId ? { role: contactRoleOf(organisationKind!), organisationId } : { role: 'secretariat', allianceId: allianceId! }

const keptDays = 90

/** The log of what was sent, and to whom, is kept for a quarter. */
export const tidyDeliveries = (db: Db, now: Date) => inTransaction(db, async (tx) => void (await deleteOldDeliveries(tx, new Date(now.getTime() - keptDays * 86_400_000))))
