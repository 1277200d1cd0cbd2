import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'

export const achievementStates = ['draft', 'submitted', 'open', 'stale', 'declined', 'withdrawn'] as const
export const AchievementState = z.enum(achievementStates)
export type AchievementState = z.infer<typeof AchievementState>
export const achievementActions = ['submit', 'verify', 'return', 'decline', 'confirm', 'revise', 'withdraw'] as const
export const AchievementAction = z.enum(achievementActions)
export type AchievementAction = z.infer<typeof AchievementAction>
export const transferWays = ['transfer', 'licence', 'equity', 'co_development', 'service'] as const
export const TransferWay = z.enum(transferWays)
export type TransferWay = z.infer<typeof TransferWay>
export const disclosures = ['public', 'members', 'nda'] as const
export const Disclosure = z.enum(disclosures)
export type Disclosure = z.infer<typeof Disclosure>
export const rightKinds = ['invention', 'utility_model', 'design', 'software', 'circuit_layout', 'plant_variety', 'know_how'] as const
export const rightStates = ['filed', 'granted', 'lapsed', 'unregistered'] as const

const AchievementParams = z.object({ achievementId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

/** A right is either know-how, which nobody registers, or has a number and a state. */
export const RightFields = z
  .object({ kind: z.enum(rightKinds), number: Text(40).min(1).nullable().default(null), state: z.enum(rightStates) })
  .refine(({ kind, state, number }) => (kind === 'know_how') === (state === 'unregistered') && (kind === 'know_how') === (number === null), { message: 'right_number', path: ['number'] })
export type RightFields = z.infer<typeof RightFields>

/** Everything about an achievement; a draft may leave it open, submission says what is missing. */
export const AchievementFields = z.object({
  title: Text(100).min(1),
  titleEn: Text(200).nullable().default(null),
  description: Text(4000).default(''),
  descriptionEn: Text(4000).nullable().default(null),
  details: Text(4000).nullable().default(null),
  fieldCodes: z.array(z.string().regex(/^[A-Z]?\d{0,4}$/)).max(8).default([]),
  ways: z.array(TransferWay).max(5).default([]),
  price: z.int().min(0).max(10_000_000_000).nullable().default(null),
  contactName: Text(60).nullable().default(null),
  contactPhone: Text(30).nullable().default(null),
  disclosure: Disclosure.default('public'),
  rights: z.array(RightFields).max(20).default([]),
})
export type AchievementFields = z.infer<typeof AchievementFields>

export const AchievementRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: AchievementState,
  organisationId: z.uuid(),
  organisationName: z.string(),
  fields: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
  level: z.int(),
  levelStandard: z.string(),
  levelConfirmed: z.int().nullable(),
  ways: z.array(TransferWay),
  price: z.number().nullable(),
  disclosure: Disclosure,
  createdAt: z.string(),
  verifiedAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  demo: z.boolean(),
})
export type AchievementRow = z.infer<typeof AchievementRow>

export const AchievementFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: z.union([AchievementState, z.literal('live')]).optional(),
  fieldCode: z.string().max(5).optional(),
  levelFrom: z.coerce.number().int().min(1).max(9).optional(),
  way: TransferWay.optional(),
  organisationId: z.uuid().optional(),
  mine: z.stringbool().default(false),
  sort: z.enum(['createdAt', '-createdAt', 'level', '-level', 'confirmedAt', '-confirmedAt']).default('-createdAt'),
})
export type AchievementFilter = z.infer<typeof AchievementFilter>

export const listAchievements = endpoint({ method: 'GET', path: '/achievements', query: Paging.extend(AchievementFilter.shape), reply: pageOf(AchievementRow), summary: 'Achievements, within what one may see' })
export const exportAchievements = endpoint({ method: 'GET', path: '/achievements/export', query: AchievementFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook' })

export const EvidenceView = z.object({ id: z.uuid(), level: z.int(), text: z.string(), files: z.array(FileView) })

export const AchievementView = AchievementRow.extend({
  allianceId: z.uuid(),
  organisationTown: z.string().nullable(),
  description: z.string(),
  descriptionEn: z.string().nullable(),
  /** False: details, evidence, price talks and the telephone are kept back, and null or empty here. */
  whole: z.boolean(),
  details: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  rights: z.array(z.object({ kind: z.enum(rightKinds), number: z.string().nullable(), state: z.enum(rightStates) })),
  evidence: z.array(EvidenceView),
  /** Which levels have something to show, for those who may not read what. */
  evidencedLevels: z.array(z.int()),
  levelConfirmedAt: z.string().nullable(),
  levelConfirmedByName: z.string().nullable(),
  submittedAt: z.string().nullable(),
  /** Until when it holds without the owner saying so again. */
  confirmBy: z.string().nullable(),
  reason: z.string().nullable(),
  granted: z.array(z.string()),
  gaps: z.array(z.object({ field: z.string(), reason: z.string() })),
  version: z.int(),
  can: z.record(AchievementAction, z.boolean()).and(z.object({ edit: z.boolean(), evidence: z.boolean(), confirmLevel: z.boolean(), introduce: z.boolean() })),
})
export type AchievementView = z.input<typeof AchievementView>

export const getAchievement = endpoint({ method: 'GET', path: '/achievements/:achievementId', params: AchievementParams, reply: AchievementView })

const Written = z.object({ id: z.uuid(), number: z.string(), version: z.int() })
export const writeAchievement = endpoint({ method: 'POST', path: '/achievements', body: AchievementFields.extend({ organisationId: z.uuid().optional() }), reply: Written, summary: 'A new achievement, as a draft; it may be half empty' })
export const changeAchievement = endpoint({ method: 'PATCH', path: '/achievements/:achievementId', params: AchievementParams, body: AchievementFields.extend({ version: z.int() }), reply: Written, summary: 'Changes a draft' })

export const moveAchievement = endpoint({
  method: 'POST',
  path: '/achievements/:achievementId/moves',
  params: AchievementParams,
  body: z.object({ action: AchievementAction, reason: Text(500).optional(), version: z.int() }),
  reply: z.object({ id: z.uuid(), state: AchievementState, version: z.int() }),
  summary: 'Submit, open, send back, decline, confirm that it still holds, take back to change it, withdraw',
})

const EvidenceParams = AchievementParams.extend({ level: z.coerce.number().int().min(1).max(9) })
const Levelled = z.object({ level: z.int(), version: z.int() })
export const putEvidence = endpoint({ method: 'PUT', path: '/achievements/:achievementId/evidence/:level', params: EvidenceParams, body: z.object({ text: Text(2000).min(10), version: z.int() }), reply: Levelled, summary: 'What shows that this level of readiness was reached' })
export const removeEvidence = endpoint({ method: 'DELETE', path: '/achievements/:achievementId/evidence/:level', params: EvidenceParams, reply: Levelled })
export const addEvidenceFile = endpoint({ method: 'POST', path: '/achievements/:achievementId/evidence/:level/files', params: EvidenceParams, bytes: 'upload', reply: FileView })
export const confirmLevel = endpoint({ method: 'POST', path: '/achievements/:achievementId/level', params: AchievementParams, body: z.object({ level: z.int().min(1).max(9), version: z.int() }), reply: Levelled, summary: 'A technology manager has looked at the evidence' })

export const getAchievementHistory = endpoint({
  method: 'GET',
  path: '/achievements/:achievementId/history',
  params: AchievementParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
