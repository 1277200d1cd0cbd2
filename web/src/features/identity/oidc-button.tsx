import { startOidc } from '@silian/server/contract/identity/oidc'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../kernel/api.ts'
import { Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { keepTicket } from './oidc-ticket.ts'

/** Leaves for the other system; the ticket stays in this tab and proves on return that it was this tab that left. */
export function OidcButton({ purpose, children }: { purpose: 'sign_in' | 'link'; children: ReactNode }) {
  const start = useMutation({
    mutationFn: () => call(startOidc, { body: { purpose } }),
    onSuccess: ({ url, ticket }) => {
      keepTicket(ticket)
      location.assign(url)
    },
  })
  return (
    <>
      {start.isError && <Refused error={start.error} />}
      <Button size={purpose === 'sign_in' ? 'big' : 'form'} icon="link" busy={start.isPending || start.isSuccess} onClick={() => start.mutate()}>
        {children}
      </Button>
    </>
  )
}
