/**
 * Lets a phone open Silian without a network: the shell, and the scripts and styles a student's internship needs. It keeps no data of
 * anybody; that stays with the pages (log-outbox.ts, queries.ts). A worker of its own, because fifty lines need no library on a phone.
 */
type Waiting = { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Waiting & { request: Request; respondWith: (answer: Promise<Response>) => void }
type Told = Waiting & { data: unknown }
type Scope = {
  location: Location
  addEventListener: ((type: 'install' | 'activate', heed: (event: Waiting) => void) => void) & ((type: 'fetch', heed: (event: Fetching) => void) => void) & ((type: 'message', heed: (event: Told) => void) => void)
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
}
const worker = self as unknown as Scope

const shell = '/app/'
const store = 'silian-phone'
/** Of a few releases; older ones are thrown away. */
const most = 200

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  // Named by its content: what is kept is right for ever.
  if (pathname.startsWith('/app/assets/')) event.respondWith(kept(request.url).then((found) => found ?? fetch(request)))
  else if (request.mode === 'navigate' && pathname.startsWith('/app')) event.respondWith(page(request))
})

/** The newest shell while there is a network, the last one otherwise. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const found = await kept(shell)
    if (found) return found
    throw error
  }
}

/** A page says what it is made of, once it is whole. */
worker.addEventListener('message', (event) => event.waitUntil(keep((event.data as string[]).filter((address) => address.startsWith('/app/assets/')))))

async function keep(addresses: readonly string[]) {
  const cache = await caches.open(store)
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll(addresses.filter((address) => !there.has(address)))
  // A shell of another release than this page would ask for scripts that are not there: the last whole one stays.
  const fresh = await fetch(shell)
  const parts = (await fresh.clone().text()).match(/\/app\/assets\/[^"]+/g) ?? []
  if (fresh.ok && parts.every((part) => addresses.includes(part))) await cache.put(shell, fresh)
  const all = await cache.keys()
  await Promise.all(all.slice(0, Math.max(0, all.length - most)).map((request) => cache.delete(request)))
}

const kept = async (address: string): Promise<Response | undefined> => (await caches.open(store)).match(address)
