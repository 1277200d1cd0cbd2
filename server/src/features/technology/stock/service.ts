import type { Entry } from '@silian/algorithms/answer-matching/entry'
import type { Tx } from '../../../kernel/db.ts'
import { listForMatching as listAchievements, listOpenIdsOf as listAchievementIds, listOpenVersions as listAchievementVersions, markOfOpen as markOfAchievements } from '../achievements/view/tables.ts'
import { listForMatching as listTeams, listOpenIdsOf as listTeamIds, listOpenVersions as listTeamVersions, markOfOpen as markOfTeams } from '../teams/tables.ts'

type NeedText = { id: string; title: string; description: string; presentValue: string | null; wantedValue: string | null; fieldCodes: readonly string[] }
/** What is compared is what anybody may read: never private details, never a budget. */
export const needEntry = ({ id, title, description, presentValue, wantedValue, fieldCodes }: NeedText): Entry => ({ id, title, description: [description, presentValue, wantedValue].filter(Boolean).join('\n'), codes: fieldCodes })
type AnswerText = { id: string; title: string; description: string; fieldCodes: readonly string[] }
export const answerEntry = ({ id, title, description, fieldCodes }: AnswerText): Entry => ({ id, title, description, codes: fieldCodes })

export type Offered = AnswerText & { kind: 'achievement' | 'team'; number: string; organisationId: string; organisationName: string; organisationKind: string; level: number | null; levelConfirmed: boolean }

/** Everything open that may answer a technology need, or these of it. */
export async function listOffered(tx: Tx, ids?: readonly string[]): Promise<Offered[]> {
  return [
    ...(await listAchievements(tx, ids)).map((one) => ({ ...one, kind: 'achievement' as const, levelConfirmed: one.levelConfirmed === one.level })),
    ...(await listTeams(tx, ids)).map((one) => ({ ...one, kind: 'team' as const, title: one.name, description: one.abilities, level: null, levelConfirmed: false })),
  ]
}

/** Which they are and in which version; and, cheaper, whether that is another than before. */
export const offeredVersions = async (tx: Tx) => [...(await listAchievementVersions(tx)), ...(await listTeamVersions(tx))]
export const markOfOffered = async (tx: Tx) => [await markOfAchievements(tx), await markOfTeams(tx)]
export const offeredIdsOf = async (tx: Tx, organisationId: string) => [...(await listAchievementIds(tx, organisationId)), ...(await listTeamIds(tx, organisationId))].map(({ id }) => id)
