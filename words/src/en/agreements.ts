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
  roles: {
    school: 'School', unit: 'Placement unit', firm: 'Enterprise', student: 'Student', guardian: 'Guardian', teacher: 'Teacher', mentor: 'Enterprise mentor', county_school: 'Sending school', host_school: 'Receiving school', office: 'Authority', person: 'Person', party: 'Party',
  },
}
