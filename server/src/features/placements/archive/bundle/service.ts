import { createHash } from 'node:crypto'
import { PassThrough, Readable, Transform } from 'node:stream'
import yazl from 'yazl'
import { say } from '@silian/words'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { setting } from '../../../../kernel/setting.ts'
import { findAgreementAnyhow, labelOf, listParties } from '../../../agreements/service.ts'
import { paperOf } from '../../../agreements/papers/service.ts'
import { keepFile, listFiles } from '../../../files/service.ts'
import { resultOf } from '../../assessments/rules.ts'
import { lastDayOf } from '../../assessments/service.ts'
import { findAssessment, findScheme } from '../../assessments/tables.ts'
import type { Placement } from '../../tables.ts'
import { documentOf, indexOf } from '../documents/service.ts'
import { distinct, pathIn, type PaperKind } from '../rules.ts'
import { listAgreementIds, listFilesByIds, listLogs, listPaperFiles, listPhotos, listScans, listTaskCards, listTexts, listVisits, type Entry } from '../tables.ts'

type Part = { kind: PaperKind; title: string; name: string } & ({ text: string } | { fileId: string })
const word = (key: string, params: Record<string, string> = {}) => say('zh-Hans', `assessment:${key}`, params) ?? key
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** The eight papers of a placement as they are now: what was written here as documents, what came as files as they are. */
export async function collect(tx: Tx, placement: Placement, now: Date): Promise<Entry[]> {
  const parts = [...(await agreements(tx, placement, now)), ...(await records(tx, placement)), ...(await uploads(tx, placement))]
  const files = new Map((await listFilesByIds(tx, parts.flatMap((part) => ('fileId' in part ? [part.fileId] : [])))).map((file) => [file.id, file]))
  // A photograph or scan is named for what it shows; what it is, its own name says.
  const nameOf = (part: Part) => ('fileId' in part && !/\.[a-z0-9]{2,5}$/i.test(part.name) ? `${part.name}${/\.[a-z0-9]+$/i.exec(files.get(part.fileId)?.name ?? '')?.[0] ?? ''}` : part.name)
  const paths = distinct(parts.map((part) => pathIn(part.kind, word(`kinds.${part.kind}`), nameOf(part))))
  return parts
    .map((part, index): Entry => {
      const path = paths[index]!
      if ('text' in part) return { path, kind: part.kind, title: part.title, sha256: sha256(part.text), size: Buffer.byteLength(part.text), text: part.text }
      const file = files.get(part.fileId)!
      return { path, kind: part.kind, title: part.title, sha256: file.sha256.toString('hex'), size: file.size, fileId: file.id }
    })
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

/** Agreements as they were signed: set once more and kept, so that the bundle of ten years on has the same bytes. */
async function agreements(tx: Tx, placement: Placement, now: Date): Promise<Part[]> {
  const ids = (await listAgreementIds(tx, placement.id)).map(({ id }) => id)
  const parties = Map.groupBy(await listParties(tx, ids), ({ agreementId }) => agreementId)
  const parts: Part[] = []
  for (const id of ids) {
    const agreement = (await findAgreementAnyhow(tx, id))!
    const paper = await paperOf(agreement, parties.get(id) ?? [], labelOf)
    const file = await keepFile(tx, null, { name: paper.name, bytes: paper.bytes, subjectType: 'placement_archive', subjectId: placement.id, allow: ['pdf'] }, now)
    parts.push({ kind: 'agreement', title: `${agreement.number} ${agreement.title}`, name: paper.name, fileId: file.id })
  }
  for (const { fileId, number } of await listScans(tx, ids)) parts.push({ kind: 'agreement', title: word('documents.scan', { number }), name: `${word('documents.scan', { number })}`, fileId })
  return parts
}

async function records(tx: Tx, placement: Placement): Promise<Part[]> {
  const parts: Part[] = []
  const add = (kind: PaperKind, title: string, text: string) => void parts.push({ kind, title, name: `${title}.html`, text })
  const cards = await listTaskCards(tx, placement.id)
  if (cards.length > 0) {
    add('plan', word('documents.plan'), documentOf(word('documents.plan'), [{ lines: cards.map(({ position, title, goal }) => [String(position), [title, goal].filter(Boolean).join('：')] as const) }]))
    const signed = cards.filter(({ state }) => state === 'signed')
    if (signed.length > 0) add('evidence', word('documents.cards'), documentOf(word('documents.cards'), signed.map(({ title, evidence, signerName, signedAt }) => ({ heading: title, lines: [[word('documents.signer'), `${signerName} ${signedAt ? dayOf(signedAt) : ''}`]], text: evidence ?? '' }))))
  }
  for (const { kind, text, handedInAt } of await listTexts(tx, placement.id)) {
    const is = kind as 'summary' | 'report'
    add(is, word(`kinds.${is}`), documentOf(`${placement.studentName} ${word(`kinds.${is}`)}`, [{ lines: [[word('documents.handedIn'), dayOf(handedInAt!)]] }, { text }]))
  }
  const result = await resultDocument(tx, placement)
  if (result) add('assessment', word('kinds.assessment'), result)
  const logs = await listLogs(tx, placement.id)
  if (logs.length > 0) add('log', word('kinds.log'), documentOf(word('kinds.log'), logs.map(({ week, did, learnt, question, comment }) => ({ heading: week, lines: [[word('documents.did'), did], [word('documents.learnt'), learnt], [word('documents.question'), question], [word('documents.comment'), comment]] }))))
  for (const { fileId, week, position } of await listPhotos(tx, placement.id)) parts.push({ kind: 'evidence', title: `${week} (${position})`, name: `${week}-${position}`, fileId })
  const visits = await listVisits(tx, placement.id)
  if (visits.length > 0) add('inspection', word('kinds.inspection'), documentOf(word('kinds.inspection'), visits.map(({ visitedOn, teacherName, finding, followUp, outcome }) => ({ heading: `${visitedOn} ${teacherName}`, lines: [[word('documents.finding'), finding], [word('documents.followUp'), followUp], [word('documents.outcome'), outcome]] }))))
  for (const { id, visitedOn } of visits) for (const file of await listFiles(tx, 'placement_visit', id)) parts.push({ kind: 'inspection', title: `${visitedOn} ${file.name}`, name: `${visitedOn}-${file.name}`, fileId: file.id })
  return parts
}

async function resultDocument(tx: Tx, placement: Placement): Promise<string | null> {
  const assessment = await findAssessment(tx, placement.id)
  if (assessment?.state !== 'published') return null
  const scheme = await findScheme(tx, assessment.schemeId)
  const { lines } = resultOf(scheme.items, { ...assessment.unitMarks, ...assessment.schoolMarks })
  return documentOf(word('kinds.assessment'), [
    { lines: [[word('documents.student'), placement.studentName], [word('documents.unit'), placement.unitName], [word('documents.days'), `${placement.startsOn} – ${lastDayOf(placement)}`], [word('documents.scheme'), `${scheme.title} ${scheme.minutesNumber}`], [word('documents.total'), `${assessment.total} ${word(assessment.passed ? 'result.passed' : 'result.failed')}`], [word('documents.certificate'), assessment.certificateNumber]] },
    { heading: word('documents.marks'), lines: lines.map(({ title, part, weight, mark, points }) => [title, word('documents.line', { part: word(`parts.${part}`), weight: String(weight), mark: String(mark), points: String(points) })] as const) },
    { heading: word('documents.words'), lines: [[`${word('parts.unit')} ${assessment.unitMarker}`, assessment.unitWords], [`${word('parts.school')} ${assessment.schoolMarker}`, assessment.schoolWords]] },
  ])
}

const uploads = async (tx: Tx, placement: Placement): Promise<Part[]> => (await listPaperFiles(tx, placement.id)).map(({ kind, title, name, fileId }) => ({ kind, title, name: `${title}${/\.[a-z0-9]+$/i.exec(name)?.[0] ?? ''}`, fileId }))

/** What the hash of a bundle is taken of: paths, sizes and hashes in order. */
export const manifestHashOf = (entries: readonly Entry[]) => createHash('sha256').update(JSON.stringify(entries.map(({ path, size, sha256: hash }) => [path, size, hash]))).digest()

/** Lets bytes through and compares at the end: a file that was changed on the disk ends the download instead of slipping in. */
function checked(expected: string): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush: (done) => done(hash.digest('hex') === expected ? null : new Error('a file of the archive is not what was kept')),
  })
}

