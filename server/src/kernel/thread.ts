import { Worker } from 'node:worker_threads'

/** Runs a pure function of a module in a thread of its own, so that the web process never blocks. Throws what it throws. */
export function inThread<Output>(module: string, name: string, ...input: unknown[]): Promise<Output> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread-body.ts', import.meta.url), { workerData: { module: import.meta.resolve(module), name, input } })
    worker.once('message', (answer: { output: Output } | { error: Error }) => ('error' in answer ? reject(answer.error) : resolve(answer.output)))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`thread for ${name} ended with ${code}`)))
  })
}
