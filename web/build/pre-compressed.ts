import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const worth = /\.(js|css|svg)$/

/**
 * Beside every file its `.br` and `.gz`, as small as they get: what is built once and fetched by every phone need not be
 * compressed in haste at each request.
 */
export const preCompressed = (): Plugin => ({
  name: 'pre-compressed',
  apply: 'build',
  async writeBundle({ dir }) {
    const folder = join(dir!, 'assets')
    const names = (await readdir(folder)).filter((name) => worth.test(name))
    await Promise.all(names.map((name) => compress(join(folder, name))))
  },
})

async function compress(path: string) {
  const content = await readFile(path)
  if (content.length < 512) return
  await Promise.all([promisify(brotliCompress)(content).then((bytes) => writeFile(`${path}.br`, bytes)), promisify(gzip)(content, { level: 9 }).then((bytes) => writeFile(`${path}.gz`, bytes))])
}
