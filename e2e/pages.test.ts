import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { t } from '@silian/words'
import { refreshSearch } from '../server/src/features/search/entries/service.ts'
import { newToken, tokenHash } from '../server/src/kernel/secrets.ts'
import { openStage, sizes, type Locale, type Size, type Stage } from './stage.ts'

let stage: Stage
const ids: Record<string, string> = {}

beforeAll(async () => {
  stage = await openStage()
  await refreshSearch(stage.db)
  const { db } = stage
  const one = async (query: { executeTakeFirstOrThrow: () => Promise<{ id: string }> }) => (await query.executeTakeFirstOrThrow()).id
  ids.open = await one(db.selectFrom('round').select('id').where('state', '=', 'wishing'))
  ids.closed = await one(db.selectFrom('round').select('id').where('state', '=', 'closed'))
  ids.draft = await one(db.selectFrom('round').select('id').where('state', '=', 'draft'))
  ids.post = await one(db.selectFrom('roundPost').select('postId as id').where('roundId', '=', ids.closed))
  ids.openPost = await one(db.selectFrom('roundPost').select('postId as id').where('roundId', '=', ids.open))
  ids.student = await one(db.selectFrom('roundResult').select('studentId as id').where('roundId', '=', ids.closed).where('postId', 'is', null))
  ids.anyStudent = await one(db.selectFrom('student').select('id').orderBy('studentNumber'))
  ids.need = await one(db.selectFrom('need').select('id').where('kind', '=', 'post').where('state', '=', 'open').orderBy('number'))
  const problem = (state: string) => one(db.selectFrom('need').select('id').where('kind', '=', 'technology').where('state', '=', state).orderBy('number'))
  ids.problem = await problem('open')
  ids.solved = await problem('solved')
  ids.problemDraft = await problem('draft')
  ids.offer = await one(db.selectFrom('serviceOffer').select('id').where('state', '=', 'open').orderBy('number'))
  ids.offerDraft = await one(db.selectFrom('serviceOffer').innerJoin('roleGrant', 'roleGrant.organisationId', 'serviceOffer.organisationId').innerJoin('account', 'account.id', 'roleGrant.accountId').select('serviceOffer.id').where('account.login', '=', 'park').orderBy('number', 'desc'))
  await db.updateTable('serviceOffer').set({ state: 'draft' }).where('id', '=', ids.offerDraft).execute()
  ids.offerWaiting = await one(db.selectFrom('serviceOffer').select('id').where('state', '=', 'submitted'))
  ids.request = await one(db.selectFrom('serviceRequest').select('id').where('state', '=', 'rated').orderBy('number'))
  ids.serviceNeed = await one(db.selectFrom('need').innerJoin('serviceRequest', 'serviceRequest.needId', 'need.id').select('need.id').where('serviceRequest.state', '=', 'lapsed'))
  const survey = (state: string) => one(db.selectFrom('survey').select('id').where('state', '=', state).orderBy('year', 'desc'))
  ids.survey = await survey('open')
  ids.surveyPast = await survey('published')
  ids.surveyAnswer = await one(db.selectFrom('surveyResponse').select('id').where('surveyId', '=', ids.survey).where('state', '=', 'returned'))
  ids.policy = await one(db.selectFrom('supportPolicy').select('id').orderBy('number'))
  ids.membership = await one(db.selectFrom('membership').select('id').orderBy('certificateNumber'))
  ids.achievement = await one(db.selectFrom('achievement').select('id').where('state', '=', 'open').where('disclosure', '=', 'nda').orderBy('number'))
  ids.achievementDraft = await one(db.selectFrom('achievement').select('id').where('state', '=', 'draft'))
  ids.deal = await one(db.selectFrom('deal').select('id').where('state', '=', 'registered'))
  ids.price = await one(db.selectFrom('deal').select('id').where('noticeUntil', 'is not', null).where('state', '=', 'drafting'))
  ids.team = await one(db.selectFrom('team').select('id').orderBy('number'))
  ids.programme = await one(db.selectFrom('programme').select('id').where('majorCode', '=', '460305'))
  ids.introduction = await one(db.selectFrom('introduction').select('id').where('state', '=', 'talking'))
  ids.internship = await one(db.selectFrom('placement').innerJoin('student', 'student.id', 'placement.studentId').innerJoin('account', 'account.id', 'student.accountId').select('placement.id').where('account.login', '=', 'intern'))
  ids.placement = await one(db.selectFrom('placement').select('id').where('state', '=', 'draft').where('selfChosen', '=', true))
  ids.unit = await one(db.selectFrom('unit').select('id').where('conclusion', '=', 'after_repair'))
  ids.insurance = await one(db.selectFrom('insurancePolicy').select('id').where('endedOn', 'is not', null))
  ids.filing = await one(db.selectFrom('placementFiling').select('id').where('state', '=', 'preparing'))
  ids.log = await one(db.selectFrom('placementLog').select('id').where('placementId', '=', ids.internship).orderBy('week'))
  ids.logWeek = (await db.selectFrom('placementLog').select('week').where('id', '=', ids.log).executeTakeFirstOrThrow()).week
  ids.payAlarm = await one(db.selectFrom('payAlarm').select('id').orderBy('number'))
  ids.complaint = await one(db.selectFrom('complaint').select('id').orderBy('number'))
  ids.incident = await one(db.selectFrom('incident').select('id').orderBy('number'))
  ids.archived = await one(db.selectFrom('placement').select('id').where('state', '=', 'archived').orderBy('number'))
  ids.returnForm = await one(db.selectFrom('returnForm').select('id').orderBy('title'))
  const agreement = (kind: string, state: string) => one(db.selectFrom('agreement').select('id').where('kind', '=', kind).where('state', '=', state).where('subjectKind', 'in', ['agreement', 'student']).orderBy('number'))
  ids.agreement = await agreement('cooperation', 'signing')
  ids.agreementDraft = await agreement('cooperation', 'draft')
  ids.consent = await agreement('consent', 'signing')
  ids.scan = await one(db.selectFrom('agreementScan').select('id').where('agreementId', '=', ids.agreement))
  ids.signToken = newToken()
  const guardian = await one(db.selectFrom('agreementParty').select('id').where('agreementId', '=', ids.consent).where('kind', '=', 'guardian'))
  await db.insertInto('agreementLink').values({ partyId: guardian, tokenHash: tokenHash(ids.signToken), madeAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) }).execute()
  ids.paperCode = (await db.selectFrom('agreement').select('code').where('id', '=', ids.agreement).executeTakeFirstOrThrow()).code
  ids.organisation = await one(db.selectFrom('organisation').select('id').where('demo', '=', true).orderBy('protocolOrder'))
  ids.practiceRunning = await one(db.selectFrom('practicePlan').select('id').where('state', '=', 'practising'))
  ids.practiceFinished = await one(db.selectFrom('practicePlan').select('id').where('state', '=', 'finished'))
  ids.practicePlanned = await one(db.selectFrom('practicePlan').select('id').where('state', '=', 'applied'))
  ids.practiceWeek = (await db.selectFrom('practiceJournal').select('weekOn').where('planId', '=', ids.practiceRunning).orderBy('weekOn').executeTakeFirstOrThrow()).weekOn
  ids.practiceOpening = await one(db.selectFrom('practiceOpening').select('id').where('state', '=', 'open').orderBy('number'))
  ids.practiceOpeningDraft = await one(db.selectFrom('practiceOpening').select('id').where('state', '=', 'draft'))
  ids.practiceTeacher = await one(db.selectFrom('teacher').innerJoin('account', 'account.id', 'teacher.accountId').select('teacher.id').where('account.login', '=', 'teacher'))
  ids.mentorship = await one(db.selectFrom('mentorship').select('id').where('state', '=', 'active').orderBy('startsOn', 'desc'))
  ids.mentorNotice = await one(db.selectFrom('mentorship').select('id').where('state', '=', 'publicity'))
  ids.mentorNeed = await one(db.selectFrom('mentorNeed').select('id').where('state', '=', 'open').orderBy('number'))
  ids.mentorCode = (await db.selectFrom('mentorship').select('certificateCode').where('id', '=', ids.mentorship).executeTakeFirstOrThrow()).certificateCode!
  ids.stale = await one(db.selectFrom('need').select('id').where('state', '=', 'stale'))
  ids.needDraft = await one(db.selectFrom('need').innerJoin('roleGrant', 'roleGrant.organisationId', 'need.organisationId').innerJoin('account', 'account.id', 'roleGrant.accountId').select('need.id').where('kind', '=', 'post').where('state', '=', 'draft').where('account.login', '=', 'agency'))
  ids.applicants = (await db.selectFrom('roundPost').innerJoin('wish', (join) => join.onRef('wish.postId', '=', 'roundPost.postId').onRef('wish.roundId', '=', 'roundPost.roundId')).select('roundPost.postId').where('roundPost.roundId', '=', ids.closed).executeTakeFirstOrThrow()).postId
  ids.waiting = await one(db.selectFrom('inboxItem').innerJoin('roleGrant', 'roleGrant.role', 'inboxItem.role').innerJoin('account', 'account.id', 'roleGrant.accountId').select('inboxItem.id').where('account.login', '=', 'secretariat').where('inboxItem.closedAt', 'is', null))
  const orderClass = (state: string) => one(db.selectFrom('orderClass').select('id').where('state', '=', state).orderBy('number'))
  ids.classRunning = await orderClass('running')
  ids.classRequested = await orderClass('requested')
  ids.intakeOpen = await one(db.selectFrom('classIntake').select('id').where('state', '=', 'signing'))
  const place = await db.selectFrom('classMember').innerJoin('student', 'student.id', 'classMember.studentId').innerJoin('account', 'account.id', 'student.accountId').select(['classMember.id', 'classMember.intakeId', 'classMember.classId']).where('account.login', '=', 'graduate').executeTakeFirstOrThrow()
  ids.place = place.id
  ids.intakeDecided = place.intakeId
  ids.classDecided = place.classId
  ids.classFirm = (await db.selectFrom('classIntakeClass').innerJoin('orderClass', 'orderClass.id', 'classIntakeClass.classId').innerJoin('roleGrant', 'roleGrant.organisationId', 'orderClass.organisationId').innerJoin('account', 'account.id', 'roleGrant.accountId').select('orderClass.id').where('intakeId', '=', ids.intakeOpen).where('account.login', '=', 'robots').executeTakeFirstOrThrow()).id
  const batch = (state: string) => one(db.selectFrom('assistanceBatch').select('id').where('state', '=', state).orderBy('startsOn', 'desc'))
  ids.batchRunning = await batch('running')
  ids.batchAsked = await batch('asked')
  ids.exchange = await one(db.selectFrom('teacherExchange').select('id').where('state', '=', 'under_way'))
  ids.resource = await one(db.selectFrom('assistanceResource').select('id').where('revision', '>', 1))
  const care = await db.selectFrom('welfareCheck').select(['placementId', 'weekOn']).where('batchId', '=', ids.batchRunning).orderBy('weekOn', 'desc').executeTakeFirstOrThrow()
  ids.cared = care.placementId
  ids.careWeek = care.weekOn
  ids.stay = await one(db.selectFrom('assistanceStay').innerJoin('student', 'student.id', 'assistanceStay.studentId').innerJoin('account', 'account.id', 'student.accountId').select('assistanceStay.id').where('account.login', '=', 'assisted').where('months', '=', 6))
  await addWhatNobodyHasYet()
})
afterAll(() => stage.close())

