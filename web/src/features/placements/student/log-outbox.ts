import { sendLog, sendLogPhoto } from '@silian/server/contract/placements/logs'
import type { Reply } from '@silian/server/contract'
import { createStore, del, entries, set } from 'idb-keyval'
import { useSyncExternalStore } from 'react'
import { ApiError, call, upload } from '../../../kernel/api.ts'

export type Log = Reply<typeof sendLog>
/** On the phone with its bytes until the server has it; afterwards only by its file. */
export type KeptPhoto = { id: string; blob: Blob | null; fileId: string | null }
export type KeptLog = {
  accountId: string
  placementId: string
  week: string
  did: string
  learnt: string
  question: string
  /** By task; '' is anything else. */
  hours: Record<string, number>
  photos: KeptPhoto[]
  /** Of what the server had when this was begun. */
  version: number
  /** Names one sending: the same again changes nothing on the server. */
  sendId: string
  state: 'draft' | 'queued' | 'conflict' | 'refused'
  at: number
  theirs?: Log
  why?: { code: string; details: Record<string, unknown> }
}

/**
 * Logs on this phone: written with every key, in IndexedDB because photos do not fit elsewhere. What is queued leaves when the network is
 * back: its photos first, one by one, then the text, which takes them along. Cut off in between, it begins again and nothing is there twice.
 */
const store = createStore('silian-logs', 'kept')
const keyOf = ({ accountId, placementId, week }: Pick<KeptLog, 'accountId' | 'placementId' | 'week'>) => `${accountId}/${placementId}/${week}`

let kept: ReadonlyMap<string, KeptLog> | undefined
let sending: Promise<void> | null = null
const listeners = new Set<() => void>()
const loading = entries<string, KeptLog>(store).then(
  (all) => publish(new Map(all)),
  // A browser that keeps nothing (private mode): what is typed lives as long as the page.
  () => publish(new Map()),
)

function publish(next: ReadonlyMap<string, KeptLog>) {
  kept = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What this person has on this phone, by week; undefined until it is read. */
export const useKeptLogs = (): ReadonlyMap<string, KeptLog> | undefined => useSyncExternalStore(subscribe, () => kept)
export const findKept = (all: ReadonlyMap<string, KeptLog> | undefined, where: Pick<KeptLog, 'accountId' | 'placementId' | 'week'>) => all?.get(keyOf(where))
export const useSending = () => useSyncExternalStore(subscribe, () => sending !== null)

/** Whether something of this week is still on the phone, now. */
export const isKept = (where: Pick<KeptLog, 'accountId' | 'placementId' | 'week'>) => kept?.has(keyOf(where)) ?? false

/** Answers whether it is kept on the phone, too; false when there is no room. */
export async function keepLog(log: KeptLog): Promise<boolean> {
  await loading
  publish(new Map(kept).set(keyOf(log), log))
  return set(keyOf(log), log, store).then(
    () => true,
    () => false,
  )
}
export async function forgetLog(log: Pick<KeptLog, 'accountId' | 'placementId' | 'week'>) {
  await loading
  const next = new Map(kept)
  next.delete(keyOf(log))
  publish(next)
  await del(keyOf(log), store).catch(() => {})
}

/** Sends what is queued; one at a time, and never two runs at once. */
export function sendQueued(accountId: string, onSent: (log: Log) => void): Promise<void> {
  sending ??= loading
    .then(async () => {
      for (const log of kept!.values()) if (log.accountId === accountId && log.state === 'queued') await sendOne(keyOf(log), onSent)
    })
    .finally(() => {
      sending = null
      publish(new Map(kept))
    })
  publish(new Map(kept))
  return sending
}

async function sendOne(key: string, onSent: (log: Log) => void, again = true): Promise<void> {
  const log = kept!.get(key)!
  try {
    for (const photo of log.photos) {
      if (photo.fileId || !photo.blob) continue
      const { fileId } = await upload(sendLogPhoto, { params: { placementId: log.placementId }, file: new File([photo.blob], 'photo.jpg', { type: photo.blob.type }), fields: { id: photo.id } })
      const now = kept!.get(key)!
      await keepLog({ ...now, photos: now.photos.map((one) => (one.id === photo.id ? { ...one, fileId } : one)) })
    }
    const { did, learnt, question, version, sendId } = log
    const hours = Object.entries(log.hours).flatMap(([taskId, number]) => (number > 0 ? [{ taskId: taskId || null, hours: number }] : []))
    const sent = await call(sendLog, { params: { placementId: log.placementId, week: log.week }, body: { sendId, version, did, learnt, question, hours, photos: log.photos.map(({ id }) => id) } })
    const now = kept!.get(key)
    // Written on while it left: that is the next draft, on top of what the server has now.
    if (now && now.sendId === sendId) await forgetLog(log)
    else if (now) await keepLog({ ...now, version: sent.version })
    onSent(sent)
  } catch (error) {
    await setBack(key, error, again, onSent)
  }
}

async function setBack(key: string, error: unknown, again: boolean, onSent: (log: Log) => void) {
  const log = kept!.get(key)
  if (!log || !(error instanceof ApiError)) throw error
  const { code, details } = error
  // No network, or a server that is away: it stays queued.
  if (['unreachable', 'internal_error', 'not_signed_in', 'too_many_attempts'].includes(code)) return
  if (code === 'log_photos_missing' && again) {
    const lost = details.photos as string[]
    await keepLog({ ...log, photos: log.photos.flatMap((one) => (lost.includes(one.id) ? (one.blob ? [{ ...one, fileId: null }] : []) : [one])) })
    return sendOne(key, onSent, false)
  }
  await keepLog(code === 'log_conflict' ? { ...log, state: 'conflict', theirs: details.log as Log } : { ...log, state: 'refused', why: { code, details } })
}

