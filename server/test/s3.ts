import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Server = { run: () => Promise<{ port: number }>; close: () => Promise<void> }
type NewServer = new (options: Record<string, unknown>) => Server

/** A small S3 of our own, as object stores speak it over HTTP. Its keys are the ones s3rver accepts. */
export async function startS3(bucket: string) {
  const S3rver = createRequire(import.meta.url)('s3rver') as NewServer
  const directory = mkdtempSync(join(tmpdir(), 'silian-s3-'))
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: bucket }] })
  const { port } = await server.run()
  return {
    environment: { S3_BUCKET: bucket, S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
    async close() {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
