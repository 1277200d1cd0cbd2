import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { inject } from 'vitest'
import { newApp } from '../server/src/app.ts'
import { demoPassword } from '../server/src/features/identity/demo/service.ts'
import { openDatabase } from '../server/src/kernel/db.ts'
import { newToken, tokenHash } from '../server/src/kernel/secrets.ts'
import { useSetting } from '../server/src/kernel/setting.ts'
import { tasks } from '../server/src/worker.ts'
import { createDatabase, dropDatabase } from '../server/test/database-commands.ts'
import { runWaitingJobs } from '../server/test/jobs.ts'
import { axeSource, fontFile, fontStyle, launchBrowser } from './browser.ts'
import { settingOfStage } from './setting.ts'

export type Stage = Awaited<ReturnType<typeof openStage>>
export type Locale = 'zh-Hans' | 'zh-Hant' | 'en'
export type Size = 'desk' | 'phone'
/** `keeps`: what it may open without a network; otherwise each page comes from the server. */
type Visit = { size?: Size; locale?: Locale; keeps?: boolean }

export const sizes: Record<Size, { width: number; height: number }> = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const shots = join(import.meta.dirname, 'shots')
/** Drawing them takes as long as all that is asked of a page; `npm test`, where nobody looks, does without those of pages that are right. */
const drawsAll = process.env.SILIAN_SHOTS !== 'off'

