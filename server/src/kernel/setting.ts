import type { Disk } from 'flydrive'

/** What the place it runs in gives the program: set once by main, worker, a command or a test. */
export type Setting = {
  /** 32 bytes; encrypts identity numbers and second factors. */
  masterKey: Buffer
  /** Where people reach it, such as https://silian.example. No slash at the end. */
  origin: string
  files: Disk
  smtp: { url: string; from: string } | null
  /** A gateway that takes text messages. Off unless configured: then codes are handed over on paper. */
  sms?: { url: string; key?: string; sign: string }
  /** Whether this is a demonstration: only then do its public accounts sign in. */
  demo: boolean
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null
  maxUploadBytes: number
  /** Whether a webhook may lead to an address inside one's own network, and without encryption. Off unless said. */
  webhooksInside?: boolean
  /** An endpoint that speaks OpenAI's embeddings format, as one more signal for the ranking of answers. Off unless configured. */
  embeddings?: { endpoint: string; model: string; key?: string }
  /** How many requests one address may make a minute. */
  requestsPerMinute: number
}

let current: Setting | undefined

export const useSetting = (setting: Setting) => void (current = setting)

export function setting(): Setting {
  if (!current) throw new Error('useSetting was not called')
  return current
}