/** A photograph comes in one piece, which is three times as quick as in sixty; what is larger is never whole in memory. */
const inOnePiece = 4 * 1024 * 1024
async function openFile(fileId: string, size: number, hash: string, fail: (error: Error) => void): Promise<Readable> {
  if (size > inOnePiece) {
    const stream = await setting().files.getStream(fileId)
    return stream.on('error', fail).pipe(checked(hash).on('error', fail))
  }
  const bytes = await setting().files.getBytes(fileId)
  if (sha256(bytes) !== hash) throw new Error('a file of the archive is not what was kept')
  return Readable.from([Buffer.from(bytes)], { objectMode: false })
}

type Archive = { number: string; manifest: readonly Entry[]; manifestHash: Buffer; archivedAt: Date }
/** The ZIP, streamed: one file after the other is read as it is sent, so that a bundle of a hundred photos takes no memory. */
export function bundleOf(placement: Placement, archive: Archive): Readable {
  const zip = new yazl.ZipFile()
  const out = zip.outputStream.pipe(new PassThrough({ highWaterMark: 1024 * 1024 }))
  const at = { mtime: archive.archivedAt }
  const manifestHash = archive.manifestHash.toString('hex')
  const rows = archive.manifest.map(({ path, kind, title, sha256: hash, size }) => ({ path, kind, title, sha256: hash, size }))
  const head = [[word('documents.student'), placement.studentName], [word('documents.school'), placement.schoolName], [word('documents.unit'), placement.unitName], [word('documents.number'), placement.number], [word('documents.days'), `${placement.startsOn} – ${lastDayOf(placement)}`]] as const
  zip.addBuffer(Buffer.from(indexOf({ number: archive.number, head, rows, manifestHash, at: archive.archivedAt })), 'index.html', at)
  zip.addBuffer(Buffer.from(JSON.stringify({ number: archive.number, placement: placement.number, archivedAt: archive.archivedAt.toISOString(), manifestHash, files: rows }, null, 2)), 'index.json', at)
  // It may fail before anybody reads: a stream that nobody listens to yet would take the process down with it.
  out.on('error', () => {})
  const fail = (error: Error) => out.destroy(error)
  for (const { path, text, fileId, size, sha256: hash } of archive.manifest) {
    if (text !== undefined) zip.addBuffer(Buffer.from(text), path, at)
    else zip.addReadStreamLazy(path, { ...at, compress: !/\.(jpe?g|png|webp|pdf|zip)$/i.test(path) }, (done) => void openFile(fileId!, size, hash, fail).then((stream) => done(null, stream), fail))
  }
  zip.on('error', fail)
  zip.end()
  return out
}
