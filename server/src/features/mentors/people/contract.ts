import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

const Text = (most: number) => z.string().trim().max(most)
export const ProfileFields = z.object({
  phone: z.string().trim().regex(/^(\+86)?1[3-9]\d{9}$/).nullable().default(null),
  birthDate: z.iso.date().nullable().default(null),
  position: Text(60).default(''),
  skill: Text(100).default(''),
  years: z.int().min(0).max(60).nullable().default(null),
  field: Text(100).default(''),
  about: Text(1000).default(''),
})
export type ProfileFields = z.infer<typeof ProfileFields>

export const ProfileView = ProfileFields.extend({
  id: z.uuid().nullable(),
  name: z.string(),
  organisationId: z.uuid().nullable(),
  organisationName: z.string().nullable(),
  /** What keeps one from applying. */
  missing: z.array(z.enum(['birthDate', 'years', 'field'])),
  version: z.int(),
})
export type ProfileView = z.input<typeof ProfileView>
export const getMentorProfile = endpoint({ method: 'GET', path: '/my/mentor-profile', reply: ProfileView, summary: 'What schools read of me' })
export const changeMentorProfile = endpoint({ method: 'PUT', path: '/my/mentor-profile', body: ProfileFields.extend({ version: z.int() }), reply: z.object({ id: z.uuid(), version: z.int() }) })

export const MentorPersonRow = z.object({
  id: z.uuid(),
  name: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  position: z.string(),
  skill: z.string(),
  years: z.int().nullable(),
  field: z.string(),
  about: z.string(),
  signsIn: z.boolean(),
  /** In force at so many schools now; two are the most. */
  schools: z.int(),
})
export type MentorPersonRow = z.infer<typeof MentorPersonRow>
export const listMentorPeople = endpoint({ method: 'GET', path: '/mentor-people', query: Paging.extend({ q: z.string().trim().max(60).default('') }), reply: pageOf(MentorPersonRow), summary: 'People of firms who teach, or would: for a school to invite, for a firm its own' })

export const openSeat = endpoint({
  method: 'POST',
  path: '/mentor-people/:personId/seat',
  params: z.object({ personId: z.uuid() }),
  reply: z.object({ link: z.string(), mailed: z.boolean(), expiresAt: z.string() }),
  summary: 'The employer gives somebody a school asked for a mentor’s seat',
})
