import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildPortal } from './build-portal.mjs'
import { install } from './install.mjs'
import { node24 } from './node24.mjs'
import { programPath, project, start } from './run.mjs'

/** The server starts again on every change; pages change in the open browser. Open the address that Vite prints. */
await install()
await buildPortal()
const port = process.env.SILIAN_DEV_PORT ?? '5173'
const env = { ...process.env, SILIAN_ORIGIN: process.env.SILIAN_ORIGIN ?? `http://localhost:${port}` }

const parts = [start(node24(), ['--watch', '--watch-preserve-output', 'server/src/main.ts'], { env })]
if (existsSync(join(project, 'web', 'index.html'))) {
  parts.push(start(node24(), [programPath('vite'), '--port', port, '--strictPort'], { env, cwd: join(project, 'web') }))
}

// One without the other is of no use.
process.exitCode = await Promise.race(parts.map(({ ended }) => ended))
for (const { child } of parts) child.kill('SIGTERM')
