import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPortal } from './build-portal.mjs'
import { install } from './install.mjs'
import { node24 } from './node24.mjs'
import { programPath, project, run } from './run.mjs'

const web = join(project, 'web')
const dist = join(web, 'dist')
const stamp = join(dist, '.silian-sources')

/** Builds the web unless it was built from exactly these sources. Answers with an exit code. */
export async function build({ always = false } = {}) {
  if (!existsSync(join(web, 'index.html'))) return 0
  const portal = await buildPortal({ always })
  if (portal !== 0) return portal
  const hash = hashOfSources()
  if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 0

  // Beside the old one, then in its place: a build that fails, or a server that is reading, loses nothing. Under a name of its own: two may build at once.
  const draft = join(project, 'node_modules', `.silian-web-${process.pid}`)
  const code = await run(node24(), [programPath('vite'), 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'], { cwd: web })
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

/** What ends up in the browser: the web itself, the words, and of the server only the contracts. */
function hashOfSources() {
  const hash = createHash('sha256')
  const files = [
    join(project, 'package-lock.json'),
    ...['index.html', 'vite.config.ts', 'package.json', 'tsconfig.json'].map((name) => join(web, name)),
    ...['web/src', 'web/build', 'web/public', 'words/src', 'server/src/contract', 'algorithms/src', 'algorithms/matching/src'].flatMap((folder) => filesIn(folder)),
    ...filesIn('server/src/features').filter((path) => path.endsWith('contract.ts')),
  ]
  for (const path of files) {
    if (existsSync(path)) hash.update(relative(project, path)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  const root = join(project, folder)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install()
  process.exitCode = await build({ always: process.argv.includes('--force') })
}
