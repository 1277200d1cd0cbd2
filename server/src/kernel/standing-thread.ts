import { Worker } from 'node:worker_threads'

type Answer = { id: number; output: unknown } | { id: number; error: Error }
type Waiting = { resolve: (output: never) => void; reject: (error: unknown) => void }

/**
 * A thread that stays, whose module keeps something ready between questions. Its functions answer in the order they are asked. One that died is
 * begun anew by the next question, with nothing kept: `life` says which thread it is that answers.
 */
export function standingThread(module: string) {
  let worker: Worker | undefined
  let life = 0
  let asked = 0
  const waiting = new Map<number, Waiting>()

  function begin(): Worker {
    const thread = new Worker(new URL('./standing-thread-body.ts', import.meta.url), { workerData: { module: import.meta.resolve(module) } })
    const end = (error: unknown) => {
      if (worker !== thread) return
      worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    thread.on('message', (answer: Answer) => {
      const { resolve, reject } = waiting.get(answer.id)!
      waiting.delete(answer.id)
      if (waiting.size === 0) thread.unref()
      if ('error' in answer) reject(answer.error)
      else resolve(answer.output as never)
    })
    thread.on('error', end)
    thread.on('exit', (code) => end(new Error(`the thread of ${module} ended with ${code}`)))
    // A thread that has nothing to do does not keep the process alive.
    thread.unref()
    life++
    return thread
  }

  return {
    /** Begins the thread where there is none. */
    life(): number {
      worker ??= begin()
      return life
    },
    ask<Output>(name: string, ...input: unknown[]): Promise<Output> {
      worker ??= begin()
      const thread = worker
      const id = ++asked
      return new Promise<Output>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        thread.ref()
        thread.postMessage({ id, name, input })
      })
    },
  }
}
