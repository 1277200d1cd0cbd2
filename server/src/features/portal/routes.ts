import type { FaultPage, Page, PageCall, PageReply } from '../../kernel/page.ts'
import type { PortalLocale, PortalPage } from './contract.ts'
import { viewAchievement, viewAchievements } from './achievements/service.ts'
import { viewAgreementCheck } from './agreements/service.ts'
import { feed, robots, sitemap } from './feeds/service.ts'
import { savedFeed } from './feeds/saved/service.ts'
import { isHelpPage, shotFile, viewHelp, viewHelpIndex } from './help/service.ts'
import { viewHome } from './home/service.ts'
import { viewMember, viewMembers } from './members/service.ts'
import { findCertified } from './members/tables.ts'
import { isUuid, takeObjection, viewNotice, viewNoticeList } from './notices/service.ts'
import { viewPost, viewPosts } from './posts/service.ts'
import { takePriceObjection, viewPrice } from './prices/service.ts'
import { viewEnded, viewProblem, viewProblems } from './problems/service.ts'
import { shortageFile, viewShortage } from './shortage/service.ts'
import { draw, drawFault, type Alliance, type Visit } from './service.ts'
import { findPublicAlliance } from './tables.ts'
import { viewListedUnits } from './units/service.ts'
import { takeUnsubscribe, viewUnsubscribe } from './unsubscribe/service.ts'

/** Simplified Chinese has no prefix: it is what most people read. */
const prefixes: readonly [PortalLocale, string][] = [['zh-Hans', ''], ['zh-Hant', '/zh-Hant'], ['en', '/en']]

async function visitOf({ tx, now, query, path }: PageCall, locale: PortalLocale, prefix: string): Promise<Visit> {
  return { locale, now, query, path: path.slice(prefix.length) || '/', alliance: await findPublicAlliance(tx) }
}

type Show = (call: PageCall, visit: Visit, alliance: Alliance) => Promise<PortalPage | null>

/** A page in three languages. Before the first run there is nothing to show but the way to it. */
const inEveryLanguage = (path: string, show: Show, submit?: (call: Submitted, visit: Visit, alliance: Alliance, prefix: string) => Promise<PageReply | null>): Page[] =>
  prefixes.map(([locale, prefix]) => ({
    path: `${prefix}${path}` || '/',
    async answer(call) {
      const visit = await visitOf(call, locale, prefix)
      const page = visit.alliance ? await show(call, visit, visit.alliance) : ({ name: 'firstRun' } as const)
      return page && draw(page, visit)
    },
    ...(submit && {
      async submit(call: Submitted) {
        const visit = await visitOf(call, locale, prefix)
        return visit.alliance ? submit(call, visit, visit.alliance, prefix) : null
      },
    }),
  }))

type Submitted = Parameters<NonNullable<Page['submit']>>[0]

/** An address with something else than an id in it leads nowhere. */
const withId =
  (show: (call: PageCall, visit: Visit, alliance: Alliance, id: string) => Promise<PortalPage | null>): Show =>
  async (call, visit, alliance) =>
    isUuid(call.params.id) ? show(call, visit, alliance, call.params.id!) : null

const help: Page[] = prefixes.flatMap(([locale, prefix]) => [
  { path: `${prefix}/help`, answer: async (call) => draw({ name: 'helpIndex', view: viewHelpIndex(locale) }, await visitOf(call, locale, prefix)) },
  {
    path: `${prefix}/help/:page`,
    async answer(call) {
      const { page } = call.params
      return isHelpPage(page) ? draw({ name: 'help', view: viewHelp(locale, page) }, await visitOf(call, locale, prefix)) : null
    },
  },
])

const feeds: Page[] = [
  ...prefixes.flatMap(([locale, prefix]) => (['xlsx', 'csv'] as const).map((format): Page => ({ path: `${prefix}/shortage.${format}`, answer: async ({ tx }) => shortageFile(tx, await findPublicAlliance(tx), locale, format) }))),
  ...prefixes.map(([locale, prefix]): Page => ({ path: `${prefix}/feed.xml`, answer: async ({ tx, now }) => feed(tx, locale, await findPublicAlliance(tx), now) })),
  { path: '/feeds/:file', answer: async ({ tx, params, now }) => savedFeed(tx, params.file!, now) },
  { path: '/sitemap.xml', answer: async ({ tx, now }) => sitemap(tx, await findPublicAlliance(tx), now) },
  { path: '/robots.txt', answer: async () => robots() },
  { path: '/help/shots/:file', answer: async ({ params }) => shotFile(params.file!) },
]

