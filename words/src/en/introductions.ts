import type { Shape } from '../shape.ts'
import type { introductions as zhHans } from '../zh-Hans/introductions.ts'

export const introductions: Shape<typeof zhHans> = {
  title: 'Introductions', lead: 'Each side answers within 10 working days; a “no” comes with a reason.', caption: 'Introductions', unknown: '—',
  empty: 'No introductions yet. Begin one from the proposals of a need, or from an achievement.',
  states: { proposed: 'Waiting for answers', accepted: 'Both agreed', talking: 'In talks', contracted: 'Contract', declined: 'Came to nothing', withdrawn: 'Withdrawn', lapsed: 'Lapsed' },
  line: { proposed: 'Proposed', accepted: 'Agreed', talking: 'Talks', contracted: 'Contract', declined: 'No', withdrawn: 'Withdrawn', lapsed: 'Lapsed' },
  next: {
    proposed: { asker: 'Waiting for the asker, until {{due}}; without an answer it lapses.', answerer: 'Waiting for the provider, until {{due}}; without an answer it lapses.' },
    accepted: 'Both agreed. Meet before {{due}} and write a line about it.', talking: 'In talks. Write a line before {{due}}, or the technology manager is reminded.', contracted: 'It has become a contract.', declined: 'It came to nothing. Both sides know why, and the matcher has learnt from it.', withdrawn: 'Withdrawn.', lapsed: 'Nobody answered for 10 working days, so it lapsed.',
  },
  sides: { asker: 'Asker', answerer: 'Provider', manager: 'Technology manager', clock: 'System' },
  codes: { wrong_field: 'Wrong field', not_mature: 'Not mature', too_costly: 'Too costly', too_late: 'Too late', no_capacity: 'No capacity', terms: 'Terms', already_solved: 'Solved already', unclear: 'Need unclear', withdrawn: 'Withdrawn', lapsed: 'Lapsed' },
  columns: { need: 'Need', answer: 'Achievement or team', asker: 'Asker', answerer: 'Provider', state: 'State', dueAt: 'Due', madeAt: 'Made', number: 'Number', code: 'Reason' },
  filters: { state: 'State', live: 'Under way', ended: 'Ended', waiting: 'Whose', waitingOnly: 'Waiting for us', code: 'Reason of a “no”' },
  answerKinds: { achievement: 'Achievement', team: 'Team' },
  record: {
    heading: 'Introduction {{number}}', made: 'Made by {{name}} ({{side}}) on {{day}}', message: 'What was said with it', parties: 'Both sides', need: 'Need', answer: 'Answer', yes: 'Agreed', notYet: 'No answer yet', reasons: 'Why it was proposed', noReasons: 'It did not come from the matcher.', history: 'History',
    ended: '{{side}}: {{code}}', note: 'Note', deal: 'Contract', toDeal: 'See the contract', draftDeal: 'Draft a contract', read: 'Read', readDone: 'Marked as read.', improve: 'What could be better',
  },
  advice: {
    wrong_field: 'Asker: be precise about industry, material and process. Provider: check the industries and the uses.', not_mature: 'Provider: give evidence of a higher level, or find a pilot plant. Asker: consider a trial first.', too_costly: 'Both: say the budget and the price; try a licence or instalments.', too_late: 'Asker: ask earlier. Provider: say how long delivery takes.',
    no_capacity: 'Provider: say how much you can take on, and name a colleague.', terms: 'Both: let the technology manager mediate, or choose another way.', already_solved: 'Asker: report the solution on the page of the need, so that nobody troubles you again.', unclear: 'Asker: add the present state, the target and the working conditions.',
  },
  actions: { accept: 'Agree', decline: 'Does not fit', withdraw: 'Withdraw' },
  decide: {
    title: '{{verb}}: {{number}}', code: 'Reason', codeHint: 'One of eight. The other side sees it, and the matcher learns from it.', note: 'Note', noteHint: 'Optional: say what was missing, so that it can be mended. Nothing confidential.',
    about: { accept: 'When both have agreed, talks begin and the clock of the need stops.', decline: 'The other side is told why. If it was the last introduction, the need is open again.', withdraw: 'It leaves the inbox of the other side.' },
    done: { accept: 'Agreed.', decline: 'Answered; the other side knows why.', withdraw: 'Withdrawn.' },
  },
  secrecy: {
    title: 'Confidentiality agreement', lead: 'When both have confirmed, each reads what the other kept back: private details, budget and files of the need; details, evidence and telephone of the achievement.', notNeeded: 'Neither side keeps anything back, so it is not needed.', text: 'Full text', confirm: 'Confirm for my organisation', confirmNote: 'You confirm that you have read all of it and may bind your organisation. Who, when and the checksum of the text are kept. This cannot be undone.', done: 'Confirmed.', waiting: '{{side}} has not confirmed yet.', signed: '{{organisation}}: {{by}} confirmed on {{at}}', hash: 'Checksum {{hash}}', holds: 'The agreement holds; both read each other’s details.', over: 'It has ended and access was taken back; the duty of secrecy remains.', wait: 'Both sides have to agree to the introduction first.',
  },
  minutes: { title: 'Minutes', none: 'Nothing written yet.', write: 'Write a line', heldOn: 'Day', text: 'What was said', textHint: 'Only for the two sides and the technology manager.', nextStep: 'Next step', saved: 'Written down.', by: 'by {{name}}', next: 'Next: {{text}}' },
  events: { made: 'introduced them', agreed: 'agreed, waiting for the other side', accepted: 'agreed: both have', talked: 'wrote minutes', contracted: 'drafted a contract', declined: 'said no', withdrawn: 'withdrew it', contract_ended: 'ended the contract', lapsed: 'nobody answered: lapsed', closed: 'the need ended, and this with it', secrecy_confirmed: 'confirmed the confidentiality agreement', lesson_undone: 'took the lesson back', lesson_restored: 'let the lesson count again', by: '{{name}} ', system: 'System: ' },
  report: {
    title: 'What the answers said', lead: 'How far introductions came, and why they ended. Every figure opens.', total: 'Introductions', live: 'Under way', lost: 'Came to nothing', won: 'Contracts', funnel: 'How far they came', stages: { s0: 'Proposed', s1: 'Both agreed', s2: 'Talks', s3: 'Contract drafted', s4: 'Signed', s5: 'Registered', s6: 'Accepted' }, stage: 'Stage', reached: 'Came here', lostHere: 'Ended here', losses: 'Why they ended', code: 'Reason', count: 'Times', months: 'By month', month: 'Month', answers: 'By achievement and team', needs: 'By need', declined: 'Said no', empty: 'Nothing to count yet.', none: 'Nobody has said no yet.', sentence: '{{total}} introductions, {{live}} under way, {{lost}} came to nothing.', back: 'See all', of: 'Only this one',
    tabs: { report: 'Figures', lessons: 'What the matcher learnt' },
  },
  lessons: { lead: 'From each answer with a reason the matcher learns a little, and says what it changed. It can be taken back: then the ranking is as if it had never been.', empty: 'Nothing learnt yet.', active: 'Counts', off: 'Taken back', undo: 'Take back', redo: 'Let it count', undone: 'Taken back; the ranking is as before.', redone: 'It counts again.', pair: 'Between these two {{add}}', need: 'Between needs with “{{need}}” and answers with “{{answer}}” {{add}}', side: 'For this side as a whole {{add}}', nothing: 'Changes nothing', changes: 'What it changes', from: 'From', solved: 'Work accepted', offBy: 'Taken back by {{name}} on {{day}}' },
}
