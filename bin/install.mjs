import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project, run } from './run.mjs'

const lockFile = join(project, 'package-lock.json')
const modules = join(project, 'node_modules')
const stamp = join(modules, '.silian-lock')

/** Makes node_modules what package-lock.json says; nothing to do costs a few milliseconds. */
export async function install() {
  const lock = readFileSync(lockFile)
  const hash = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return

  if (!isInstalled(JSON.parse(lock))) {
    console.error('Installing the packages of package-lock.json; this takes a minute or two.')
    const code = (await npm('ci')) && (await npm('install'))
    if (code !== 0) {
      console.error('npm could not install the packages; its message is above.')
      process.exit(code)
    }
  }
  writeFileSync(stamp, hash)
}

/** Only when there is nothing at all: for commands that must not wait for npm. */
export async function installIfMissing() {
  if (!existsSync(modules)) await install()
}

/** npm keeps a list of what it put there. Somebody may have run npm by hand since our last look, and then there is nothing to do. */
function isInstalled(lock) {
  const hidden = join(modules, '.package-lock.json')
  if (!existsSync(hidden)) return false
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true // the project and its workspaces
    return there[path] ? there[path].version === wanted.version && existsSync(join(project, path)) : wanted.optional || wanted.peer
  })
}

/** Scripts are not needed by any of our packages and stay off. What npm says goes to the error output: ours may be somebody's data. */
function npm(command) {
  const args = [command, '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { stdio: ['ignore', 2, 2] }
  const itself = process.env.npm_execpath
  if (itself?.endsWith('npm-cli.js')) return run(process.execPath, [itself, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' })
}
