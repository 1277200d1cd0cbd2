import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Setting } from '../server/src/kernel/setting.ts'

/** What the product runs with on a stage. */
export const settingOfStage = (origin: string, folder: string): Setting => ({
  masterKey: Buffer.alloc(32, 7),
  origin,
  demo: true,
  files: new Disk(new FSDriver({ location: folder, visibility: 'private' })),
  smtp: null,
  oidc: null,
  maxUploadBytes: 20 * 1024 * 1024,
  requestsPerMinute: 1_000_000,
})
