/** The door for the web and other callers: what all contracts share. */
export { endpoint } from './endpoint.ts'
export type { Body, Endpoint, Params, Query, Reply, Request } from './endpoint.ts'
export { pageSizes } from './paging.ts'
export type { Page, Paging } from './paging.ts'
export { refusals } from './refusals.ts'
export type { RefusalCode } from './refusals.ts'
