import { build } from './build.mjs'
import { install } from './install.mjs'
import { lint, tests, types } from './steps.mjs'

/** Everything that must be true before a change is taken. The last line is the sum. Arguments go to the tests. */
await install()
process.env.SILIAN_SHOTS ??= 'off'
let passed = 0
let failed = 0

for (const [name, step] of Object.entries({ types, lint, build })) {
  console.log(`\n── ${name}`)
  const began = performance.now()
  const code = await step()
  console.log(`${code === 0 ? 'passed' : 'FAILED'} in ${seconds(began)} s`)
  if (code === 0) passed += 1
  else failed += 1
}

console.log('\n── tests')
const result = await tests(process.argv.slice(2))
passed += result.passed
failed += result.failed

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function seconds(began) {
  return ((performance.now() - began) / 1000).toFixed(1)
}
