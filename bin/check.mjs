import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { install } from './install.mjs'
import { testsFor } from './reach.mjs'
import { project } from './run.mjs'
import { lint, tests, types } from './steps.mjs'

/**
 * The fast loop while working, since the last green check: types, lint of what changed, and its tests (reach.mjs).
 * The first time, and with `--all`, every unit and all of HTTP. It says at the end what it has not looked at; `npm test` looks at everything.
 */
await install()
const began = performance.now()
const args = process.argv.slice(2).filter((arg) => arg !== '--all')
const checked = join('node_modules', '.cache', 'checked-commit')
const since = process.argv.includes('--all') ? undefined : lastGreen()
const changed = since && changedSince(since)
const near = changed && testsFor(changed)

const [typesCode, lintCode] = await Promise.all([types(), lint(changed?.filter((path) => /\.(ts|tsx|mjs)$/.test(path) && existsSync(join(project, path))))])
const { code } = near?.run.length === 0 && args.length === 0 ? { code: 0 } : await tests(['--project=units', '--project=server', ...scope(), ...args])

const wrong = Object.entries({ types: typesCode, lint: lintCode, tests: code }).filter(([, result]) => result !== 0)
if (wrong.length === 0 && args.length === 0) remember()
console.log(`${wrong.length === 0 ? 'All well' : `Wrong: ${wrong.map(([name]) => name).join(', ')}`} after ${((performance.now() - began) / 1000).toFixed(1)} s`)
console.log(`Not looked at: ${near ? `${near.left} test files of rooms farther away, lint of what did not change, ` : changed ? 'lint of what did not change, ' : ''}the build, journeys in a browser; npm test does.`)
process.exitCode = wrong.length === 0 ? 0 : 1

function scope() {
  if (near) return near.run
  return since ? [`--changed=${since}`, '--passWithNoTests'] : []
}

/** The commit at the last green check, if it is still one of ours. */
function lastGreen() {
  try {
    return git('rev-parse', '--verify', `${readFileSync(checked, 'utf8')}^{commit}`)
  } catch {
    return undefined
  }
}

function changedSince(commit) {
  return [git('diff', '--name-only', '--no-renames', commit), git('ls-files', '--others', '--exclude-standard')].join('\n').split('\n').filter(Boolean)
}

// What is not committed yet is looked at again the next time.
function remember() {
  try {
    mkdirSync(join(checked, '..'), { recursive: true })
    writeFileSync(checked, git('rev-parse', 'HEAD'))
  } catch {
    // Without git every check is a whole one.
  }
}

function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
