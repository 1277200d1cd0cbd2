import type { Shape } from '../shape.ts'
import type { agreements as zhHans } from '../zh-Hans/agreements.ts'

export const agreements: Shape<typeof zhHans> = {
  title: 'Agreements',
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
