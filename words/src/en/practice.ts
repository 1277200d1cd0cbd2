import type { Shape } from '../shape.ts'
import type { practice as chinese } from '../zh-Hans/practice.ts'

export const practice: Shape<typeof chinese> = {
  title: 'Practice in firms',
  states: {
    planned: 'Planned', applied: 'With the department', endorsed: 'With the academic office', approved: 'With the firm', accepted: 'To begin', practising: 'In practice', finished: 'To be appraised', appraised: 'To be assessed',
    passed: 'To be credited', credited: 'Credited', archived: 'Archived', failed: 'Not passed', declined: 'Declined', withdrawn: 'Withdrawn',
  },
  line: { planned: 'Plan', applied: 'Applied', endorsed: 'Department', approved: 'School', accepted: 'Firm', practising: 'Practice', finished: 'Finished', appraised: 'Appraisal', passed: 'Assessment', credited: 'Credited', archived: 'Archive', failed: 'Not passed', declined: 'Declined', withdrawn: 'Withdrawn' },
  next: {
    planned: 'Once it is written, hand it in.', returned: 'Sent back. Put it right and hand it in again by {{due}}.', applied: 'The department answers by {{due}}.', endorsed: 'The academic office answers by {{due}}.', approved: 'The firm answers by {{due}}; if it does not, the school asks.', accepted: 'Begins on {{day}} by itself.', agreement: 'The agreement has to be signed before it begins.',
    practising: 'Write a journal each week; the firm confirms it. Only confirmed days are credited.', over: 'The planned days are over. Write the summary and finish.', finished: 'The firm appraises by {{due}}.', appraised: 'The school assesses by {{due}}.', passed: 'The school credits the days by {{due}}.', credited: '{{days}} days credited; to be archived.', archived: 'Archived, {{days}} days credited.',
    archivedFailed: 'Archived, nothing credited.', failed: 'Not passed: no day is credited.', declined: 'Declined; this is the end of it. You can write another plan.', withdrawn: 'Withdrawn; this is the end of it.',
  },
  forms: { post: 'Working a post', training: 'Training', research: 'Joint development', visit: 'Visit' },
  formHints: { post: 'Tasks in production or management', training: 'A course the firm holds', research: 'Work on a product or process', visit: 'To see how the firm works and hires' },
  grades: { excellent: 'Excellent', good: 'Good', fit: 'Satisfactory', unfit: 'Not satisfactory' },
  kinds: { specialist: 'Specialist teacher', general: 'Teacher of common subjects' },
  standings: { short: 'Short', first: 'Practise first', growing: 'First five years', enough: 'Enough', free: 'No months asked' },
  days: '{{count}} days', months: '{{months}} months', range: '{{from}}–{{to}}', at: '{{organisation}}',
  home: {
    title: 'My practice in firms', hello: '{{name}}', notLinked: 'Your account has not been matched with the roll of teachers, so there is no counter and no plan can be handed in.', notLinkedHow: 'Ask your school contact to open your name under “Practice in firms → Teachers” and choose your account.',
    counter: 'Credited in five years', of: '/ {{needed}} days', monthsOf: 'about {{months}} months of {{required}}', missing: '{{count}} days missing', enough: 'Enough', free: 'Your school asks for no months. Visit firms regularly.',
    law: 'Specialist teachers spend at least 6 months in firms in every five years (30.4 days a month).', lawWhere: 'Rules on the practice of vocational teachers in firms',
    forecast: {
      short: 'Short since {{day}}.', shortUnknown: 'Short now. Your date of employment is not on record, so nobody can say since when.', first: 'New, and without work in a firm: practise before taking the post.', enough: 'Without more practice, short from {{day}}.', growing: 'Five years of employment end on {{day}}; {{needed}} days are due then.', planned: 'With the approved plans, that moves to {{day}}.', plannedShort: 'Still short after the approved plans.',
    },
    claimed: '{{count}} more days are claimed for the past and count once the school has seen the evidence.', stretches: 'What these days are', stretch: '{{from}}–{{to}}, {{count}} days', out: '{{count}} of them lie outside the five years', none: 'No day has been credited yet.', claimKind: 'Past practice', leaving: 'Days that leave the five years next', leavingOf: '{{month}}: {{count}} days',
    plans: 'My plans', noPlans: 'No plan yet. Look at what firms offer.', openings: 'See openings', write: 'I found a firm myself', toAgree: 'For me to agree', agreeNote: 'You head {{names}}', department: 'Days of my department', claim: 'Claim past practice', claims: 'Past practice', claimsShow: 'See claimed practice', inbox: 'Inbox', mine: 'My agreements',
  },
  claim: {
    title: 'Claim past practice', note: 'It is kept as “claimed” and shown apart. It counts once you have uploaded the evidence and the school has seen it. A day counts once.', organisation: 'Firm', from: 'From', until: 'To', days: 'Days', daysHint: 'No more than there are between the dates', source: 'Based on', sourceHint: 'Such as an appraisal form or the personnel system',
    save: 'Keep', saved: 'Kept as claimed. Please upload the evidence.', evidence: 'Upload evidence', evidenceHint: 'A photo or PDF of the appraisal, certificate or agreement', evidenceSent: 'Uploaded; the school will look.', states: { claimed: 'Claimed, no evidence', waiting: 'With the school', confirmed: 'Credited', rejected: 'Not credited' }, reason: 'Reason: {{reason}}',
    faults: { before_start: 'It ends after it begins.', future: 'It is not over; write a plan instead.', too_far: 'Five years at most.', too_many: 'More days than there are between the dates.' },
  },
  openings: { title: 'Openings for teachers', q: 'Opening, firm or field', none: 'No opening has a place left. You can find a firm yourself and write a plan.', noneFound: 'Nothing found. Try another word, or find a firm yourself.', places: '{{taken}}/{{places}} places', free: '{{count}} places left', costs: 'Costs: {{costs}}', tasks: 'Tasks', contact: 'Contact', choose: 'Choose this one', more: 'Details', dates: 'Between', where: 'Department' },
  plan: {
    newTitle: 'Plan a stay', editTitle: 'Change the plan', opening: 'Opening', organisation: 'Firm', organisationHint: 'Find a firm that is on record', form: 'Form', from: 'From', until: 'To', within: 'The opening runs {{from}}–{{to}}',
    goal: 'What do you want to learn', goalHint: 'At least 10 characters, such as: offline programming of two welding cells', tasks: 'What will you do', tasksHint: 'As agreed with the firm', keep: 'Keep as a plan', kept: 'Kept as plan {{number}}.', apply: 'Hand in', applied: 'Handed in; the department answers next.', worth: '{{count}} calendar days; done in full, about {{months}} months', open: '{{count}} points are missing',
    gaps: { missing: 'Please fill this in.', too_short: 'Too short: 10 characters at least.', past: 'That is over; choose a day to come.', before_start: 'It ends after it begins.', outside: 'Outside the dates of the opening.', too_far: 'Two years at most.', unknown: 'Not found; please choose again.' },
  },
  record: {
    title: 'Plan {{number}}', what: 'Plan', school: 'School', department: 'Department', teacher: 'Teacher', organisation: 'Firm', opening: 'Opening', form: 'Form', dates: 'Dates', endedOn: 'Ended on', goal: 'What to learn', tasks: 'Tasks', guide: 'Guide at the firm', onPaper: 'The firm answered on paper; recorded by the school', worth: 'Confirmed', worthOf: '{{attended}} days of attendance; {{sum}} with the rest days of whole weeks', worthNone: 'No week confirmed yet', waiting: 'Weeks waiting for the firm: {{count}}', planned: '{{count}} days planned',
    summary: 'Summary', appraisal: 'Firm’s appraisal', assessment: 'School’s assessment', checks: 'Look halfway', checkLine: '{{day}} {{how}} {{by}}', good: 'All well', bad: 'Something is wrong', agreement: 'Agreement', agreementNeeded: 'To be signed before it begins', agreementNone: 'Not drafted yet', agreementStates: { draft: 'Drafted', signing: 'Being signed', concluded: 'Signed' }, toAgreement: 'Open the agreement',
    missing: 'Still missing in the file: {{papers}}', missingOf: { journals: 'journals', summary: 'summary', appraisal: 'appraisal', assessment: 'assessment', check: 'look halfway' }, papers: 'Papers', paperOf: { acceptance: 'Acceptance', appraisal: 'Appraisal', journals: 'Signed journals' }, history: 'History', historyShow: 'Show', edit: 'Change the plan', back: 'Back', share: 'On {{on}} {{away}} of {{of}} of the department are away at once', shareOver: 'On {{on}} {{away}} of {{of}} of the department are away at once, more than {{percent}} %; approving needs a reason', awayReason: 'Reason for exceeding the share', demo: 'Demonstration', returned: 'Sent back because: {{reason}}', declined: 'Reason: {{reason}}', print: 'Print the form',
  },
  checkWays: { visit: 'At the firm', call: 'By telephone', online: 'By video' },
  actions: { apply: 'Hand in', endorse: 'Agree', approve: 'Approve', return: 'Send back', decline: 'Decline', accept: 'Accept', refuse: 'Decline', start: 'Begin', finish: 'Finish', appraise: 'Appraise', pass: 'Pass', fail: 'Do not pass', credit: 'Credit the days', archive: 'Archive', withdraw: 'Withdraw' },
  decide: {
    title: '{{verb}}: {{teacher}}, {{organisation}}', reason: 'Reason', reasonHint: 'The other side reads this.', awayReason: 'Why approve beyond the share', guideName: 'Guide at the firm', guidePhone: 'Guide’s telephone', paper: 'The firm answered on paper; the sealed paper is uploaded', grade: 'Grade', words: 'In words', wordsHint: '5 characters at least', endedOn: 'Last day', summary: 'Summary', summaryHint: 'What was done, what was learnt, how it goes into teaching. 20 characters at least.',
    note: {
      apply: 'The department answers within 5 working days.', endorse: 'The academic office is asked next.', approve: 'The firm is asked next and has 10 working days.', return: 'The teacher can change it.', decline: 'This is the end of it.', accept: 'It begins by itself on the first day.', refuse: 'This is the end of it; teacher and school read the reason.', start: 'Journals can be written from today.', finish: 'The firm appraises, then the school assesses.', appraise: 'The school assesses on this.', pass: 'Confirmed days are credited next.', fail: 'No day is credited; it is archived all the same.',
      credit: 'Confirmed weeks are credited: {{attended}} days of attendance, {{rest}} rest days of whole weeks, {{sum}} in all. A day counts once.', archive: 'The file is complete; this is the end of it.', withdraw: 'This is the end of it; whoever agreed is told.',
    },
    done: { apply: 'Handed in.', endorse: 'Agreed.', approve: 'Approved; the firm answers next.', return: 'Sent back.', decline: 'Declined.', accept: 'Accepted.', refuse: 'Declined.', start: 'Begun.', finish: 'Finished; the firm appraises next.', appraise: 'Appraised.', pass: 'Passed; the days are credited next.', fail: 'Recorded as not passed.', credit: 'Credited.', archive: 'Archived.', withdraw: 'Withdrawn.' },
    faults: { too_short: 'Too short; please write more.', missing: 'Please fill this in.', outside: 'Outside the planned dates.', future: 'This day is still to come.' },
  },
  week: {
    title: 'Weekly journal', weeks: 'Weekly journals', of: '{{from}}–{{to}}', none: 'Not written', states: { none: 'Not written', draft: 'Draft', sent: 'With the firm', returned: 'Sent back', confirmed: 'Confirmed' }, days: 'Days you were there', daysHint: 'Tick only days you were there; what the firm confirms is credited.', day: '{{weekday}} {{day}}', rest: 'rest', future: 'to come',
    work: 'What you did', workHint: '10 characters at least', learnt: 'What you learnt', photos: 'Photos', photosHint: '{{most}} at most: place, machine, result; nothing the firm does not allow', addPhoto: 'Add a photo', photo: 'Photo {{n}}', removePhoto: 'Remove photo {{n}}', photoBad: '“{{name}}” is no photo and was not added.', sending: 'Uploading', keep: 'Keep', kept: 'Kept.', send: 'Send to the firm', sent: 'Sent; the firm confirms it.', confirm: 'Confirm', confirmDone: 'Confirmed.', return: 'Send back', returnDone: 'Sent back.', returned: 'Sent back by the firm: {{reason}}', confirmedBy: 'Confirmed by {{name}}, {{day}}', write: 'Write this week', open: 'Open', empty: 'It is too early for a journal.', emptyOthers: 'No journal has been sent yet.', count: '{{count}} days', reasonLabel: 'What is wrong', restNote: 'A week with every working day attended counts with its rest days.',
    faults: { missing: 'Tick the days you were there.', too_short: 'Too short: 10 characters at least.', other_week: 'Not in this week.', outside: 'Outside the dates of the stay.', future: 'This day is still to come.' },
  },
  events: {
    written: 'wrote the plan', changed: 'changed the plan', applied: 'handed it in', endorsed: 'department agreed', approved: 'school approved', returned: 'sent it back', declined: 'declined', accepted: 'firm accepted', refused: 'firm declined', started: 'practice began', week_sent: 'sent a week', week_confirmed: 'firm confirmed a week', week_returned: 'firm sent a week back', checked: 'looked in halfway', finished: 'finished', appraised: 'firm appraised', passed: 'school passed it', failed: 'school did not pass it', credited: 'days credited', archived: 'archived', withdrawn: 'withdrew',
    system: 'System: ', by: '{{name}} ', week: 'week from {{day}}', days: '{{count}} days', away: '{{away}} of {{of}} away at once: {{reason}}',
  },
}
