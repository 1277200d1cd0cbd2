import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { whoMoves, type PlaceMove, type PlaceParties } from './policy.ts'

export type PlaceState = 'admitted' | 'confirmed' | 'enrolled' | 'released' | 'left' | 'passed' | 'failed' | 'offered' | 'accepted' | 'declined' | 'lapsed'
export type PlaceInMotion = PlaceParties & { id: string; state: PlaceState; title: string; organisationName: string; accountId: string | null; confirmUntil: Date; replyUntil: Date | null }

const student = ({ accountId }: PlaceInMotion): Assignee[] => (accountId ? [{ accountId }] : [])
const school = ({ schoolId }: PlaceInMotion): Assignee[] => [{ role: 'school_contact', organisationId: schoolId }]
const params = ({ title, organisationName }: PlaceInMotion) => ({ title, firm: organisationName })

/** One student in one class: admitted by the choice, confirmed by themselves, in once every paper is signed. */
export const placeLife = lifecycle<PlaceState, PlaceMove, PlaceInMotion>({
  noun: 'class_member',
  table: 'class_member',
  states: ['admitted', 'confirmed', 'enrolled', 'released', 'left', 'passed', 'failed', 'offered', 'accepted', 'declined', 'lapsed'],
  line: ['admitted', 'confirmed', 'enrolled', 'passed', 'offered', 'accepted'],
  transitions: {
    confirm: { from: ['admitted'], to: 'confirmed', event: 'class_member.confirmed', may: whoMoves.confirm },
    enrol: { from: ['admitted', 'confirmed'], to: 'enrolled', event: 'class_member.enrolled', may: whoMoves.enrol },
    release: { from: ['admitted', 'confirmed'], to: 'released', event: 'class_member.released', may: whoMoves.release },
    leave: { from: ['enrolled'], to: 'left', event: 'class_member.left', may: whoMoves.leave },
    pass: { from: ['enrolled'], to: 'passed', event: 'class_member.passed', may: whoMoves.pass },
    fail: { from: ['enrolled'], to: 'failed', event: 'class_member.failed', may: whoMoves.fail },
    offer: { from: ['passed', 'lapsed'], to: 'offered', event: 'class_member.offered', may: whoMoves.offer },
    accept: { from: ['offered'], to: 'accepted', event: 'class_member.accepted', may: whoMoves.accept },
    refuse: { from: ['offered'], to: 'declined', event: 'class_member.declined', may: whoMoves.refuse },
    lapse: { from: ['offered'], to: 'lapsed', event: 'class_member.offer_lapsed', may: whoMoves.lapse },
  },
  asks: {
    admitted: [{ kind: 'class_member.confirm', of: student, due: ({ confirmUntil }) => confirmUntil, params }],
    left: [{ kind: 'class_member.replace', of: school, due: () => null, params }],
    offered: [{ kind: 'class_member.answer', of: student, due: ({ replyUntil }) => replyUntil, params }],
  },
})
