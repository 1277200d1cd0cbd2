import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { ChangeView } from '../changes/contract.ts'

export const reportTopics = ['work', 'pay', 'hours', 'safety', 'papers', 'fees', 'treatment', 'lodging', 'other'] as const
const State = z.enum(['open', 'answered', 'closed'])
const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
export const ReportParams = z.object({ reportId: z.uuid() })

export const ReportView = z.object({
  id: z.uuid(),
  number: z.string(),
  state: State,
  topic: z.enum(reportTopics),
  text: z.string(),
  dueAt: Moment.nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Moment.nullable(),
  reopened: z.int(),
  createdAt: Moment,
  placement: z.object({ id: z.uuid(), number: z.string(), unitName: z.string(), studentName: z.string(), cohortName: z.string() }),
  demo: z.boolean(),
  can: z.object({ answer: z.boolean(), solve: z.boolean(), reopen: z.boolean() }),
})
export type ReportView = z.input<typeof ReportView>

const Place = z.object({
  id: z.uuid(), number: z.string(), state: z.string(), title: z.string(), unitName: z.string(), schoolName: z.string(), startsOn: Day, endsOn: Day, endedOn: Day.nullable(),
  /** Still to be left: asking to change or stop is possible. */
  live: z.boolean(),
})
export const getMyWayOut = endpoint({
  method: 'GET',
  path: '/my/way-out',
  reply: z.object({
    places: z.array(Place),
    contacts: z.array(z.object({ role: z.enum(['supervisor', 'school', 'mentor', 'secretariat']), name: z.string(), phone: z.string().nullable() })),
    reports: z.array(ReportView),
    changes: z.array(ChangeView),
    /** Answers to complaints that wait to be read. */
    unread: z.int(),
  }),
  summary: 'Where I am, whom I can call, what I reported and asked for',
})
export const reportProblem = endpoint({ method: 'POST', path: '/my/reports', body: z.object({ placementId: z.uuid(), topic: z.enum(reportTopics), text: Text(5, 2000) }), reply: z.object({ id: z.uuid(), number: z.string() }) })
export const moveMyReport = endpoint({ method: 'POST', path: '/my/reports/:reportId/moves', params: ReportParams, body: z.object({ action: z.enum(['solve', 'reopen']) }), reply: z.object({ state: State }) })
export const ReportFilter = z.object({ state: State.optional(), topic: z.enum(reportTopics).optional() })
export const listReports = endpoint({ method: 'GET', path: '/placement-reports', query: Paging.extend(ReportFilter.shape), reply: pageOf(ReportView) })
export const answerReport = endpoint({ method: 'POST', path: '/placement-reports/:reportId/answer', params: ReportParams, body: z.object({ answer: Text(2, 2000) }), reply: z.object({ state: State }) })
