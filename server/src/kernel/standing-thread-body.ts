import { parentPort, workerData } from 'node:worker_threads'

const work = (await import((workerData as { module: string }).module)) as Record<string, (...input: unknown[]) => unknown>

// One after the other, in the order they came: what is kept is never seen half changed.
parentPort!.on('message', ({ id, name, input }: { id: number; name: string; input: unknown[] }) => {
  try {
    parentPort!.postMessage({ id, output: work[name]!(...input) })
  } catch (error) {
    parentPort!.postMessage({ id, error })
  }
})
