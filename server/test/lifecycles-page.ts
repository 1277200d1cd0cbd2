import { globSync } from 'node:fs'
import { join } from 'node:path'
import { diagramOf, type Lifecycle } from '../src/kernel/lifecycle.ts'

const features = join(import.meta.dirname, '../src/features')

type Declaration = Lifecycle<string, string, { state: string }>
const isDeclaration = (value: unknown): value is Declaration => typeof value === 'object' && value !== null && 'transitions' in value && 'states' in value

/** Every lifecycle that a room declares, in the order of their files. */
export async function everyLifecycle(): Promise<{ file: string; life: Declaration }[]> {
  const files = globSync('**/lifecycle.ts', { cwd: features }).sort()
  const modules = await Promise.all(files.map(async (file) => ({ file, exported: (await import(join(features, file))) as Record<string, unknown> })))
  return modules.flatMap(({ file, exported }) => Object.values(exported).filter(isDeclaration).map((life) => ({ file, life })))
}

/** docs/lifecycles.md: the pictures, and who is asked for what in which state. */
export async function lifecyclesPage(): Promise<string> {
  const parts = (await everyLifecycle()).map(({ file, life }) => {
    const asks = Object.entries(life.asks).flatMap(([state, list]) => (list ?? []).map(({ kind }) => `- in \`${state}\`: \`${kind}\``))
    return [`## ${life.noun}`, '', `\`server/src/features/${file}\``, '', '```mermaid', diagramOf(life), '```', ...(asks.length > 0 ? ['', 'Inbox items:', '', ...asks] : [])].join('\n')
  })
  return ['# Lifecycles', '', 'Written by `node server/bin/lifecycles.mjs` from the declarations; a test compares.', '', parts.join('\n\n'), ''].join('\n')
}
