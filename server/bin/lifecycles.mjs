// Writes docs/lifecycles.md from the declarations: node server/bin/lifecycles.mjs
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { lifecyclesPage } from '../test/lifecycles-page.ts'

writeFileSync(resolve(import.meta.dirname, '../../docs/lifecycles.md'), await lifecyclesPage())
