import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import etag from '@fastify/etag'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { refusalOfConstraint } from '../contract/refusals.ts'
import type { Actor } from './actor.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Tx } from './db.ts'
import type { Fault, FaultPage, Page, PageReply } from './page.ts'
import { Refusal, refuse } from './refusal.ts'
import type { Download, Route, Upload, Wire } from './route.ts'
import { setting } from './setting.ts'

export type Ground = {
  db: Db
  /** Where reads may go: a replica, or the same database. */
  readDb?: Db
  now: () => Date
  logLevel: string
  proxyHops?: number
  /** Who this session token belongs to, if anybody. */
  signIn: (tx: Tx, token: string, now: Date) => Promise<SignedIn | null>
  /** Notes that a session is in use: a short write of its own, because reads do not write. */
  noteUse: (db: Db, sessionId: string, now: Date) => Promise<void>
}

export type SignedIn = {
  actor: Actor
  /** False while the second factor is still to come: only endpoints that say `halfway` know this person. */
  complete: boolean
  lastSeenAt: Date
}

/** A session's last use is written down at most this often. */
const noteUseEvery = 60_000

const cookieName = 'silian_session'

/** The HTTP side: everything between a socket and find/may/run. Knows no feature. */
export async function newServer(ground: Ground, routes: readonly Route[], pages: readonly Page[], faultPage?: FaultPage): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    logger: ground.logLevel === 'silent' ? false : { level: ground.logLevel, serializers: { req: describe } },
    trustProxy: ground.proxyHops ? (_address: string, hop: number) => hop <= ground.proxyHops! : false,
    genReqId: () => randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
  })
  const secure = setting().origin.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
    hsts: secure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 1024 })
  await app.register(etag)
  await app.register(rateLimit, {
    max: setting().requestsPerMinute,
    timeWindow: 60_000,
    // The same for everybody and read once: a class behind one address fetches a thousand of them in its first minute.
    allowList: ({ url }) => url.startsWith('/app/assets/'),
    errorResponseBuilder: () => new Refusal('too_many_attempts'),
  })
  await app.register(multipart, { limits: { fileSize: setting().maxUploadBytes, files: 1, fields: 20 } })
  app.setErrorHandler((error, request, reply) => answerFault(faultOf(error, request), request, reply, faultPage))
  app.setNotFoundHandler((request, reply) => answerFault({ status: 404, code: 'not_found', details: {} }, request, reply, faultPage))

  for (const route of routes) {
    const { method, path, bytes } = route.endpoint
    app.route({
      method,
      url: `/api${path}`,
      handler: async (request, reply) => {
        if (method !== 'GET') refuseCrossSite(request)
        const upload = bytes === 'upload' ? await readUpload(request) : undefined
        const transaction = method === 'GET' ? inReadOnlyTransaction : inTransaction
        const db = method === 'GET' ? (ground.readDb ?? ground.db) : ground.db
        const effects: (() => void)[] = []
        const now = ground.now()
        const wire = wireOf(request, reply, effects, secure, upload)
        const call = { now, params: request.params, query: request.query, body: upload ? upload.fields : request.body, wire }
        const brought = await route.before?.(call)
        const visit: { signedIn: SignedIn | null } = { signedIn: null }
        const gone = whenGone(reply)
        const read = await transaction(db, async (tx) => {
          visit.signedIn = wire.sessionToken ? await ground.signIn(tx, wire.sessionToken, now) : null
          try {
            return await route.answer({ ...call, tx, actor: actorFor(route, visit.signedIn), brought })
          } catch (error) {
            if (error instanceof Refusal && error.keeps) return error
            throw error
          }
        })
        await noteUse(ground, visit.signedIn, now)
        if (read instanceof Refusal) throw read
        const answer = route.after ? await route.after(read, gone) : read
        for (const effect of effects) effect()
        return bytes === 'download' ? sendFile(reply, answer as Download) : reply.header('cache-control', 'no-store').send(answer)
      },
    })
  }

  await app.register(async (scope) => {
    // Only here: the interface takes JSON, and a form of another site could not send that.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    for (const page of pages) {
      const { answer, submit } = page
      const call = (tx: Tx, request: FastifyRequest, reply: FastifyReply) => ({
        tx,
        now: ground.now(),
        params: request.params as Record<string, string>,
        query: textsOf(request.query),
        wire: wireOf(request, reply, [], secure),
        path: request.url.split('?')[0]!,
      })
      scope.get(page.path, async (request, reply) =>
        sendPage(reply, await inReadOnlyTransaction(ground.readDb ?? ground.db, (tx) => answer(call(tx, request, reply)))),
      )
      if (submit) {
        scope.post(page.path, { config: { rateLimit: { max: submitsPerMinute, timeWindow: 60_000 } } }, async (request, reply) => {
          refuseCrossSite(request)
          return sendPage(reply, await inTransaction(ground.db, (tx) => submit({ ...call(tx, request, reply), form: textsOf(request.body) })))
        })
      }
    }
  })
  return app
}

