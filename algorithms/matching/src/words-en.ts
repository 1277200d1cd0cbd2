import { scoreText, type Wording } from './wording.ts'

const seats = (count: number) => (count === 1 ? '1 seat' : `${count} seats`)
const students = (count: number) => (count === 1 ? '1 student' : `${count} students`)

export const en: Wording = {
  reasons: {
    placed: (r, name, extra) => `You were placed at ${name}, your choice no. ${r.choice}${extra ? `, in a seat reserved for ${extra}` : ''}.`,
    'placed-better': (r, name) => `${name} was not needed: you hold your choice no. ${r.placedChoice}, which you put higher.`,
    'not-ranked': (_, name) => `${name} did not rank you, so it could not take you.`,
    'not-eligible': (_, name, extra) => `You could not be considered for ${name}: ${extra}.`,
    'no-seats': (_, name) => `${name} has no seats in this round.`,
    'round-closed': (r, name) => `All seats at ${name} were confirmed in an earlier round (${r.confirmed}).`,
    'class-closed': (r, name) => `${name} does not run: it had ${students(r.had)} and needs at least ${r.min}.`,
    'reserve-only-left': (r, name, extra) =>
      `At ${name} the open seats went to applicants ranked above you` +
      (r.openLast === null ? '' : ` (the last had ${scoreText(r.openLast)}, you had ${scoreText(r.yourScore)})`) +
      `; ${seats(r.reservedSeats)} more went by the published reserve for ${extra}.`,
    'cap-reached': (r, name, extra) => `${name} could not take you because the limit for ${extra} (at most ${r.max}) was reached.`,
    'tie-refused': (r, name) =>
      `At ${name} ${students(r.tied)} had ${scoreText(r.score)} and did not all fit in ${seats(r.seats)}; the rule of this round then admits none of them.`,
    'below-limit': (r, name) =>
      `Your score of ${scoreText(r.yourScore)} lies below the limit of ${name}; it filled ${r.filled} of ${seats(r.seats)}, because equals who do not all fit are not admitted in this round.`,
    'by-total': (_, name) => `${name} was given to others because this round maximises the total over everybody, not each rank at a post.`,
    'came-later': (r, name) => `The ${seats(r.seats)} at ${name} were already taken by students who put it higher.`,
    'seat-left': (_, name) => `A seat at ${name} stays open by the rule of this round; it is listed in the audit and goes to the next round.`,
  },
  outranked: {
    'below-cutoff': (r, name) => {
      const before = `You were not placed at ${name} because its ${seats(r.seats)} went to applicants ranked above you; `
      return r.lastScore === null
        ? [`${before}you ranked `, ` of ${r.applicants}.`]
        : [`${before}the last admitted had ${scoreText(r.lastScore)}, you had `, ' (', ` of ${r.applicants}).`]
    },
    'lost-keys': (r, name) => [
      `At ${name} the last admitted had the same score as you, ${scoreText(r.score)}; the published tie rules ranked you `,
      ` of ${r.applicants}, after its ${seats(r.seats)}.`,
    ],
    'lost-lottery': (r, name) => [
      `At ${name} the last seat was between equals with ${scoreText(r.score)}; the draw decided, and your place in it is `,
      r.lastNumber === null ? ', after the last admitted.' : `, the last admitted had ${r.lastNumber}.`,
    ],
  },
  claims: {
    'deferred-acceptance': 'Deferred acceptance: no student and post would both rather have each other, and no list serves a student better than the true one.',
    'common-ranking': 'One common ranking: parallel choices and deferred acceptance are the same here.',
    'owner-ranking': 'Each enterprise has one ranking and one total, so its choice is as well-behaved as that of a single post.',
    'weakly-stable': 'Stable except for wishes that would break a full regional limit.',
    'post-optimal': 'Posts propose: the stable result that is best for posts and worst for students.',
    'stable-not-efficient': 'Stability comes first: students may exist who would gladly swap, over the rank of somebody else.',
    'over-capacity': 'Equal applicants are treated equally, so a post may exceed its seats.',
    'score-limits': 'Stable in the sense of score limits that treat equals equally.',
    'ties-manipulable': 'Treating ties together can reward a student who hides a wish.',
    closing: 'Classes below their minimum are closed; enough students may still prefer a closed class, and hiding a wish can help.',
    'crossing-caps': 'No mechanism keeps every promise when limits cross posts; what is missed is listed in the audit.',
    'reserves-with-school-caps': 'Reserves and school limits in one post can work against each other; the result is audited, not promised.',
    'total-satisfaction': 'The total is maximised; single students may be passed over for a lower-ranked one, and hiding wishes can help.',
    'immediate-acceptance': 'Seats go first to those who put the post first: for teaching only.',
    'maximum-total': 'Nobody can be made better off without making somebody worse off.',
    'serial-choice': 'Students choose in the order of one common ranking, so nobody gains by hiding a wish and no swap is left.',
    'caps-bind-order': 'Shared limits are handed out in a published order; a better result for students can exist.',
    'earlier-rounds': 'This round keeps its promises, but seats confirmed earlier are not reopened.',
  },
}
