import type { Shape } from '../shape.ts'
import type { agreements as zhHans } from '../zh-Hans/agreements.ts'

export const agreements: Shape<typeof zhHans> = {
  title: 'Agreements',
  lead: 'Whatever parties sign: drafting, signing, amending and expiry are here. Signed words never change.',
  new: 'Draft an agreement', export: 'Export the register', templates: 'Templates', bring: 'Upload a signed paper',
  empty: 'No agreements yet. Those of students are drafted by their placements; cooperations are drafted here.', emptyOthers: 'No agreement of your organisation.',
  filters: { q: 'Number, title, party, code', kind: 'Kind', state: 'State', live: 'Under way and in force', mine: 'Scope', mineOnly: 'Waiting for us to sign', endingWithin: 'Ends', days30: 'within 30 days', days60: 'within 60 days', signedFrom: 'Signed from', signedUntil: 'Signed until' },
  chosen: '{{count}} chosen',
  listParties: { all: '{{parties}} parties', of: '{{signed}} of {{parties}} signed' },
  line: { draft: 'Drafted', signing: 'Being signed', concluded: 'In force', superseded: 'Superseded', terminated: 'Terminated', expired: 'Expired', declined: 'Declined', withdrawn: 'Withdrawn' },
  next: {
    draft: 'A draft that only its keeper sees. Check it and open it for signing; its words are fixed from then on.',
    signing: 'Waiting for {{names}} to sign. It is in force with the last signature.',
    concluded: 'Signed by all, in force{{until}}.',
    until: ' until {{day}}',
    superseded: 'Superseded by {{number}}.', terminated: 'Terminated: {{reason}}', expired: 'Expired on {{day}}.', declined: 'Declined by a party: {{reason}}', withdrawn: 'Withdrawn, never in force.',
  },
  actions: { open: 'Open for signing', withdraw: 'Withdraw', decline: 'Decline', terminate: 'Terminate', amend: 'Amend', edit: 'Edit the draft', print: 'Print', sign: 'Sign', handOver: 'Pass on for signing', scan: 'Upload a signed paper' },
  decide: {
    open: 'Open for signing: {{number}}', openNote: 'Words, term and parties cannot change afterwards. Those in turn are asked to sign.', openDone: 'Open for signing.',
    withdraw: 'Withdraw {{number}}', withdrawNote: 'Nobody has to sign any more; what was signed does not count.', withdrawDone: 'Withdrawn.',
    decline: 'Decline {{number}}', declineNote: 'The keeper reads your reason. The agreement is void afterwards.', declineDone: 'Declined, with the reason.',
    terminate: 'Terminate {{number}}', terminateNote: 'All parties see it with the reason. It cannot be undone.', terminateDone: 'Terminated.',
    reason: 'Reason', endedOn: 'Ends on', reasonMissing: 'Give a reason first',
    amend: 'Amend {{number}}', amendNote: 'A new draft from the words in force, to be signed again by all. Until then the present text holds.', amendDone: 'Drafted as {{number}}.',
  },
  record: {
    text: 'The whole text', preview: 'Preview of the draft', parties: 'Parties and signatures', scans: 'Signed papers', history: 'History', facts: 'In short', check: 'Verification', hash: 'Hash of the text', code: 'Code', verifyPage: 'Public page',
    template: 'Template', templateOf: '{{title}}, version {{version}}', term: 'Term', keeper: 'Kept by', office: 'Secretariat', signedOn: 'Signed on', supersedes: 'Supersedes', amendment: 'Amendment', subject: 'About', order: 'No. {{position}}',
    notSigned: 'not signed', signed: 'signed', turn: 'in turn', signedBy: '{{name}}, {{day}}, {{method}}', methods: { totp: 'authenticator', code: 'one-time code', paper: 'on paper' },
    faults: 'Missing before it can be opened for signing', faultCount: '{{count}} missing, see above', noScans: 'No signed paper uploaded yet.', read: 'Read', confirmed: 'Read', refused: 'Sent back: {{note}}', found: 'To be read', broughtBy: 'Uploaded by {{name}}', demo: 'Example data',
    warning: { r1_17: 'Less than three years. A cooperation that takes interns generally runs three years; give the reason or change the term.' },
    events: {
      by: '{{name}}', system: 'System', drafted: 'drafted', changed: 'edited the draft', opened: 'opened it for signing', signed: 'signed', concluded: 'in force with the last signature', amended: 'began an amendment', declined: 'declined', withdrawn: 'withdrew it', terminated: 'terminated it', superseded: 'superseded by a later text', expired: 'expired', handed_over: 'made a signing link', scanned: 'uploaded a signed paper', scan_refused: 'sent a paper back', kept: 'kept a file',
    },
  },
  faults: {
    empty: '“{{what}}” is empty', missing: '“{{what}}” is missing', organisation_missing: 'An organisation is missing', student_missing: 'The student is missing', section_missing: '“{{what}}” cannot be left out', section_required: '“{{what}}” has to be required', twice: '“{{what}}” stands twice', unknown_name: '“{{what}}” has an unknown placeholder {{name}}', startsOn: 'First day', endsOn: 'Last day', title: '“{{what}}” has no title',
    already_signed: 'This party has signed', name_differs: 'Not the name in the agreement', signed_in_future: 'After today', signed_before_text: 'Before it was opened for signing: there was no such text yet', signed_after_start: 'After the placement begins on {{startsOn}}: it has to be signed before', unknown: 'No such party',
  },
  signDialog: { title: 'Sign {{number}}', many: 'Sign {{count}} agreements', note: 'Signing means agreeing to the whole text for your organisation.', name: 'Your name', nameHint: 'As in your account: {{name}}', code: 'Code', codeHint: 'The six digits your authenticator shows now', done: 'Signed.', manyDone: '{{signed}} signed.', manyRefused: '{{count}} could not be signed:', agreeRead: 'I have read all of it' },
  hand: {
    make: 'Make slips for {{count}} agreements',
    title: 'Signing slips', lead: 'For those without an account, such as guardians: the link opens the text, the code signs it.', sent: 'Sent to {{name}} by {{channel}}.', by: { sms: 'text message', email: 'mail' },
    once: 'The code is shown this once; if it is lost, make the slips again, which voids the old ones. That they were made is kept in the history.', none: 'Nobody to pass these on to now.', scan: 'Scan to read and sign', valid: 'until {{day}}', for: '{{role}} of {{student}}',
    why: 'Link and code travel apart, because signing takes both. The student carries the link home; a teacher tells the code by telephone to the person. Whoever finds or sees the slip cannot sign with it.',
    links: 'Links ({{count}} slips, for the students to carry)', codes: 'Codes ({{count}}, kept by the teacher)', printLinks: 'Print the links', printCodes: 'Print the codes',
    notHere: 'The code is not on this paper: a teacher tells it to you by telephone.', tell: 'Call the number the school has on record, ask for the name, then tell the code. Do not write it on the slip or send it through the student.',
    columns: { name: 'Who signs', student: 'Student', phone: 'Telephone', number: 'Agreement', code: 'Code', told: 'Told on' }, noPhone: 'None on record: tell it in person',
  },
  scan: {
    title: 'Upload a signed paper', lead: 'Photograph the whole page, with the code at the bottom left in focus; its agreement is found by itself.', file: 'Photograph or PDF', fileHint: 'JPEG, PNG, WebP or PDF, 20 MB at most', code: 'Code', codeHint: 'Only where the picture is too blurred: the 12 characters beside it.', found: 'Found: {{number}} {{title}}.', next: 'Read it', another: 'Another one', waiting: 'Papers to be read', none: 'No papers to be read.',
    readTitle: 'Read the paper of {{number}}', readLead: 'Look at the picture, tick who has signed, and write the name and the date on the paper.', whole: 'Whole picture', pdf: 'This is a PDF. Open it in a window of its own by the link above, and fill in what it shows.', signs: 'has signed', name: 'Signature', date: 'Date on the paper', confirm: 'Confirm these signatures', confirmNote: 'This cannot be changed.', nobody: 'Tick one party at least', refuse: 'Send back', refuseNote: 'Whoever uploaded it reads the reason.', refuseReason: 'Reason', confirmedDone: 'Confirmed.', refusedDone: 'Sent back.', rule: 'A three-party agreement is signed before the placement begins',
  },
  template: {
    title: 'Templates', lead: 'New agreements begin with these words. A change is a new version; what is drafted already keeps its words.', owners: { program: 'Built in', alliance: 'Alliance', house: 'Our school' }, version: '{{owner}}, version {{version}}', used: 'used {{count}} times', edit: 'New version', editTitle: '{{kind}}: new version', earlier: 'Earlier versions', required: 'Required', optional: 'May be empty', section: 'Section', sections: 'Sections', addSection: 'Add a section', removeSection: 'Remove “{{title}}”', sectionTitle: 'Title', text: 'Words', names: 'Placeholders', namesNote: 'Written as {{open}}name{{close}}, filled in when it is drafted.', name: 'Name', note: 'Source', noteHint: 'For example: after the model text of the province.', save: 'Save as a new version', saved: 'Saved as version {{version}}.', copy: 'Begin with this one', law: 'A three-party agreement has these nine sections at least; none can be left out or empty (rule 1.14)', by: '{{name}}, {{day}}',
  },
  form: {
    newTitle: 'Draft an agreement', editTitle: 'Edit the draft {{number}}', kind: 'Kind', with: 'The other organisation', withHint: 'Look for its name', role: { school: 'School', unit: 'Enterprise' }, term: 'Term', startsOn: 'First day', endsOn: 'Last day', titleField: 'Title', factsTitle: 'To be filled in', factsLead: 'The blanks of the template; they go into the text by themselves.', sectionsTitle: 'Words of the sections', sectionsLead: 'Seldom changed; a change concerns this agreement only.', sectionsOpen: 'Change the words of the sections', save: 'Save the draft', saved: 'Draft {{number}} saved.', review: 'Preview', house: 'Your organisation is a party by itself.', chooseWith: 'Choose the other organisation first',
    names: {
      post: 'Post', place: 'Place', tasks: 'Tasks', lodging: 'Lodging', meals: 'Meals', hours: 'Hours', pay: 'Pay', payDay: 'Pay day', supervisor: 'Supervisor of the school', supervisorPhone: 'Telephone of the supervisor', mentor: 'Mentor of the enterprise', unitWeight: 'Weight of the unit’s mark', reason: 'Reason', unit: 'Unit', student: 'Student', guardian: 'Guardian', school: 'School', firm: 'Enterprise', teacher: 'Teacher', startsOn: 'First day', endsOn: 'Last day',
      className: 'Class', programme: 'Programme', seats: 'Number', costs: 'Costs', payFloor: 'Lowest pay', quitNotice: 'Quitting until', breach: 'Breach', offer: 'Terms of employment', fields: 'Fields', insurance: 'Insurance and travel', batch: 'Batch', counties: 'Sending schools', escort: 'Escorting teacher',
    },
  },
  kinds: {
    consent: 'Informed consent', own_choice: 'Own choice of unit', three_party: 'Three-party agreement', order_class: 'Order-class agreement', apprenticeship: 'Apprenticeship agreement', cooperation: 'Cooperation agreement',
    practice: 'Teacher practice agreement', mentor: 'Industry mentor agreement', assistance: 'Paired assistance agreement', other: 'Other agreement',
  },
  states: { draft: 'Draft', signing: 'Being signed', concluded: 'In force', superseded: 'Superseded', terminated: 'Terminated', expired: 'Expired', declined: 'Declined', withdrawn: 'Withdrawn' },
  columns: {
    number: 'Number', kind: 'Kind', state: 'State', title: 'Title', keeper: 'Kept by', parties: 'Parties (signed on)', unsigned: 'Unsigned', startsOn: 'From', endsOn: 'Until', signedOn: 'Signed on', endedOn: 'Ended on', endReason: 'Reason', template: 'Template version', code: 'Code', hash: 'Hash of the text',
  },
  onPaper: 'on paper',
  message: {
    subject: 'Signing an agreement',
    code: '{{code}} is your code for signing agreement {{number}}; it works for 10 minutes. Signing means agreeing to the whole text. If this is not you, tell nobody.',
    link: 'Please read and sign agreement {{number}}: {{link}}',
  },
  paper: {
    number: 'Number {{number}}', hash: 'Hash {{hash}}', verify: 'Verify at {{link}}', byline: 'Signature', bylineHouse: 'Signed for it by',
    totp: 'Signed by {{name}} on {{day}} with a code of their authenticator.', code: 'Signed by {{name}} on {{day}} with a one-time code.', paper: 'Signed on paper by {{name}} on {{day}}; the paper is kept.',
  },
  check: {
    title: 'Verify an agreement',
    lead: 'There is a code at the bottom left of the paper. Scan it or type it here to see whether there is such an agreement and whether it holds.',
    code: 'Code or hash of the text',
    hint: 'The code has 12 characters, such as ABCD-EFGH-JKLM; the hash has 64.',
    do: 'Verify',
    unreadable: 'This is no code. Compare it with the paper and type the 12 characters or the 64 of the hash.',
    forged: 'This system never printed that code. Compare it with the paper; if it is the same, ask the school that keeps it or the secretariat.',
    unknown: 'There is no such agreement. Compare it with the paper, or ask whoever keeps it.',
    organisations: 'Between', term: 'Term', fromUntil: '{{from}} to {{until}}', signed: 'Signatures', signatures: '{{signed}} of {{parties}} parties have signed', text: 'Words',
    sameText: 'Those of the code on the paper.', otherText: 'Take care: the code on the paper belongs to other words than those on record. Do not use this paper.', later: 'The words in force are {{number}}.',
    states: { signing: 'Being signed, not in force yet', concluded: 'Signed by all, in force', superseded: 'Superseded by a later text', terminated: 'Terminated', expired: 'Expired', declined: 'Declined by a party, never in force', withdrawn: 'Withdrawn, never in force' },
    note: 'Names of students, guardians and staff are not shown here.',
  },
  roles: {
    school: 'School', unit: 'Placement unit', firm: 'Enterprise', student: 'Student', guardian: 'Guardian', teacher: 'Teacher', mentor: 'Enterprise mentor', county_school: 'Sending school', host_school: 'Receiving school', office: 'Authority', person: 'Person', party: 'Party',
  },
}
