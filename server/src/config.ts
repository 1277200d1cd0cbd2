import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { z } from 'zod'
import type { Setting } from './kernel/setting.ts'

const flag = z.enum(['on', 'off'])
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/$/, ''))

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(4880),
    HOST: z.string().default('0.0.0.0'),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://').optional(),
    SILIAN_DATA: z.string().default(resolve(import.meta.dirname, '../../data')),
    SILIAN_ORIGIN: url.optional(),
    SILIAN_DEMO: flag.default('on'),
    SILIAN_WORKER: flag.default('on'),
    SILIAN_KEY: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits').optional(),
    SILIAN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    SILIAN_POOL: z.coerce.number().int().min(2).max(500).default(20),
    SILIAN_NAMED_STATEMENTS: flag.default('on'),
    SILIAN_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    SILIAN_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
    SILIAN_MAX_UPLOAD_MB: z.coerce.number().int().min(1).max(200).default(20),
    SILIAN_WEBHOOKS_INSIDE: flag.default('off'),
    SILIAN_EMBEDDINGS_URL: url.optional(),
    SILIAN_EMBEDDINGS_MODEL: z.string().optional(),
    SILIAN_EMBEDDINGS_KEY: z.string().optional(),
    SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional(),
    SMTP_FROM: z.string().default('Silian 四链 <silian@localhost>'),
    SMS_URL: url.optional(),
    SMS_KEY: z.string().optional(),
    SMS_SIGN: z.string().default('四链'),
    OIDC_ISSUER: url.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default('OIDC'),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ENDPOINT: url.optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    path: ['OIDC_ISSUER'],
    error: 'needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
  })
  .refine((env) => !env.SILIAN_EMBEDDINGS_URL || env.SILIAN_EMBEDDINGS_MODEL, { path: ['SILIAN_EMBEDDINGS_URL'], error: 'needs SILIAN_EMBEDDINGS_MODEL' })
  .refine((env) => !env.S3_BUCKET || (env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY), {
    path: ['S3_BUCKET'],
    error: 'needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY',
  })

type Environment = z.infer<typeof Environment>
export type Config = Environment & { origin: string }

/** Reads the environment once. Every wrong value is named, all at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`These settings are wrong:\n${lines.join('\n')}`)
  }
  const config = result.data
  return { ...config, SILIAN_DATA: resolve(config.SILIAN_DATA), origin: config.SILIAN_ORIGIN ?? `http://localhost:${config.PORT}` }
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

export async function settingOf(config: Config): Promise<Setting> {
  return {
    masterKey: masterKeyOf(config),
    origin: config.origin,
    files: await disk(config),
    smtp: config.SMTP_URL ? { url: config.SMTP_URL, from: config.SMTP_FROM } : null,
    sms: config.SMS_URL ? { url: config.SMS_URL, key: config.SMS_KEY, sign: config.SMS_SIGN } : undefined,
    oidc: config.OIDC_ISSUER
      ? { issuer: config.OIDC_ISSUER, clientId: config.OIDC_CLIENT_ID!, clientSecret: config.OIDC_CLIENT_SECRET!, name: config.OIDC_NAME }
      : null,
    demo: config.SILIAN_DEMO === 'on',
    maxUploadBytes: config.SILIAN_MAX_UPLOAD_MB * 1024 * 1024,
    embeddings: config.SILIAN_EMBEDDINGS_URL ? { endpoint: config.SILIAN_EMBEDDINGS_URL, model: config.SILIAN_EMBEDDINGS_MODEL!, key: config.SILIAN_EMBEDDINGS_KEY } : undefined,
    webhooksInside: config.SILIAN_WEBHOOKS_INSIDE === 'on',
    requestsPerMinute: config.SILIAN_REQUESTS_PER_MINUTE,
  }
}

/** From the environment, else a file of our own that only we can read. Losing it loses the encrypted numbers: back it up. */
function masterKeyOf(config: Config): Buffer {
  if (config.SILIAN_KEY) return Buffer.from(config.SILIAN_KEY, 'hex')
  const path = join(config.SILIAN_DATA, 'secret.key')
  if (!existsSync(path)) {
    mkdirSync(config.SILIAN_DATA, { recursive: true })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 })
    chmodSync(path, 0o600)
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
}

async function disk(config: Config): Promise<Disk> {
  if (!config.S3_BUCKET) {
    const location = join(config.SILIAN_DATA, 'files')
    mkdirSync(location, { recursive: true })
    return new Disk(new FSDriver({ location, visibility: 'private' }))
  }
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new Disk(
    new S3Driver({
      bucket: config.S3_BUCKET,
      region: config.S3_REGION,
      endpoint: config.S3_ENDPOINT,
      forcePathStyle: true,
      credentials: { accessKeyId: config.S3_ACCESS_KEY_ID!, secretAccessKey: config.S3_SECRET_ACCESS_KEY! },
      visibility: 'private',
      supportsACL: false,
      // The SDK's default checksums corrupt objects on older S3 servers.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
  )
}
