import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A program of ours in a process of its own, on a free port, until it answers on `path`. */
export async function startServer(file: string, path: string, env: Record<string, string>) {
  const port = await freePort()
  const child = spawn(process.execPath, [file], { env: { PATH: process.env['PATH'] ?? '', PORT: String(port), HOST: '127.0.0.1', ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = `http://127.0.0.1:${port}`
  for (let tries = 0; !(await answers(origin + path)); tries++) {
    if (tries > 600 || child.exitCode !== null) throw new Error(`${file} does not answer`)
    await wait(100)
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { origin, stop, pid: child.pid! }
}

export async function answers(url: string): Promise<boolean> {
  return fetch(url).then(async (reply) => {
    await reply.arrayBuffer()
    return reply.ok
  }, () => false)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
