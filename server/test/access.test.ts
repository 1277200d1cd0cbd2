import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { routes } from '../src/app.ts'
import type { Endpoint } from '../src/contract/endpoint.ts'
import { newWorld } from './world.ts'

/** Who may call what, as text: a change of rights shows up here, line by line. */
const accessTable = `
GET /visitor  open
GET /sign-in  open
POST /session  open
POST /session/second-factor  seen
GET /session  seen
DELETE /session  seen
POST /session/seat  seen
GET /account  seen
PATCH /account  seen
PUT /account/password  seen
GET /account/sessions  seen
DELETE /account/sessions/:sessionId  seen
DELETE /account/sessions  seen
DELETE /account/oidc  seen
POST /account/second-factor  seen
POST /account/second-factor/confirmation  seen
POST /account/recovery-codes  seen
GET /seats  mayManageSeats
DELETE /seats/:seatId  mayOfferSeat
POST /seats/:seatId/way-back  mayOfferSeat
GET /invitations  mayManageSeats
POST /invitations  mayOfferSeat
POST /invitations/:invitationId/renewal  mayOfferSeat
DELETE /invitations/:invitationId  mayOfferSeat
GET /invitation-places  mayManageSeats
POST /invitation  open
POST /invitation/account  open
POST /invitation/seat  seen
POST /invitation/way-back  open
GET /student-schools  open
POST /student-code  open
POST /student-account  open
POST /student-codes  mayIssueStudentCodes
POST /oidc/start  open
POST /oidc/return  open
GET /first-run  open
POST /first-run  open
GET /files/:fileId  seen
GET /inbox  seen
GET /inbox/counts  seen
POST /inbox/copies/read  seen
GET /inbox/:itemId  seen
POST /inbox/:itemId/remind  mayRemindItem
GET /inbox/:itemId/colleagues  mayForwardItem
POST /inbox/:itemId/forward  mayForwardItem
GET /drafts/:form  seen
PUT /drafts/:form  seen
DELETE /drafts/:form  seen
GET /organisations  seen
GET /organisations/export  mayExportOrganisations
GET /organisations/towns  seen
POST /organisations  mayRegisterOrganisation
GET /organisations/:organisationId  seen
PATCH /organisations/:organisationId  mayEditOrganisation
PUT /organisations/:organisationId/order  mayOrderOrganisations
POST /organisations/:organisationId/contacts/unmask  mayUnmaskContacts
PUT /organisations/:organisationId/speakers/:speakerId  mayGrantRepresentation
DELETE /organisations/:organisationId/speakers/:speakerId  mayEndRepresentation
GET /alliances  seen
PATCH /alliances/:allianceId  mayEditAlliance
POST /memberships  mayApplyOrRegister
POST /memberships/batch  seen
GET /memberships/:membershipId  seen
GET /memberships/:membershipId/history  mayReadMembership
PATCH /memberships/:membershipId  mayEditMembership
PUT /memberships/:membershipId/objection-note  mayNoteObjection
POST /memberships/:membershipId/actions/:action  mayMoveMembership
POST /memberships/:membershipId/files  mayAddMembershipFile
DELETE /memberships/:membershipId/files/:fileId  mayAddMembershipFile
GET /memberships/:membershipId/certificate  mayPrintCertificate
GET /agreements  mayReadRegister
GET /agreements/export  mayReadRegister
POST /agreements  mayDraftAgreement
GET /agreements/:agreementId  seen
PATCH /agreements/:agreementId  mayKeepAgreement
POST /agreements/:agreementId/moves  mayMoveAgreement
POST /agreements/:agreementId/amendments  mayKeepAgreement
GET /agreements/:agreementId/history  seen
GET /agreements/:agreementId/paper  seen
POST /agreements/:agreementId/parties/:partyId/signature  maySignAsParty
POST /agreement-signatures  maySignForHouse
POST /agreements/:agreementId/parties/:partyId/code  maySignAsParty
POST /agreements/:agreementId/parties/:partyId/link  mayHandOverParty
POST /agreement-links  mayHandOverSome
POST /signing  open
POST /signing/code  open
POST /signing/signature  open
POST /signing/refusal  open
GET /signing/:token/paper  open
POST /agreement-scans  mayBringScan
GET /agreement-scans  mayReadRegister
POST /agreement-scans/:scanId/confirmation  mayDecideScan
POST /agreement-scans/:scanId/refusal  mayDecideScan
GET /agreement-templates  mayReadTemplates
POST /agreement-templates/:kind/versions  mayWriteTemplates
GET /code-systems  seen
GET /codes/:system  seen
POST /code-systems/:system/import  mayImportCodes
GET /programmes  seen
POST /programmes  mayKeepSchool
GET /cohorts  seen
POST /cohorts  mayKeepSchool
PATCH /cohorts/:cohortId  mayEditOfSchool
GET /teachers  seen
POST /teachers  mayKeepSchool
PATCH /teachers/:teacherId  mayEditOfSchool
GET /students  seen
GET /students/export  maySeeSchools
GET /students/:studentId  seen
POST /students  mayKeepSchool
PATCH /students/:studentId  mayEditOfSchool
POST /students/:studentId/leave  mayEditOfSchool
POST /students/:studentId/unmask  mayUnmaskStudent
GET /students/:studentId/unmaskings  seen
GET /lexicon/concepts  mayReadLexicon
GET /lexicon/versions  mayReadLexicon
GET /lexicon/versions/:number/changes  mayReadLexicon
PUT /lexicon/draft/concepts/:conceptId  mayEditLexicon
DELETE /lexicon/draft/concepts/:conceptId  mayEditLexicon
POST /lexicon/draft/publication  mayEditLexicon
DELETE /lexicon/draft  mayEditLexicon
POST /lexicon/versions/:number/restoration  mayEditLexicon
GET /needs  seen
GET /needs/export  mayRaiseNeed
GET /needs/:needId  seen
POST /needs  mayRaiseNeed
POST /needs/check  mayRaiseNeed
PATCH /needs/:needId  mayKeepNeed
POST /needs/:needId/moves  mayMoveNeed
POST /needs/:needId/copy  mayKeepNeed
GET /needs/:needId/history  seesWholeNeed
GET /programmes/:programmeId/posts  seen
GET /needs/:needId/programmes  seen
POST /needs/major-suggestions  mayRaiseNeed
GET /rules  seen
GET /rules/:ruleId/history  seen
PUT /rules/:ruleId  mayChangeRule
GET /problems  seen
GET /problems/export  mayExportProblems
GET /problems/queue  mayWorkQueue
GET /problems/:needId  seen
POST /problems  mayRaiseNeed
POST /problems/check  mayRaiseNeed
PATCH /problems/:needId  mayKeepProblem
PUT /problems/:needId/question  mayClarifyProblem
POST /problems/:needId/moves  mayMoveProblem
POST /problems/:needId/manager  mayTakeProblem
GET /problems/:needId/managers  mayManageProblem
PUT /problems/:needId/manager  mayManageProblem
POST /problems/:needId/reading  mayKeepProblem
POST /problems/:needId/instructions  mayInstruct
POST /problems/:needId/files  mayAddProblemFile
DELETE /problems/:needId/files/:fileId  mayAddProblemFile
GET /problems/:needId/history  seen
GET /imports  seen
POST /imports  mayImportKind
GET /imports/templates/:kind.xlsx  mayImportKind
GET /imports/:importId  seen
GET /imports/:importId/rows  seen
GET /imports/:importId/marked.xlsx  seen
POST /imports/:importId/write  mayHandleImport
POST /imports/:importId/duplicates/confirm  mayHandleImport
POST /imports/:importId/cancel  mayHandleImport
POST /imports/:importId/undo  mayHandleImport
GET /rounds  seen
POST /rounds  mayCreateRound
GET /rounds/:roundId  seen
PATCH /rounds/:roundId  isRoundOffice
GET /rounds/:roundId/cohorts  mayRemindStudents
PUT /rounds/:roundId/cohorts  isRoundOffice
GET /rounds/:roundId/posts  seen
PUT /rounds/:roundId/posts  isRoundOffice
POST /rounds/:roundId/actions/:action  isRoundOffice
POST /rounds/:roundId/reminders  mayRemindStudents
GET /rounds/:roundId/progress  mayRemindStudents
POST /rounds/:roundId/trials  isRoundOffice
POST /rounds/:roundId/second  isRoundOffice
GET /rounds/:roundId/history  isRoundOffice
GET /my/rounds  mayBeStudent
GET /my/rounds/:roundId  mayBeStudent
GET /my/rounds/:roundId/posts/:postId  mayBeStudent
PUT /my/rounds/:roundId/wishes  mayBeStudent
GET /my/rounds/:roundId/fits  mayBeStudent
GET /rounds/:roundId/waivers  isSchoolOffice
POST /rounds/:roundId/waivers  isSchoolOffice
GET /my/round-posts  isFirmSide
GET /rounds/:roundId/posts/:postId/applicants  seen
PUT /rounds/:roundId/posts/:postId/scores  mayScorePost
GET /my/rounds/:roundId/letter  mayBeStudent
GET /rounds/:roundId/letters/:studentId  seen
POST /my/rounds/:roundId/answer  mayBeStudent
POST /my/rounds/:roundId/what-if  mayBeStudent
GET /rounds/:roundId/results  maySeeResults
GET /rounds/:roundId/summary  maySeeResults
GET /rounds/:roundId/results.xlsx  maySeeResults
GET /rounds/:roundId/posts/:postId/report  maySeeSeatReport
GET /public/rounds/:roundId/round.json  open
POST /my/rounds/:roundId/objections  mayBeStudent
POST /public/rounds/:roundId/objections  open
GET /rounds/:roundId/objections  isRoundOffice
POST /objections/:objectionId/answer  isRoundOffice
GET /my/help  mayBeStudent
POST /my/help  mayBeStudent
GET /help-requests  mayReadHelp
POST /help-requests/:helpId/answer  mayAnswerHelp
GET /placements  seen
POST /placements  mayMakePlacements
POST /placements/of-round  mayMakePlacements
GET /placements/:placementId  seen
GET /placements/:placementId/history  seen
GET /achievements  seen
GET /achievements/export  mayExportAchievements
GET /achievements/:achievementId  seen
POST /achievements  mayOffer
PATCH /achievements/:achievementId  mayKeepOffered
POST /achievements/:achievementId/moves  mayMoveAchievement
PUT /achievements/:achievementId/evidence/:level  mayKeepOffered
DELETE /achievements/:achievementId/evidence/:level  mayKeepOffered
POST /achievements/:achievementId/evidence/:level/files  mayKeepOffered
POST /achievements/:achievementId/level  mayConfirmLevel
GET /achievements/:achievementId/history  seen
GET /teams  seen
GET /teams/:teamId  seen
POST /teams  mayOffer
PATCH /teams/:teamId  mayKeepOffered
GET /introductions  worksHere
POST /introductions  mayIntroduce
GET /introductions/:introductionId  seen
POST /introductions/:introductionId/moves  mayMoveIntroduction
POST /introductions/:introductionId/confidentiality  mayConfirmSecrecy
POST /introductions/:introductionId/minutes  mayWriteMinutes
POST /introductions/:introductionId/reading  hasPartIn
GET /introductions/:introductionId/history  seen
GET /problems/:needId/proposals  worksHere
GET /achievements/:achievementId/proposals  worksHere
GET /lexicon/draft/preview  mayEditLexicon
GET /answer-report  worksHere
GET /lessons  maySeeLessons
PUT /lessons/:introductionId  mayUndoLesson
GET /deals  worksHere
GET /deals/board  worksHere
GET /deals/:dealId  seen
POST /deals  hasPartIn
PATCH /deals/:dealId  hasPartInDeal
POST /deals/:dealId/moves  mayMoveDeal
POST /deals/:dealId/notice  mayPublishPrice
POST /deals/:dealId/files  hasPartInDeal
PUT /deals/:dealId/milestones  hasPartInDeal
POST /deals/:dealId/milestones/:milestoneId  mayReachMilestone
POST /deals/:dealId/receipts  mayWriteReceipt
PUT /deals/:dealId/reward  maySetReward
GET /deals/:dealId/history  seen
GET /registration-rules  worksHere
PATCH /registration-rules/:ruleId  mayChangeRules
GET /service-offers  seen
GET /service-offers/export  worksHere
GET /service-offers/:offerId  seen
POST /service-offers  mayWriteOffer
PATCH /service-offers/:offerId  mayKeepOffer
POST /service-offers/:offerId/moves  mayMoveOffer
GET /service-offers/:offerId/history  seen
GET /service-requests  seen
GET /service-requests/:requestId  seen
POST /service-requests/:requestId/moves  mayMoveRequest
GET /service-requests/:requestId/history  seen
GET /problems/:needId/service-requests  seen
GET /problems/:needId/service-suggestions  seesSuggestions
POST /problems/:needId/service-requests  mayRoute
POST /problems/:needId/own-service-request  mayTakeNeed
POST /service-requests/:requestId/rating  mayRateRequest
GET /service-ratings  worksHere
GET /support-policies  seen
POST /support-policies/preview  mayWritePolicy
GET /support-policies/:policyId  seen
POST /support-policies  mayWritePolicy
PATCH /support-policies/:policyId  mayKeepPolicy
POST /support-policies/:policyId/moves  mayKeepPolicy
GET /firms/:organisationId/policies  seesFitOf
GET /firms/:organisationId/burden  mayLookAtBurden
GET /firm-contacts  seen
POST /firm-contacts  mayWriteContact
DELETE /firm-contacts/:contactId  mayCancelContact
GET /burden  isBurdenOffice
PUT /burden/threshold  isBurdenOffice
GET /surveys  maySeeResult
GET /surveys/:surveyId  seen
POST /surveys  mayWriteSurvey
PATCH /surveys/:surveyId  mayKeepSurvey
POST /surveys/:surveyId/moves  mayKeepSurvey
GET /surveys/:surveyId/progress  maySeeProgress
POST /surveys/:surveyId/reminders  mayRemindFirms
GET /surveys/:surveyId/responses  maySeeProgress
POST /surveys/:surveyId/acceptances  mayKeepSurvey
GET /surveys/:surveyId/answer  mayAnswer
PUT /surveys/:surveyId/answer  mayAnswer
POST /surveys/:surveyId/answer/same  mayAnswer
POST /surveys/:surveyId/answer/refusal  mayAnswer
GET /survey-responses/:responseId  mayCheck
POST /survey-responses/:responseId/moves  mayCheck
GET /surveys/:surveyId/responses/export  maySeeProgress
GET /surveys/:surveyId/answer/sheet  mayAnswer
POST /surveys/:surveyId/answer/sheet  mayAnswer
POST /surveys/:surveyId/merges  mayKeepSurvey
GET /surveys/:surveyId/catalogue  maySeeResult
GET /surveys/:surveyId/catalogue/export  maySeeResult
GET /surveys/:surveyId/catalogue/:occupationCode  mayKeepSurvey
PUT /surveys/:surveyId/adjustments/:occupationCode  mayKeepSurvey
PUT /surveys/:surveyId/cut-off  mayKeepSurvey
GET /surveys/:surveyId/gap  maySeeResult
GET /search  seen
GET /saved-searches  seen
POST /saved-searches  seen
PATCH /saved-searches/:savedSearchId  seen
DELETE /saved-searches/:savedSearchId  seen
PUT /saved-searches/:savedSearchId/feed  seen
DELETE /saved-searches/:savedSearchId/feed  seen
GET /webhooks  mayKeepWebhooks
POST /webhooks  mayKeepWebhooks
PATCH /webhooks/:webhookId  mayKeepWebhooks
DELETE /webhooks/:webhookId  mayKeepWebhooks
POST /webhooks/:webhookId/secret  mayKeepWebhooks
POST /webhooks/:webhookId/test  mayKeepWebhooks
GET /webhooks/:webhookId/deliveries  mayKeepWebhooks
POST /webhooks/:webhookId/deliveries/:deliveryId/replay  mayKeepWebhooks
`

