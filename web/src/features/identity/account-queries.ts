import { changeAccount, changePassword, endOneSession, endOtherSessions, getAccount, listMySessions, makeRecoveryCodes, unlinkOidc } from '@silian/server/contract/identity/account'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kernel/api.ts'
import { sessionKey } from '../../kernel/session.ts'

const accountKey = ['account'] as const
const sessionsKey = ['account', 'sessions'] as const

export const useAccount = () => useQuery({ queryKey: accountKey, queryFn: ({ signal }) => call(getAccount, { signal }) })
export const useMySessions = () => useQuery({ queryKey: sessionsKey, queryFn: ({ signal }) => call(listMySessions, { signal }) })

/** After any change: the account, its sessions, and the session's own view of it. */
function useRefresh() {
  const client = useQueryClient()
  return () => Promise.all([client.invalidateQueries({ queryKey: accountKey }), client.invalidateQueries({ queryKey: sessionKey })])
}

type Change = NonNullable<Parameters<typeof call<typeof changeAccount>>[1]>['body']

export const useChangeAccount = () => {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (body: Change) => call(changeAccount, { body }), onSuccess: refresh })
}
export const useChangePassword = () => {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (body: { current: string; next: string }) => call(changePassword, { body }), onSuccess: refresh })
}
export const useMakeRecoveryCodes = () => useMutation({ mutationFn: (code: string) => call(makeRecoveryCodes, { body: { code } }) })
export const useEndOneSession = () => {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (sessionId: string) => call(endOneSession, { params: { sessionId } }), onSettled: refresh })
}
export const useEndOtherSessions = () => {
  const refresh = useRefresh()
  return useMutation({ mutationFn: () => call(endOtherSessions), onSettled: refresh })
}
export const useUnlinkOidc = () => {
  const refresh = useRefresh()
  return useMutation({ mutationFn: () => call(unlinkOidc), onSuccess: refresh })
}
export const useRefreshAccount = useRefresh
