import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { openDatabase } from '../server/src/kernel/db.ts'
import { newToken, tokenHash } from '../server/src/kernel/secrets.ts'
import { newPlace } from './place.ts'
import { report } from './report.ts'
import { startServer } from './server-process.ts'

/** What a first visit brings over the wire, headers and all, as a real browser counts it; on the demonstration alliance. */
const place = await newPlace({ empty: true })
const silian = await startServer(join(import.meta.dirname, '../server/src/main.ts'), '/readyz', { DATABASE_URL: place.url, SILIAN_DATA: place.folder, SILIAN_WORKER: 'off', SILIAN_LOG: 'error' })
const db = openDatabase(place.url)
const browser = await launchBrowser()

const round = await db.selectFrom('round').select('id').where('state', '=', 'wishing').executeTakeFirstOrThrow()
const portal = await visit(browser, '/')
const desk = await visit(browser, '/app/inbox', await signInAs('secretariat'))
const student = await signInAs('student')
const { postId } = await db.selectFrom('roundPost').select('postId').where('roundId', '=', round.id).orderBy('postId').executeTakeFirstOrThrow()
const published = await db
  .selectFrom('roundResult')
  .innerJoin('roleGrant', 'roleGrant.studentId', 'roundResult.studentId')
  .innerJoin('account', 'account.id', 'roleGrant.accountId')
  .select(['roundResult.roundId', 'account.login'])
  .executeTakeFirstOrThrow()
const placed = await signInAs(published.login!)
const phones = [
  { what: 'signing in', path: '/app/sign-in' },
  { what: 'posts and my wishes', path: `/app/my/rounds/${round.id}`, token: student },
  { what: 'one post', path: `/app/my/rounds/${round.id}/posts/${postId}`, token: student },
  { what: 'my rounds', path: '/app/wishes', token: student },
  { what: 'my result and letter', path: `/app/my/rounds/${published.roundId}/letter`, token: placed },
  { what: 'help', path: '/app/my/help', token: student },
  { what: 'my account', path: '/app/my/account', token: student },
  { what: 'help and a way out', path: '/app/my/way-out', token: await signInAs('intern') },
  { what: 'a complaint', path: '/app/my/way-out/complaint', token: await signInAs('intern') },
  { what: 'my summary and mark', path: '/app/my/assessment', token: await signInAs('intern') },
  { what: 'a complaint without an account', path: '/app/complain' },
]
const practice = await db.selectFrom('practicePlan').select('id').where('state', '=', 'applied').executeTakeFirstOrThrow()
const mentorship = await db.selectFrom('mentorship').select('id').where('state', '=', 'active').orderBy('startsOn', 'desc').executeTakeFirstOrThrow()
const [teacher, mentor] = [await signInAs('teacher'), await signInAs('mentor')]
const cared = await db.selectFrom('welfareCheck').select(['placementId', 'weekOn']).orderBy('weekOn', 'desc').executeTakeFirstOrThrow()
const stay = await db.selectFrom('assistanceStay').innerJoin('student', 'student.id', 'assistanceStay.studentId').innerJoin('account', 'account.id', 'student.accountId').select('assistanceStay.id').where('account.login', '=', 'assisted').where('months', '=', 6).executeTakeFirstOrThrow()
const [escort, assisted] = [await signInAs('escort'), await signInAs('assisted')]
const guests = [
  { who: 'a teacher', what: 'my practice in firms', path: '/app/my/practice', token: teacher },
  { who: 'a teacher', what: 'where one can go', path: '/app/my/practice/openings', token: teacher },
  { who: 'a teacher', what: 'a stay to plan', path: '/app/my/practice/new', token: teacher },
  { who: 'a teacher', what: 'one stay', path: `/app/my/practice/plans/${practice.id}`, token: teacher },
  { who: 'an escort', what: 'the week of those away', path: '/app/my/care', token: escort },
  { who: 'an escort', what: 'how one of them is', path: `/app/my/care/${cared.placementId}/${cared.weekOn}`, token: escort },
  { who: 'a student', what: 'still there after half a year', path: `/app/my/stay/${stay.id}`, token: assisted },
  { who: 'a student', what: 'the first page, with a question', path: '/app/wishes', token: assisted },
  { who: 'a mentor', what: 'my appointments', path: '/app/my/mentoring', token: mentor },
  { who: 'a mentor', what: 'one appointment and its tasks', path: `/app/my/mentoring/${mentorship.id}`, token: mentor },
]
const screens = []
for (const { who, what, path, token } of [...phones.map((one) => ({ who: 'a student', ...one })), ...guests]) screens.push({ who, what, sums: await visit(browser, path, token, 'phone') })
if (portal.scripts > 0) throw new Error(`the portal's first page loads ${portal.scripts} scripts`)

const kilobytes = (bytes: number) => bytes / 1024
const parts = ({ code, styles, data, requests }: typeof desk) => `scripts ${kilobytes(code).toFixed(0)}, styles ${kilobytes(styles).toFixed(0)}, data ${kilobytes(data).toFixed(0)} KB; ${requests} requests`
report('weights', [
  { what: 'the portal’s first page, no script', value: kilobytes(portal.all), unit: 'KB', goal: 100, note: parts(portal) },
  { what: 'the workspace: the secretariat’s inbox', value: kilobytes(desk.all), unit: 'KB', goal: 350, note: parts(desk) },
  ...screens.map(({ who, what, sums }) => ({ what: `${who}’s phone: ${what}`, value: kilobytes(sums.all), unit: 'KB', goal: 130, note: parts(sums) })),
])

await browser.close()
await db.destroy()
await silian.stop()
await place.close()

/** A session as signing in would make it: the demonstration's people have a second factor. */
async function signInAs(login: string): Promise<string> {
  const token = newToken()
  const now = new Date()
  const { accountId, id } = await db
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .select(['roleGrant.accountId', 'roleGrant.id'])
    .where('account.login', '=', login)
    .executeTakeFirstOrThrow()
  await db.insertInto('session').values({ tokenHash: tokenHash(token), accountId, roleGrantId: id, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000), secondFactorAt: now }).execute()
  return token
}

async function visit(within: Browser, path: string, token?: string, device: 'desk' | 'phone' = 'desk') {
  const context = await within.newContext({ viewport: device === 'desk' ? { width: 1440, height: 900 } : { width: 390, height: 844 }, locale: 'zh-CN' })
  if (token) await context.addCookies([{ name: 'silian_session', value: token, url: silian.origin }])
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const kinds = new Map<string, string>()
  const sums = { all: 0, code: 0, styles: 0, data: 0, scripts: 0, requests: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    sums.all += encodedDataLength
    sums.requests += 1
    if (kind === 'Script') sums.code += encodedDataLength
    if (kind === 'Script') sums.scripts += 1
    if (kind === 'Stylesheet') sums.styles += encodedDataLength
    if (kind === 'Fetch') sums.data += encodedDataLength
  })
  await session.send('Network.enable')
  await page.goto(silian.origin + path, { waitUntil: 'networkidle' })
  await page.locator('h1').first().waitFor()
  await context.close()
  return sums
}
