import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
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
    if (!['student', 'graduate', 'intern', 'trainee'].includes(login)) {
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

  /** Nothing is still loading, the page is no wider than the window, and the picture is kept. */
  async function see(page: Page, picture: string) {
    await page.waitForLoadState('networkidle')
    await page.locator('h1').first().waitFor()
    await page.locator('[role=status][aria-label]').waitFor({ state: 'detached' })
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    const width = page.viewportSize()!.width
    await page.screenshot({ path: join(shots, `${picture}-${width}.png`), fullPage: true })
    const overflow = (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number
    if (overflow > 1) faults.push(`${picture} at ${width}: ${overflow} px wider than the window`)
  }

  /** The same, and the faults of accessibility are none. */
  async function look(page: Page, picture: string) {
    await see(page, picture)
    const width = page.viewportSize()!.width
    await page.evaluate(axeSource)
    const found = (await page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] })')) as { violations: { id: string; nodes: { target: string[] }[] }[] }
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

async function bringFonts(context: BrowserContext, origin: string) {
  const address = `${origin}/test-fonts/`
  await context.route(`${address}*`, (route) => route.fulfill({ body: fontFile(decodeURIComponent(route.request().url().split('/').pop()!)), contentType: 'font/woff2' }))
  const style = fontStyle(address)
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
