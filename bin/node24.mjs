import { accessSync, chmodSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './run.mjs'

/** The Node that runs our TypeScript: the one among our packages, else the one we are running under if it is new enough. */
export function node24() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = join(project, 'node_modules', `node-${system}-${process.arch}`, 'bin', program)
  if (existsSync(own)) return runnable(own)
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath

  console.error(
    `Silian runs on Node 24. This is Node ${process.versions.node}, and node_modules holds no Node 24 for ${system}-${process.arch}:\n` +
      'either npm was told to leave out optional packages (run `npm ci --include=optional`), or there is none for this system (install Node 24 from nodejs.org).',
  )
  process.exit(1)
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
  return path
}