/** The whole product on a port of its own, with the demonstration in it, a clock to move and a browser before it. */
export async function openStage() {
  mkdirSync(shots, { recursive: true })
  const { url: server } = inject('postgres')
  const { template, files } = inject('demonstration')
  const name = `silian_journey_${process.pid}_${Math.floor(performance.now())}`
  const url = await createDatabase(server, name, template)
  const folder = mkdtempSync(join(tmpdir(), 'silian-journey-'))
  cpSync(files, folder, { recursive: true })
  const port = await freePort()
  const origin = `http://localhost:${port}`
  // Begins today: a browser throws away a cookie whose end lies before its own clock.
  let time = new Date()
  const clock = () => new Date(time)
  useSetting(settingOfStage(origin, folder))
  const db = openDatabase(url, { max: 10 })
  const app = await newApp({ db, now: clock, logLevel: 'silent' })
  serveFonts(app)
  await app.listen({ port, host: '127.0.0.1' })
  const browser = await launchBrowser()
  const faults: string[] = []

  /** A visitor with a window of their own; what the page complains of is kept. */
  async function visitor({ size = 'desk', locale = 'zh-Hans', keeps = false }: Visit = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: sizes[size], locale: locale === 'en' ? 'en-GB' : locale === 'zh-Hant' ? 'zh-TW' : 'zh-CN', hasTouch: size === 'phone', reducedMotion: 'reduce', serviceWorkers: keeps ? 'allow' : 'block' })
    await context.addCookies([{ name: 'silian_locale', value: locale, url: origin }])
    await bringFonts(context, origin)
    // The page's clock is the server's, so that what is left until a deadline agrees on both sides.
    await context.addInitScript(`(() => { const ahead = ${time.getTime()} - Date.now(); const Real = Date; globalThis.Date = class extends Real { constructor(...a) { super(...(a.length ? a : [Real.now() + ahead])) } static now() { return Real.now() + ahead } } })()`)
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    watchRequests(page)
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    return page
  }

  /** Signs a demonstration account in through the page, second step and all. */
  async function as(login: string, visit: Visit = {}): Promise<Page> {
    const page = await visitor(visit)
    await page.goto(`${origin}/app/sign-in`)
    await page.locator('[name=login]').fill(login)
    await page.locator('input[type=password]').fill(demoPassword)
    await page.locator('button[type=submit]').first().click()
    if (!['student', 'graduate', 'intern', 'trainee', 'assisted'].includes(login)) {
      await page.locator('input[autocomplete=one-time-code]').fill(await demoCode())
      await page.locator('button[type=submit]').first().click()
    }
    await page.waitForURL((address) => !address.pathname.includes('sign-in'))
    return page
  }

  /** Signed in without the page, for journeys that are about something else. */
  async function signedIn(login: string, visit: Visit = {}): Promise<Page> {
    const page = await visitor(visit)
    const token = newToken()
    const seat = await db.selectFrom('account').innerJoin('roleGrant', 'roleGrant.accountId', 'account.id').select(['account.id', 'roleGrant.id as seatId']).where('login', '=', login).executeTakeFirstOrThrow()
    await db
      .insertInto('session')
      .values({ tokenHash: tokenHash(token), accountId: seat.id, roleGrantId: seat.seatId, createdAt: time, lastSeenAt: time, expiresAt: new Date(time.getTime() + 400 * 86_400_000), secondFactorAt: time })
      .execute()
    await page.context().addCookies([{ name: 'silian_session', value: token, url: origin }])
    return page
  }

  /** What the sign-in page shows for the demonstration; every account may use a step of the clock once. */
  async function demoCode(): Promise<string> {
    time = new Date(time.getTime() + 31_000)
    const reply = await app.inject({ method: 'GET', url: '/api/sign-in' })
    return (JSON.parse(reply.body) as { demoAccounts: { code: string | null }[] }).demoAccounts.find(({ code }) => code !== null)!.code!
  }

  /** Nothing is still loading, the page is no wider than the window, and its picture is kept. */
  async function see(page: Page, picture: string) {
    await settled(page)
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    const width = page.viewportSize()!.width
    const overflow = (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number
    if (overflow > 1) faults.push(`${picture} at ${width}: ${overflow} px wider than the window`)
    if (drawsAll || overflow > 1) await draw(page, picture)
  }

  const draw = (page: Page, picture: string) => page.screenshot({ path: join(shots, `${picture}-${page.viewportSize()!.width}.png`), fullPage: true })

  /** The same, and the faults of accessibility are none. */
  async function look(page: Page, picture: string) {
    await see(page, picture)
    const width = page.viewportSize()!.width
    await page.evaluate(axeSource)
    const found = (await page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"], resultTypes: ["violations"] })')) as { violations: { id: string; nodes: { target: string[] }[] }[] }
    if (!drawsAll && found.violations.length > 0) await draw(page, picture)
    faults.push(...found.violations.map(({ id, nodes }) => `${picture} at ${width}: ${id} at ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(', ')}`))
  }

  return {
    origin,
    db,
    app,
    visitor,
    as,
    signedIn,
    demoCode,
    settled,
    see,
    look,
    faults,
    now: clock,
    moveTo: (when: string | Date) => void (time = new Date(when)),
    work: () => runWaitingJobs(url, tasks({ db, url, now: clock })),
    close: async () => {
      await browser.close()
      await app.close()
      await db.destroy()
      await dropDatabase(server, name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a page has asked for and not received. */
const underWay = new WeakMap<Page, Set<Request>>()

function watchRequests(page: Page) {
  const open = new Set<Request>()
  underWay.set(page, open)
  page.on('request', (request) => open.add(request))
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', (request) => open.delete(request))
}

const busyNow = `new Promise((tell) => requestAnimationFrame(() => setTimeout(() => tell(!document.querySelector('h1') || Boolean(document.querySelector('div[aria-busy=true], [role=status][aria-label]'))), 50)))`

/**
 * Nothing is under way and nothing says that it is loading, three times one after the other. The page is asked, not the network alone: on a slow
 * machine that is silent for half a second before the page has begun.
 */
async function settled(page: Page) {
  await page.waitForLoadState('load')
  const until = performance.now() + 60_000
  for (let calm = 0; calm < 3; ) {
    // A page that is just left for another answers nothing.
    const busy = await page.evaluate<boolean>(busyNow).catch(() => true)
    calm = busy || (underWay.get(page)?.size ?? 0) > 0 ? 0 : calm + 1
    if (performance.now() > until) throw new Error(`${page.url()} does not come to rest: ${[...(underWay.get(page) ?? [])].map((request) => request.url()).join(', ')}`)
  }
}

const fonts = '/test-fonts/'

/** By the server of the stage: a browser whose requests are caught on the way keeps nothing, and fetches every script again for every page. */
function serveFonts(app: Awaited<ReturnType<typeof newApp>>) {
  app.get<{ Params: { name: string } }>(`${fonts}:name`, ({ params }, reply) => reply.header('cache-control', 'public, max-age=86400').type('font/woff2').send(fontFile(params.name)))
  // Journeys are quicker than people: who comes back within half a minute is to see what became of the page.
  app.addHook('onSend', async (_request, reply) => {
    if (String(reply.getHeader('content-type')).includes('html')) reply.header('cache-control', 'no-store')
  })
}

async function bringFonts(context: BrowserContext, origin: string) {
  const style = fontStyle(`${origin}${fonts}`)
  await context.addInitScript(`addEventListener('DOMContentLoaded', () => { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(style)}); document.adoptedStyleSheets.push(sheet) })`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
