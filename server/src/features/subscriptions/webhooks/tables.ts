import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** The one place that says who sees which webhook: the office of its alliance, or the contacts of its organisation. */
const visibleWebhooks = (tx: Tx, actor: Actor) =>
  tx.selectFrom('webhook').where((one) => (hasRole(actor, 'secretariat') ? one('webhook.allianceId', '=', actor.allianceId) : one('webhook.organisationId', '=', actor.organisationId)))

const whole = (tx: Tx, actor: Actor) =>
  visibleWebhooks(tx, actor)
    .leftJoin('account', 'account.id', 'webhook.createdBy')
    .selectAll('webhook')
    .select([
      'account.name as createdByName',
      sql<Date | null>`(select max(a.at) from webhook_delivery d join webhook_attempt a on a.delivery_id = d.id where d.webhook_id = webhook.id and a.status between 200 and 299)`.as('lastDeliveredAt'),
      sql<number>`(select count(*) from webhook_delivery d where d.webhook_id = webhook.id and d.state = 'waiting')`.as('waiting'),
    ])

export const listOwn = (tx: Tx, actor: Actor) => whole(tx, actor).orderBy('webhook.createdAt').orderBy('webhook.id').execute()
export const findWebhook = (tx: Tx, actor: Actor, webhookId: string) => whole(tx, actor).where('webhook.id', '=', webhookId).executeTakeFirst()
export type Webhook = NonNullable<Awaited<ReturnType<typeof findWebhook>>>

export async function lockWebhook(tx: Tx, actor: Actor, webhookId: string): Promise<Locked<Webhook> | undefined> {
  const row = await whole(tx, actor).where('webhook.id', '=', webhookId).forUpdate('webhook').executeTakeFirst()
  return row && { ...row, locked: true }
}

/** One writer at a time for the webhooks of an organisation or an office: they are counted. */
export const lockOwner = (tx: Tx, ownerId: string) => sql`select pg_advisory_xact_lock(hashtext(${`webhooks ${ownerId}`}))`.execute(tx)

type NewWebhook = { allianceId: string | null; organisationId: string | null; name: string; url: string; events: string[]; secret: Buffer; createdBy: string; createdAt: Date }
export const insertWebhook = (tx: Tx, row: NewWebhook) => tx.insertInto('webhook').values(row).returning('id').executeTakeFirstOrThrow()

export type WebhookChange = Partial<{ name: string; url: string; events: string[]; secret: Buffer; failures: number; disabledAt: Date | null; disabledReason: string | null }>
export async function updateWebhook(tx: Tx, webhookId: string, change: WebhookChange) {
  const { version } = await tx.updateTable('webhook').set((one) => ({ ...change, version: one('version', '+', 1) })).where('id', '=', webhookId).returning('version').executeTakeFirstOrThrow()
  return version
}
/** Counting is no change that somebody's form would have to know of. */
export const noteFailures = (tx: Tx, webhookId: string, change: Pick<WebhookChange, 'failures' | 'disabledAt' | 'disabledReason'>) => tx.updateTable('webhook').set(change).where('id', '=', webhookId).execute()

export const deleteWebhook = (tx: Tx, webhookId: string) => tx.deleteFrom('webhook').where('id', '=', webhookId).execute()

const attempts = sql<{ at: string; durationMs: number; status: number | null; reply: string; fault: string | null }[]>`(select coalesce(json_agg(json_build_object(
  'at', a.at, 'durationMs', a.duration_ms, 'status', a.status, 'reply', a.reply, 'fault', a.fault) order by a.id), '[]') from webhook_attempt a where a.delivery_id = webhook_delivery.id)`.as('attempts')

export async function pageOfDeliveries(tx: Tx, webhookId: string, { page, size }: { page: number; size: number }) {
  const deliveries = tx.selectFrom('webhookDelivery').where('webhookId', '=', webhookId)
  const { total } = await deliveries.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await deliveries.selectAll('webhookDelivery').select(attempts).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}

export const insertTest = (tx: Tx, webhookId: string, now: Date) =>
  tx.insertInto('webhookDelivery').values({ webhookId, event: 'webhook.test', happenedAt: now, createdAt: now }).returning('id').executeTakeFirstOrThrow()

