import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { project } from './run.mjs'

/** Of these nearly everything is made: no room can be told from another. */
const wide = /^(server\/(src\/(kernel|contract|commands|[a-z]+\.ts)|migrations|reference)|algorithms|package(-lock)?\.json|vitest\.config|.*tsconfig|.*\/package\.json)/
/** Lists that every new thing gets a line in, and what proves them. */
const lists = {
  'server/src/app.ts': [],
  'server/src/worker.ts': ['server/test/jobs.test.ts'],
  'server/src/contract/refusals.ts': ['words/src/words.test.ts'],
  'server/src/kernel/db.gen.ts': ['server/test/db-types.test.ts'],
}
const features = 'server/src/features/'
const always = ['server/test/walls.test.ts', 'server/test/access.test.ts']

/**
 * Which test files a change concerns: those in the room that changed, those in rooms with a file that imports what changed, walls and access.
 * Null when what changed lies under all rooms. Farther away a change is felt too: that is for `npm test`, and `left` says how many it is.
 */
export function testsFor(changed) {
  if (changed.some((path) => wide.test(path) && !(path in lists))) return null
  const sources = ['server/src', 'server/test', 'words/src', 'web/src', 'algorithms'].flatMap(filesIn)
  const tests = sources.filter((path) => path.endsWith('.test.ts'))
  const imports = new Map(sources.filter((path) => path.startsWith('server/')).map((path) => [path, importsOf(path)]))
  const importersOf = (path) => [...imports].flatMap(([file, targets]) => (targets.has(path) ? [file] : []))

  const near = changed.flatMap((path) => {
    if (path in lists) return lists[path]
    if (path.endsWith('.test.ts')) return [path]
    if (path.startsWith('words/')) return ['words/src/words.test.ts', 'web/src/kernel/say.test.ts']
    if (path.startsWith('web/')) return tests.filter((test) => test.startsWith('web/'))
    if (path.startsWith('server/demo/')) return tests.filter((test) => test.startsWith('server/test/demo'))
    if (path.startsWith('server/test/')) return usersOf(path, importersOf)
    if (!path.startsWith(features)) return []
    const beside = importersOf(path).flatMap((file) => (file.endsWith('.test.ts') ? [file] : testsIn(dirname(file), tests)))
    const below = tests.filter((test) => test.startsWith(`${dirname(path)}/`))
    return [...below, ...testsIn(dirname(path), tests), ...beside, ...(path.endsWith('/lifecycle.ts') ? ['server/test/lifecycles.test.ts'] : [])]
  })
  const server = changed.some((path) => path.startsWith('server/')) ? always : []
  const run = [...new Set([...near, ...server])].filter((path) => tests.includes(path)).sort()
  return { run, left: tests.length - run.length }
}

/** The tests of a room; one that has none of its own is proved by the room it is in. */
function testsIn(folder, tests) {
  if (!folder.startsWith(features)) return []
  const there = tests.filter((test) => dirname(test) === folder)
  return there.some((test) => !test.endsWith('rules.test.ts')) ? there : [...there, ...testsIn(dirname(folder), tests)]
}

/** The test files that stand upon a helper, be it over others. */
function usersOf(path, importersOf, seen = new Set()) {
  for (const file of importersOf(path)) if (!seen.has(file)) usersOf(file, importersOf, seen.add(file))
  return [...seen].filter((file) => file.endsWith('.test.ts'))
}

function importsOf(path) {
  const text = readFileSync(join(project, path), 'utf8')
  return new Set([...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, target]) => posix.join(dirname(path), target)))
}

function filesIn(folder) {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => posix.join(entry.parentPath.slice(project.length + 1).replaceAll('\\', '/'), entry.name))
}
