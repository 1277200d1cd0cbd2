import { expect, test } from 'vitest'
import { isScored, missingToOpen, outOfOrder, scoreOf, takesLong, whyNotAnswer, whyNotCloseWishes, whyNotEndPublicity, whyNotFreeze, whyNotObject, whyNotOpen, whyNotScore, whyNotWhileRunning, whyNotWish } from './rules.ts'

const at = (text: string) => new Date(`2026-${text}:00Z`)
const round = {
  state: 'wishing',
  wishesOpenAt: at('11-16T00:00'),
  wishesCloseAt: at('11-27T10:00'),
  rankingCloseAt: at('11-30T10:00'),
  publicityUntil: at('12-07T10:00'),
  confirmUntil: at('12-15T10:00'),
  startsOn: '2027-03-01',
  endsOn: '2027-08-27',
  weightSchool: 60,
  weightInterview: 30,
  weightCertificate: 10,
  facts: { students: 40, seats: 30, ruleFaults: 0, submitted: 38, wished: 5, scored: 5, openObjections: 0, running: 0 },
}

test.each([
  ['a complete round lacks nothing', {}, []],
  ['every missing date is named at once', { rankingCloseAt: null, endsOn: null }, ['rankingCloseAt', 'endsOn']],
  ['a round without classes cannot open', { facts: { ...round.facts, students: 0 } }, ['cohorts']],
  ['a round without seats cannot open', { facts: { ...round.facts, seats: 0 } }, ['posts']],
  ['a round whose rule contradicts itself cannot open', { facts: { ...round.facts, ruleFaults: 2 } }, ['rule']],
  ['ranking may not end before wishes do', { rankingCloseAt: at('11-27T10:00') }, ['rankingCloseAt']],
  ['the placement ends after it starts', { endsOn: '2027-03-01' }, ['endsOn']],
  ['weights make a hundred', { weightSchool: 50 }, ['weights']],
])('%s', (_sentence, change, expected) => {
  const changed = { ...round, ...change }
  expect(missingToOpen(changed, changed.facts)).toEqual(expected)
})

test('dates not yet decided are not out of order', () => {
  expect(outOfOrder({ ...round, wishesCloseAt: null, rankingCloseAt: null })).toEqual([])
})