export const portalPages: Page[] = [
  ...inEveryLanguage('', async ({ tx }, visit, alliance) => ({ name: 'home', view: await viewHome(tx, visit, alliance) })),
  ...inEveryLanguage('/members', async ({ tx }, visit, alliance) => ({ name: 'members', view: await viewMembers(tx, visit, alliance) })),
  ...inEveryLanguage('/members/:id', withId(async ({ tx }, visit, alliance, id) => {
    const view = await viewMember(tx, visit, alliance, id)
    return view ? { name: 'member', view } : null
  })),
  {
    // What the code on a printed certificate leads to: the member's own page, which shows the number while it is valid.
    path: '/verify/certificates/:number',
    async answer({ tx, params }) {
      const alliance = await findPublicAlliance(tx)
      const member = alliance && (await findCertified(tx, alliance.id, params.number!))
      return member ? { status: 303, body: '', headers: { location: `/members/${member.id}` } } : null
    },
  },
  // What the code on a signed paper leads to.
  ...['/verify', '/verify/:code'].flatMap((path) => inEveryLanguage(path, async ({ tx, params }, visit) => ({ name: 'agreement', view: await viewAgreementCheck(tx, visit, params.code) }))),
  ...inEveryLanguage('/posts', async ({ tx }, visit, alliance) => ({ name: 'posts', view: await viewPosts(tx, visit, alliance) })),
  ...inEveryLanguage('/posts/:id', withId(async ({ tx }, visit, alliance, id) => {
    const view = await viewPost(tx, visit, alliance, id)
    return view ? { name: 'post', view } : null
  })),
  ...inEveryLanguage('/needs', async ({ tx }, visit, alliance) => ({ name: 'problems', view: await viewProblems(tx, visit, alliance) })),
  ...inEveryLanguage('/needs/ended', async ({ tx }, visit, alliance) => ({ name: 'endedProblems', view: await viewEnded(tx, visit, alliance) })),
  ...inEveryLanguage('/needs/:id', withId(async ({ tx }, visit, alliance, id) => {
    const view = await viewProblem(tx, visit, alliance, id)
    return view ? { name: 'problem', view } : null
  })),
  ...inEveryLanguage('/achievements', async ({ tx }, visit, alliance) => ({ name: 'achievements', view: await viewAchievements(tx, visit, alliance) })),
  ...inEveryLanguage('/achievements/:id', withId(async ({ tx }, visit, alliance, id) => {
    const view = await viewAchievement(tx, visit, alliance, id)
    return view ? { name: 'achievement', view } : null
  })),
  ...inEveryLanguage(
    '/prices/:id',
    withId(async ({ tx }, visit, alliance, id) => {
      const view = await viewPrice(tx, visit, alliance, id)
      return view ? { name: 'price', view } : null
    }),
    async ({ tx, params, form }, visit, alliance, prefix) => {
      if (!isUuid(params.id)) return null
      const sent = await takePriceObjection(tx, visit, alliance, params.id!, form)
      if ('id' in sent) return { status: 303, body: '', headers: { location: `${prefix}/prices/${params.id}?received=${sent.id}#objection` } }
      return sent.view ? draw({ name: 'price', view: sent.view }, visit, 422) : null
    },
  ),
  ...inEveryLanguage('/shortage', async ({ tx }, visit, alliance) => ({ name: 'shortage', view: await viewShortage(tx, visit, alliance) })),
  ...inEveryLanguage('/internship-units', async ({ tx }, visit, alliance) => ({ name: 'units', view: await viewListedUnits(tx, visit, alliance) })),
  ...inEveryLanguage('/notices', async ({ tx }, visit, alliance) => ({ name: 'notices', view: await viewNoticeList(tx, visit, alliance) })),
  ...inEveryLanguage(
    '/notices/:id',
    withId(async ({ tx }, visit, alliance, id) => {
      const view = await viewNotice(tx, visit, alliance, id)
      return view ? { name: 'notice', view } : null
    }),
    async ({ tx, params, form }, visit, alliance, prefix) => {
      if (!isUuid(params.id)) return null
      const sent = await takeObjection(tx, visit, alliance, params.id!, form)
      // The receipt has an address of its own, so that reloading does not send again.
      if ('id' in sent) return { status: 303, body: '', headers: { location: `${prefix}/notices/${params.id}?received=${sent.id}#objection` } }
      return sent.view ? draw({ name: 'notice', view: sent.view }, visit, 422) : null
    },
  ),
  ...inEveryLanguage(
    '/unsubscribe/:token',
    ({ tx, params }) => viewUnsubscribe(tx, params.token!),
    async ({ tx, now, params }, visit) => {
      const page = await takeUnsubscribe(tx, params.token!, now)
      return page && draw(page, visit)
    },
  ),
  ...help,
  ...feeds,
]

/** In the language of the address that led nowhere. */
export const portalFault: FaultPage = ({ path, ...fault }) => {
  const [locale, prefix] = prefixes.find(([, one]) => one !== '' && (path === one || path.startsWith(`${one}/`))) ?? prefixes[0]!
  return drawFault(fault, locale, path.slice(prefix.length) || '/')
}
