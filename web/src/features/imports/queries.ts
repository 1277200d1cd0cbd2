import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  cancelImport, confirmDuplicates, getImport, listImportRows, listImports, undoImport, uploadImport, writeImport,
  type ImportKindName, type ImportRowView, type ImportView,
} from '@silian/server/contract/imports'
import { call, upload } from '../../kernel/api.ts'

export type { ImportKindName, ImportRowView, ImportView }

const underWay = (state: ImportView['state'] | undefined) => state === 'reading' || state === 'writing'

export const useImports = (query: { page: number; size: number }) =>
  useQuery({ queryKey: ['imports', 'list', query], queryFn: ({ signal }) => call(listImports, { query, signal }), placeholderData: keepPreviousData })

/** Asked again every second while the worker is at it. */
export const useImport = (importId: string) =>
  useQuery({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => call(getImport, { params: { importId }, signal }),
    refetchInterval: ({ state }) => (underWay(state.data?.state) ? 1000 : false),
  })

export type RowQuery = { page: number; size: number; state: 'faulty' | 'duplicate'; column: string; reason: string }

export const useImportRows = (importId: string, query: RowQuery | null) =>
  useQuery({
    queryKey: ['imports', importId, 'rows', query],
    queryFn: ({ signal }) => call(listImportRows, { params: { importId }, query: query!, signal }),
    placeholderData: keepPreviousData,
    enabled: query !== null,
  })

/** What an import may have changed. */
const touched = ['imports', 'inbox', 'organisations', 'students', 'teachers', 'programmes', 'cohorts', 'needs']

function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

export type Sending = { kind: ImportKindName; file: File; organisationId?: string; onProgress: (share: number) => void }

export const useUpload = () =>
  useChange(({ kind, file, organisationId, onProgress }: Sending) => upload(uploadImport, { file, fields: { kind, ...(organisationId ? { organisationId } : {}) }, onProgress }))

export const useWrite = (importId: string) => useChange(() => call(writeImport, { params: { importId } }))
export const useConfirm = (importId: string) => useChange(() => call(confirmDuplicates, { params: { importId } }))
export const useCancel = (importId: string) => useChange(() => call(cancelImport, { params: { importId } }))
export const useUndo = (importId: string) => useChange(() => call(undoImport, { params: { importId } }))
