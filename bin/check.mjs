import { install } from './install.mjs'
import { lint, tests, types } from './steps.mjs'

/**
 * The fast loop while working: types, lint, units, and HTTP on a real database. Left to `npm test`: browser journeys, the web
 * build, and the database launcher, which is killed twenty times for its proof.
 */
await install()
const began = performance.now()

const [typesCode, lintCode] = await Promise.all([types(), lint()])
const scope = ['--project=units', '--project=server', '--exclude=server/test/recovery.test.ts', '--exclude=server/test/embedded-postgres.test.ts']
const { code } = await tests([...scope, ...process.argv.slice(2)])

const wrong = Object.entries({ types: typesCode, lint: lintCode, tests: code }).filter(([, result]) => result !== 0)
console.log(`${wrong.length === 0 ? 'All well' : `Wrong: ${wrong.map(([name]) => name).join(', ')}`} after ${((performance.now() - began) / 1000).toFixed(1)} s`)
process.exitCode = wrong.length === 0 ? 0 : 1
