import type { placements as zhHans } from '../zh-Hans/placements.ts'
import type { Shape } from '../shape.ts'

export const placements: Shape<typeof zhHans> = {
  title: 'Internships',
  states: {
    draft: 'Draft', vetted: 'Unit vetted', consented: 'Consented', signed: 'Signed', insured: 'Insured', trained: 'Safety test passed', active: 'On placement', suspended: 'Suspended', changed: 'Moved to another post',
    ended_early: 'Ended early', assessed: 'Assessed', archived: 'Archived', cancelled: 'Cancelled',
  },
  paper: {
    payPeriod: { hour: 'yuan an hour', day: 'yuan a day', month: 'yuan a month', year: 'yuan a year' },
    hours: 'at most {{day}} hours a day and {{week}} a week',
    lodging: { school: 'in a dormitory of the school', unit: 'in a dormitory of the unit', home: 'at home', elsewhere: 'elsewhere, with the guardian’s signed consent, filed with the school' },
    meals: { none: 'not provided', free: 'provided free', paid: 'provided at cost', subsidy: 'an allowance' },
  },
}
