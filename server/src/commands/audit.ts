import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from '../config.ts'
import { holdsHash, verifyAudit } from '../kernel/audit.ts'
import { openDatabase } from '../kernel/db.ts'
import { CannotStart } from '../kernel/embedded-postgres/cannot-start.ts'
import { usePostgres } from '../kernel/embedded-postgres/use-postgres.ts'
import { argumentsOf, Misuse } from './misuse.ts'

export const usage = `silian audit verify [--holds 哈希]
    逐条核对操作记录的链。完整则退出码为 0；有一条被改动则指出第一条，退出码为 1。
    --holds 另外核对链中仍有以前抄下的哈希：从末尾删去的记录只有这样才能发现。`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({ args, allowPositionals: true, options: { holds: { type: 'string' } } })
  if (positionals.length !== 1 || positionals[0] !== 'verify') throw new Misuse('audit 后面请写 verify。')
  if (values.holds !== undefined && !/^[0-9a-f]{64}$/.test(values.holds)) throw new Misuse('--holds 要写 64 位十六进制的哈希。')

  const { url, stop } = await findDatabase()
  const db = openDatabase(url, { max: 1 })
  try {
    const { entries, brokenAt, lastHash } = await verifyAudit(db)
    if (brokenAt !== null) {
      process.stdout.write(`断链：操作记录第 ${brokenAt} 号与前一条接不上，内容或顺序被改动过。它之前的 ${entries} 条完整。\n`)
      return 1
    }
    process.stdout.write(`完整：${entries} 条操作记录首尾相接。\n  最后一条的哈希：${lastHash}\n`)
    if (values.holds === undefined || (await holdsHash(db, values.holds))) return 0
    process.stdout.write(`缺失：链中没有 ${values.holds}，末尾有记录被删去。\n`)
    return 1
  } finally {
    await db.destroy()
    await stop()
  }
}

/** The one the server uses: DATABASE_URL, or the built-in one, running or not. Never makes a new one. */
async function findDatabase() {
  try {
    const { DATABASE_URL, SILIAN_DATA } = readConfig()
    if (DATABASE_URL) return { url: DATABASE_URL, stop: async () => {} }
    if (!existsSync(join(SILIAN_DATA, 'postgres', 'PG_VERSION'))) throw new Misuse(`${SILIAN_DATA} 里还没有数据库。`, { withUsage: false })
    return await usePostgres({ dataDir: SILIAN_DATA })
  } catch (error) {
    if (error instanceof ConfigError || error instanceof CannotStart) throw new Misuse(error.message, { withUsage: false })
    throw error
  }
}
