import { createContext } from 'react'

/** Whether a page with a heading is already around: what is refused outside of one is a page by itself. */
export const InsidePage = createContext(false)
