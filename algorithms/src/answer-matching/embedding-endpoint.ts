/** Any endpoint that speaks OpenAI's embeddings format. Off unless one is configured; the ranking itself only ever sees vectors. */
export type EmbeddingEndpoint = { endpoint: string; model: string; key?: string; batch?: number; timeoutMs?: number }

/** One vector for each text, in order. Throws when the endpoint answers with anything else. */
export async function embed(texts: readonly string[], { endpoint, model, key, batch = 64, timeoutMs = 30_000 }: EmbeddingEndpoint): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  for (let start = 0; start < texts.length; start += batch) {
    const input = texts.slice(start, start + batch)
    const reply = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, input, encoding_format: 'float' }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!reply.ok) throw new Error(`HTTP ${reply.status}`)
    vectors.push(...vectorsOf(await reply.json(), input.length))
  }
  const length = vectors[0]?.length ?? 0
  if (vectors.some((vector) => vector.length !== length)) throw new Error('vectors of different lengths')
  return vectors
}

function vectorsOf(reply: unknown, count: number): Float32Array[] {
  const rows = isRecord(reply) && Array.isArray(reply.data) ? (reply.data as unknown[]) : []
  const made: (Float32Array | undefined)[] = Array.from({ length: count })
  rows.forEach((row, at) => {
    if (!isRecord(row) || !Array.isArray(row.embedding) || !row.embedding.every((one) => typeof one === 'number' && Number.isFinite(one))) return
    const place = typeof row.index === 'number' ? row.index : at
    if (place >= 0 && place < count) made[place] = Float32Array.from(row.embedding as number[])
  })
  const whole = made.filter((vector) => vector !== undefined && vector.length > 0) as Float32Array[]
  if (whole.length !== count) throw new Error(`${whole.length} vectors for ${count} texts`)
  return whole
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
