import { parentPort, workerData } from 'node:worker_threads'

const { module, name, input, tells } = workerData as { module: string; name: string; input: unknown[]; tells: boolean }

/** A message for each hundredth at most: rounds of the work can be many thousands. */
let told = -1
function progress(done: number, step: string) {
  if (Math.floor(done * 100) <= told) return
  told = Math.floor(done * 100)
  parentPort!.postMessage({ progress: [done, step] })
}

try {
  const { [name]: work } = (await import(module)) as Record<string, (...input: unknown[]) => unknown>
  parentPort!.postMessage({ output: await work!(...input, ...(tells ? [{ progress }] : [])) })
} catch (error) {
  parentPort!.postMessage({ error })
}
