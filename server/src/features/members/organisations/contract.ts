import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { membershipStates, seats } from '../memberships/contract.ts'

export const organisationKinds = ['enterprise', 'school', 'park', 'innovation_platform', 'association', 'government'] as const
export const OrganisationKind = z.enum(organisationKinds)
export const organisationSizes = ['large', 'medium', 'small', 'micro'] as const

export const OrganisationParams = z.object({ organisationId: z.uuid() })

/** `a,b,c` in the address, an array in the code; what is not of the list is a fault. */
const listOf = <const T extends readonly string[]>(values: T) =>
  z.string().transform((text) => text.split(',').filter((part) => part !== '')).pipe(z.array(z.enum(values))).optional()

export const DirectoryQuery = z.object({
  text: z.string().trim().max(100).optional(),
  kind: listOf(organisationKinds),
  seat: listOf(seats),
  /** 'none': registered, but neither member nor applicant. */
  state: listOf([...membershipStates, 'none'] as const),
  town: z.string().trim().max(50).optional(),
  industry: z.string().trim().max(10).optional(),
  allianceId: z.uuid().optional(),
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

export const DirectoryRow = z.object({
  id: z.uuid(),
  uscc: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  kind: OrganisationKind,
  town: z.string().nullable(),
  industryCode: z.string().nullable(),
  industryName: z.string().nullable(),
  staffCount: z.int().nullable(),
  protocolOrder: z.int(),
  demo: z.boolean(),
  membership: z
    .object({ id: z.uuid(), seat: z.enum(seats), state: z.enum(membershipStates), certificateNumber: z.string().nullable(), version: z.int() })
    .nullable(),
})
export type DirectoryRow = z.output<typeof DirectoryRow>

export const listOrganisations = endpoint({
  method: 'GET',
  path: '/organisations',
  query: Paging.extend(DirectoryQuery.shape),
  reply: pageOf(DirectoryRow),
  summary: 'The directory, in the order of protocol',
})

export const exportOrganisations = endpoint({
  method: 'GET',
  path: '/organisations/export',
  query: DirectoryQuery.extend({ language: z.enum(['zh-Hans', 'en']).default('zh-Hans') }),
  reply: z.unknown(),
  bytes: 'download',
  summary: 'The same list as a workbook that can be imported again',
})

export const listTowns = endpoint({
  method: 'GET',
  path: '/organisations/towns',
  reply: z.object({ towns: z.array(z.string()) }),
  summary: 'The towns that occur, for the query form',
})

export const OrganisationView = z.object({
  id: z.uuid(),
  version: z.int(),
  uscc: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  kind: OrganisationKind,
  industryCode: z.string().nullable(),
  industryName: z.string().nullable(),
  divisionCode: z.string().nullable(),
  divisionName: z.string().nullable(),
  town: z.string().nullable(),
  address: z.string().nullable(),
  staffCount: z.int().nullable(),
  size: z.enum(organisationSizes).nullable(),
  website: z.string().nullable(),
  /** Masked here: 138＊＊＊＊0000. `unmaskContacts` opens them and writes down who asked and why. */
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactEmail: z.string().nullable(),
  publicFact: z.string().nullable(),
  protocolOrder: z.int(),
  demo: z.boolean(),
  updatedAt: Moment,
  memberships: z.array(
    z.object({ id: z.uuid(), allianceId: z.uuid(), allianceName: z.string(), seat: z.enum(seats), state: z.enum(membershipStates), certificateNumber: z.string().nullable() }),
  ),
  speakers: z.array(z.object({ id: z.uuid(), name: z.string(), kind: OrganisationKind, since: z.iso.date() })),
  speaksFor: z.array(z.object({ id: z.uuid(), name: z.string(), kind: OrganisationKind, since: z.iso.date() })),
  can: z.object({ edit: z.boolean(), unmask: z.boolean(), order: z.boolean(), represent: z.boolean(), apply: z.boolean() }),
})
export type OrganisationView = z.output<typeof OrganisationView>

export const getOrganisation = endpoint({ method: 'GET', path: '/organisations/:organisationId', params: OrganisationParams, reply: OrganisationView, summary: 'One organisation' })

/** An empty field of a form means that nothing is known. */
const text = (most: number) => z.string().trim().max(most).transform((value) => (value === '' ? null : value)).nullish()

const Profile = z.object({
  name: z.string().trim().min(2).max(100),
  nameEn: text(200),
  uscc: text(30),
  industryCode: z.union([z.literal('').transform(() => null), z.string().trim().regex(/^([A-T]|[A-T]?\d{2,4})$/)]).nullish(),
  divisionCode: z.union([z.literal('').transform(() => null), z.string().trim().regex(/^\d{6}$/)]).nullish(),
  town: text(50),
  address: text(200),
  staffCount: z.int().min(0).max(2_000_000).nullish(),
  size: z.enum(organisationSizes).nullish(),
  website: text(200),
  contactName: text(50),
  contactPhone: text(30),
  contactEmail: z.union([z.literal('').transform(() => null), z.email().max(200)]).nullish(),
})
export type Profile = z.output<typeof Profile>

export const registerOrganisation = endpoint({
  method: 'POST',
  path: '/organisations',
  body: Profile.extend({ kind: OrganisationKind, protocolOrder: z.int().min(0).max(1_000_000).optional() }),
  reply: z.object({ id: z.uuid() }),
  summary: 'The secretariat registers an organisation',
})

export const editOrganisation = endpoint({
  method: 'PATCH',
  path: '/organisations/:organisationId',
  params: OrganisationParams,
  body: Profile.partial().extend({ version: z.int() }),
  reply: OrganisationView,
  summary: 'Changes the fields that are sent, and no others',
})

export const orderOrganisation = endpoint({
  method: 'PUT',
  path: '/organisations/:organisationId/order',
  params: OrganisationParams,
  body: z.object({ protocolOrder: z.int().min(0).max(1_000_000) }),
  reply: z.object({ protocolOrder: z.int() }),
  summary: 'Sets the place in the order of protocol',
})

export const unmaskContacts = endpoint({
  method: 'POST',
  path: '/organisations/:organisationId/contacts/unmask',
  params: OrganisationParams,
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  reply: z.object({ contactName: z.string().nullable(), contactPhone: z.string().nullable(), contactEmail: z.string().nullable() }),
  summary: 'Opens the contacts; who asked and why is written down',
})