export async function lockDelivery(tx: Tx, actor: Actor, webhookId: string, deliveryId: string) {
  const row = await visibleWebhooks(tx, actor)
    .innerJoin('webhookDelivery', 'webhookDelivery.webhookId', 'webhook.id')
    .selectAll('webhookDelivery')
    .select('webhook.disabledAt')
    .where('webhook.id', '=', webhookId)
    .where('webhookDelivery.id', '=', deliveryId)
    .forUpdate('webhookDelivery')
    .executeTakeFirst()
  return row && { ...row, locked: true as const }
}

/** For the worker, which acts for nobody. The webhook is held too: its failures are counted. */
export async function lockDeliveryAnyhow(tx: Tx, deliveryId: string) {
  return tx
    .selectFrom('webhookDelivery')
    .innerJoin('webhook', 'webhook.id', 'webhookDelivery.webhookId')
    .leftJoin('organisation', 'organisation.id', 'webhook.organisationId')
    .selectAll('webhookDelivery')
    .select(['webhook.url', 'webhook.secret', 'webhook.name', 'webhook.failures', 'webhook.disabledAt', 'webhook.organisationId', 'webhook.allianceId', 'organisation.kind as organisationKind'])
    .select(sql<number>`(select count(*) from webhook_attempt a where a.delivery_id = webhook_delivery.id and a.at >= coalesce(webhook_delivery.replayed_at, '-infinity'))`.as('attemptsSoFar'))
    .where('webhookDelivery.id', '=', deliveryId)
    .forUpdate(['webhookDelivery', 'webhook'])
    .executeTakeFirst()
}

export const updateDelivery = (tx: Tx, deliveryId: string, change: Partial<{ state: string; payload: string; replayedAt: Date }>) =>
  tx.updateTable('webhookDelivery').set(change).where('id', '=', deliveryId).execute()

export const insertAttempt = (tx: Tx, row: { deliveryId: string; at: Date; durationMs: number; status: number | null; reply: string; fault: string | null }) => tx.insertInto('webhookAttempt').values(row).execute()

/** What the log keeps is not for ever. */
export const deleteOldDeliveries = (tx: Tx, before: Date) => tx.deleteFrom('webhookDelivery').where('createdAt', '<', before).where('state', '!=', 'waiting').execute()

/**
 * What is told about an event: what the public pages would say, and no person. Asked when it is sent: what is no longer public is not
 * told, and answers nothing.
 */
export async function describeSubject(tx: Tx, event: string, subjectId: string): Promise<Record<string, unknown> | undefined> {
  if (event === 'need.opened' || event === 'need.solved') {
    return tx
      .selectFrom('need')
      .innerJoin('organisation', 'organisation.id', 'need.organisationId')
      .select(['need.id', 'need.number', 'need.kind', 'need.title', 'need.titleEn', 'need.state', 'need.validUntil', 'organisation.id as organisationId', 'organisation.name as organisationName'])
      .where('need.id', '=', subjectId)
      .where('need.verifiedAt', 'is not', null)
      .where('need.state', 'not in', ['draft', 'submitted', 'withdrawn', 'declined'])
      .executeTakeFirst()
  }
  if (event === 'achievement.opened') {
    return tx
      .selectFrom('achievement')
      .innerJoin('organisation', 'organisation.id', 'achievement.organisationId')
      .select(['achievement.id', 'achievement.number', 'achievement.title', 'achievement.titleEn', 'achievement.level', 'organisation.id as organisationId', 'organisation.name as organisationName'])
      .where('achievement.id', '=', subjectId)
      .where('achievement.state', 'in', ['open', 'stale'])
      .where('achievement.disclosure', '!=', 'members')
      .executeTakeFirst()
  }
  if (event === 'round.published') {
    return tx.selectFrom('round').select(['id', 'number', 'title', 'titleEn', 'leaveYear', 'state', 'publicityUntil']).where('id', '=', subjectId).where('publishedAt', 'is not', null).executeTakeFirst()
  }
  return tx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['organisation.id', 'organisation.name', 'organisation.nameEn', 'organisation.kind', 'organisation.town', 'membership.seat'])
    .where('membership.id', '=', subjectId)
    .where('membership.state', '=', 'active')
    .executeTakeFirst()
}
