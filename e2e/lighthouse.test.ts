import { afterAll, beforeAll, expect, test } from 'vitest'
import { lighthouseOf } from './lighthouse.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

// Its fourth category, speed, is measured in bench/: it depends on who else uses the machine.
test('Lighthouse finds nothing wanting in access, good practice and being found on the portal’s first page', async () => {
  const { points, wanting } = await lighthouseOf(`${stage.origin}/`, ['accessibility', 'best-practices', 'seo'])
  expect({ points, wanting }).toEqual({ points: { accessibility: 100, 'best-practices': 100, seo: 100 }, wanting: [] })
})
