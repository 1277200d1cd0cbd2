import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installIfMissing } from './install.mjs'
import { node24 } from './node24.mjs'
import { project, run } from './run.mjs'

await installIfMissing()
const main = join(project, 'server', 'src', 'commands', 'main.ts')
if (!existsSync(main)) throw new Error(`${main} is missing from this copy of Silian`)
// File names in the arguments are meant from where the caller stands. `npm run` moves to the project and remembers.
const cwd = (process.cwd() === resolve(project) && process.env.INIT_CWD) || process.cwd()
process.exitCode = await run(node24(), [main, ...process.argv.slice(2)], { cwd })
