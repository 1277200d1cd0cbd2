import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

type Asked = { what: string; origin: string; paths: readonly string[]; token?: string; people: number; seconds: number }

/**
 * People who each read what came before they ask again: everybody on a connection and a clock of their own, half a second to one and a half
 * between questions, never in step. Answers every time from question to last byte, in milliseconds; anything but 200 ends the measurement.
 */
export async function people({ what, origin, paths, token, people: many, seconds }: Asked): Promise<number[]> {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  const one = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const headers = { 'accept-encoding': 'gzip', ...(token ? { cookie: `silian_session=${token}` } : {}) }
    await wait(1000 * Math.random())
    for (let asked = Math.floor(paths.length * Math.random()); performance.now() < until; asked++) {
      const began = performance.now()
      const status = await ask(`${origin}${paths[asked % paths.length]}`, agent, headers)
      if (status !== 200) throw new Error(`${what}: ${status}`)
      times.push(performance.now() - began)
      await wait(500 + 1000 * Math.random())
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: many }, one))
  return times
}

const ask = (url: string, agent: Agent, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', reject)
      response.resume()
    }).on('error', reject)
  })
