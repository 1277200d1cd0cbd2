import { Logger, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Db } from './kernel/db.ts'
import { freeJobs } from './kernel/outbox.ts'
import { sendMessage } from './kernel/mail.ts'
import { everySecond } from './kernel/ticking.ts'
import { tidyIdentity } from './features/identity/upkeep/service.ts'
import { sweepFiles } from './features/files/service.ts'
import { postDigests } from './features/inbox/people/service.ts'
import { watchAgreements } from './features/agreements/clock/service.ts'
import { refreshNeeds } from './features/needs/service.ts'
import { watchProblems } from './features/needs/problems/clock/service.ts'
import { checkImport, resumeImports, runImport } from './features/imports/running/service.ts'
import { resumeRuns, runMatch } from './features/rounds/runs/service.ts'
import { closeClasses, watchClasses } from './features/training/classes/clock/service.ts'
import { heedAgreement as heedClassAgreement } from './features/training/classes/service.ts'
import { askRetentions } from './features/training/retention/service.ts'
import { moveRoundsByClock, sendResults } from './features/rounds/service.ts'
import { advancePlacements, watchPlacements } from './features/placements/guards/night/service.ts'
import { heedAgreement } from './features/placements/papers/service.ts'
import { sweepLogPhotos } from './features/placements/logs/photos/service.ts'
import { compareLog } from './features/placements/logs/twins/service.ts'
import { askForVisits } from './features/placements/visits/clock/service.ts'
import { watchPay } from './features/placements/pay/clock/service.ts'
import { refreshAchievements } from './features/technology/achievements/clock/service.ts'
import { askForBenefits } from './features/technology/deals/clock/service.ts'
import { embedTexts } from './features/technology/meaning/service.ts'
import { heedAgreement as heedPracticeAgreement, watchPractice } from './features/practice/plans/clock/service.ts'
import { heedAgreement as heedMentorAgreement, watchMentors } from './features/mentors/mentorships/clock/service.ts'
import { followBatches, watchAssistance } from './features/assistance/clock/service.ts'
import { watchIntroductions } from './features/technology/introductions/clock/service.ts'
import { refreshOffers } from './features/services/offers/clock/service.ts'
import { watchServiceRequests } from './features/services/requests/clock/service.ts'
import { closeSurveys } from './features/surveys/service.ts'
import { watchChanges } from './features/placements/changes/service.ts'
import { refreshSearch, repairSearch } from './features/search/entries/service.ts'
import { postNews } from './features/subscriptions/searches/service.ts'
import { sendWebhook, tidyDeliveries } from './features/subscriptions/webhooks/service.ts'

export type WorkerGround = { db: Db; url: string; now: () => Date }

/** Rooms that want to hear when an agreement was concluded, or ended in whatever way. Each runs in a transaction of its own. */
const heedAgreements: readonly ((db: Db, agreementId: string, now: Date) => Promise<void>)[] = [heedMentorAgreement, heedClassAgreement, heedPracticeAgreement, heedAgreement]

