import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { addArchivePaper, addCohortPlan, archivePlacement, getArchive, listCohortPlans, removeArchivePaper, removeCohortPlan } from '@silian/server/contract/placements/archive'
import { approveScheme, changeScheme, listAssessments, listSchemes, writeScheme } from '@silian/server/contract/placements/assessments'
import { changeReturnForm, exportReturn, getReturnForm, listReturnForms, previewReturn, writeReturnForm } from '@silian/server/contract/placements/returns'
import { listCohorts, listProgrammes } from '@silian/server/contract/talent/programmes'
import { call, download, upload } from '../../../kernel/api.ts'

export type AssessmentRow = Reply<typeof listAssessments>['rows'][number]
export type Scheme = Reply<typeof listSchemes>['rows'][number]
export type Archive = Reply<typeof getArchive>
export type ReturnForm = Reply<typeof getReturnForm>
export type Plan = Reply<typeof listCohortPlans>['rows'][number]
export type Preview = Reply<typeof previewReturn>
type Query<E> = E extends { query: infer Q } ? Q : never

export const useAssessments = (query: Query<Request<typeof listAssessments>>) => useQuery({ queryKey: ['assessments', 'list', query], queryFn: ({ signal }) => call(listAssessments, { query, signal }), placeholderData: keepPreviousData })
export const useSchemes = () => useQuery({ queryKey: ['assessment-schemes'], queryFn: ({ signal }) => call(listSchemes, { signal }) })
export const useArchive = (placementId: string) => useQuery({ queryKey: ['archives', placementId], queryFn: ({ signal }) => call(getArchive, { params: { placementId }, signal }) })
export const useReturnForms = () => useQuery({ queryKey: ['return-forms'], queryFn: ({ signal }) => call(listReturnForms, { signal }) })
export const useReturnForm = (formId: string) => useQuery({ queryKey: ['return-forms', formId], queryFn: ({ signal }) => call(getReturnForm, { params: { formId }, signal }) })
export const usePreview = (formId: string, query: Query<Request<typeof previewReturn>>) => useQuery({ queryKey: ['return-forms', formId, 'preview', query], queryFn: ({ signal }) => call(previewReturn, { params: { formId }, query, signal }), placeholderData: keepPreviousData, enabled: query.from !== '' && query.until !== '' })
export const useProgrammes = () => useQuery({ queryKey: ['programmes', 'choice'], queryFn: ({ signal }) => call(listProgrammes, { query: { size: 100 }, signal }) })
export const useCohorts = () => useQuery({ queryKey: ['cohorts', 'choice'], queryFn: ({ signal }) => call(listCohorts, { query: { size: 100 }, signal }) })

function useDeed<Input, Output>(key: string, deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: deed, onSuccess: () => client.invalidateQueries({ queryKey: [key] }) })
}
export const useKeepScheme = () => useDeed('assessment-schemes', ({ id, version, ...body }: { id?: string; version: number } & NonNullable<Request<typeof writeScheme>['body']>) => (id ? call(changeScheme, { params: { schemeId: id }, body: { ...body, version } }).then(() => ({ id })) : call(writeScheme, { body })))
export const useApproveScheme = () => useDeed('assessment-schemes', ({ schemeId, ...body }: { schemeId: string; minutesNumber: string; version: number }) => call(approveScheme, { params: { schemeId }, body }))
export const useAddPaper = (placementId: string) => useDeed('archives', ({ file, kind, title }: { file: File; kind: string; title: string }) => upload(addArchivePaper, { params: { placementId }, file, fields: { kind, title } }))
export const useRemovePaper = (placementId: string) => useDeed('archives', (paperId: string) => call(removeArchivePaper, { params: { placementId, paperId } }))
export const usePlans = () => useQuery({ queryKey: ['internship-plans'], queryFn: ({ signal }) => call(listCohortPlans, { signal }) })
export const useAddPlan = () => useDeed('internship-plans', ({ cohortId, file, title }: { cohortId: string; file: File; title: string }) => upload(addCohortPlan, { params: { cohortId }, file, fields: { title } }))
export const useRemovePlan = () => useDeed('internship-plans', (params: { cohortId: string; paperId: string }) => call(removeCohortPlan, { params }))
export const useArchivePlacement = (placementId: string) => useDeed('archives', () => call(archivePlacement, { params: { placementId } }))
export const useKeepForm = () => useDeed('return-forms', ({ id, version, ...body }: { id?: string; version: number } & NonNullable<Request<typeof writeReturnForm>['body']>) => (id ? call(changeReturnForm, { params: { formId: id }, body: { ...body, version } }).then(() => ({ id })) : call(writeReturnForm, { body })))
export const useExport = (formId: string) => useMutation({ mutationFn: (body: Request<typeof exportReturn>['body']) => download(exportReturn, { params: { formId }, body }) })
