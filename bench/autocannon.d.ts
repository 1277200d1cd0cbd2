/** The load generator ships no types; the measurements need this much. */
declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    duration: number
    headers?: Record<string, string>
    requests: { path: string }[]
    /** Requests a second over all connections; without it every connection asks again as soon as it was answered. */
    overallRate?: number
    ignoreCoordinatedOmission?: boolean
  }
  type Result = { non2xx: number; errors: number; timeouts: number; requests: { total: number; average: number } }
  type Running = PromiseLike<Result> & { on: (event: 'response', listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void) => void }
  export default function autocannon(options: Options): Running
}
