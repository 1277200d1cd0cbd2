import { availableParallelism } from 'node:os'
import { refuse } from './refusal.ts'
import { inWatchedThread } from './thread.ts'

/** One thread fewer than processors, so that whoever asks for something small is answered meanwhile. */
export const threadsAtOnce = Math.max(1, availableParallelism() - 1)
/** So many behind each thread; whoever comes then is told at once to come again. */
const behindEach = 8

let working = 0
const waiting: (() => void)[] = []

/**
 * Heavy work that somebody waits for, in a thread, after whoever came before. When `gone` says that nobody waits any more it is
 * dropped, wherever it is, and the promise is rejected with the reason. No transaction may be held meanwhile: see `routeThen`.
 */
export async function inLine<Output>(module: string, name: string, input: unknown[], gone: AbortSignal): Promise<Output> {
  await turn(gone)
  try {
    return await inWatchedThread<Output>(module, name, input, { signal: gone })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else working--
  }
}

/** To be asked before much is read for it. */
export function refuseWhenFull() {
  if (waiting.length >= behindEach * threadsAtOnce) refuse('too_busy')
}

/** A place is handed over by whoever leaves it, so nobody who comes later gets it first. */
function turn(gone: AbortSignal): Promise<void> | undefined {
  gone.throwIfAborted()
  if (working < threadsAtOnce) {
    working++
    return undefined
  }
  refuseWhenFull()
  return new Promise((resolve, reject) => {
    const begin = () => {
      gone.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(gone.reason as Error)
    }
    waiting.push(begin)
    gone.addEventListener('abort', leave, { once: true })
  })
}
