import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const webhookEvents = ['need.opened', 'need.solved', 'achievement.opened', 'round.published', 'member.joined'] as const
export const WebhookEvent = z.enum(webhookEvents)
export type WebhookEvent = z.infer<typeof WebhookEvent>

const WebhookParams = z.object({ webhookId: z.uuid() })
const Fields = z.object({
  name: z.string().trim().min(1).max(60),
  url: z.url({ protocol: /^https?$/ }).max(500),
  events: z.array(WebhookEvent).min(1).transform((events) => [...new Set(events)]),
})

export const WebhookView = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  events: z.array(WebhookEvent),
  createdAt: Moment,
  createdByName: z.string().nullable(),
  /** Attempts in a row that failed. */
  failures: z.int(),
  disabledAt: Moment.nullable(),
  disabledReason: z.enum(['by_hand', 'failing', 'gone']).nullable(),
  lastDeliveredAt: Moment.nullable(),
  waiting: z.int(),
  version: z.int(),
})
export type WebhookView = z.output<typeof WebhookView>

export const listWebhooks = endpoint({ method: 'GET', path: '/webhooks', reply: z.object({ rows: z.array(WebhookView), /** Failures in a row after which one is switched off. */ limit: z.int() }) })
export const makeWebhook = endpoint({
  method: 'POST',
  path: '/webhooks',
  body: Fields,
  reply: z.object({ id: z.uuid(), secret: z.string() }),
  summary: 'An address that is told what happened. The secret is shown this once',
})
export const changeWebhook = endpoint({
  method: 'PATCH',
  path: '/webhooks/:webhookId',
  params: WebhookParams,
  body: Fields.partial().extend({ enabled: z.boolean().optional(), version: z.int() }),
  reply: z.object({ version: z.int() }),
})
export const dropWebhook = endpoint({ method: 'DELETE', path: '/webhooks/:webhookId', params: WebhookParams, reply: z.object({}) })
export const renewWebhookSecret = endpoint({ method: 'POST', path: '/webhooks/:webhookId/secret', params: WebhookParams, reply: z.object({ secret: z.string() }), summary: 'A new secret; the old one signs nothing from now on' })
export const testWebhook = endpoint({ method: 'POST', path: '/webhooks/:webhookId/test', params: WebhookParams, reply: z.object({ deliveryId: z.uuid() }), summary: 'Sends webhook.test' })

export const DeliveryView = z.object({
  id: z.uuid(),
  event: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed', 'skipped']),
  happenedAt: Moment,
  payload: z.unknown().nullable(),
  attempts: z.array(z.object({ at: z.string(), durationMs: z.int(), status: z.int().nullable(), reply: z.string(), fault: z.string().nullable() })),
  can: z.object({ replay: z.boolean() }),
})
export type DeliveryView = z.output<typeof DeliveryView>

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/webhooks/:webhookId/deliveries',
  params: WebhookParams,
  query: Paging,
  reply: pageOf(DeliveryView).extend({ webhook: WebhookView }),
  summary: 'What was sent, when, and what was answered',
})
export const replayDelivery = endpoint({
  method: 'POST',
  path: '/webhooks/:webhookId/deliveries/:deliveryId/replay',
  params: WebhookParams.extend({ deliveryId: z.uuid() }),
  reply: z.object({}),
  summary: 'Sends the same message again, under the same webhook-id',
})