/** What the demonstration is without: an application, an invitation, a webhook, an import. */
async function addWhatNobodyHasYet() {
  const { db } = stage
  const { id: allianceId } = await db.selectFrom('alliance').select('id').executeTakeFirstOrThrow()
  const { organisationId } = await db.selectFrom('roleGrant').innerJoin('account', 'account.id', 'roleGrant.accountId').select('roleGrant.organisationId').where('account.login', '=', 'enterprise').executeTakeFirstOrThrow()
  const applicant = await db.insertInto('organisation').values({ name: '南海示例新材料有限公司', nameEn: 'Nanhai Example New Materials', kind: 'enterprise', searchText: '南海示例新材料有限公司', demo: true, createdAt: new Date() }).returning('id').executeTakeFirstOrThrow()
  ids.application = (await db.insertInto('membership').values({ allianceId, organisationId: applicant.id, state: 'draft' }).returning('id').executeTakeFirstOrThrow()).id
  ids.inviteToken = newToken()
  await db.insertInto('invitation').values({ tokenHash: tokenHash(ids.inviteToken), role: 'enterprise_contact', organisationId, name: '示例同事', expiresAt: new Date(Date.now() + 86_400_000) }).execute()
  ids.webhook = (await db.insertInto('webhook').values({ allianceId, name: '示例系统', url: 'https://example.com/silian', secret: Buffer.alloc(32, 1), events: ['need.opened'], createdAt: new Date() }).returning('id').executeTakeFirstOrThrow()).id
  const office = { title: '示例：产线调试课的产业导师', field: '智能制造', createdAt: new Date(), updatedAt: new Date() }
  const { schoolId } = await db.selectFrom('mentorNeed').select('schoolId').where('id', '=', ids.mentorNeed!).executeTakeFirstOrThrow()
  ids.mentorNeedDraft = (await db.insertInto('mentorNeed').values({ ...office, number: 'DX-0000-0001', allianceId, schoolId }).returning('id').executeTakeFirstOrThrow()).id
  await giveAccount('practising', ids.practiceRunning!)
  await db.updateTable('practicePlan').set({ state: 'planned', dueAt: null }).where('id', '=', ids.practicePlanned!).execute()
  await giveAccount('planning', ids.practicePlanned!)
  const page = await stage.signedIn('school')
  await page.goto(`${stage.origin}/app/imports`)
  await page.locator('input[type=file]').setInputFiles(join(import.meta.dirname, '../docs/examples/students.xlsx'))
  await page.waitForURL(/\/app\/imports\/[0-9a-f-]{36}/)
  ids.import = new URL(page.url()).pathname.split('/').pop()!
  await page.context().close()
}

