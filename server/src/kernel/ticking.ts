/** Does `work` again a second after it ended, until told to stop; what it throws is told and tried again. Stopping waits for what is under way. */
export function everySecond(work: () => Promise<unknown>, onTrouble: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const turn = async () => {
    try {
      await work()
    } catch (error) {
      onTrouble(error)
    }
    if (!stopped) timer = setTimeout(() => void (underWay = turn()), 1000)
  }
  let underWay = turn()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await underWay
  }
}
