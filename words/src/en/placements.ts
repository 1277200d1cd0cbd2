import type { Shape } from '../shape.ts'
import type { placements as zh } from '../zh-Hans/placements.ts'

export const placements: Shape<typeof zh> = {
  state: {
    draft: 'In preparation',
    wishing: 'Choosing',
    ranking: 'Scoring',
    frozen: 'List frozen',
    matched: 'Matched',
    publicity: 'On public notice',
    confirming: 'Confirming',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  action: {
    open: 'Open for wishes',
    closeWishes: 'Close wishes',
    freeze: 'Freeze the list',
    match: 'Reveal the seed and match',
    publish: 'Publish the result',
    endPublicity: 'End public notice',
    close: 'Close the round',
    cancel: 'Cancel the round',
  },
  tag: {
    open: 'open seat',
    paired_county: 'student of a paired county',
  },
  ineligible: {
    refused: 'not accepted by the host',
    unapproved: 'the rule’s warning was not approved by the school',
    suspended: 'the post was suspended',
  },
  letter: {
    refused: 'The host says: {{reason}}',
    belowByRank: 'All {{seats}} seats went to students ranked before you. Of {{applicants}} applicants the host ranked you {{yourRank}}.',
    lostLotteryByRank: 'The host ranked you level with the last student admitted, so the published draw decided, lower number first: yours is {{yourNumber}}.',
  },
  sheet: {
    letterNumber: 'Letter number',
    name: 'Name',
    school: 'School',
    cohort: 'Class',
    post: 'Post',
    organisation: 'Host',
    choice: 'Choice',
    seat: 'Seat',
    answer: 'Answer',
    unplaced: 'Not placed',
    accepted: 'accepted',
    declined: 'declined',
  },
}
