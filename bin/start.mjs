import { build } from './build.mjs'
import { install } from './install.mjs'
import { node24 } from './node24.mjs'
import { run } from './run.mjs'

await install()
const code = await build()
if (code !== 0) process.exit(code)

// The channel tells the server when this process is killed, so that it does not go on alone.
process.exitCode = await run(node24(), ['--import', './bin/end-with-parent.mjs', 'server/src/main.ts', ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
