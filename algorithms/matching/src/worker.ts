import { Cancelled, InvalidMarket, type Market, type Round } from './model.ts'
import { place } from './place.ts'

/** `cancel` is a flag shared with the asker: 1 stops the run at its next step. The asker may also end the worker. */
export interface WorkRequest {
  id?: number
  input: Market
  round: Round
  cancel?: SharedArrayBuffer
}

interface Port {
  postMessage(message: unknown): void
  on?(event: 'message', listener: (message: WorkRequest) => void): void
  addEventListener?(event: 'message', listener: (event: { data: WorkRequest }) => void): void
}

/** Node's worker threads and a browser's workers differ only in how the port is found. */
export function portOf(scope: typeof globalThis): Port {
  const threads = scope.process?.getBuiltinModule?.('node:worker_threads')
  return (threads?.parentPort ?? scope) as unknown as Port
}

export function answer(port: Pick<Port, 'postMessage'>, { id, input, round, cancel }: WorkRequest): void {
  const flag = cancel && new Int32Array(cancel)
  let told = -1
  try {
    const result = place(input, round, {
      progress: (done, step) => {
        // A message for each hundredth at most: rounds of the match can be many thousands.
        if (Math.floor(done * 100) <= told) return
        told = Math.floor(done * 100)
        port.postMessage({ id, type: 'progress', done, step })
      },
      cancelled: () => flag !== undefined && Atomics.load(flag, 0) === 1,
    })
    port.postMessage({ id, type: 'result', result })
  } catch (error) {
    if (error instanceof InvalidMarket) port.postMessage({ id, type: 'faults', faults: error.faults })
    else if (error instanceof Cancelled) port.postMessage({ id, type: 'cancelled' })
    else port.postMessage({ id, type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

const port = portOf(globalThis)
if (port?.on) port.on('message', (message) => answer(port, message))
else port?.addEventListener?.('message', (event) => answer(port, event.data))