/** A telephone for the teacher of this plan. */
async function giveAccount(login: string, planId: string) {
  const { db } = stage
  const plan = await db.selectFrom('practicePlan').select(['schoolId', 'teacherId']).where('id', '=', planId).executeTakeFirstOrThrow()
  const account = await db.insertInto('account').values({ login, name: '示例教师', demo: true }).returning('id').executeTakeFirstOrThrow()
  await db.updateTable('teacher').set({ accountId: account.id }).where('id', '=', plan.teacherId).execute()
  await db.insertInto('roleGrant').values({ accountId: account.id, role: 'teacher', organisationId: plan.schoolId }).execute()
}

type Tour = { who: string | null; pages: Record<string, string> }

/** `:name` is filled in from the demonstration. */
const tours: Tour[] = [
  {
    who: null,
    pages: {
      'portal-home': '/', 'portal-members': '/members', 'portal-member': '/members/:organisation', 'portal-posts': '/posts', 'portal-post': '/posts/:need',
      'portal-needs': '/needs', 'portal-needs-ended': '/needs/ended', 'portal-need': '/needs/:solved', 'portal-achievements': '/achievements', 'portal-achievement': '/achievements/:achievement', 'portal-shortage': '/shortage', 'portal-price': '/prices/:price', 'portal-notices': '/notices', 'portal-notice': '/notices/:closed', help: '/help', 'help-secretariat': '/help/secretariat', 'sign-in': '/app/sign-in', 'first-run': '/app/first-run', 'other-sign-in': '/app/oidc', invitation: '/app/invite/:inviteToken',
      'student-sign-up': '/app/student', learn: '/app/learn',
    },
  },
  {
    who: 'secretariat',
    pages: {
      inbox: '/app/inbox', 'inbox-item': '/app/inbox?row=:waiting', members: '/app/members', member: '/app/members/:membership', 'member-certificate': '/app/members/:membership/certificate', 'member-application': '/app/members/:application/application', organisation: '/app/organisations/:organisation', 'member-new': '/app/members/new',
      students: '/app/students', student: '/app/students/:anyStudent', programmes: '/app/programmes', 'programme-posts': '/app/programmes/:programme/posts', teachers: '/app/teachers', codes: '/app/codes', lexicon: '/app/lexicon',
      achievements: '/app/achievements', achievement: '/app/achievements/:achievement', 'achievement-new': '/app/achievements/new', teams: '/app/achievements?tab=teams', team: '/app/teams/:team', introductions: '/app/introductions', introduction: '/app/introductions/:introduction', 'answer-report': '/app/answer-report', lessons: '/app/answer-report?tab=lessons', deals: '/app/deals', deal: '/app/deals/:deal', 'deal-priced': '/app/deals/:price', needs: '/app/needs', need: '/app/needs/:need', 'needs-technology': '/app/needs?tab=technology', 'needs-service': '/app/needs?tab=service', problem: '/app/problems/:problem', 'problem-solved': '/app/problems/:solved', 'problem-queue': '/app/problem-queue',
      'problem-queue-escalated': '/app/problem-queue?tab=escalated', rules: '/app/rules', imports: '/app/imports', rounds: '/app/rounds', 'round-open': '/app/rounds/:open',
      'round-open-classes': '/app/rounds/:open?tab=cohorts', 'round-open-posts': '/app/rounds/:open?tab=posts', 'round-closed': '/app/rounds/:closed',
      'round-results': '/app/rounds/:closed?tab=results', 'round-objections': '/app/rounds/:closed?tab=objections', 'round-history': '/app/rounds/:closed?tab=history',
      'round-new': '/app/rounds/new', 'round-draft': '/app/rounds/:draft?tab=posts', 'round-rules': '/app/rounds/:draft/rules', 'round-edit': '/app/rounds/:draft/edit', 'seat-report': '/app/rounds/:closed/posts/:post/report', applicants: '/app/rounds/:closed/posts/:applicants/applicants', letter: '/app/letters/:closed/:student', 'help-requests': '/app/help-requests',
      services: '/app/services', service: '/app/services/:offer', 'service-waiting': '/app/services/:offerWaiting', 'service-new': '/app/services/new', 'service-requests': '/app/service-requests', 'service-request-rated': '/app/service-requests/:request',
      'service-need': '/app/problems/:serviceNeed', policies: '/app/policies', policy: '/app/policies/:policy', 'policy-edit': '/app/policies/:policy/edit', 'policy-new': '/app/policies/new', burden: '/app/burden',
      surveys: '/app/surveys', survey: '/app/surveys/:survey', 'survey-answers': '/app/surveys/:survey?tab=responses', 'survey-answer-office': '/app/surveys/:survey/responses/:surveyAnswer', 'survey-scores': '/app/surveys/:surveyPast?tab=catalogue', 'survey-gaps': '/app/surveys/:surveyPast?tab=gap',
      people: '/app/people', account: '/app/account', search: '/app/search?q=示例', subscriptions: '/app/subscriptions', webhooks: '/app/webhooks', webhook: '/app/webhooks/:webhook',
    },
  },
  { who: 'enterprise', pages: { 'firm-inbox': '/app/inbox', 'firm-organisation': '/app/my-organisation', 'firm-needs': '/app/needs', 'firm-need-new': '/app/needs/new', 'firm-problem-new': '/app/problems/new/technology', 'firm-service-new': '/app/problems/new/service', 'firm-rounds': '/app/round-posts', 'firm-services': '/app/services', 'firm-survey': '/app/my/surveys/:survey', 'firm-policies': '/app/policies', 'firm-burden': '/app/burden' } },
  { who: 'official', pages: { 'authority-requests': '/app/service-requests', 'authority-request': '/app/service-requests/:request', 'authority-burden': '/app/burden' } },
  { who: 'school', pages: { 'school-inbox': '/app/inbox', 'school-students': '/app/students', 'school-round': '/app/rounds/:open', 'school-codes': '/app/student-codes', 'school-imports': '/app/imports', 'school-import': '/app/imports/:import', 'school-gap': '/app/surveys/:surveyPast?tab=gap' } },
  { who: 'school', pages: { agreements: '/app/agreements', agreement: '/app/agreements/:agreement', 'agreement-draft': '/app/agreements/:agreementDraft', 'agreement-new': '/app/agreements/new', 'agreement-edit': '/app/agreements/:agreementDraft/edit', 'agreement-scan': '/app/agreements/:agreement/scans/:scan', 'agreement-slips': '/app/agreement-slips?ids=:consent', 'agreement-templates': '/app/agreement-templates', 'agreement-template': '/app/agreement-templates/three_party', 'agreement-template-new': '/app/agreement-templates/three_party/new' } },
  { who: 'student', pages: { 'my-agreements': '/app/my/agreements', 'my-agreement': '/app/my/agreements/:consent' } },
  { who: null, pages: { sign: '/app/sign/:signToken', 'portal-verify': '/verify', 'portal-verified': '/verify/:paperCode' } },
  { who: 'school', pages: { 'order-classes': '/app/order-classes', 'order-class': '/app/order-classes/:classRunning', 'class-intake': '/app/class-intakes/:intakeOpen' } },
  { who: 'robots', pages: { 'class-applicants': '/app/class-intakes/:intakeDecided/classes/:classDecided', 'order-class-new': '/app/order-classes/new', 'class-applicants-firm': '/app/class-intakes/:intakeOpen/classes/:classFirm' } },
  { who: 'enterprise', pages: { 'order-class-edit': '/app/order-classes/:classRequested/edit' } },
  { who: 'agency', pages: { 'need-edit': '/app/needs/:needDraft/edit' } },
  { who: 'contact-ent-52', pages: { 'problem-edit': '/app/problems/:problemDraft/edit' } },
  { who: 'park', pages: { 'service-edit': '/app/services/:offerDraft/edit' } },
  { who: 'offers-lab-1', pages: { 'achievement-edit': '/app/achievements/:achievementDraft/edit' } },
  { who: 'offers-ent-14', pages: { 'my-need-confirm': '/app/needs/:stale/confirm' } },
  { who: 'graduate', pages: { 'my-order-classes': '/app/my/classes', 'my-class-place': '/app/my/class-places/:place', 'my-class-letter': '/app/my/class-intakes/:intakeDecided/letter' } },
  { who: 'student', pages: { 'my-class-choice': '/app/my/class-intakes/:intakeOpen' } },
  { who: null, pages: { 'class-costs': '/app/class-costs' } },
  { who: 'student', pages: { 'my-home': '/app/wishes', 'my-wishes': '/app/my/rounds/:open', 'my-post': '/app/my/rounds/:open/posts/:openPost', 'my-help': '/app/my/help', 'my-account': '/app/my/account' } },
  { who: 'school', pages: { placements: '/app/placements', placement: '/app/placements/:placement', 'placement-new': '/app/placements/new', 'placement-edit': '/app/placements/:placement/edit', 'placement-board': '/app/placement-board', units: '/app/units', unit: '/app/units/:unit', 'unit-visit': '/app/units/:unit/visit', insurances: '/app/insurance-policies', insurance: '/app/insurance-policies/:insurance', 'safety-bank': '/app/safety-bank' } },
  { who: 'rongjiang', pages: { filings: '/app/placement-filings', filing: '/app/placement-filings/:filing' } },
  { who: 'trainee', pages: { 'my-placement': '/app/my/placement', 'my-test': '/app/my/placement/test' } },
  { who: null, pages: { 'portal-units': '/internship-units' } },
  { who: 'intern', pages: { 'my-internship': '/app/my/internship', 'my-log': '/app/my/logs/:logWeek', 'my-tasks': '/app/my/tasks', 'my-pay': '/app/my/pay' } },
  { who: 'intern', pages: { 'my-way-out': '/app/my/way-out', 'my-report': '/app/my/way-out/report', 'my-change': '/app/my/way-out/change', 'my-complaint': '/app/my/way-out/complaint', 'my-incident': '/app/incidents/new', 'my-assessment': '/app/my/assessment' } },
  { who: null, pages: { 'open-complaint': '/app/complain', 'certificate-check': '/app/certificates' } },
  { who: 'official', pages: { complaints: '/app/complaints', complaint: '/app/complaints/:complaint' } },
  { who: 'school', pages: { 'school-help': '/app/student-help', 'school-reports': '/app/student-help?tab=reports', incidents: '/app/incidents', incident: '/app/incidents/:incident', roll: '/app/roll', assessments: '/app/assessments', schemes: '/app/assessment-schemes', marks: '/app/placements/:archived/assessment', archive: '/app/placements/:archived/archive', returns: '/app/return-forms', return: '/app/return-forms/:returnForm' } },
  { who: 'mentor', pages: { 'my-mentor': '/app/mentor', 'my-mentoring': '/app/my/mentoring', 'my-mentor-profile': '/app/my/mentoring/profile', 'my-mentor-need': '/app/my/mentoring/needs/:mentorNeed', 'my-mentorship': '/app/my/mentoring/:mentorship', 'my-mentor-certificate': '/app/my/mentoring/:mentorship/certificate' } },
  { who: 'teacher', pages: { 'my-practice': '/app/my/practice', 'my-practice-openings': '/app/my/practice/openings', 'my-practice-new': '/app/my/practice/new' } },
  { who: 'practising', pages: { 'my-practice-plan': '/app/my/practice/plans/:practiceRunning', 'my-practice-week': '/app/my/practice/plans/:practiceRunning/weeks/:practiceWeek' } },
  { who: 'planning', pages: { 'my-practice-edit': '/app/my/practice/plans/:practicePlanned/edit' } },
  { who: 'school', pages: { practice: '/app/practice', 'practice-teachers': '/app/practice?tab=roster', 'practice-openings': '/app/practice?tab=openings', 'practice-claims': '/app/practice?tab=claims', 'practice-setting': '/app/practice?tab=setting', 'practice-running': '/app/practice/plans/:practiceRunning', 'practice-paper': '/app/practice/plans/:practiceFinished/paper', 'practice-teacher': '/app/practice/teachers/:practiceTeacher', mentors: '/app/mentors', 'mentor-needs': '/app/mentors?tab=needs', 'mentor-need': '/app/mentors/needs/:mentorNeed', 'mentor-need-edit': '/app/mentors/needs/:mentorNeedDraft/edit', mentorship: '/app/mentors/:mentorship', 'mentor-certificate': '/app/mentors/:mentorship/certificate', 'mentor-invite': '/app/mentors/invite', 'mentor-need-new': '/app/mentors/needs/new' } },
  { who: 'enterprise', pages: { 'pay-batch': '/app/pay/batch', 'practice-firm': '/app/practice', 'practice-opening': '/app/practice/openings/:practiceOpening', 'practice-opening-edit': '/app/practice/openings/:practiceOpeningDraft/edit', 'practice-opening-new': '/app/practice/openings/new', 'mentors-firm': '/app/mentors' } },
  { who: 'official', pages: { 'practice-coverage': '/app/practice' } },
  { who: null, pages: { 'my-mentor-notices': '/app/mentor-notices', 'my-mentor-notice': '/app/mentor-notices/:mentorNotice', 'my-mentor-check': '/app/mentor-certificates', 'my-mentor-checked': '/app/mentor-certificates/:mentorCode' } },
  { who: 'teacher', pages: { 'placement-logs': '/app/placement-logs', 'placement-log': '/app/placement-logs/:log', 'placement-visits': '/app/placement-visits', 'during-tasks': '/app/placements/:internship/during', 'during-rota': '/app/placements/:internship/during?tab=rota', 'during-pay': '/app/placements/:internship/during?tab=pay', 'school-pay': '/app/pay', 'pay-alarms': '/app/pay-alarms', 'pay-alarm': '/app/pay-alarms/:payAlarm' } },
  { who: 'graduate', pages: { 'my-letter': '/app/my/rounds/:closed/letter' } },
  { who: 'rongjiang', pages: { assistance: '/app/assistance', 'assistance-batches': '/app/assistance?tab=batches', 'assistance-checks': '/app/assistance?tab=checks', 'assistance-stays': '/app/assistance?tab=stays', 'assistance-exchanges': '/app/assistance?tab=exchanges', 'assistance-resources': '/app/assistance?tab=resources', 'assistance-new': '/app/assistance/batches/new', 'assistance-batch': '/app/assistance/batches/:batchAsked', 'assistance-edit': '/app/assistance/batches/:batchAsked/edit', 'assistance-exchange': '/app/assistance/exchanges/:exchange', 'assistance-resource': '/app/assistance/resources/:resource' } },
  { who: 'official', pages: { 'assistance-totals': '/app/assistance' } },
  { who: 'escort', pages: { 'assistance-escort': '/app/assistance/batches/:batchRunning', 'my-care': '/app/my/care', 'my-care-one': '/app/my/care/:cared/:careWeek' } },
  { who: 'assisted', pages: { 'my-stay': '/app/my/stay/:stay' } },
]

