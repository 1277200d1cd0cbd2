import { chooseSeat, endSession, getSignIn, getVisitor, giveCode, signInWithPassword, type DemoAccount, type SessionView } from '@silian/server/contract/identity'
import { changeAccount, confirmSecondFactorSetUp, startSecondFactorSetUp } from '@silian/server/contract/identity/account'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { call } from '../../kernel/api.ts'
import { currentLocale, setLocale } from '../../kernel/i18n.ts'
import { forgetSession } from '../../kernel/offline.ts'
import { sessionKey } from '../../kernel/session.ts'
import { setLargeText } from '../../kernel/text-size.ts'

/** On pages that are open to everybody: who I am if I am anybody. Never leads to the sign-in page. */
export const useVisitor = () => useQuery({ queryKey: ['visitor'], queryFn: ({ signal }) => askWhoIAm(signal), staleTime: 0 })

const askWhoIAm = async (signal?: AbortSignal): Promise<SessionView | null> => (await call(getVisitor, { signal })).session

export const signInKey = ['sign-in'] as const

/** What the sign-in page offers. In a demonstration asked again whenever the code on show runs out. */
export const useSignInOffer = () =>
  useQuery({
    queryKey: signInKey,
    queryFn: ({ signal }) => call(getSignIn, { signal }),
    refetchInterval: ({ state }) => {
      const left = state.data?.demoAccounts.find(({ codeSecondsLeft }) => codeSecondsLeft !== null)?.codeSecondsLeft
      return left ? (left + 1) * 1000 : false
    },
  })

export const useSignIn = () => useMutation({ mutationFn: (given: { login: string; password: string }) => call(signInWithPassword, { body: given }) })
export const useGiveCode = () => useMutation({ mutationFn: (code: string) => call(giveCode, { body: { code } }) })

/** Both steps with what the panel shows; the code is asked for afresh, because the one on the page may have run out. */
export const useEnterDemo = () =>
  useMutation({
    mutationFn: async ({ login, password }: DemoAccount) => {
      const { secondFactor } = await call(signInWithPassword, { body: { login, password } })
      if (secondFactor !== 'needed') return { secondFactor }
      const { demoAccounts } = await call(getSignIn)
      await call(giveCode, { body: { code: demoAccounts.find((one) => one.login === login)?.code ?? '' } })
      return { secondFactor: 'done' as const }
    },
  })

export const useStartSecondFactor = () => useMutation({ mutationFn: (password?: string) => call(startSecondFactorSetUp, { body: { password } }) })
export const useConfirmSecondFactor = () => useMutation({ mutationFn: (code: string) => call(confirmSecondFactorSetUp, { body: { code } }) })

/** Signed in: what was seen before is forgotten, the account's language and text size are taken on, and one goes where one wanted to. */
export function useEnter() {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  return async (to = '/') => {
    client.clear()
    forgetSession()
    const session = await askWhoIAm()
    if (session) {
      client.setQueryData(sessionKey, session)
      if (session.account.locale !== currentLocale()) await setLocale(session.account.locale)
      if (session.account.largeText) setLargeText(true)
    }
    navigate(to, { replace: true })
  }
}

/** There is an account now, half-way in: the sign-in page asks afresh who is there, and shows the next step. */
export function useNextStep() {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  return () => {
    client.clear()
    navigate('/sign-in', { replace: true })
  }
}

/** Another seat sees another world: everything is asked again, from the first page. */
export function useTakeSeat() {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  return useMutation({
    mutationFn: (seatId: string) => call(chooseSeat, { body: { seatId } }),
    onSuccess: async () => {
      navigate('/')
      await client.resetQueries()
    },
  })
}

/** Leaves nothing of the person in this tab: the page is loaded anew. */
export const useSignOut = () => useMutation({ mutationFn: () => call(endSession), onSettled: leave })

function leave() {
  forgetSession()
  location.assign('/app/sign-in')
}

type Preference = { locale?: SessionView['account']['locale']; largeText?: boolean }

/** Does it on this device at once and, where somebody is signed in, tells the account, so that the next device knows. */
export function useTellAccount() {
  const client = useQueryClient()
  const tell = useMutation({ mutationFn: (body: Preference) => call(changeAccount, { body }), onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }) })
  return (preference: Preference, doHere: () => unknown) => {
    doHere()
    if (client.getQueryData<SessionView>(sessionKey)) tell.mutate(preference)
  }
}
