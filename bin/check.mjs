import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { install } from './install.mjs'
import { lint, tests, types } from './steps.mjs'

/**
 * The fast loop while working: types, lint, and of units and HTTP those tests that the changes since the last green check can reach.
 * The first time, and with `--all`, every one of them. Left to `npm test`: browser journeys and the web build.
 */
await install()
const began = performance.now()
const args = process.argv.slice(2).filter((arg) => arg !== '--all')
const checked = join('node_modules', '.cache', 'checked-commit')
const since = process.argv.includes('--all') ? undefined : lastGreen()

const [typesCode, lintCode] = await Promise.all([types(), lint()])
const scope = since ? [`--changed=${since}`, '--passWithNoTests'] : []
const { code } = await tests(['--project=units', '--project=server', ...scope, ...args])

const wrong = Object.entries({ types: typesCode, lint: lintCode, tests: code }).filter(([, result]) => result !== 0)
if (wrong.length === 0 && args.length === 0) remember()
console.log(`${wrong.length === 0 ? 'All well' : `Wrong: ${wrong.map(([name]) => name).join(', ')}`} after ${((performance.now() - began) / 1000).toFixed(1)} s`)
process.exitCode = wrong.length === 0 ? 0 : 1

/** The commit at the last green check, if it is still one of ours. */
function lastGreen() {
  try {
    return git('rev-parse', '--verify', `${readFileSync(checked, 'utf8')}^{commit}`)
  } catch {
    return undefined
  }
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
