import { useQuery } from '@tanstack/react-query'
import { getFittingPosts, getFittingProgrammes } from '@silian/server/contract/needs/fits'
import { call } from '../../../kernel/api.ts'

export type { FittingPost, FittingProgramme } from '@silian/server/contract/needs/fits'

export const useFittingPosts = (programmeId: string) => useQuery({ queryKey: ['fits', 'programme', programmeId], queryFn: ({ signal }) => call(getFittingPosts, { params: { programmeId }, signal }) })
export const useFittingProgrammes = (needId: string) => useQuery({ queryKey: ['fits', 'post', needId], queryFn: ({ signal }) => call(getFittingProgrammes, { params: { needId }, signal }) })
