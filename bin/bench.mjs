import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { node24 } from './node24.mjs'
import { project, run } from './run.mjs'

/** Every measurement of bench/, or those whose names are given. */
await install()
const there = readdirSync(join(project, 'bench')).filter((name) => name.endsWith('.bench.ts')).map((name) => name.slice(0, -'.bench.ts'.length))
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = wanted.filter((name) => !there.includes(name))
if (unknown.length > 0) {
  console.error(`There is no measurement named ${unknown.join(', ')}; there are ${there.join(', ')}.`)
  process.exit(1)
}
await build()

const options = process.argv.slice(2).filter((word) => word.startsWith('-'))
for (const name of wanted.length > 0 ? wanted : there) {
  console.log(`\n${name}`)
  const code = await run(node24(), ['--expose-gc', join('bench', `${name}.bench.ts`), ...options])
  if (code !== 0) process.exitCode = code
}
