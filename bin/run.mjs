import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a program to its end and answers with its exit code; signals we get are its to handle. */
export function run(command, args, options = {}) {
  return start(command, args, options).ended
}

/** The same without waiting. A process that ended by a signal counts as 128 + its number, as in a shell. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: project, stdio: 'inherit', ...options })
  const stopPassing = passSignalsTo(child)
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command} does not run: ${error.message}`)
      resolve(127)
    })
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  }).finally(stopPassing)
  return { child, ended }
}

function passSignalsTo(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      // Ctrl-C in a terminal has reached the child already; a second one would ask it to hurry.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    process.on(signal, handler)
    return [signal, handler]
  })
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler)
  }
}

/** Where the command line program of a package lies, to be run by Node without a shell. */
export const programOf = { tsc: 'typescript/bin/tsc', oxlint: 'oxlint/bin/oxlint', vitest: 'vitest/vitest.mjs', vite: 'vite/bin/vite.js' }

export const programPath = (name) => join(project, 'node_modules', programOf[name])
