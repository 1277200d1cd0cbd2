import { dayOf } from '../../../kernel/calendar.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nothing, open, route, seen, type Route } from '../../../kernel/route.ts'
import { lockNeed } from '../needs/service.ts'
import { worksHere } from '../policy.ts'
import { draftContract } from './agreement/service.ts'
import * as contract from './contract.ts'
import * as noticeContract from './notices/contract.ts'
import { answer, lockObjection, object, verify, viewCertificate, viewNotice, viewNotices } from './notices/service.ts'
import { addContract, addPaper } from './papers/service.ts'
import { mayAnswerObjection, mayBeMentor, mayKeepMentorship, mayMoveMentorship, mayPrintCertificate, mayRunSchool } from './policy.ts'
import { review } from './reviews/service.ts'
import { apply, changeTerms, findMentorship, invite, lockMentorship, moveMentorship, renew } from './service.ts'
import { exportMentorships, viewHistory, viewMentorship, viewMentorships } from './view/service.ts'

const missingFile = () => refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] })

export const mentorshipRoutes: Route[] = [
  route(contract.listMentorships, { find: nothing, may: worksHere, run: ({ tx, actor, query, now }) => viewMentorships(tx, actor, query, now) }),
  route(contract.exportMentorships, { find: nothing, may: worksHere, run: ({ tx, actor, query, now }) => exportMentorships(tx, actor, query, now) }),
  route(contract.getMentorship, { find: ({ tx, actor, params, now }) => findMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: seen, run: ({ tx, actor, found, now }) => viewMentorship(tx, actor, found, now) }),
  route(contract.applyAsMentor, { find: ({ tx, actor, params }) => lockNeed(tx, actor, params.needId), may: mayBeMentor, run: ({ tx, actor, found, body, now }) => apply(tx, actor, found, body.statement, now) }),
  route(contract.inviteMentor, {
    find: async ({ tx, actor, body }) => {
      const need = body.needId ? await lockNeed(tx, actor, body.needId) : null
      return need === undefined || (need && need.schoolId !== actor.organisationId) ? undefined : { need }
    },
    may: mayRunSchool,
    run: ({ tx, actor, found, body, now }) => invite(tx, actor, { ...body, need: found.need }, now),
  }),
  route(contract.moveMentorship, {
    find: async ({ tx, actor, params, body, now }) => {
      const mentorship = await lockMentorship(tx, actor, params.mentorshipId, dayOf(now))
      return mentorship && { mentorship, action: body.action }
    },
    may: mayMoveMentorship,
    run: ({ tx, actor, found, body, now }) => moveMentorship(tx, actor, found.mentorship, body, now),
  }),
  route(contract.changeTerms, { find: ({ tx, actor, params, now }) => lockMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: mayKeepMentorship, run: ({ tx, actor, found, body, now }) => changeTerms(tx, actor, found, body, now) }),
  route(contract.draftMentorAgreement, { find: ({ tx, actor, params, now }) => lockMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: mayKeepMentorship, run: ({ tx, actor, found, now }) => draftContract(tx, actor, found, now) }),
  route(contract.addContract, { find: ({ tx, actor, params, now }) => lockMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: mayKeepMentorship, run: ({ tx, actor, found, body, wire, now }) => addContract(tx, actor, found, { signedOn: body.signedOn, upload: wire.upload ?? missingFile() }, now) }),
  route(contract.addMentorPaper, { find: ({ tx, actor, params, now }) => lockMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: mayKeepMentorship, run: ({ tx, actor, found, wire, now }) => addPaper(tx, actor, found, wire.upload ?? missingFile(), now) }),
  route(contract.reviewMentor, { find: ({ tx, actor, params, now }) => lockMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: mayKeepMentorship, run: ({ tx, actor, found, body, now }) => review(tx, actor, found, body, now) }),
  route(contract.renewMentorship, { find: ({ tx, actor, params, now }) => lockMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: mayKeepMentorship, run: ({ tx, actor, found, now }) => renew(tx, actor, found, now) }),
  route(contract.getMentorshipHistory, { find: ({ tx, actor, params, now }) => findMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: seen, run: ({ tx, actor, found }) => viewHistory(tx, actor, found) }),
  open(noticeContract.listMentorNotices, ({ tx, now }) => viewNotices(tx, now)),
  open(noticeContract.getMentorNotice, ({ tx, params, now }) => viewNotice(tx, params.mentorshipId, now)),
  open(noticeContract.objectToMentor, ({ tx, actor, params, body, now }) => object(tx, actor, params.mentorshipId, body, now)),
  route(noticeContract.answerMentorObjection, { find: ({ tx, actor, params }) => lockObjection(tx, actor, params.objectionId), may: mayAnswerObjection, run: ({ tx, actor, found, body, now }) => answer(tx, actor, found, body.answer, now) }),
  route(noticeContract.getMentorCertificate, { find: ({ tx, actor, params, now }) => findMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: mayPrintCertificate, run: ({ found }) => viewCertificate(found) }),
  open(noticeContract.verifyMentorCertificate, ({ tx, params, now }) => verify(tx, params.code, now)),
]
