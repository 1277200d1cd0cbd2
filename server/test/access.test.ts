import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { routes } from '../src/app.ts'
import type { Endpoint } from '../src/contract/endpoint.ts'
import { newWorld } from './world.ts'

/** Who may call what, as text: a change of rights shows up here, line by line. */
const accessTable = `
GET /session  seen
GET /files/:fileId  seen
GET /inbox  seen
GET /inbox/counts  seen
POST /inbox/copies/read  seen
GET /inbox/:itemId  seen
POST /inbox/:itemId/remind  mayRemindItem
GET /inbox/:itemId/colleagues  mayForwardItem
POST /inbox/:itemId/forward  mayForwardItem
GET /drafts/:form  seen
PUT /drafts/:form  seen
DELETE /drafts/:form  seen
`

test('who may call what', () => {
  const table = routes.map(({ endpoint, policy }) => `${endpoint.method} ${endpoint.path}  ${policy}`)
  expect(table).toEqual(accessTable.trim().split('\n'))
})

test('every endpoint in a contract is answered by one route', async () => {
  const contracts = await Promise.all(contractFiles().map((path) => import(path)))
  const promised = contracts.flatMap((contract) => Object.values<Partial<Endpoint>>(contract)).filter((thing) => thing?.method && thing.path)

  expect(new Set(routes.map((route) => route.endpoint))).toEqual(new Set(promised))
  expect(routes).toHaveLength(promised.length)
})

test('nobody gets anything without signing in, but for what is listed as open', async () => {
  const world = await newWorld()
  for (const { endpoint, policy } of routes) {
    if (policy === 'open') continue
    expect([endpoint.method, endpoint.path, await world.stranger(endpoint.method, endpoint.path)]).toEqual([endpoint.method, endpoint.path, endpoint.bytes === 'upload' ? 422 : 401])
  }
  await world.close()
})

function contractFiles() {
  const features = new URL('../src/features/', import.meta.url)
  return readdirSync(features, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('contract.ts'))
    .map((name) => new URL(name, features).href)
}
