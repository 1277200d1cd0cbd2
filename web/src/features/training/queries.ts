import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import {
  changeClass, draftClassAgreement, exportRoll, getClass, getClassHistory, getFigure, getFigureOfAll, judgeClass, listClassCosts, listClasses, listPartnerSchools, moveClass, requestClass,
  type ClassAction, type ClassKind, type ClassRow, type ClassState, type FigureName,
} from '@silian/server/contract/training/classes'
import { exportIntake, getIntake, listApplicants, listIntakes, moveIntake, openIntake, scoreApplicants, type IntakeState } from '@silian/server/contract/training/choices'
import { makeOffer } from '@silian/server/contract/training/offers'
import { listPlaces, listWaiting, markPlace, movePlace, replacePlace, type PlaceState } from '@silian/server/contract/training/places'
import { addMentor, endMentor, planClass } from '@silian/server/contract/training/plans'
import { addTerm, evaluateTerm, listTerms } from '@silian/server/contract/training/terms'
import { call, download } from '../../kernel/api.ts'
import type { Mood } from '../../ui/state-mark.tsx'

export type { ClassAction, ClassKind, ClassRow, ClassState, FigureName, IntakeState, PlaceState }
export type ClassView = Reply<typeof getClass>
export type IntakeView = Reply<typeof getIntake>
export type PlaceRow = Reply<typeof listPlaces>['rows'][number]
export type TermView = Reply<typeof listTerms>['rows'][number]
export type FigureOf = { classId: string } | Request<typeof getFigureOfAll>['query']
export type ClassQuery = Request<typeof listClasses>['query']

export const useClasses = (query: ClassQuery) => useQuery({ queryKey: ['order-classes', 'list', query], queryFn: ({ signal }) => call(listClasses, { query, signal }), placeholderData: keepPreviousData })
export const useClass = (classId: string) => useQuery({ queryKey: ['order-classes', classId], queryFn: ({ signal }) => call(getClass, { params: { classId }, signal }) })
export const useClassHistory = (classId: string) => useQuery({ queryKey: ['order-classes', classId, 'history'], queryFn: ({ signal }) => call(getClassHistory, { params: { classId }, signal }) })
export const usePlaces = (classId: string) => useQuery({ queryKey: ['order-classes', classId, 'places'], queryFn: ({ signal }) => call(listPlaces, { params: { classId }, signal }) })
export const useWaiting = (classId: string) => useQuery({ queryKey: ['order-classes', classId, 'waiting'], queryFn: ({ signal }) => call(listWaiting, { params: { classId }, signal }) })
export const useTerms = (classId: string) => useQuery({ queryKey: ['order-classes', classId, 'terms'], queryFn: ({ signal }) => call(listTerms, { params: { classId }, signal }) })
/** Of one class, or of all that a list has found. */
export const useFigure = (of: FigureOf, figure: FigureName) =>
  useQuery({ queryKey: ['order-classes', 'figures', of, figure], queryFn: ({ signal }) => ('classId' in of ? call(getFigure, { params: { classId: of.classId, figure }, signal }) : call(getFigureOfAll, { params: { figure }, query: of, signal })) })
export const useIntakes = () => useQuery({ queryKey: ['class-intakes'], queryFn: ({ signal }) => call(listIntakes, { signal }) })
export const useIntake = (intakeId: string) => useQuery({ queryKey: ['class-intakes', intakeId], queryFn: ({ signal }) => call(getIntake, { params: { intakeId }, signal }) })
export const useApplicants = (intakeId: string, classId: string) => useQuery({ queryKey: ['class-intakes', intakeId, classId], queryFn: ({ signal }) => call(listApplicants, { params: { intakeId, classId }, signal }) })
export const usePartnerSchools = () => useQuery({ queryKey: ['order-class-schools'], queryFn: ({ signal }) => call(listPartnerSchools, { signal }) })
export const useClassCosts = () => useQuery({ queryKey: ['order-class-costs'], queryFn: ({ signal }) => call(listClassCosts, { signal }) })

