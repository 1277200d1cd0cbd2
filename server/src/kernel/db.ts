import { CamelCasePlugin, Kysely, OperationNodeTransformer, PostgresDialect, sql, ValueNode, type KyselyPlugin, type LimitNode, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './db.gen.ts'

export type Db = Kysely<DB>
/** What features get: one transaction, never the pool. */
export type Tx = Transaction<DB>
/** A row held until the transaction ends. A service that counts children takes its parent locked. */
export type Locked<Row> = Row & { readonly locked: true }

// Dates stay strings ('2027-03-01'): a day has no time zone. Big integers of ours fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** Names every parametrised statement, so that the server plans it once a connection. */
class NamingClient extends pg.Client {
  readonly #names = new Map<string, string>()

  override query(...args: unknown[]): never {
    const [text, values] = args
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || text.length > 4000) {
      return super.query(...(args as [never])) as never
    }
    let name = this.#names.get(text)
    if (!name && this.#names.size < 500) this.#names.set(text, (name = `q${this.#names.size}`))
    return super.query({ name, text, values } as never) as never
  }
}

/**
 * Writes how many rows are wanted into the statement itself. Of a limit that is a parameter a plan for any value expects a tenth of the
 * table, and so either reads it whole or has to be made anew for each request.
 */
class WrittenLimits extends OperationNodeTransformer implements KyselyPlugin {
  protected override transformLimit(node: LimitNode): LimitNode {
    const { limit } = node
    if (!ValueNode.is(limit) || !Number.isSafeInteger(limit.value)) return super.transformLimit(node)
    return { ...node, limit: ValueNode.createImmediate(limit.value) }
  }
  transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => this.transformNode(node)
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result
}

export function openDatabase(url: string, options: { max?: number; namedStatements?: boolean } = {}): Db {
  const Client = options.namedStatements === false ? pg.Client : NamingClient
  // Kept while people pause to read: a new connection costs more than what most requests then ask of it.
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 20, idleTimeoutMillis: 600_000, Client: Client as never })
  // Without a listener a stopping server would end this process too.
  pool.on('error', () => {})
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new WrittenLimits(), new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}

type Work<T> = (tx: Tx) => Promise<T>
const beforeCommit = new WeakMap<object, Work<void>[]>()

/** Runs `work` in one transaction; what was registered by `atCommit` runs last, inside it. */
export async function inTransaction<T>(db: Db, work: Work<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    beforeCommit.set(tx, [])
    const result = await work(tx)
    for (const last of beforeCommit.get(tx) ?? []) await last(tx)
    return result
  })
}

/** For reads: the database itself refuses a write, so a GET can be served by a replica. */
export async function inReadOnlyTransaction<T>(db: Db, work: Work<T>): Promise<T> {
  return db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work)
}

export function atCommit(tx: Tx, last: Work<void>) {
  const list = beforeCommit.get(tx)
  if (!list) throw new Error('atCommit needs a transaction opened by inTransaction')
  list.push(last)
}

/** What would happen: runs `work` and takes everything back, also what it registered by `atCommit`. Only its answer stays. */
export async function inTrial<T>(tx: Tx, work: Work<T>): Promise<T> {
  const trial = tx.withTables() as Tx
  beforeCommit.set(trial, [])
  await sql`savepoint trial`.execute(tx)
  try {
    return await work(trial)
  } finally {
    await sql`rollback to savepoint trial`.execute(tx)
  }
}
