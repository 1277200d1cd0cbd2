import { loadDemo } from '../server/demo/load.ts'
import { loadStarterLexicon } from '../server/src/features/lexicon/service.ts'
import { loadStarterTables } from '../server/src/features/talent/codes/service.ts'
import { inTransaction, openDatabase } from '../server/src/kernel/db.ts'
import { useSetting } from '../server/src/kernel/setting.ts'
import { settingOfStage } from './setting.ts'

/** `node load-demonstration.ts URL FOLDER`: a process of its own, because what decides a round runs in threads that the test runner does not start. */
const [url, folder] = process.argv.slice(2) as [string, string]
const now = new Date()
useSetting(settingOfStage('http://localhost', folder))
const db = openDatabase(url, { max: 4 })
await inTransaction(db, (tx) => loadStarterTables(tx, now))
await inTransaction(db, (tx) => loadStarterLexicon(tx, now))
await loadDemo(db, now)
await db.destroy()
