import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node24 } from './node24.mjs'
import { programPath, run } from './run.mjs'

/** Both halves: the web has the browser's types, the rest has Node's. What was checked is remembered, so that only what changed is checked again. */
export async function types() {
  const projects = { 'tsconfig.json': 'rest', 'web/tsconfig.json': 'web' }
  const remembered = (half) => ['--incremental', '--tsBuildInfoFile', join('node_modules', '.cache', `types-${half}.json`)]
  const codes = await Promise.all(Object.entries(projects).map(([path, half]) => run(node24(), [programPath('tsc'), '-p', path, ...remembered(half)])))
  return codes.find((code) => code !== 0) ?? 0
}

/** All, or these files. */
export const lint = (paths) => (paths?.length === 0 ? 0 : run(node24(), [programPath('oxlint'), '--type-aware', '--deny-warnings', ...(paths ?? [])]))

/** Runs tests and counts them. A file that cannot be loaded, or an error outside of any test, counts as one failure. */
export async function tests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'silian-results-'))
  const file = join(folder, 'results.json')
  const code = await run(node24(), [programPath('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args])
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  rmSync(folder, { recursive: true, force: true })
  return { code, ...count(code, results) }
}

function count(code, results) {
  if (!results) return { passed: 0, failed: 1 }
  const unloadable = results.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
  const failed = results.numFailedTests + unloadable.length
  return { passed: results.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}
