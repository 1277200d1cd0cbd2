import { Refusal } from '../src/kernel/refusal.ts'
import { inLine, threadsAtOnce } from '../src/kernel/thread-line.ts'

const module = 'data:text/javascript,export const wait = () => new Promise(() => setInterval(() => {}, 1e6))'

/** Fills the line for heavy work, the threads and the places behind them, with people who do not go before they are told to. */
export async function busyLine() {
  const people: { go: () => Promise<void> }[] = []
  let full = false
  while (!full) {
    const controller = new AbortController()
    const refused = inLine(module, 'wait', [], controller.signal).then(
      () => false,
      (error: unknown) => error instanceof Refusal,
    )
    full = await Promise.race([refused, new Promise<boolean>((resolve) => setImmediate(resolve, false))])
    const go = async () => {
      controller.abort(new Error('gone'))
      await refused
    }
    if (!full) people.push({ go })
  }
  const leave = async (leaving: typeof people) => void (await Promise.all(leaving.toReversed().map(({ go }) => go())))
  return {
    /** One of those who are in a thread. */
    leaveWorking: () => leave(people.splice(0, 1)),
    /** All of those behind; answers how many they were. */
    leaveWaiting: async () => {
      const waiting = people.splice(threadsAtOnce)
      await leave(waiting)
      return waiting.length
    },
    end: () => leave(people.splice(0)),
  }
}
