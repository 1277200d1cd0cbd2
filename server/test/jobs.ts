import { runOnce, type TaskList } from 'graphile-worker'

/** Runs every job that is due, as the worker would, and returns when nothing waits. A failing job fails the test. */
export async function runWaitingJobs(url: string, taskList: TaskList) {
  const failures: unknown[] = []
  const watched = Object.fromEntries(
    Object.entries(taskList).map(([name, task]) => [
      name,
      async (...call: Parameters<NonNullable<typeof task>>) => {
        try {
          return await task!(...call)
        } catch (error) {
          failures.push(error)
          throw error
        }
      },
    ]),
  )
  await runOnce({ connectionString: url, taskList: watched as TaskList, noHandleSignals: true, concurrency: 1, logger: quiet })
  if (failures.length > 0) throw failures[0]
}

const { Logger } = await import('graphile-worker')
const quiet = new Logger(() => () => {})
