import { createHash } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Wire } from '../../../kernel/route.ts'
import { seal, unseal } from '../../../kernel/secrets.ts'
import { setting } from '../../../kernel/setting.ts'
import { openSession } from '../service.ts'
import { findAccountBySubject, lockAccount, updateAccount } from '../tables.ts'

type Purpose = 'sign_in' | 'link'
type Ticket = { purpose: Purpose; accountId: string | null; state: string; nonce: string; verifier: string; until: number }
export type Proof = { purpose: Purpose; accountId: string | null; subject: string }

const ticketLasts = 10 * 60_000
const configurations = new Map<string, Promise<oidc.Configuration>>()

/** The other system's own description, asked for once; a failure is asked again. */
function configuration(): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = setting().oidc ?? refuse('oidc_off')
  const known = configurations.get(issuer)
  if (known) return known
  // Plain http only where the operator configured it: a provider on the same machine or in a test.
  const options = issuer.startsWith('http:') ? { execute: [oidc.allowInsecureRequests] } : {}
  const asked = oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, options)
  configurations.set(issuer, asked)
  asked.catch(() => configurations.delete(issuer))
  return asked
}

const redirectUri = () => `${setting().origin}/app/oidc`

/** Before the transaction: the secrets of this attempt and the address to go to. */
export async function prepare() {
  const config = await configuration().catch(giveUp)
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri(),
    scope: 'openid',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, state, nonce, verifier }
}

/** The ticket is sealed: the tab that keeps it can neither read nor change it. */
export function handOut(purpose: Purpose, actor: Actor | null, prepared: Awaited<ReturnType<typeof prepare>>, now: Date) {
  if (purpose === 'link' && !actor) refuse('not_signed_in')
  const { url, ...secrets } = prepared
  const ticket: Ticket = { purpose, accountId: purpose === 'link' ? actor!.accountId : null, ...secrets, until: now.getTime() + ticketLasts }
  return { url, ticket: seal(JSON.stringify(ticket)).toString('base64url') }
}

/** Before the transaction: trades the code for a proof of who came back. */
export async function redeem(given: { ticket: string; search: string }, now: Date): Promise<Proof> {
  const config = await configuration().catch(giveUp)
  const ticket = openTicket(given.ticket)
  if (!ticket || now.getTime() >= ticket.until) refuse('oidc_failed')
  const address = new URL(redirectUri())
  address.search = given.search
  const checks = { pkceCodeVerifier: ticket.verifier, expectedState: ticket.state, expectedNonce: ticket.nonce, idTokenExpected: true }
  const tokens = await oidc.authorizationCodeGrant(config, address, checks).catch(giveUp)
  const { iss, sub } = tokens.claims()!
  return { purpose: ticket.purpose, accountId: ticket.accountId, subject: subjectOf(iss, sub) }
}

/** A subject means something only together with its issuer. */
const subjectOf = (issuer: string, subject: string) => createHash('sha256').update(`${issuer} ${subject}`).digest('hex')

function openTicket(sealed: string): Ticket | null {
  try {
    return JSON.parse(unseal(Buffer.from(sealed, 'base64url'))) as Ticket
  } catch {
    return null
  }
}

function giveUp(error: unknown): never {
  if (error instanceof Error && error.name === 'Refusal') throw error
  refuse('oidc_failed')
}

/** Never makes an account or a seat: a stranger is told to sign in once and link. */
export async function comeIn(tx: Tx, actor: Actor | null, proof: Proof, wire: Wire, now: Date) {
  if (proof.purpose === 'link') return link(tx, actor, proof, now)
  const account = (await findAccountBySubject(tx, proof.subject)) ?? refuse('oidc_not_linked')
  if (account.demo && !setting().demo) refuse('oidc_not_linked')
  return { purpose: proof.purpose, secondFactor: await openSession(tx, account, wire, now, 'oidc') }
}

async function link(tx: Tx, actor: Actor | null, proof: Proof, now: Date) {
  // Whoever comes back must be who set out: not somebody else who signed in on this browser meanwhile.
  if (!actor || actor.accountId !== proof.accountId) refuse('oidc_failed')
  if ((await lockAccount(tx, actor.accountId)).demo) refuse('demo_account')
  await updateAccount(tx, actor.accountId, { oidcSubject: proof.subject })
  audit(tx, actor, now, { event: 'account.oidc_linked', subjectType: 'account', subjectId: actor.accountId })
  return { purpose: proof.purpose, secondFactor: 'done' as const }
}
