import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transformWithOxc, type Plugin } from 'vite'

/** The worker for phones without a network, under a name that never changes: a browser looks there for the newest. */
export const offlineWorker = (): Plugin => ({
  name: 'offline-worker',
  apply: 'build',
  async generateBundle() {
    const path = fileURLToPath(new URL('../src/offline-worker.ts', import.meta.url))
    const { code } = await transformWithOxc(await readFile(path, 'utf8'), path)
    this.emitFile({ type: 'asset', fileName: 'offline-worker.js', source: code })
  },
})
