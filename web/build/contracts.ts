import type { Plugin } from 'vite'

const isContract = /\/server\/src\/(features\/.*contract|contract\/\w+)\.ts$/

/**
 * The web asks with method and path and trusts the answer: the server has parsed both. So of a contract the browser gets
 * its endpoints without their schemas, and its plain lists; neither zod nor what it would build reaches it.
 */
export const contracts = (): Plugin => ({
  name: 'contracts',
  enforce: 'pre',
  async load(id) {
    const path = id.split('?')[0]!
    if (!isContract.test(path)) return null
    this.addWatchFile(path)
    // Under a new name at each reading: Node keeps what it has loaded.
    const address = `file://${path.startsWith('/') ? '' : '/'}${path}?read=${Date.now()}`
    const contract = (await import(address)) as Record<string, unknown>
    const lines = Object.entries(contract).flatMap(([name, value]) => {
      const kept = withoutSchemas(value)
      return kept === undefined ? [] : [`export const ${name} = ${JSON.stringify(kept)}`]
    })
    return { code: lines.join('\n'), map: null }
  },
})

/** An endpoint's address, a list or map of plain values; nothing of a schema or a function. */
function withoutSchemas(value: unknown): unknown {
  if (typeof value === 'function' || isSchema(value)) return undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key, inner]) => !isSchema(inner) && key !== 'summary'))
}

const isSchema = (value: unknown) => typeof value === 'object' && value !== null && '_zod' in value
