import { nothing, open, route, seen, type Route } from '../../../kernel/route.ts'
import { mayBeIntern } from '../policy.ts'
import * as contract from './contract.ts'
import { isItsAuthority, mayHearComplaints } from './policy.ts'
import { close, complain, complainOpenly, lockMine, markRead, readByReceipt, reply, replyByReceipt, unmask, viewAuthorities, viewComplaint, viewComplaints, viewMine, write } from './service.ts'
import { findComplaint, lockComplaint } from './tables.ts'

export const complaintRoutes: Route[] = [
  route(contract.listMyComplaints, { find: nothing, may: mayBeIntern, run: ({ tx, actor }) => viewMine(tx, actor) }),
  route(contract.complain, { find: nothing, may: mayBeIntern, run: ({ tx, actor, body, now }) => complain(tx, actor, body, now) }),
  route(contract.readMyComplaint, { find: ({ tx, actor, params }) => lockMine(tx, actor, params.complaintId), may: seen, run: ({ tx, found, now }) => markRead(tx, found, now) }),
  route(contract.replyToMyComplaint, { find: ({ tx, actor, params }) => lockMine(tx, actor, params.complaintId), may: seen, run: ({ tx, found, body, now }) => reply(tx, found, body, now) }),
  open(contract.listAuthorities, ({ tx }) => viewAuthorities(tx)),
  open(contract.complainOpenly, ({ tx, body, now }) => complainOpenly(tx, body, now)),
  open(contract.readByReceipt, ({ tx, body, now }) => readByReceipt(tx, body.receipt, now)),
  open(contract.replyByReceipt, ({ tx, body, now }) => replyByReceipt(tx, body, now)),
  route(contract.listComplaints, { find: nothing, may: mayHearComplaints, run: ({ tx, actor, query }) => viewComplaints(tx, actor, query) }),
  route(contract.getComplaint, { find: ({ tx, actor, params }) => findComplaint(tx, actor, params.complaintId), may: seen, run: ({ tx, actor, found }) => viewComplaint(tx, actor, found) }),
  route(contract.writeToComplaint, { find: ({ tx, actor, params }) => lockComplaint(tx, actor, params.complaintId), may: isItsAuthority, run: ({ tx, actor, found, body, now }) => write(tx, actor, found, body, now) }),
  route(contract.closeComplaint, { find: ({ tx, actor, params }) => lockComplaint(tx, actor, params.complaintId), may: isItsAuthority, run: ({ tx, actor, found, now }) => close(tx, actor, found, now) }),
  route(contract.unmaskComplaint, { find: ({ tx, actor, params }) => lockComplaint(tx, actor, params.complaintId), may: isItsAuthority, run: ({ tx, actor, found, body, now }) => unmask(tx, actor, found, body.reason, now) }),
]
