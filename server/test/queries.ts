import pg from 'pg'

/** How many statements reach the database while `work` runs. Counts below our own code, so nothing can hide from it. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const real = pg.Client.prototype.query
  let count = 0
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    count++
    return Reflect.apply(real, this, args) as never
  } as never
  try {
    await work()
  } finally {
    pg.Client.prototype.query = real
  }
  return count
}
