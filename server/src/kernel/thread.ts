import { Worker } from 'node:worker_threads'

/** Runs a pure function of a module in a thread of its own, so that the web process never blocks. Throws what it throws. */
export function inThread<Output>(module: string, name: string, ...input: unknown[]): Promise<Output> {
  return watched(module, name, input, false)
}

type Watch = { progress?: (done: number, step: string) => void; signal: AbortSignal }

/**
 * The same for long work that somebody watches: the thread ends at once when the signal says so, and the promise is rejected
 * with the signal's reason. Whoever asks for `progress` calls a function that gets `{ progress }` as its last argument.
 */
export function inWatchedThread<Output>(module: string, name: string, input: unknown[], { progress, signal }: Watch): Promise<Output> {
  return watched(module, name, input, progress !== undefined, (worker, reject) => {
    worker.on('message', (answer: Answer) => 'progress' in answer && progress?.(...answer.progress))
    const stop = () => {
      reject(signal.reason as Error)
      void worker.terminate()
    }
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    worker.once('exit', () => signal.removeEventListener('abort', stop))
  })
}

type Answer = { output: unknown } | { error: Error } | { progress: [done: number, step: string] }

function watched<Output>(module: string, name: string, input: unknown[], tells: boolean, watch?: (worker: Worker, reject: (reason: Error) => void) => void): Promise<Output> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread-body.ts', import.meta.url), { workerData: { module: import.meta.resolve(module), name, input, tells } })
    worker.on('message', (answer: Answer) => {
      if ('error' in answer) reject(answer.error)
      if ('output' in answer) resolve(answer.output as Output)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`thread for ${name} ended with ${code}`)))
    watch?.(worker, reject)
  })
}