test('who may call what', () => {
  const table = routes.map(({ endpoint, policy }) => `${endpoint.method} ${endpoint.path}  ${policy}`)
  expect(table).toEqual(accessTable.trim().split('\n'))
})

test('every endpoint in a contract is answered by one route', async () => {
  const contracts = await Promise.all(contractFiles().map((path) => import(path)))
  const promised = contracts.flatMap((contract) => Object.values<Partial<Endpoint>>(contract)).filter((thing) => thing?.method && thing.path)

  const answered = new Set<unknown>(routes.map((route) => route.endpoint))
  expect(promised.filter((endpoint) => !answered.has(endpoint)).map(({ method, path }) => `${method} ${path}`)).toEqual([])
  expect(routes).toHaveLength(promised.length)
})

test('nobody gets anything without signing in, but for what is listed as open', async () => {
  const world = await newWorld()
  for (const { endpoint, policy } of routes) {
    if (policy === 'open') continue
    expect([endpoint.method, endpoint.path, await world.stranger(endpoint.method, endpoint.path)]).toEqual([endpoint.method, endpoint.path, endpoint.bytes === 'upload' ? 422 : 401])
  }
  await world.close()
})

function contractFiles() {
  const features = new URL('../src/features/', import.meta.url)
  return readdirSync(features, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('contract.ts'))
    .map((name) => new URL(name, features).href)
}