const fill = (path: string) => path.replace(/:([a-zA-Z]+)/g, (_whole, name: string) => ids[name]!)

type Step = { who: string | null; name: string; path: string }

/** Two windows at once: one draws while the other waits for the network to fall silent. */
async function walk(locale: Locale, looks: readonly Size[], only: (name: string) => boolean) {
  const steps = tours.flatMap(({ who, pages }) => Object.entries(pages).flatMap(([name, path]): Step[] => (only(name) ? [{ who, name, path }] : [])))
  const half = Math.ceil(steps.length / 2)
  await Promise.all([steps.slice(0, half), steps.slice(half)].map((lane) => walkLane(lane, locale, looks)))
  return stage.faults.splice(0)
}

/** Every page is opened once; a second size is the same window made narrow, as when a tablet is turned. */
async function walkLane(steps: readonly Step[], locale: Locale, looks: readonly Size[]) {
  for (const who of new Set(steps.map((step) => step.who))) {
    const page = who ? await stage.signedIn(who, { locale, size: looks[0]! }) : await stage.visitor({ locale, size: looks[0]! })
    for (const { name, path } of steps.filter((step) => step.who === who)) {
      const prefix = path.startsWith('/app') || locale === 'zh-Hans' ? '' : `/${locale}`
      await page.setViewportSize(sizes[looks[0]!])
      await page.goto(`${stage.origin}${prefix}${fill(path)}`)
      await page.locator('h1').first().waitFor()
      // A page that is not there has a heading too.
      if ((await page.locator('h1').first().textContent()) === t(locale, 'ui:page.missing')) stage.faults.push(`${name}: no such page`)
      for (const size of looks) {
        await page.setViewportSize(sizes[size])
        const picture = locale === 'zh-Hans' ? name : `${name}-${locale}`
        // Narrow, a page has the same parts in another order: what is asked of it then is that it fits.
        if (size === looks[0]) await stage.look(page, picture)
        else await stage.see(page, picture)
      }
      // Nor is a page looked at that sent its visitor on to another.
      const shown = new URL(page.url()).pathname
      if (shown !== `${prefix}${fill(path)}`.split('?')[0]) stage.faults.push(`${name}: led to ${shown}`)
    }
    await page.context().close()
  }
}

