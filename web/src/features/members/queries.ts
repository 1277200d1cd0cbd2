import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Request } from '@silian/server/contract'
import { editAlliance, listAlliances } from '@silian/server/contract/members/alliances'
import {
  addMembershipFile, beginMembership, editMembership, getCertificate, getMembership, getMembershipHistory, moveMembership, moveMemberships, noteObjection, removeMembershipFile,
  type CertificateView, type MembershipView,
} from '@silian/server/contract/members/memberships'
import {
  editOrganisation, getOrganisation, listOrganisations, listTowns, orderOrganisation, registerOrganisation, unmaskContacts,
  type DirectoryRow, type OrganisationView,
} from '@silian/server/contract/members/organisations'
import { endRepresentation, grantRepresentation } from '@silian/server/contract/members/representation'
import { call, upload } from '../../kernel/api.ts'

export type { CertificateView, DirectoryRow, MembershipView, OrganisationView }
export type Action = keyof MembershipView['not']
export type Seat = MembershipView['seat']
export type State = MembershipView['state']
export type Kind = OrganisationView['kind']

export type DirectoryQuery = Request<typeof listOrganisations>['query']

export const useDirectory = (query: DirectoryQuery) =>
  useQuery({ queryKey: ['organisations', 'list', query], queryFn: ({ signal }) => call(listOrganisations, { query, signal }), placeholderData: keepPreviousData })

export const useTowns = () => useQuery({ queryKey: ['organisations', 'towns'], queryFn: ({ signal }) => call(listTowns, { signal }), staleTime: 300_000 })

export const useOrganisation = (organisationId: string | null | undefined) =>
  useQuery({ queryKey: ['organisations', organisationId], queryFn: ({ signal }) => call(getOrganisation, { params: { organisationId: organisationId! }, signal }), enabled: Boolean(organisationId) })

export const useAlliances = () => useQuery({ queryKey: ['alliances'], queryFn: ({ signal }) => call(listAlliances, { signal }) })

export const useMembership = (membershipId: string) =>
  useQuery({ queryKey: ['memberships', membershipId], queryFn: ({ signal }) => call(getMembership, { params: { membershipId }, signal }) })

export const useHistory = (membershipId: string, may: boolean) =>
  useQuery({ queryKey: ['memberships', membershipId, 'history'], queryFn: ({ signal }) => call(getMembershipHistory, { params: { membershipId }, signal }), enabled: may })

export const useCertificate = (membershipId: string) =>
  useQuery({ queryKey: ['memberships', membershipId, 'certificate'], queryFn: ({ signal }) => call(getCertificate, { params: { membershipId }, signal }) })

/** A change to a member may move its inbox item, its row in the directory and its page. */
function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSettled: () => Promise.all(['memberships', 'organisations', 'alliances', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}

export type Step = { reason?: string; publicityFrom?: string; publicityUntil?: string }

export const useMove = (membership: Pick<MembershipView, 'id' | 'version'>) =>
  useChange(({ action, ...step }: Step & { action: Action }) => call(moveMembership, { params: { membershipId: membership.id, action: action as 'submit' }, body: { version: membership.version, ...step } }))

export const useMoveMany = () =>
  useChange(({ membershipIds, action, ...step }: Step & { membershipIds: string[]; action: Action }) => call(moveMemberships, { body: { membershipIds, action: action as 'submit', ...step } }))

export const useBegin = () => useChange((body: Request<typeof beginMembership>['body']) => call(beginMembership, { body }))
export const useEditMembership = (membershipId: string) =>
  useChange((body: Request<typeof editMembership>['body']) => call(editMembership, { params: { membershipId }, body }))
export const useNote = (membershipId: string) => useChange((body: Request<typeof noteObjection>['body']) => call(noteObjection, { params: { membershipId }, body }))

export const useAddFile = (membershipId: string) =>
  useChange(({ file, onProgress }: { file: File; onProgress: (share: number) => void }) => upload(addMembershipFile, { params: { membershipId }, file, onProgress }))
export const useRemoveFile = (membershipId: string) => useChange((fileId: string) => call(removeMembershipFile, { params: { membershipId, fileId } }))

export const useRegister = () => useChange((body: Request<typeof registerOrganisation>['body']) => call(registerOrganisation, { body }))
export const useEditOrganisation = (organisationId: string) =>
  useChange((body: Request<typeof editOrganisation>['body']) => call(editOrganisation, { params: { organisationId }, body }))
export const useOrder = (organisationId: string) => useChange((protocolOrder: number) => call(orderOrganisation, { params: { organisationId }, body: { protocolOrder } }))
export const useUnmask = (organisationId: string) => useMutation({ mutationFn: (reason: string) => call(unmaskContacts, { params: { organisationId }, body: { reason } }) })

export const useLetSpeak = (organisationId: string) => useChange((speakerId: string) => call(grantRepresentation, { params: { organisationId, speakerId } }))
export const useEndSpeaking = () => useChange((pair: { organisationId: string; speakerId: string }) => call(endRepresentation, { params: pair }))
export const useEditAlliance = (allianceId: string) => useChange((body: Request<typeof editAlliance>['body']) => call(editAlliance, { params: { allianceId }, body }))

export const searchOrganisations = async (text: string, kind: string, signal: AbortSignal) => (await call(listOrganisations, { query: { text: text || undefined, kind, size: 20 }, signal })).rows
