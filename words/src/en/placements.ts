import type { placements as zhHans } from '../zh-Hans/placements.ts'
import type { Shape } from '../shape.ts'

export const placements: Shape<typeof zhHans> = {
  title: 'Internships',
  states: {
    draft: 'Draft', vetted: 'Unit vetted', consented: 'Consented', signed: 'Signed', insured: 'Insured', trained: 'Safety test passed', active: 'On placement', suspended: 'Suspended', changed: 'Moved to another post',
    ended_early: 'Ended early', assessed: 'Assessed', archived: 'Archived', cancelled: 'Cancelled',
  },
}
