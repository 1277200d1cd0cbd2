import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { inThread } from '../../../kernel/thread.ts'
import { keepFile } from '../../files/service.ts'
import { kindOf, mediaTypes } from '../../files/rules.ts'
import { ask, settle } from '../../inbox/service.ts'
import { paperCodeFrom, readLink } from '../papers/service.ts'
import { mayHandOver } from '../policy.ts'
import { findAgreement, inMotion, listParties, lockAgreement, type Agreement } from '../service.ts'
import { checkSignable, sign } from '../signing/service.ts'
import { mayDecideScan } from './policy.ts'
import { faultsOfShown, unreadPhoto } from './rules.ts'
import { countOpen, findByCode, findScan, insertScan, lockScan, pageOfScans, updateScan, type Scan } from './tables.ts'

const kinds = ['jpeg', 'png', 'pdf'] as const

/** Reads the code on the picture and puts it with its agreement. What no paper of ours shows, or another text than ours, is refused. */
export async function bringScan(tx: Tx, actor: Actor, upload: Upload, typed: string | undefined, now: Date) {
  const kind = kindOf(upload.bytes, upload.name)
  const unread = unreadPhoto(upload.bytes)
  if (unread) refuse(unread, { name: upload.name })
  if (!kind || !(kinds as readonly string[]).includes(kind)) refuse('file_kind_not_allowed', { name: upload.name, allow: kinds })
  const texts = typed ? [typed] : await inThread<string[]>(import.meta.resolve('./reading/service.ts'), 'codesIn', new Uint8Array(upload.bytes), mediaTypes[kind])
  const agreement = await agreementOf(tx, actor, texts)
  if (agreement.state !== 'signing') refuse('wrong_state', { state: agreement.state, action: 'sign' })
  const file = await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'agreement', subjectId: agreement.id, allow: kinds }, now)
  const id = await insertScan(tx, { agreementId: agreement.id, fileId: file.id, foundBy: typed ? 'hand' : 'picture', uploadedBy: actor.accountId, uploadedAt: now })
  const { keeper, number, title } = inMotion(agreement, await listParties(tx, [agreement.id]), now)
  await ask(tx, [{ kind: 'agreement.read_scan', subjectType: 'agreement', subjectId: agreement.id, params: { number, title }, assignee: keeper, initiatorId: actor.accountId, dueAt: null }], now)
  audit(tx, actor, now, { event: 'agreement.scanned', subjectType: 'agreement', subjectId: agreement.id, details: { number, fileId: file.id, foundBy: typed ? 'hand' : 'picture' } })
  return scanView(actor, (await findScan(tx, actor, id))!)
}

async function agreementOf(tx: Tx, actor: Actor, texts: readonly string[]): Promise<Locked<Agreement>> {
  const read = texts.flatMap((text) => readLink(text) ?? [])
  if (read.length === 0) refuse('scan_code_missing')
  const codes = new Set(read.map(({ code }) => code.toUpperCase().replaceAll('-', '')))
  if (codes.size > 1) refuse('scan_codes_differ', { count: codes.size })
  const code = paperCodeFrom([...codes][0]!) ?? refuse('scan_code_forged')
  const found = (await findByCode(tx, actor, code)) ?? refuse('scan_code_unknown')
  const agreement = (await lockAgreement(tx, actor, found.id))!
  const hash = agreement.textHash?.toString('hex')
  if (read.some((one) => one.hash !== null && !hash?.startsWith(one.hash))) refuse('scan_text_differs', { number: agreement.number })
  if (!mayHandOver(actor, agreement)) refuse('not_allowed')
  return agreement
}

/** The deed itself: what the paper shows becomes signatures, all of them or none. */
export async function confirmScan(tx: Tx, actor: Actor, { scan, agreement }: Held, signatures: readonly { partyId: string; name: string; signedOn: string }[], now: Date) {
  if (scan.state !== 'found') refuse('wrong_state', { state: scan.state })
  if (agreement.state !== 'signing') refuse('wrong_state', { state: agreement.state, action: 'sign' })
  const parties = await listParties(tx, [agreement.id])
  const issues = faultsOfShown(agreement, parties, signatures, { openedOn: dayOf(agreement.openedAt!), today: dayOf(now) })
  if (issues.length > 0) refuse('scan_faulty', { issues, ...(issues.some(({ code }) => code === 'signed_after_start') ? { rule: '1.13', startsOn: agreement.startsOn } : {}) })
  await decide(tx, actor, scan, { state: 'confirmed' }, now)
  let moved: Pick<Agreement, 'id' | 'state' | 'version'> = agreement
  let held: Locked<Agreement> = agreement
  for (const { partyId, name, signedOn } of signatures) {
    const party = await checkSignable(tx, held, parties, partyId, { textHash: held.textHash!.toString('hex'), signedOn, onPaper: true })
    moved = await sign(tx, actor, held, party, { name, method: 'paper', accountId: null, signedOn, scanId: scan.id }, now)
    held = { ...held, state: moved.state, version: moved.version }
  }
  const { id, state, version } = moved
  return { id, state, version }
}

export async function refuseScan(tx: Tx, actor: Actor, { scan }: Held, note: string, now: Date) {
  if (scan.state !== 'found') refuse('wrong_state', { state: scan.state })
  await decide(tx, actor, scan, { state: 'refused', note }, now)
  audit(tx, actor, now, { event: 'agreement.scan_refused', subjectType: 'agreement', subjectId: scan.agreementId, details: { number: scan.number, fileId: scan.fileId } })
  return {}
}

async function decide(tx: Tx, actor: Actor, scan: Scan, change: { state: 'confirmed' | 'refused'; note?: string }, now: Date) {
  await updateScan(tx, scan.id, { ...change, decidedBy: actor.accountId, decidedAt: now })
  if ((await countOpen(tx, scan.agreementId)) === 0) await settle(tx, actor, { subjectType: 'agreement', subjectIds: [scan.agreementId], kinds: ['agreement.read_scan'] }, change.state === 'confirmed' ? 'confirm' : 'reject', now)
}

export type Held = NonNullable<Awaited<ReturnType<typeof holdScan>>>
/** Agreement, then scan: always held in this order. */
export async function holdScan(tx: Tx, actor: Actor, scanId: string) {
  const seen = await findScan(tx, actor, scanId)
  const agreement = seen && (await lockAgreement(tx, actor, seen.agreementId))
  return agreement && { agreement, scan: (await lockScan(tx, actor, scanId))! }
}

const scanView = (actor: Actor, { id, agreementId, number, title, kind, state, foundBy, fileId, fileName, mediaType, bringerName, uploadedAt, deciderName, decidedAt, note, allianceId, keeperId }: Scan) => ({
  id, agreementId, number, title, uploadedAt, decidedAt, note,
  kind: kind as Agreement['kind'],
  state: state as 'found' | 'confirmed' | 'refused',
  foundBy: foundBy as 'picture' | 'hand',
  file: { id: fileId, name: fileName, mediaType },
  uploadedBy: bringerName,
  decidedBy: deciderName,
  can: { decide: state === 'found' && mayDecideScan(actor, { agreement: { allianceId, keeperId } }) },
})
export async function viewScans(tx: Tx, actor: Actor, query: { state: string; agreementId?: string; page: number; size: number }) {
  const { rows, total } = await pageOfScans(tx, actor, query)
  return { rows: rows.map((row) => scanView(actor, row)), total, page: query.page, size: query.size }
}

/** For files kept with an agreement. */
export const seesAgreementFiles = async (tx: Tx, actor: Actor, agreementId: string) => (await findAgreement(tx, actor, agreementId)) !== undefined
