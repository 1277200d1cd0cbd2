import { useSyncExternalStore } from 'react'

const wide = matchMedia('(min-width: 1180px)')

/** Room for the list and the thing beside each other. */
export const useWide = () =>
  useSyncExternalStore(
    (changed) => {
      wide.addEventListener('change', changed)
      return () => wide.removeEventListener('change', changed)
    },
    () => wide.matches,
  )
