import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24 } from './node24.mjs'
import { programPath, project, run } from './run.mjs'

const web = join(project, 'web')
const dist = join(web, 'dist-portal')
const stamp = join(dist, '.silian-sources')

/** Builds the public pages for the server, unless they were built from exactly these sources: about a second, else a few milliseconds. */
export async function buildPortal({ always = false } = {}) {
  const hash = hashOfSources()
  if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 0

  // Beside the old one, and under a name of one's own: tests that begin at the same moment do not step on each other.
  const draft = join(project, 'node_modules', `.silian-portal-${process.pid}`)
  mkdirSync(draft, { recursive: true })
  // Always for production: a test that asks for the pages must get those that everybody gets.
  const env = { ...process.env, NODE_ENV: 'production' }
  const code = await run(node24(), [programPath('vite'), 'build', '--config', 'vite.portal.config.ts', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'], { cwd: web, env })
  if (code === 0) {
    writeFileSync(join(draft, '.silian-sources'), hash)
    rmSync(dist, { recursive: true, force: true })
    try {
      renameSync(draft, dist)
    } catch (error) {
      if (!existsSync(stamp)) throw error // else somebody else has just put the same there
    }
  }
  rmSync(draft, { recursive: true, force: true })
  return code
}

/** What the pages are drawn from: their parts, the formats and the tokens they share with the app, and the shapes they show. */
function hashOfSources() {
  const hash = createHash('sha256')
  const files = [
    ...['package-lock.json', 'web/vite.portal.config.ts', 'web/src/kernel/format.ts', 'web/src/ui/theme.css', 'web/src/ui/mark.tsx', 'server/src/features/portal/contract.ts'].map((name) => join(project, name)),
    ...readdirSync(join(web, 'src/portal')).sort().map((name) => join(web, 'src/portal', name)),
  ]
  for (const path of files) hash.update(relative(project, path)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await buildPortal({ always: process.argv.includes('--force') })
