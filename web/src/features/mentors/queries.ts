import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { addContract, addMentorPaper, applyAsMentor, changeTerms, draftMentorAgreement, getMentorship, getMentorshipHistory, inviteMentor, listMentorships, moveMentorship, renewMentorship, reviewMentor } from '@silian/server/contract/mentors/mentorships'
import { changeMentorNeed, getMentorNeed, listMentorNeeds, moveMentorNeed, writeMentorNeed } from '@silian/server/contract/mentors/needs'
import { answerMentorObjection, getMentorCertificate } from '@silian/server/contract/mentors/mentorships/notices'
import { changeMentorProfile, getMentorProfile, openSeat } from '@silian/server/contract/mentors/people'
import { addTaskPhoto, changeTask, decideTask, dropTask, listMentorTasks, logTask } from '@silian/server/contract/mentors/tasks'
import { call, upload } from '../../kernel/api.ts'

export type Mentorship = Reply<typeof getMentorship>
export type MentorshipRow = Reply<typeof listMentorships>['rows'][number]
export type MentorshipQuery = NonNullable<Request<typeof listMentorships>['query']>
export type MentorshipAction = Request<typeof moveMentorship>['body']['action']
export type MentorNeed = Reply<typeof getMentorNeed>
export type MentorNeedRow = Reply<typeof listMentorNeeds>['rows'][number]
export type MentorNeedQuery = NonNullable<Request<typeof listMentorNeeds>['query']>
export type NeedFields = Request<typeof writeMentorNeed>['body']
export type Profile = Reply<typeof getMentorProfile>
export type Task = Reply<typeof listMentorTasks>['rows'][number]
export type TaskFields = Request<typeof logTask>['body']
export type Certificate = Reply<typeof getMentorCertificate>

export const useMentorships = (query: MentorshipQuery) => useQuery({ queryKey: ['mentors', 'list', query], queryFn: ({ signal }) => call(listMentorships, { query, signal }), placeholderData: keepPreviousData })
export const useMentorship = (mentorshipId: string) => useQuery({ queryKey: ['mentors', 'one', mentorshipId], queryFn: ({ signal }) => call(getMentorship, { params: { mentorshipId }, signal }) })
export const useMentorshipHistory = (mentorshipId: string) => useQuery({ queryKey: ['mentors', 'one', mentorshipId, 'history'], queryFn: ({ signal }) => call(getMentorshipHistory, { params: { mentorshipId }, signal }) })
export const useTasks = (mentorshipId: string) => useQuery({ queryKey: ['mentors', 'one', mentorshipId, 'tasks'], queryFn: ({ signal }) => call(listMentorTasks, { params: { mentorshipId }, signal }) })
export const useCertificate = (mentorshipId: string) => useQuery({ queryKey: ['mentors', 'one', mentorshipId, 'certificate'], queryFn: ({ signal }) => call(getMentorCertificate, { params: { mentorshipId }, signal }) })
export const useMentorNeeds = (query: MentorNeedQuery) => useQuery({ queryKey: ['mentors', 'needs', query], queryFn: ({ signal }) => call(listMentorNeeds, { query, signal }), placeholderData: keepPreviousData })
export const useMentorNeed = (needId: string) => useQuery({ queryKey: ['mentors', 'need', needId], queryFn: ({ signal }) => call(getMentorNeed, { params: { needId }, signal }), enabled: needId !== '' })
export const useProfile = () => useQuery({ queryKey: ['mentors', 'profile'], queryFn: ({ signal }) => call(getMentorProfile, { signal }) })

/** A step moves lists and the inbox with it. */
function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['mentors', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

export const useSaveProfile = () => useChange((body: Request<typeof changeMentorProfile>['body']) => call(changeMentorProfile, { body }))
export const useApply = () => useChange(({ needId, statement }: { needId: string; statement: string }) => call(applyAsMentor, { params: { needId }, body: { statement } }))
export const useInvite = () => useChange((body: Request<typeof inviteMentor>['body']) => call(inviteMentor, { body }))
export const useMove = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveMentorship>['body']) => call(moveMentorship, { params: { mentorshipId: id }, body }))
export const useChangeTerms = (mentorshipId: string) => useChange((body: Request<typeof changeTerms>['body']) => call(changeTerms, { params: { mentorshipId }, body }))
export const useDraftContract = (mentorshipId: string) => useChange(() => call(draftMentorAgreement, { params: { mentorshipId } }))
type Sent = { file: File; onProgress?: (share: number) => void }
export const useAddContract = (mentorshipId: string) => useChange(({ signedOn, ...sent }: Sent & { signedOn: string }) => upload(addContract, { params: { mentorshipId }, fields: { signedOn }, ...sent }))
export const useAddPaper = (mentorshipId: string) => useChange((sent: Sent) => upload(addMentorPaper, { params: { mentorshipId }, ...sent }))
export const useReview = (mentorshipId: string) => useChange((body: Request<typeof reviewMentor>['body']) => call(reviewMentor, { params: { mentorshipId }, body }))
export const useRenew = (mentorshipId: string) => useChange(() => call(renewMentorship, { params: { mentorshipId } }))
export const useOpenSeat = () => useChange((personId: string) => call(openSeat, { params: { personId } }))
export const useAnswer = () => useChange(({ objectionId, answer }: { objectionId: string; answer: string }) => call(answerMentorObjection, { params: { objectionId }, body: { answer } }))
export const useSaveTask = (mentorshipId: string) => useChange(({ known, body }: { known: { id: string; version: number } | null; body: TaskFields }) => (known ? call(changeTask, { params: { taskId: known.id }, body: { ...body, version: known.version } }) : call(logTask, { params: { mentorshipId }, body })))
export const useDropTask = () => useChange((taskId: string) => call(dropTask, { params: { taskId } }))
export const useDecideTask = () => useChange(({ id, ...body }: { id: string } & Request<typeof decideTask>['body']) => call(decideTask, { params: { taskId: id }, body }))
export const useAddTaskPhoto = () => useChange(({ taskId, file }: { taskId: string; file: File }) => upload(addTaskPhoto, { params: { taskId }, file }))
export const useSaveNeed = () => useChange(({ known, body }: { known: { id: string; version: number } | null; body: NeedFields }) => (known ? call(changeMentorNeed, { params: { needId: known.id }, body: { ...body, version: known.version } }) : call(writeMentorNeed, { body })))
export const useMoveNeed = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveMentorNeed>['body']) => call(moveMentorNeed, { params: { needId: id }, body }))
