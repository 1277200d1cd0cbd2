import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The port of the last start if it is still free, so that tools keep their address; else any free one. */
export async function choosePort(dataDir: string): Promise<number> {
  const last = rememberedPort(dataDir)
  return last !== undefined && (await isFree(last)) ? last : freePort()
}

export function rememberedPort(dataDir: string): number | undefined {
  try {
    const port = Number(readFileSync(join(dataDir, 'postgres.port'), 'utf8'))
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined
  } catch {
    return undefined
  }
}

export const rememberPort = (dataDir: string, port: number) => writeFileSync(join(dataDir, 'postgres.port'), `${port}\n`)

export const isFree = (port: number): Promise<boolean> => listenOn(port).then((found) => found !== undefined)

const freePort = async () => (await listenOn(0))!

function listenOn(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}
