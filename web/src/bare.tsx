import type { ReactNode } from 'react'
import { useOnline } from './kernel/online.ts'
import { OfflineBanner } from './ui/banner.tsx'

/** Phones and plain pages bring their own head; only the line about the network is common. */
export function Bare({ children }: { children: ReactNode }) {
  return (
    <>
      {useOnline() ? null : <OfflineBanner />}
      {children}
    </>
  )
}
