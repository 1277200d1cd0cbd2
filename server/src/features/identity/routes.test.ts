import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWorld, type World } from '../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

test('a person reads who they are and the seat they act in', async () => {
  const officer = await world.person('secretariat', { name: '陈敏' })

  const { status, body } = await officer.get('/session')

  expect(status).toBe(200)
  expect(body.account.name).toBe('陈敏')
  expect(body.seat).toMatchObject({ role: 'secretariat', allianceName: world.alliance.name, organisationName: null })
})
