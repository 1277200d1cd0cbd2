import type { Endpoint, RefusalCode, Reply, Request } from '@silian/server/contract'
import { bringWords, isWorded } from './translation.tsx'

/** What the web itself can tell: a bug on the server, or no server. */
export type ErrorCode = RefusalCode | 'internal_error' | 'unreachable'
export type Issue = { path: (string | number)[]; code: string; message?: string }

/** Whatever went wrong on the way, as a code that has a sentence. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.details = details
  }

  /** What to tell the secretariat, when it is a bug. */
  get reference(): string | null {
    return typeof this.details.reference === 'string' ? this.details.reference : null
  }

  get issues(): Issue[] {
    return Array.isArray(this.details.issues) ? (this.details.issues as Issue[]) : []
  }
}

type Given<E extends Endpoint> = Record<string, never> extends Request<E> ? [request?: Request<E> & Options] : [request: Request<E> & Options]
type Options = { signal?: AbortSignal }
type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown; signal?: AbortSignal }

/** Asks the server. Path, parts and answer are typed by the contract; a no arrives as an ApiError. */
export async function call<E extends Endpoint>(endpoint: E, ...[request]: Given<E>): Promise<Reply<E>> {
  const { body, signal } = (request ?? {}) as Parts
  const response = await ask(urlOf(endpoint, ...([request] as Given<E>)), {
    method: endpoint.method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  })
  return (await response.json()) as Reply<E>
}

/** The address of an endpoint, for links and pictures: `<a href={urlOf(getFile, { params })} download>`. */
export function urlOf<E extends Endpoint>(endpoint: E, ...[request]: Given<E>): string {
  const { params = {}, query = {} } = (request ?? {}) as Parts
  const path = endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') search.append(key, String(one))
  }
  const text = search.toString()
  return `/api${path}${text ? `?${text}` : ''}`
}

/** Fetches a file and hands it to the person under the name the server gave; a refusal is shown on the page, not as a broken tab. */
export async function download<E extends Endpoint & { bytes: 'download' }>(endpoint: E, ...[request]: Given<E>): Promise<void> {
  const { body, signal } = (request ?? {}) as Parts
  const response = await ask(urlOf(endpoint, ...([request] as Given<E>)), {
    method: endpoint.method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  })
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name ? decodeURIComponent(name) : ''
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

type UploadOptions = { file: File; fields?: Record<string, string>; onProgress?: (share: number) => void; signal?: AbortSignal }
type UploadParts<E extends Endpoint> = Omit<Request<E>, 'body'> & UploadOptions

/** Sends a file with its fields. XMLHttpRequest, because fetch cannot say how much has left. */
export function upload<E extends Endpoint & { bytes: 'upload' }>(endpoint: E, request: UploadParts<E>): Promise<Reply<E>> {
  const { file, fields = {}, onProgress, signal } = request
  const form = new FormData()
  // Fields first: the server reads the parts in order, and stops at the file.
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)

  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open(endpoint.method, urlOf(endpoint, ...([request] as unknown as Given<E>)))
    sending.responseType = 'json'
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    sending.onload = () => (sending.status < 400 ? resolve(sending.response as Reply<E>) : void worded(errorOf(sending.response)).then(reject))
    sending.onerror = () => reject(new ApiError('unreachable'))
    sending.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => sending.abort())
    sending.send(form)
  })
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError('unreachable')
  }
  if (!response.ok) throw await worded(errorOf(await response.json().catch(() => null), response.status))
  return response
}

/** A refusal arrives with its sentence: the words of all are fetched with the first that is not among those every page has. A no waits for them, but not long. */
async function worded(error: ApiError): Promise<ApiError> {
  if (!isWorded(`ui:refusals.${error.code}`)) await Promise.race([bringWords('refusals').catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5_000))])
  return error
}

function errorOf(answer: unknown, status = 0): ApiError {
  const { code, details } = (answer ?? {}) as { code?: ErrorCode; details?: Record<string, unknown> }
  // A proxy in between answers without a code while the server is away.
  return code ? new ApiError(code, details) : new ApiError(status >= 502 && status <= 504 ? 'unreachable' : 'internal_error')
}
