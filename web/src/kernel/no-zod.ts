/**
 * Stands in for zod in the browser: answers any call with itself. Contracts can then be loaded for their methods,
 * paths and types without the parser, which only the server needs. Lists that the web shows are exported as plain
 * arrays beside their schema, never read out of it.
 */
const nothing: unknown = new Proxy(() => nothing, {
  get: (_target, key) => (key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
})

export const z = nothing
export default nothing