test.each([
  ['a complete round opens before its deadline', whyNotOpen(round, at('11-20T00:00')), null],
  ['a round whose deadline has passed does not open', whyNotOpen(round, at('11-27T10:00')), 'deadline_passed'],
  ['an incomplete round does not open', whyNotOpen({ ...round, endsOn: null }, at('11-20T00:00')), 'round_incomplete'],
  ['wishes end at the hour students were told', whyNotCloseWishes(round, at('11-27T10:00')), null],
  ['and not a minute before', whyNotCloseWishes(round, at('11-27T09:59')), 'too_early'],
  ['a round freezes early when every applicant is scored', whyNotFreeze(round, at('11-28T00:00')), null],
  ['scores may still come until ranking ends', whyNotFreeze({ ...round, facts: { ...round.facts, scored: 4 } }, at('11-28T00:00')), 'scores_missing'],
  ['after that it freezes without them', whyNotFreeze({ ...round, facts: { ...round.facts, scored: 4 } }, at('11-30T10:00')), null],
  ['a round that nobody wished in has nothing to place', whyNotFreeze({ ...round, facts: { ...round.facts, submitted: 0 } }, at('11-30T10:00')), 'nobody_wished'],
  ['publicity ends at its hour', whyNotEndPublicity(round, at('12-07T10:00')), null],
  ['publicity is not cut short', whyNotEndPublicity(round, at('12-07T09:59')), 'too_early'],
  ['an unanswered objection holds publicity open', whyNotEndPublicity({ ...round, facts: { openObjections: 1 } }, at('12-08T00:00')), 'objections_open'],
  ['while the worker matches nothing else is done', whyNotWhileRunning({ facts: { running: 1 } }), 'match_running'],
  ['afterwards it is', whyNotWhileRunning({ facts: { running: 0 } }), null],
  ['a student wishes before the deadline', whyNotWish(round, at('11-27T09:59')), null],
  ['the deadline itself is too late', whyNotWish(round, at('11-27T10:00')), 'wishes_closed'],
  ['nobody wishes before the opening', whyNotWish(round, at('11-15T23:59')), 'too_early'],
  ['nobody wishes once the firms are ranking', whyNotWish({ ...round, state: 'ranking' }, at('11-20T00:00')), 'wishes_closed'],
  ['a firm scores while ranking', whyNotScore({ ...round, state: 'ranking' }, at('11-28T00:00')), null],
  ['a firm does not score while students still choose', whyNotScore(round, at('11-28T00:00')), 'wrong_state'],
  ['a firm does not score after the deadline', whyNotScore({ ...round, state: 'ranking' }, at('11-30T10:00')), 'deadline_passed'],
  ['a placed student answers', whyNotAnswer({ ...round, state: 'confirming' }, { postId: 'p' }, at('12-10T00:00')), null],
  ['who was placed nowhere has nothing to answer', whyNotAnswer({ ...round, state: 'confirming' }, { postId: null }, at('12-10T00:00')), 'nothing_to_answer'],
  ['an answer after the deadline is too late', whyNotAnswer({ ...round, state: 'confirming' }, { postId: 'p' }, at('12-15T10:00')), 'deadline_passed'],
  ['one objects during publicity', whyNotObject({ ...round, state: 'publicity' }, at('12-05T00:00')), null],
  ['one does not object after it', whyNotObject({ ...round, state: 'publicity' }, at('12-07T10:00')), 'deadline_passed'],
])('%s', (_sentence, found, expected) => expect(found).toBe(expected))

const marks = { schoolMark: 81_000, interview: 90_000, certificate: 50_000, rank: null }

test.each([
  ['the weights add up', scoreOf(marks, round, 'score'), 80_600],
  ['a missing mark counts nothing', scoreOf({ ...marks, interview: null }, round, 'score'), 53_600],
  ['half a thousandth rounds up', scoreOf({ schoolMark: 1, interview: null, certificate: null, rank: null }, { weightSchool: 50, weightInterview: 50, weightCertificate: 0 }, 'score'), 1],
  ['rank 1 beats rank 2', scoreOf({ ...marks, rank: 1 }, round, 'rank') > scoreOf({ ...marks, rank: 2 }, round, 'rank'), true],
  ['equal ranks tie', scoreOf({ ...marks, rank: 2 }, round, 'rank') === scoreOf({ ...marks, rank: 2, schoolMark: 0 }, round, 'rank'), true],
  ['the unranked come last', scoreOf({ ...marks, rank: 10_000 }, round, 'rank') > scoreOf(marks, round, 'rank'), true],
])('%s', (_sentence, found, expected) => expect(found).toBe(expected))

test.each([
  ['both marks given is scored', { ...marks, refused: null }, true],
  ['a missing interview is not', { ...marks, interview: null, refused: null }, false],
  ['a refusal with its reason is an answer', { ...marks, interview: null, refused: '面试未到' }, true],
])('%s', (_sentence, given, expected) => expect(isScored(given, round, 'score')).toBe(expected))

test.each([
  ['a hundred and fifty thousand wishes are placed while one waits', takesLong('student-proposing', 150_000), false],
  ['more are left to the worker', takesLong('student-proposing', 150_001), true],
  ['by one score as well', takesLong('score-first', 150_000), false],
  ['limits over several posts take longer', takesLong('flexible', 10_001), true],
  ['and so does the greatest content', takesLong('total-satisfaction', 10_001), true],
])('%s', (_sentence, found, expected) => expect(found).toBe(expected))
