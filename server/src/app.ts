import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { sql } from 'kysely'
import type { Page } from './kernel/page.ts'
import { openApi } from './kernel/openapi.ts'
import type { Route } from './kernel/route.ts'
import { newServer, type Ground } from './kernel/server.ts'
import { setting } from './kernel/setting.ts'
import { filesRoutes } from './features/files/routes.ts'
import { inboxRoutes } from './features/inbox/routes.ts'
import { seesMembershipFiles } from './features/members/memberships/files/service.ts'
import { membersRoutes } from './features/members/routes.ts'
import { seesOrganisation } from './features/members/service.ts'
import { seesAgreementFiles } from './features/agreements/scans/service.ts'
import { agreementRoutes } from './features/agreements/routes.ts'
import { talentRoutes } from './features/talent/routes.ts'
import { lexiconRoutes } from './features/lexicon/routes.ts'
import { needRoutes } from './features/needs/routes.ts'
import { seesProblemFiles } from './features/needs/problems/files/service.ts'
import { problemRoutes } from './features/needs/problems/routes.ts'
import { importRoutes } from './features/imports/routes.ts'
import { placementRoutes } from './features/rounds/routes.ts'
import { seesFilingFiles } from './features/placements/filings/service.ts'
import { seesPolicyFiles } from './features/placements/insurance/service.ts'
import { seesTestFiles } from './features/placements/safety/service.ts'
import { seesVisitFiles } from './features/placements/units/service.ts'
import { seesWaiverFiles } from './features/placements/waivers/service.ts'
import { seesPaperFiles } from './features/placements/archive/service.ts'
import { internshipRoutes } from './features/placements/routes.ts'
import { trainingRoutes } from './features/training/routes.ts'
import { seesPhoto } from './features/placements/logs/photos/service.ts'
import { logRoutes } from './features/placements/logs/routes.ts'
import { taskRoutes } from './features/placements/tasks/routes.ts'
import { visitRoutes } from './features/placements/visits/routes.ts'
import { rotaRoutes } from './features/placements/rota/routes.ts'
import { payRoutes } from './features/placements/pay/routes.ts'
import { seesPayMonth } from './features/placements/pay/service.ts'
import { seesClaimFiles } from './features/practice/claims/service.ts'
import { seesJournalFiles } from './features/practice/journals/service.ts'
import { seesPlanFiles } from './features/practice/plans/papers/service.ts'
import { practiceRoutes } from './features/practice/routes.ts'
import { seesMentorContracts, seesMentorPapers } from './features/mentors/mentorships/papers/service.ts'
import { mentorRoutes } from './features/mentors/routes.ts'
import { seesTaskFiles } from './features/mentors/tasks/service.ts'
import { seesResourceFiles } from './features/assistance/resources/service.ts'
import { assistanceRoutes } from './features/assistance/routes.ts'
import { seesEvidenceFiles } from './features/technology/achievements/evidence/service.ts'
import { seesDealFiles } from './features/technology/deals/service.ts'
import { technologyRoutes } from './features/technology/routes.ts'
import { serviceRoutes } from './features/services/routes.ts'
import { surveyRoutes } from './features/surveys/routes.ts'
import { searchRoutes } from './features/search/routes.ts'
import { subscriptionRoutes } from './features/subscriptions/routes.ts'
import { portalFault, portalPages } from './features/portal/routes.ts'
import { identityRoutes } from './features/identity/routes.ts'
import { actorOfSession, noteUse } from './features/identity/service.ts'

/** Files are seen by whoever sees the thing they belong to: one line per subject type. */
const whoSeesFilesOf = { placement_paper: seesPaperFiles, membership: seesMembershipFiles, organisation: seesOrganisation, agreement: seesAgreementFiles, problem: seesProblemFiles, achievement_evidence: seesEvidenceFiles, deal: seesDealFiles, unit_visit: seesVisitFiles, insurance_policy: seesPolicyFiles, safety_test: seesTestFiles, placement_filing: seesFilingFiles, placement_waiver: seesWaiverFiles, practice_journal: seesJournalFiles, practice_claim: seesClaimFiles, practice_acceptance: seesPlanFiles, practice_appraisal: seesPlanFiles, practice_journals: seesPlanFiles, mentor_paper: seesMentorPapers, mentor_contract: seesMentorContracts, mentor_task: seesTaskFiles, assistance_resource: seesResourceFiles, placement_log_photo: seesPhoto, pay_month: seesPayMonth }

/** Every route, in the order of the nouns. */
export const routes: readonly Route[] = [...identityRoutes, ...filesRoutes(whoSeesFilesOf), ...inboxRoutes, ...membersRoutes, ...agreementRoutes, ...talentRoutes, ...lexiconRoutes, ...needRoutes, ...problemRoutes, ...importRoutes, ...placementRoutes, ...internshipRoutes, ...logRoutes, ...taskRoutes, ...visitRoutes, ...rotaRoutes, ...payRoutes, ...practiceRoutes, ...mentorRoutes, ...assistanceRoutes, ...trainingRoutes, ...technologyRoutes, ...serviceRoutes, ...surveyRoutes, ...searchRoutes, ...subscriptionRoutes]

/** Every public page. */
export const pages: readonly Page[] = portalPages

const webFolder = resolve(import.meta.dirname, '../../web/dist')

/** What only a page heeds; a script or style sheet is fetched by a dozen, and half of each small one would be these. */
const pageHeaders = [
  'content-security-policy', 'cross-origin-opener-policy', 'origin-agent-cluster', 'referrer-policy', 'x-dns-prefetch-control',
  'x-download-options', 'x-frame-options', 'x-permitted-cross-domain-policies', 'x-xss-protection',
]
const withoutPageHeaders = ({ raw }: { raw: { removeHeader: (name: string) => void } }) => {
  for (const name of pageHeaders) raw.removeHeader(name)
}

export async function newApp(ground: Omit<Ground, 'signIn' | 'noteUse'>) {
  const app = await newServer({ ...ground, signIn: actorOfSession, noteUse }, routes, pages, portalFault)

  const document = openApi(routes, '0.1.0', setting().origin)
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.get('/api/openapi.json', async () => document)

  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(ground.db)
      return { ok: true }
    } catch {
      return reply.code(503).send({ ok: false })
    }
  })

  if (existsSync(webFolder)) {
    await app.register(fastifyStatic, { root: join(webFolder, 'assets'), prefix: '/app/assets/', immutable: true, maxAge: '1y', etag: false, lastModified: false, acceptRanges: false, preCompressed: true, setHeaders: withoutPageHeaders })
    app.get('/app/offline-worker.js', (_request, reply) => reply.sendFile('offline-worker.js', webFolder, { maxAge: 0, immutable: false }))
    for (const path of ['/app', '/app/*']) app.get(path, (_request, reply) => reply.sendFile('index.html', webFolder, { maxAge: 0, immutable: false }))
  }
  return app
}
