import { z } from 'zod'
import { endpoint } from '../../../../contract/endpoint.ts'

const NoticeParams = z.object({ mentorshipId: z.uuid() })
/** What everybody may read: never a telephone number or a date of birth. */
export const MentorNotice = z.object({
  id: z.uuid(),
  mentorName: z.string(),
  position: z.string(),
  skill: z.string(),
  employerName: z.string(),
  schoolName: z.string(),
  title: z.string(),
  from: z.string(),
  until: z.string(),
})
export type MentorNotice = z.infer<typeof MentorNotice>
export const listMentorNotices = endpoint({ method: 'GET', path: '/public/mentor-notices', reply: z.object({ rows: z.array(MentorNotice) }), open: true, summary: 'Mentors who are about to be appointed: on public notice' })
export const getMentorNotice = endpoint({ method: 'GET', path: '/public/mentor-notices/:mentorshipId', params: NoticeParams, reply: MentorNotice.extend({ duties: z.string(), field: z.string(), years: z.int().nullable(), open: z.boolean() }), open: true })
export const objectToMentor = endpoint({
  method: 'POST',
  path: '/public/mentor-notices/:mentorshipId/objections',
  params: NoticeParams,
  body: z.object({ name: z.string().trim().min(1).max(50), contact: z.string().trim().min(5).max(100), body: z.string().trim().min(10).max(2000) }),
  reply: z.object({ id: z.uuid(), dueAt: z.string() }),
  open: true,
  summary: 'Object during publicity; answered in writing within three working days',
})
export const answerMentorObjection = endpoint({
  method: 'POST',
  path: '/mentor-objections/:objectionId/answer',
  params: z.object({ objectionId: z.uuid() }),
  body: z.object({ answer: z.string().trim().min(5).max(2000) }),
  reply: z.object({ id: z.uuid() }),
})

export const getMentorCertificate = endpoint({
  method: 'GET',
  path: '/mentorships/:mentorshipId/certificate',
  params: NoticeParams,
  reply: z.object({ number: z.string(), code: z.string(), mentorName: z.string(), employerName: z.string(), schoolName: z.string(), title: z.string(), startsOn: z.string(), endsOn: z.string(), appointedOn: z.string(), state: z.enum(['valid', 'ended']), qr: z.string() }),
  summary: 'The certificate, to be printed',
})
export const verifyMentorCertificate = endpoint({
  method: 'GET',
  path: '/public/mentor-certificates/:code',
  params: z.object({ code: z.string().max(40) }),
  reply: z.object({ number: z.string(), mentorName: z.string(), employerName: z.string(), schoolName: z.string(), title: z.string(), startsOn: z.string(), endsOn: z.string(), appointedOn: z.string(), state: z.enum(['valid', 'ended']), endedOn: z.string().nullable() }),
  open: true,
  summary: 'Whether a certificate was issued, and whether it still holds',
})
