import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

export type ExchangeParties = { homeId: string; hostId: string; allianceId: string; teacherAccountId: string | null }

export const isHome = (actor: Actor, { homeId }: Pick<ExchangeParties, 'homeId'>) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, homeId)
export const isHost = (actor: Actor, { hostId }: Pick<ExchangeParties, 'hostId'>) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, hostId)
export const isGuest = (actor: Actor, { teacherAccountId }: Pick<ExchangeParties, 'teacherAccountId'>) => hasRole(actor, 'teacher') && teacherAccountId === actor.accountId
const isSchoolOf = (actor: Actor, parties: ExchangeParties) => isHome(actor, parties) || isHost(actor, parties)

export const whoMoves = { accept: isHost, decline: isHost, start: isSchoolOf, finish: isHost, withdraw: isHome }
export type ExchangeMove = keyof typeof whoMoves
export const mayMoveExchange = (actor: Actor, { exchange, action }: { exchange: ExchangeParties; action: ExchangeMove }) => whoMoves[action](actor, exchange)
export const mayReport = (actor: Actor, exchange: ExchangeParties) => isGuest(actor, exchange) || isHome(actor, exchange)
export const mayReadExchanges = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact', 'teacher')
export const mayPropose = (actor: Actor) => hasRole(actor, 'school_contact')
export const mayNameSchools = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact')
