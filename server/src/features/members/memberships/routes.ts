import type { Actor } from '../../../kernel/actor.ts'
import { route, seen } from '../../../kernel/route.ts'
import { addMembershipFile, beginMembership, editMembership, getCertificate, getMembership, getMembershipHistory, moveMembership, moveMemberships, noteObjection, removeMembershipFile } from './contract.ts'
import { addFile, findWithFile, takeAway } from './files/service.ts'
import { membershipLife, type MembershipAction } from './lifecycle.ts'
import { mayAddMembershipFile, mayApplyOrRegister, mayEditMembership, mayNoteObjection, mayPrintCertificate, mayReadMembership } from './policy.ts'
import { begin, edit, findMany, findParties, move, moveMany, movingOf, note } from './service.ts'
import { findMembership, lockMembership, type MembershipRow } from './tables.ts'
import { viewAgain, viewCertificate, viewHistory, viewMembership } from './views/service.ts'

/** Each action has its own right: the lifecycle says which. */
const mayMoveMembership = (actor: Actor, { row, action, now }: { row: MembershipRow; action: MembershipAction; now: Date }) =>
  membershipLife.transitions[action].may(actor, movingOf(row, now))

export const membershipRoutes = [
  route(beginMembership, {
    find: ({ tx, actor, body }) => findParties(tx, actor, body),
    may: mayApplyOrRegister,
    run: ({ tx, actor, found, body, now }) => begin(tx, actor, found, { seat: body.seat, statement: body.statement }, now),
  }),
  route(moveMemberships, {
    find: ({ tx, actor, body }) => findMany(tx, actor, body.membershipIds),
    // Of every row by itself: those one may not move are named as failed.
    may: seen,
    run: ({ tx, actor, found, body, now }) => moveMany(tx, actor, found, body.action, body, now),
  }),
  route(getMembership, {
    find: ({ tx, actor, params }) => findMembership(tx, actor, params.membershipId),
    may: seen,
    run: ({ tx, actor, found, now }) => viewMembership(tx, actor, found, now),
  }),
  route(getMembershipHistory, {
    find: ({ tx, actor, params }) => findMembership(tx, actor, params.membershipId),
    may: mayReadMembership,
    run: ({ tx, found }) => viewHistory(tx, found),
  }),
  route(editMembership, {
    find: ({ tx, actor, params }) => lockMembership(tx, actor, params.membershipId),
    may: mayEditMembership,
    async run({ tx, actor, found, body, now }) {
      await edit(tx, actor, found, body, now)
      return viewAgain(tx, actor, found.id, now)
    },
  }),
  route(noteObjection, {
    find: ({ tx, actor, params }) => lockMembership(tx, actor, params.membershipId),
    may: mayNoteObjection,
    async run({ tx, actor, found, body, now }) {
      await note(tx, actor, found, body, now)
      return viewAgain(tx, actor, found.id, now)
    },
  }),
  route(moveMembership, {
    async find({ tx, actor, params, now }) {
      const row = await lockMembership(tx, actor, params.membershipId)
      return row && { row, action: params.action, now }
    },
    may: mayMoveMembership,
    async run({ tx, actor, found, body, now }) {
      await move(tx, actor, found.row, found.action, body, now)
      return viewAgain(tx, actor, found.row.id, now)
    },
  }),
  route(addMembershipFile, {
    find: ({ tx, actor, params }) => lockMembership(tx, actor, params.membershipId),
    may: mayAddMembershipFile,
    run: ({ tx, actor, found, wire, now }) => addFile(tx, actor, found, wire.upload!, now),
  }),
  route(removeMembershipFile, {
    find: ({ tx, actor, params }) => findWithFile(tx, actor, params),
    may: mayAddMembershipFile,
    run: ({ tx, actor, found, now }) => takeAway(tx, actor, found, now),
  }),
  route(getCertificate, {
    find: ({ tx, actor, params }) => findMembership(tx, actor, params.membershipId),
    may: mayPrintCertificate,
    run: ({ found }) => viewCertificate(found),
  }),
]
