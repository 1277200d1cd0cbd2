import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { amendAgreement, changeAgreement, draftAgreement, getAgreement, getAgreementHistory, listAgreements, moveAgreement, type AgreementKind, type AgreementState } from '@silian/server/contract/agreements'
import { bringScan, confirmScan, listScans, refuseScan, type ScanView } from '@silian/server/contract/agreements/scans'
import { handOver, handOverMany, signAgreement, signMany, type HandedView } from '@silian/server/contract/agreements/signing'
import { listTemplates, writeTemplate, type TemplateView } from '@silian/server/contract/agreements/templates'
import { call, upload } from '../../kernel/api.ts'

export type { AgreementKind, AgreementState, HandedView, ScanView, TemplateView }
export type AgreementView = Reply<typeof getAgreement>
export type AgreementRow = Reply<typeof listAgreements>['rows'][number]
export type AgreementQuery = NonNullable<Request<typeof listAgreements>['query']>
export type AgreementAction = Request<typeof moveAgreement>['body']['action']
export type PartyView = AgreementView['parties'][number]

export const useAgreements = (query: AgreementQuery) => useQuery({ queryKey: ['agreements', 'list', query], queryFn: ({ signal }) => call(listAgreements, { query, signal }), placeholderData: keepPreviousData })
export const useAgreement = (agreementId: string) => useQuery({ queryKey: ['agreements', 'one', agreementId], queryFn: ({ signal }) => call(getAgreement, { params: { agreementId }, signal }) })
export const useAgreementHistory = (agreementId: string) => useQuery({ queryKey: ['agreements', 'one', agreementId, 'history'], queryFn: ({ signal }) => call(getAgreementHistory, { params: { agreementId }, signal }) })
export const useScans = (query: Request<typeof listScans>['query']) => useQuery({ queryKey: ['agreements', 'scans', query], queryFn: ({ signal }) => call(listScans, { query, signal }) })
export const useTemplates = () => useQuery({ queryKey: ['agreements', 'templates'], queryFn: ({ signal }) => call(listTemplates, { signal }) })

/** A signature moves the inbox, and whatever room waits for it. */
export function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['agreements', 'inbox', 'placements'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

type Of<E extends { body: unknown }> = { id: string } & E['body']
export const useDraftAgreement = () => useChange((body: Request<typeof draftAgreement>['body']) => call(draftAgreement, { body }))
export const useChangeAgreement = () => useChange(({ id, ...body }: Of<Request<typeof changeAgreement>>) => call(changeAgreement, { params: { agreementId: id }, body }))
export const useMoveAgreement = () => useChange(({ id, ...body }: Of<Request<typeof moveAgreement>>) => call(moveAgreement, { params: { agreementId: id }, body }))
export const useAmend = () => useChange(({ id, version }: { id: string; version: number }) => call(amendAgreement, { params: { agreementId: id }, body: { version } }))
export const useSign = () => useChange(({ id, partyId, ...body }: { partyId: string } & Of<Request<typeof signAgreement>>) => call(signAgreement, { params: { agreementId: id, partyId }, body }))
export const useSignMany = () => useChange((body: Request<typeof signMany>['body']) => call(signMany, { body }))
export const useHandOver = () => useChange(({ id, partyId }: { id: string; partyId: string }) => call(handOver, { params: { agreementId: id, partyId } }))
export const useHandOverMany = () => useChange((agreementIds: string[]) => call(handOverMany, { body: { agreementIds } }))
export const useBringScan = () => useChange(({ file, code, onProgress }: { file: File; code: string; onProgress: (share: number) => void }) => upload(bringScan, { file, fields: code.trim() ? { code: code.trim() } : {}, onProgress }))
export const useConfirmScan = () => useChange(({ id, signatures }: { id: string } & Request<typeof confirmScan>['body']) => call(confirmScan, { params: { scanId: id }, body: { signatures } }))
export const useRefuseScan = () => useChange(({ id, note }: { id: string; note: string }) => call(refuseScan, { params: { scanId: id }, body: { note } }))
export const useWriteTemplate = () => useChange(({ kind, ...body }: { kind: AgreementKind } & Request<typeof writeTemplate>['body']) => call(writeTemplate, { params: { kind }, body }))
