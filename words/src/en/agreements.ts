import type { Shape } from '../shape.ts'
import type { agreements as zhHans } from '../zh-Hans/agreements.ts'

export const agreements: Shape<typeof zhHans> = {
  title: 'Agreements',
  kinds: {
    consent: 'Informed consent', own_choice: 'Own choice of unit', three_party: 'Three-party agreement', order_class: 'Order-class agreement', apprenticeship: 'Apprenticeship agreement', cooperation: 'Cooperation agreement',
    practice: 'Teacher practice agreement', mentor: 'Industry mentor agreement', assistance: 'Paired assistance agreement', other: 'Other agreement',
  },
  states: { draft: 'Draft', signing: 'Being signed', concluded: 'In force', superseded: 'Superseded', terminated: 'Terminated', expired: 'Expired', declined: 'Declined', withdrawn: 'Withdrawn' },
  roles: {
    school: 'School', unit: 'Placement unit', firm: 'Enterprise', student: 'Student', guardian: 'Guardian', teacher: 'Teacher', mentor: 'Enterprise mentor', county_school: 'Sending school', host_school: 'Receiving school', office: 'Authority', person: 'Person', party: 'Party',
  },
}
