import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Request } from '@silian/server/contract'
import { importCodes, listCodeSystems, searchCodes, type CodeSystem, type CodeSystemView, type CodeView } from '@silian/server/contract/talent/codes'
import { addCohort, addProgramme, changeCohort, listCohorts, listProgrammes, type CohortRow, type ProgrammeLevel, type ProgrammeRow } from '@silian/server/contract/talent/programmes'
import {
  addStudent, changeStudent, getStudent, listStudents, listUnmaskings, markStudentLeft, unmaskStudent, type StudentRow, type StudentView,
} from '@silian/server/contract/talent/students'
import { addTeacher, changeTeacher, listTeachers, type TeacherRow } from '@silian/server/contract/talent/teachers'
import { listOrganisations } from '@silian/server/contract/members/organisations'
import { call, upload } from '../../kernel/api.ts'
import type { Option } from '../../ui/inputs.tsx'

export type { CodeSystem, CodeSystemView, CodeView, CohortRow, ProgrammeLevel, ProgrammeRow, StudentRow, StudentView, TeacherRow }
export type StudentQuery = Request<typeof listStudents>['query']

export const useStudents = (query: StudentQuery) => useQuery({ queryKey: ['students', 'list', query], queryFn: ({ signal }) => call(listStudents, { query, signal }), placeholderData: keepPreviousData })
export const useStudent = (studentId: string) => useQuery({ queryKey: ['students', studentId], queryFn: ({ signal }) => call(getStudent, { params: { studentId }, signal }) })
export const useUnmaskings = (studentId: string) => useQuery({ queryKey: ['students', studentId, 'unmaskings'], queryFn: ({ signal }) => call(listUnmaskings, { params: { studentId }, signal }) })

function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSettled: () => Promise.all(['students', 'cohorts', 'programmes', 'teachers', 'codes'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
export const useAddStudent = () => useChange((body: Request<typeof addStudent>['body']) => call(addStudent, { body }))
export const useChangeStudent = (studentId: string) => useChange((body: Request<typeof changeStudent>['body']) => call(changeStudent, { params: { studentId }, body }))
export const useMarkLeft = (studentId: string) => useChange((body: { left: boolean; version: number }) => call(markStudentLeft, { params: { studentId }, body }))
export const useUnmask = (studentId: string) => useChange((reason: string) => call(unmaskStudent, { params: { studentId }, body: { reason } }))

export const useProgrammes = (query: Request<typeof listProgrammes>['query']) =>
  useQuery({ queryKey: ['programmes', query], queryFn: ({ signal }) => call(listProgrammes, { query, signal }), placeholderData: keepPreviousData })
export const useCohorts = (query: Request<typeof listCohorts>['query']) =>
  useQuery({ queryKey: ['cohorts', query], queryFn: ({ signal }) => call(listCohorts, { query, signal }), placeholderData: keepPreviousData })
export const useAddProgramme = () => useChange((body: Request<typeof addProgramme>['body']) => call(addProgramme, { body }))
export const useAddCohort = () => useChange((body: Request<typeof addCohort>['body']) => call(addCohort, { body }))
export const useChangeCohort = () => useChange(({ cohortId, ...body }: { cohortId: string } & Request<typeof changeCohort>['body']) => call(changeCohort, { params: { cohortId }, body }))

export const useTeachers = (query: Request<typeof listTeachers>['query']) =>
  useQuery({ queryKey: ['teachers', query], queryFn: ({ signal }) => call(listTeachers, { query, signal }), placeholderData: keepPreviousData })
export const useAddTeacher = () => useChange((body: Request<typeof addTeacher>['body']) => call(addTeacher, { body }))
export const useChangeTeacher = () => useChange(({ teacherId, ...body }: { teacherId: string } & Request<typeof changeTeacher>['body']) => call(changeTeacher, { params: { teacherId }, body }))

export const useCodeSystems = () => useQuery({ queryKey: ['codes', 'systems'], queryFn: ({ signal }) => call(listCodeSystems, { signal }) })
export const useCodes = (system: CodeSystem, query: Request<typeof searchCodes>['query']) =>
  useQuery({ queryKey: ['codes', system, query], queryFn: ({ signal }) => call(searchCodes, { params: { system }, query, signal }), placeholderData: keepPreviousData })
export const useImportCodes = (system: CodeSystemView['id']) =>
  useChange(({ file, ...fields }: { file: File; version: string; source: string; effectiveFrom: string; sign: boolean }) =>
    upload(importCodes, { params: { system }, file, fields: { version: fields.version, source: fields.source, ...(fields.effectiveFrom ? { effectiveFrom: fields.effectiveFrom } : {}), sign: String(fields.sign) } }),
  )

// What a combo box asks for.
export async function findCohorts(text: string, signal: AbortSignal, schoolId?: string): Promise<Option[]> {
  const { rows } = await call(listCohorts, { query: { q: text, size: 20, schoolId }, signal })
  return rows.map(({ id, name, programmeName, entryYear, schoolName }) => ({ value: id, label: name, note: [programmeName, entryYear, schoolId ? null : schoolName].filter(Boolean).join('　') }))
}
export async function findProgrammes(text: string, signal: AbortSignal, schoolId?: string): Promise<Option[]> {
  const { rows } = await call(listProgrammes, { query: { q: text, size: 20, schoolId }, signal })
  return rows.map(({ id, name, majorCode, schoolName }) => ({ value: id, label: name, note: `${majorCode}　${schoolName}` }))
}
export async function findTeachers(text: string, signal: AbortSignal, schoolId?: string): Promise<Option[]> {
  const { rows } = await call(listTeachers, { query: { q: text, size: 20, schoolId }, signal })
  return rows.map(({ id, name, number }) => ({ value: id, label: name, note: number }))
}
export async function findMajors(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(searchCodes, { params: { system: 'major' }, query: { q: text, size: 20 }, signal })
  return rows.filter(({ code }) => /^\d{6}/.test(code)).map(({ code, name, level }) => ({ value: code, label: name, note: `${code}　${level}` }))
}
export async function findSchools(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listOrganisations, { query: { text: text || undefined, kind: 'school', size: 20 }, signal })
  return rows.map(({ id, name, town }) => ({ value: id, label: name, note: town ?? undefined }))
}