export const downloadRoll = (classId: string) => download(exportRoll, { params: { classId } })
export const downloadIntake = (intakeId: string) => download(exportIntake, { params: { intakeId } })

function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['order-classes', 'class-intakes', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}
type Of<E extends { body: unknown }> = { id: string } & E['body']
export const useSaveClass = () =>
  useChange(async ({ known, body }: { known: { id: string; version: number } | null; body: Request<typeof requestClass>['body'] }) =>
    known ? { ...(await call(changeClass, { params: { classId: known.id }, body: { ...body, version: known.version } })), number: '' } : call(requestClass, { body }),
  )
export const useJudge = () => useChange(({ id, ...body }: Of<Request<typeof judgeClass>>) => call(judgeClass, { params: { classId: id }, body }))
export const useDraftTerms = () => useChange(({ id, ...body }: Of<Request<typeof draftClassAgreement>>) => call(draftClassAgreement, { params: { classId: id }, body }))
export const useMoveClass = () => useChange(({ id, ...body }: Of<Request<typeof moveClass>>) => call(moveClass, { params: { classId: id }, body }))
export const usePlanClass = () => useChange(({ id, ...body }: Of<Request<typeof planClass>>) => call(planClass, { params: { classId: id }, body }))
export const useAddMentor = () => useChange(({ id, ...body }: Of<Request<typeof addMentor>>) => call(addMentor, { params: { classId: id }, body }))
export const useEndMentor = () => useChange(({ id, mentorId, ...body }: Of<Request<typeof endMentor>> & { mentorId: string }) => call(endMentor, { params: { classId: id, mentorId }, body }))
export const useOpenIntake = () => useChange((body: Request<typeof openIntake>['body']) => call(openIntake, { body }))
export const useMoveIntake = () => useChange(({ id, ...body }: Of<Request<typeof moveIntake>>) => call(moveIntake, { params: { intakeId: id }, body }))
export const useScore = () => useChange(({ intakeId, classId, ...body }: { intakeId: string; classId: string } & Request<typeof scoreApplicants>['body']) => call(scoreApplicants, { params: { intakeId, classId }, body }))
export const useMovePlace = () => useChange(({ id, ...body }: Of<Request<typeof movePlace>>) => call(movePlace, { params: { placeId: id }, body }))
export const useMarkPlace = () => useChange(({ id, ...body }: Of<Request<typeof markPlace>>) => call(markPlace, { params: { placeId: id }, body }))
export const useReplace = () => useChange(({ id, ...body }: Of<Request<typeof replacePlace>>) => call(replacePlace, { params: { classId: id }, body }))
export const useOffer = () => useChange(({ id, ...body }: Of<Request<typeof makeOffer>>) => call(makeOffer, { params: { placeId: id }, body }))
export const useAddTerm = () => useChange(({ id, ...body }: Of<Request<typeof addTerm>>) => call(addTerm, { params: { classId: id }, body }))
export const useEvaluate = () => useChange(({ id, ...body }: Of<Request<typeof evaluateTerm>>) => call(evaluateTerm, { params: { termId: id }, body }))

export const classMoods: Record<ClassState, Mood> = { requested: 'waits', feasible: 'now', agreed: 'now', planned: 'now', recruiting: 'now', filled: 'now', running: 'now', assessed: 'now', closed: 'done', declined: 'refused', withdrawn: 'gone', not_opened: 'gone', ended: 'gone' }
export const placeMoods: Record<PlaceState, Mood> = { admitted: 'waits', confirmed: 'waits', enrolled: 'now', released: 'gone', left: 'gone', passed: 'done', failed: 'open', offered: 'waits', accepted: 'done', declined: 'gone', lapsed: 'gone' }
export const intakeMoods: Record<IntakeState, Mood> = { signing: 'now', scoring: 'now', frozen: 'waits', decided: 'done', cancelled: 'gone' }
