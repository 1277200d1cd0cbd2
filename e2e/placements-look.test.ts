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
})
afterAll(() => stage.close())

type Tour = { who: string | null; pages: Record<string, string> }

/** `:name` is filled in from the demonstration. */
const tours: Tour[] = [
  { who: 'school', pages: { placements: '/app/placements', placement: '/app/placements/:placement', 'placement-new': '/app/placements/new', 'placement-edit': '/app/placements/:placement/edit', 'placement-board': '/app/placement-board', units: '/app/units', unit: '/app/units/:unit', 'unit-visit': '/app/units/:unit/visit', insurances: '/app/insurance-policies', insurance: '/app/insurance-policies/:insurance', 'safety-bank': '/app/safety-bank' } },
  { who: 'rongjiang', pages: { filings: '/app/placement-filings', filing: '/app/placement-filings/:filing' } },
  { who: 'trainee', pages: { 'my-placement': '/app/my/placement', 'my-test': '/app/my/placement/test' } },
  { who: null, pages: { 'portal-units': '/internship-units' } },
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
    page.on("console", (m) => stage.faults.push(`console ${m.type()} ${m.text().slice(0, 400)}`))
    page.on("response", (r) => r.status() >= 400 && stage.faults.push(`${r.status()} ${r.url()}`))
    for (const { name, path } of steps.filter((step) => step.who === who)) {
      const prefix = path.startsWith('/app') || locale === 'zh-Hans' ? '' : `/${locale}`
      await page.setViewportSize(sizes[looks[0]!])
      await page.goto(`${stage.origin}${prefix}${fill(path)}`)
      await page.locator('h1').first().waitFor({ timeout: 15000 }).catch(async () => { stage.faults.push(`${name}: no heading, ${page.url()} ${(await page.locator("body").innerHTML()).slice(0, 3000)}`) })
      if ((await page.locator('h1').count()) === 0) continue
      // A page that is not there has a heading too.
      if ((await page.locator('h1').first().textContent()) === t(locale, 'ui:page.missing')) stage.faults.push(`${name}: no such page`)
      for (const size of looks) {
        await page.setViewportSize(sizes[size])
        const picture = locale === 'zh-Hans' ? name : `${name}-${locale}`
        // Narrow, a page has the same parts in another order: what is asked of it then is that it fits.
        if (size === looks[0]) await stage.look(page, picture)
        else await stage.see(page, picture)
      }
    }
    await page.context().close()
  }
}

const isForPhones = (name: string) => name.startsWith('my-')

test('every page is accessible and fits a desk and a phone', async () => {
  expect(await walk('zh-Hans', ['desk', 'phone'], (name) => !isForPhones(name))).toEqual([])
  expect(await walk('zh-Hans', ['phone', 'desk'], isForPhones)).toEqual([])
}, 900_000)

const main = ['my-placement']

test('the main pages are accessible and fit in English on a desk and in Traditional Chinese on a phone', async () => {
  expect(await walk('en', ['desk'], (name) => main.includes(name))).toEqual([])
  expect(await walk('zh-Hant', ['phone'], (name) => main.includes(name))).toEqual([])
}, 600_000)
