import { build } from './build.mjs'
import { install } from './install.mjs'
import { node24 } from './node24.mjs'
import { start } from './run.mjs'

await install()
const code = await build()
if (code !== 0) process.exit(code)

// The channel tells the server when this process is killed, so that it does not go on alone.
const server = start(node24(), ['--import', './bin/end-with-parent.mjs', 'server/src/main.ts', ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})

// npm passes a signal to its shell, and the shell ends without passing it on. Only under npm: started directly, with nohup
// say, this process is meant to outlive whoever started it.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    server.child.kill('SIGTERM')
  }, 200)
  watch.unref()
}

process.exitCode = await server.ended
