import { alikeFrom, bandsOf, sharedSpans, shinglesOf, similarityOf } from '@silian/algorithms/near-copy'
import { inTransaction, type Db, type Tx } from '../../../../kernel/db.ts'
import { textOf } from '../rules.ts'
import { findForComparing, listCandidates, listTwins, replaceTwins, updateBands, type Twin } from './tables.ts'

/** A job after each sending: compares one log with those an index brings near. Of two that are alike the later one has the twin. */
export async function compareLog(db: Db, { logId }: { logId: string }) {
  // Committed before it is compared: of two that are sent at the same moment, whichever is compared later finds the other.
  await inTransaction(db, async (tx) => {
    const log = await findForComparing(tx, logId)
    if (log) await updateBands(tx, logId, bandsOf(textOf(log)))
  })
  await inTransaction(db, async (tx) => {
    const log = await findForComparing(tx, logId)
    if (!log) return
    const own = shinglesOf(textOf(log))
    const twins = (await listCandidates(tx, log)).flatMap((other): Twin[] => {
      const similarity = Math.floor(100 * similarityOf(own, shinglesOf(textOf(other)))) / 100
      if (similarity < alikeFrom) return []
      const later = log.sentAt > other.sentAt || (log.sentAt.getTime() === other.sentAt.getTime() && log.id > other.id)
      return [later ? { logId: log.id, twinId: other.id, similarity } : { logId: other.id, twinId: log.id, similarity }]
    })
    await replaceTwins(tx, logId, twins)
  })
}

/** Beside each other, with what stands in both marked. For the school only: the caller sees to it. */
export async function viewTwins(tx: Tx, log: { id: string; studentId: string; did: string; learnt: string; question: string }) {
  const own = textOf(log)
  return (await listTwins(tx, log.id)).map(({ id, studentId, studentName, cohortName, week, sentAt, similarity, earlier, ...other }) => {
    const text = textOf(other)
    return { logId: id, earlier, similarity, sameStudent: studentId === log.studentId, studentName, cohortName, week, sentAt, text, here: sharedSpans(own, text), there: sharedSpans(text, own) }
  })
}
