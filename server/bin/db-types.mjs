// Writes src/kernel/db.gen.ts from a migrated database: node server/bin/db-types.mjs DATABASE_URL [FILE]
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

const [url, file = resolve(import.meta.dirname, '../src/kernel/db.gen.ts')] = process.argv.slice(2)
execFileSync(
  process.execPath,
  [
    resolve(import.meta.dirname, '../../node_modules/kysely-codegen/dist/cli/bin.js'),
    '--url',
    url,
    '--dialect',
    'postgres',
    '--camel-case',
    '--out-file',
    file,
    '--exclude-pattern',
    'graphile_worker.*',
    '--date-parser',
    'string',
    '--numeric-parser',
    'number',
    '--type-mapping',
    '{"int8":"number"}',
  ],
  { stdio: 'inherit' },
)