/** Nobody signs in for a public form, so an address may not send many. */
const submitsPerMinute = 20

/** `?a=1&a=2` gives a list; a page knows one value a name. */
const textsOf = (values: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : value)]))

function sendPage(reply: FastifyReply, page: PageReply | null) {
  if (!page) return reply.callNotFound()
  return reply.code(page.status ?? 200).headers(page.headers ?? {}).type(page.type ?? 'text/html; charset=utf-8').send(page.body)
}

/** Without query and names: addresses are ids, but searches may hold a person's name, and an invitation's link opens a door. */
const describe = (request: FastifyRequest) => ({ method: request.method, path: request.url?.split('?')[0]?.replaceAll(/[\w-]{40,}/g, '…') })

function actorFor({ endpoint }: Route, signedIn: SignedIn | null): Actor | null {
  if (!signedIn || signedIn.complete || endpoint.halfway) return signedIn?.actor ?? null
  return endpoint.open ? null : refuse('second_factor_needed')
}

async function noteUse(ground: Ground, signedIn: SignedIn | null, now: Date) {
  if (signedIn && now.getTime() - signedIn.lastSeenAt.getTime() >= noteUseEvery) await ground.noteUse(ground.db, signedIn.actor.sessionId, now)
}

/** A form on another site cannot act with our cookie: SameSite=Lax, and the browser says where a request comes from. */
function refuseCrossSite(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('cross_site')
  const origin = request.headers.origin
  if (origin !== undefined && site === undefined && new URL(origin).host !== request.host && origin !== setting().origin) refuse('cross_site')
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] })
  const part = await request.file()
  if (!part) refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] })
  const bytes = await part.toBuffer()
  const fields: Record<string, string> = {}
  for (const [name, field] of Object.entries(part.fields)) {
    if (field && !Array.isArray(field) && field.type === 'field') fields[name] = String(field.value)
  }
  return { name: part.filename, mediaType: part.mimetype, bytes, fields }
}

function wireOf(request: FastifyRequest, reply: FastifyReply, effects: (() => void)[], secure: boolean, upload?: Upload): Wire {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    upload,
    sessionToken: request.cookies[cookieName] ?? null,
    setSession: (token, expires) => void effects.push(() => void reply.setCookie(cookieName, token, { ...options, expires })),
    clearSession: () => void effects.push(() => void reply.clearCookie(cookieName, options)),
    locale: localeOf(request.cookies['silian_locale'] ?? request.headers['accept-language'] ?? ''),
  }
}

function localeOf(wanted: string): Wire['locale'] {
  if (/^en/i.test(wanted)) return 'en'
  return /^zh-(Hant|TW|HK|MO)/i.test(wanted) ? 'zh-Hant' : 'zh-Hans'
}

/** Says when whoever asked has gone without waiting for the answer. */
function whenGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => reply.raw.writableFinished || controller.abort(new Gone()))
  return controller.signal
}

/** Nobody is there to read it; the number keeps it out of the log of faults. */
class Gone extends Error {
  readonly statusCode = 499
}

function sendFile(reply: FastifyReply, { name, mediaType, bytes, inline }: Download) {
  return reply
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'private, no-store')
    .type(mediaType)
    .send(bytes)
}

/** Programs read a code, people a page. */
async function answerFault(fault: Fault, request: FastifyRequest, reply: FastifyReply, faultPage: FaultPage | undefined) {
  const path = request.url.split('?')[0]!
  if (!faultPage || path.startsWith('/api/')) return reply.code(fault.status).send({ code: fault.code, details: fault.details })
  return sendPage(reply, await faultPage({ ...fault, path }))
}

function faultOf(error: unknown, request: FastifyRequest): Fault {
  const refusal = asRefusal(error)
  if (refusal) return { status: refusal.status, code: refusal.code, details: refusal.details }
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return { status: 422, code: 'invalid_input', details: { issues: [{ path: ['file'], code: 'too_big' }] } }
  if (status !== undefined && status >= 400 && status < 500) return { status: 422, code: 'invalid_input', details: { issues: [] } }
  request.log.error({ err: error }, 'internal error')
  return { status: 500, code: 'internal_error', details: { reference: request.id } }
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const { constraint } = error as { constraint?: string }
  const code = constraint ? refusalOfConstraint[constraint] : undefined
  return code ? new Refusal(code) : null
}
