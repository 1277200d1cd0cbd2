import { parentPort, workerData } from 'node:worker_threads'

const { module, name, input } = workerData as { module: string; name: string; input: unknown[] }

try {
  const { [name]: work } = (await import(module)) as Record<string, (...input: unknown[]) => unknown>
  parentPort!.postMessage({ output: await work!(...input) })
} catch (error) {
  parentPort!.postMessage({ error })
}
