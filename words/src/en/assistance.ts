import type { Shape } from '../shape.ts'
import type { assistance as chinese } from '../zh-Hans/assistance.ts'

export const assistance: Shape<typeof chinese> = {
  title: 'Paired assistance',
  questions: { health: 'In good health', living: 'Food and lodging are fine', pay: 'Pay comes on time', hours: 'No overtime, no nights', mentor: 'Gets on with the mentor', family: 'In touch with the family' },
  replies: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  levels: { fine: 'All fine', watch: 'Keep an eye on', urgent: 'Act at once' },
  levelNotes: { fine: 'Nothing to do.', watch: 'The school sees it and writes what it does.', urgent: 'School and secretariat see it at once. In danger, call 110 or 120 first.' },
  stayAnswers: { as_intern: 'Still there, as an intern', employed: 'Still there, employed', left: 'No longer there' },
  stayReasons: { pay: 'Pay', post: 'The work was not what I learnt', distance: 'Too far from home', hours: 'Hours', family: 'Family', health: 'Health', study: 'Further study', other_firm: 'Another firm', own_business: 'Own business', army: 'Army', other: 'Another reason' },
  months: { m6: 'half a year', m12: 'one year' },
  care: {
    title: 'Weekly care', lead: 'Once a week, ask each student in person or by phone. Neither firm nor student sees what is written here.', none: 'You escort no student on an internship this week. The school names the escort in the batch.', week: 'This week', before: 'Earlier', after: 'Later',
    left: '{{count}} students still to ask', left_one: '{{count}} student still to ask', all: 'Everybody was asked this week', due: 'Ask by {{day}}', of: '{{done}}/{{of}}', allFine: 'These {{count}} are fine', choose: 'Tick those you asked and found fine', chooseAll: 'Tick all', chooseNone: 'Tick none', fine: 'Asked, and fine', open: 'In detail', look: 'See the record', call: 'Call', minor: 'Under 18', last: 'Last ({{day}}): {{level}}', missed: 'No record for {{count}} weeks in a row', done: '{{count}} students recorded as fine.', done_one: '{{count}} student recorded as fine.', asked: 'Asked', toAsk: 'To ask', handled: 'Dealt with',
  },
  check: {
    title: 'Care record', level: 'On the whole', note: 'Note', noteHint: 'What happened, what was promised. Neither firm nor student sees it.', save: 'Record', saved: 'Recorded.', allYes: 'All six are fine', faults: { missing: 'Choose one.', too_short: 'If not all is fine, say what, in 5 characters at least.', not_fine: 'With a “No”, it cannot be “All fine”.', lower: 'What was raised is not taken back; the school closes it by what it did.' }, left: '{{count}} fields to put right', left_one: '{{count}} field to put right', handled: 'What the school did: {{done}}', waiting: 'The school was told and will act.', gone: 'This student is not on an internship you escort in this week.',
  },
  stay: {
    title: 'Still there?', ask: 'Are you still at {{firm}}?', about: 'You came to this firm on {{day}}: {{months}} by now.', private: 'Only you can answer. The firm does not see it; reason and words are seen by your school only.', free: 'Whatever you answer, nothing hangs on it.', reason: 'Why did you leave', note: 'What you want to say', send: 'Send', sent: 'Thank you, recorded.', answered: 'On {{day}} you answered: {{answer}}', why: 'Reason: {{reason}}', missing: 'Choose a reason.', other: 'Write a sentence.', later: 'You will be asked on {{day}}.', back: 'Back', none: 'There is nothing to answer.',
  },
}
