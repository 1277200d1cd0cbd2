import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProblem } from '../../../../test/problems-world.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { confidential, must, newAchievement } from '../../../../test/technology-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

/** A stand-in for an embedding endpoint: texts about smell and about noses mean the same to it; it may be told to fail. */
const asked: string[] = []
let failing = false
let endpoint: Server
let world: World
beforeAll(async () => {
  endpoint = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      const { input } = JSON.parse(body) as { input: string[] }
      asked.push(...input)
      if (failing) return void reply.writeHead(503).end()
      reply.setHeader('content-type', 'application/json')
      reply.end(JSON.stringify({ data: input.map((text, index) => ({ index, embedding: /异味|嗅觉/.test(text) ? [1, 0] : [0, 1] })) }))
    })
  })
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve))
  const { port } = endpoint.address() as AddressInfo
  world = await newWorld({ setting: { embeddings: { endpoint: `http://127.0.0.1:${port}/v1/embeddings`, model: 'stand-in' } } })
  await loadCodes(world)
})
afterAll(async () => {
  await world.close()
  await new Promise((resolve) => endpoint.close(resolve))
})

const nose = { title: '示例：仿生嗅觉阵列', description: '多通道气敏单元，配合模式识别，可以连续监测，已在两处示范点长期运行。', fieldCodes: ['3252'] }
const smell = { title: '示例：车间异味来源排查', description: '员工反映异味时有时无，白天晚上都有，想知道从哪里来、怎样才能彻底没有；现场有十几台设备，都可以停下来检查。', presentValue: null, wantedValue: '没有人再投诉', fieldCodes: ['2110'] }
const read = () => world.task('embed_texts')

test('what shares a meaning and no word is found once the endpoint has read both, and the reason says so', async () => {
  const [achievement, problem] = [await newAchievement(world, 'open', nose), await newProblem(world, 'open', smell)]
  const rows = async () => must(await problem.firm.contact.get(`/problems/${problem.id}/proposals`)).body.rows as { id: string; fit: number; reasons: { code: string; cosine?: number }[] }[]
  const before = (await rows()).find(({ id }) => id === achievement.id)

  failing = true
  await expect(read()).rejects.toThrow('HTTP 503')
  expect((await rows()).find(({ id }) => id === achievement.id)?.fit).toBe(before?.fit)
  failing = false
  await read()

  const after = (await rows()).find(({ id }) => id === achievement.id)!
  expect(after.reasons).toContainEqual({ code: 'meaning', cosine: 1 })
  expect(after.fit).toBeGreaterThan(before?.fit ?? 0)
})

test('a text is sent once, and nothing confidential ever is', async () => {
  asked.length = 0
  await read()

  expect(asked).toEqual([])
  await newAchievement(world)
  await read()
  expect(asked).toHaveLength(1)
  for (const secret of confidential) expect(asked.join()).not.toContain(secret)
})
