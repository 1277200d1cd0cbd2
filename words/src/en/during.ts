/** While the internship runs: logs, task cards, visits, rota. Pay: pay.ts. */
export const during = {
  home: {
    title: 'My internship', none: 'You are not on an internship now. Once it begins, logs, task cards and pay are here.', at: '{{unit}}, {{title}}', days: '{{from}} – {{until}}', guides: 'Supervisor {{teacher}}, mentor {{mentor}}',
    logs: 'Weekly logs', tasks: 'Task cards', pay: 'Pay', rota: 'Shifts of this week', help: 'Ask a teacher, or get help', wishes: 'Rounds and wishes',
    write: 'Write this week', goOn: 'Go on writing', change: 'Read or change', read: 'Read', rotaNone: 'No shifts are planned this week.', rotaRest: 'off', rotaHours: '{{hours}} hours', more: '{{count}} earlier weeks',
  },
  states: { missing: 'not written yet', draft: 'a draft on this phone, not sent', queued: 'written; will be sent when the network is back', conflict: 'two devices differ: choose one', refused: 'was not accepted; open it to see why', sent: 'sent', read: 'read by the teacher' },
  log: {
    title: 'Log of week {{n}}', range: '{{from}} – {{until}}', back: 'Back to the logs',
    did: 'What I did this week', didHint: 'Which tasks, with whom, what came of it. At least 10 characters.', learnt: 'What I learnt', question: 'Questions or troubles', questionHint: 'Only teachers of the school see this, the firm does not. A question is answered within three working days.',
    hours: 'About how many hours each task took', hoursHint: 'Your own estimate, to see whether you always do the same thing; it is no time clock.', otherHours: 'Anything else',
    photos: 'Photos', photosHint: 'Up to {{most}}. Where, when and with which phone they were taken is not sent.', addPhoto: 'Add a photo', photo: 'Photo {{n}}', removePhoto: 'Remove photo {{n}}',
    photoBad: '“{{name}}” is not a photo and was not added. Take one with the phone, or choose a JPG or PNG image.', photoWaiting: 'on the phone', photoSent: 'sent',
    submit: 'Send the log', submitAgain: 'Send again', offlineSubmit: 'Keep it; send when the network is back', tooShort: 'Write a few words more about what you did (at least 10 characters)',
    saved: {
      none: 'Every word is kept on this phone; the teachers of your school see it only after you send it.', device: 'Kept on this phone ({{time}}), not sent; no teacher sees it yet.', queued: 'Written and kept on this phone. It will be sent by itself when the network is back.', sending: 'Sending.',
      sent: 'Sent to the school ({{time}}).', read: 'Read by the teacher at {{time}}; it can no longer be changed.', changed: 'Changes are kept on this phone ({{time}}) and not sent yet.', full: 'This phone has no room left. Send first, or remove some photos.',
    },
    done: 'Sent', conflict: 'Another device sent the log of this week at {{time}}. Both are still there; keep one.', theirs: 'The one that was sent', mine: 'The one on this phone', keepTheirs: 'Keep the sent one', keepMine: 'Replace it with mine',
    refused: 'It was not accepted: {{why}}', comment: 'The teacher says', readBy: '{{name}}, {{day}}', noComment: 'Read by the teacher, without a comment.', throwAway: 'Drop the changes on this phone',
  },
  logs: {
    title: 'Weekly logs', lead: 'One a week from each student, for the school alone; the firm does not see them. No marks, no likes.', empty: 'No logs yet. Students write one a week once they have begun.',
    filters: { q: 'Student or firm', state: 'State', mine: 'Only those I supervise', week: 'Week (its Monday)' },
    state: { unread: 'Unread', asks: 'With a question', copied: 'Reads like another', read: 'Read' },
    columns: { student: 'Student', week: 'Week', excerpt: 'Beginning', state: 'State', hours: 'Hours', photos: 'Photos', teacher: 'Supervisor', sent: 'Sent' },
    unread: 'unread', read: 'read', asks: 'has a question', twins: 'reads like {{count}}', twins_one: 'reads like {{count}}', excerptMore: '{{text}}…',
  },
  record: {
    of: 'Log of {{name}}', back: 'Weekly logs', sent: 'Sent', unit: 'Firm', title: 'Post', hours: 'Time', hoursOf: '{{task}}: {{hours}} h', other: 'Anything else', question: 'The student asks', previous: 'Week before', next: 'Week after', placement: 'Other records of the internship',
    twins: 'Logs that read alike', twinsNote: 'Marked is what stands in both. Alike does not mean copied: a template of the school or the same work place reads alike, too. Talk to the student first.',
    twinEarlier: 'earlier', twinLater: 'later', twinSelf: 'another week of the same student', twinOther: '{{name}} ({{cohort}})', percent: '{{percent}}% the same', here: 'This one', open: 'Open this one',
    comment: 'A word for the student', commentHint: 'Shown on the phone. Once read, the log can no longer be changed.', markRead: 'Mark as read', answer: 'Answer and mark as read', saveComment: 'Change the comment', done: 'Marked as read.', readLine: 'Read by {{name}}, {{when}}',
  },
  findings: {
    r1_20_share: '“{{task}}” takes {{percent}}% of the hours logged, more than {{most}}%: an internship covers the typical tasks, not only simple repetition.', r1_31_logged: 'The student says this week took {{hours}} hours, more than {{most}}.',
    r1_28_shift: '{{day}} is a rest day or a public holiday; no internship then.', r1_29_night: '{{from}}–{{until}} is at night (22:00–06:00, as the platform defines it); not allowed.', r1_30_late: 'An exception is filed before the shift: the day of filing must be earlier than {{day}}.',
    r1_31_day_shift: '{{day}} adds up to {{hours}} hours, more than {{most}}.', r1_31_week_shift: 'This week adds up to {{hours}} hours, more than {{most}}.',
  },
  tabs: { label: 'During the internship', tasks: 'Task cards', rota: 'Rota', visits: 'Visits', logs: 'Logs', pay: 'Pay' },
  recordTitle: '{{name}}: during the internship',
  tasks: {
    title: 'Task cards', lead: 'The typical tasks the school has set; the student says how they were learnt, the mentor signs. Evidence of learning, not attendance.', empty: 'No task cards yet.', emptyPlan: 'No task cards yet. Set the typical tasks of this post, and the student can work through them.',
    states: { planned: 'not done yet', shown: 'waits for the mentor', signed: 'signed by the mentor' }, goal: 'Goal', evidence: 'How it was done, and how one sees that it was learnt', evidenceHint: 'At least 10 characters: how many pieces, how many were good, whether you can do it alone.', show: 'Hand to the mentor', showAgain: 'Mended; hand it in again', shownDone: 'Handed to the mentor.',
    signed: 'Signed by {{name}}, {{day}}', onPaper: 'On paper, entered by the firm’s contact', returned: 'Given back: {{reason}}', hours: '{{hours}} hours logged', progress: '{{count}} cards, {{signed}} signed',
    sign: 'Sign', signTitle: 'Sign the card: {{title}}', remark: 'Remark (optional)', signerName: 'Who signed on paper', signerHint: 'This student’s mentor has no account: enter it from the signed paper card.', giveBack: 'Give back', giveBackTitle: 'Give back: {{title}}', reason: 'What is still to be learnt', signDone: 'Signed.', backDone: 'Given back to the student.',
    plan: 'Set tasks', planTitle: 'Typical tasks of this post', planNote: 'What was handed in or signed cannot be removed or renamed.', planLine: 'Task {{n}}', planGoal: 'Goal (optional)', add: 'Add a task', remove: 'Remove', also: 'Also for the school’s students at the same post who have no cards yet', save: 'Save the tasks', saved: 'Saved.', savedAlso: 'Saved, also for {{count}} other students.', savedAlso_one: 'Saved, also for {{count}} other student.',
    mentor: 'Mentor', mentorNone: 'without an account; the firm’s contact enters cards signed on paper', giveMentor: 'Name the mentor', giveMentorTitle: 'Who signs this student’s cards', mentorHint: 'Choose among those with a mentor’s seat; invite others first under people and seats.', mentorNobody: 'Nobody (cards on paper)', mentorDone: 'Named.',
  },
  mentor: { title: 'My students', empty: 'No student was given to you yet. Ask your firm’s contact.', cards: 'Task cards', waiting: '{{count}} wait for you', nothing: 'No card waits for you.', school: '{{school}}, supervisor {{teacher}}', call: 'Call the teacher' },
  visits: {
    title: 'Visits', lead: 'At least once a month for every student. What is found is for the school alone.', empty: 'No visits yet.', due: 'Due', dueNote: 'Not visited for a month, or due within a week.', dueNone: 'No visit is due this week.', all: 'Visits', never: 'never visited', last: 'last on {{day}}', by: 'by {{day}}',
    students: '{{count}} students: {{names}}', students_one: '{{count}} student: {{names}}', states: { planned: 'planned', done: 'done', followed: 'followed up', cancelled: 'did not take place' }, owed: 'Not finished', ways: { on_site: 'On site', call: 'By phone', video: 'By video' },
    columns: { unit: 'Firm', day: 'Day', state: 'State', way: 'How', teacher: 'Teacher', students: 'Students', finding: 'Found' }, filters: { q: 'Firm', state: 'State', mine: 'Only mine' },
    plan: 'Plan a visit', planTitle: 'Plan a visit: {{unit}}', plannedOn: 'On which day', way: 'How', planned: 'Planned.', finish: 'Write the report', finishTitle: 'Report: {{unit}}', visitedOn: 'When it was', finding: 'What was found', findingHint: 'Work, hours, pay, board, safety, what students said. At least 10 characters.', followUp: 'What has to be done (optional)', followUpBy: 'By when', finished: 'Kept.',
    follow: 'Say what became of it', followTitle: 'Follow up: {{unit}}', followAsk: 'To be done: {{what}}', outcome: 'What became of it', followed: 'Followed up.', cancel: 'Did not take place', cancelTitle: 'Did not take place: {{unit}}', reason: 'Why', cancelled: 'Kept.', open: 'To do: {{what}}, by {{day}}', closed: 'Result: {{what}}',
  },
  rota: {
    title: 'Rota', lead: 'At most 8 hours a day and 40 a week; not on rest days, public holidays or at night. Weekends worked instead of a holiday count as working days.', week: '{{from}} – {{until}}', previous: 'Week before', next: 'Week after', planned: 'Planned', actual: 'Actual', sum: '{{hours}} hours', none: 'No shifts', rest: 'off', unknown: 'The holidays of this year are not announced yet; weekends count as rest.',
    edit: 'Plan this week', report: 'Enter actual shifts', titlePlanned: 'Plan: {{week}}', titleActual: 'Actual shifts: {{week}}', from: 'From', until: 'Until', breakMinutes: 'Break (minutes)', add: 'Add a shift', remove: 'Remove', filingNumber: 'Filing number', filedOn: 'Filed on', exception: 'Filed', reason: 'Why it came so', reasonHint: 'Beyond the rules a reason is needed; the supervisor is told.', also: 'Also for students of the same school here who have no shifts this week', save: 'Save the rota', saveActual: 'Save', saved: 'Saved.', savedAlso: 'Saved, also for {{count}} other students.', savedAlso_one: 'Saved, also for {{count}} other student.',
    forbidden: 'This cannot be planned and was not kept', warned: 'Beyond the rules: say why', check: 'Rules', fine: 'Nothing found.', note: 'Say what was done', noteTitle: 'What the school did', noteHint: 'What was agreed with the firm.', noted: 'Handled by the school, {{when}}', noteDone: 'Kept.', shift: '{{from}}–{{until}}', breakOf: '{{minutes}} min break', filedAs: 'filed as {{number}}',
  },
} as const