test('every page of the product is in a tour', () => {
  // A phone's are looked for first, as in the product.
  const shipped = ['phone-pages.ts', 'desk-pages.ts'].map((name) => readFileSync(join(import.meta.dirname, '../web/src', name), 'utf8').split('function developmentPages')[0]).join('')
  const routes = [...shipped.matchAll(/\{ path: '([^']+)'/g)].map(([, path]) => path!.split('/'))
  // The first that fits is shown, as in the product.
  const routeOf = (path: string) => {
    const parts = path.slice('/app'.length).split('?')[0]!.split('/')
    return routes.find((route) => route.length === parts.length && route.every((part, at) => part.startsWith(':') || part === parts[at]))?.join('/')
  }
  const walked = new Set(tours.flatMap(({ pages }) => Object.values(pages).filter((path) => path.startsWith('/app')).map(routeOf)))
  // The address in a mail leads to the inbox with its item open.
  walked.add('/inbox/:itemId')
  expect(routes.map((route) => route.join('/')).filter((route) => !walked.has(route))).toEqual([])
})

const isForPhones = (name: string) => name.startsWith('my-')

test('every page is accessible and fits a desk and a phone', async () => {
  expect(await walk('zh-Hans', ['desk', 'phone'], (name) => !isForPhones(name))).toEqual([])
  expect(await walk('zh-Hans', ['phone', 'desk'], isForPhones)).toEqual([])
}, 1_500_000)

const main = ['portal-home', 'portal-notice', 'sign-in', 'inbox', 'round-open', 'need', 'round-new', 'my-wishes', 'my-letter']

test('the main pages are accessible and fit in English on a desk and in Traditional Chinese on a phone', async () => {
  expect(await walk('en', ['desk'], (name) => main.includes(name))).toEqual([])
  expect(await walk('zh-Hant', ['phone'], (name) => main.includes(name))).toEqual([])
}, 600_000)