/** Everything that happens outside a request: the outbox, imports, rounds, the nightly runs. */
export const tasks = ({ db, now }: WorkerGround): TaskList => ({
  send_message: (payload) => sendMessage(db, payload as { messageId: string }, now),
  tidy_identity: () => tidyIdentity(db, now()),
  sweep_files: async () => void (await sweepFiles(db, now())),
  tell_results: (payload) => sendResults(db, payload as { roundId: string }),
  refresh_needs: () => refreshNeeds(db, now()),
  watch_problems: () => watchProblems(db, now()),
  refresh_offers: () => refreshOffers(db, now()),
  watch_service_requests: () => watchServiceRequests(db, now()),
  close_surveys: () => closeSurveys(db, now()),
  watch_placement_changes: () => watchChanges(db, now()),
  watch_agreements: () => watchAgreements(db, now()),
  agreement_moved: async (payload) => {
    for (const heed of heedAgreements) await heed(db, (payload as { agreementId: string }).agreementId, now())
  },
  check_import: (payload) => checkImport(db, payload as { importId: string }, now),
  write_import: (payload) => runImport(db, payload as { importId: string }, now),
  match_round: (payload) => runMatch(db, payload as { roundId: string }, now),
  compare_log: (payload) => compareLog(db, payload as { logId: string }),
  sweep_log_photos: () => sweepLogPhotos(db, now()),
  ask_for_visits: () => askForVisits(db, now()),
  watch_pay: () => watchPay(db, now()),
  move_rounds: () => moveRoundsByClock(db, now()),
  watch_classes: () => watchClasses(db, now()),
  close_classes: () => closeClasses(db, now()),
  ask_retentions: () => askRetentions(db, now()),
  watch_practice: () => watchPractice(db, now()),
  watch_mentors: () => watchMentors(db, now()),
  watch_placements: async () => {
    await advancePlacements(db, now())
    await watchPlacements(db, now())
  },
  follow_batches: () => followBatches(db, now()),
  watch_assistance: () => watchAssistance(db, now()),
  watch_introductions: () => watchIntroductions(db, now()),
  refresh_achievements: () => refreshAchievements(db, now()),
  embed_texts: () => embedTexts(db, now()),
  ask_for_benefits: () => askForBenefits(db, now()),
  repair_search: () => repairSearch(db),
  search_news: async () => void (await postNews(db, now())),
  send_webhook: (payload) => sendWebhook(db, payload as { deliveryId: string }, now()),
  tidy_deliveries: () => tidyDeliveries(db, now()),
  inbox_digest: async () => void (await postDigests(db, now())),
})

/** Nightly at 02:00 and the digest at 08:00, Asia/Shanghai; the crontab is in UTC. */
export const crontab = `
* * * * * move_rounds
*/5 * * * * watch_problems
*/5 * * * * watch_classes
*/5 * * * * watch_service_requests
*/5 * * * * watch_introductions
*/5 * * * * close_surveys
*/5 * * * * watch_placement_changes
*/5 * * * * follow_batches
9 18 * * * ask_retentions
11 18 * * * close_classes
0 18 * * * sweep_files
2 18 * * * tidy_identity
3 18 * * * watch_agreements
5 18 * * * refresh_needs
15 18 * * * watch_placements
7 18 * * * refresh_offers
*/10 * * * * embed_texts
7 18 * * * refresh_achievements
8 18 * * * ask_for_benefits
9 18 * * * watch_practice
9 18 * * * watch_mentors
10 18 * * * repair_search
12 18 * * * tidy_deliveries
14 18 * * * sweep_log_photos
16 18 * * * ask_for_visits
18 18 * * * watch_pay
25 18 * * * watch_assistance
0 0 * * * inbox_digest
0 0 * * * search_news
`

export async function startWorker(ground: WorkerGround & { alone: boolean }): Promise<{ stop: () => Promise<void> }> {
  if (ground.alone) await freeJobs(ground.db)
  await resumeImports(ground.db)
  await resumeRuns(ground.db)
  const pool = new pg.Pool({ connectionString: ground.url, max: 10 })
  // A connection that lies idle when the database stops is no fault: the next job opens another, and one under way reports its own failure.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    logger: troublesOnly,
    taskList: tasks(ground),
    crontab,
  })
  // What is found follows what is written within a second or two; a job a change would hold up all who write the same.
  let repaired = false
  const stopSearching = everySecond(
    async () => {
      await (repaired ? refreshSearch(ground.db) : repairSearch(ground.db))
      repaired = true
    },
    (error) => process.stderr.write(`${JSON.stringify({ level: 'error', name: 'search', msg: String(error) })}\n`),
  )
  return {
    stop: async () => {
      await runner.stop()
      await stopSearching()
      await pool.end()
    },
  }
}

/** A job's failure is worth a line; that it ran is not. */
const troublesOnly = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') process.stderr.write(`${JSON.stringify({ level, name: 'worker', msg: message })}\n`)
})
