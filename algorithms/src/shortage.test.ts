import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addsUp, medianPay, shortageDimensions, shortageOf, usualWeights, type Demand } from './shortage.ts'

const line = (rest: Partial<Demand> = {}): Demand => ({ people: 10, education: 'secondary', experienceYears: 0, requirements: 0, pay: 5000, ...rest })
const facts = { graduates: 20, usualPay: 5000 }

test.each([
  ['half as many graduates as wanted is a contrast of 4', { people: 40 }, {}, 'contrast', 4],
  ['more than three wanted for each graduate is 5', { people: 61 }, {}, 'contrast', 5],
  ['three wanted for each is 5 too', { people: 60 }, {}, 'contrast', 5],
  ['fewer than half is 1', { people: 9 }, {}, 'contrast', 1],
  ['no programme that leads there is 5', {}, { graduates: 0 }, 'contrast', 5],
  ['a bachelor is 4', { education: 'bachelor' }, {}, 'education', 4],
  ['three years of experience are 4', { experienceYears: 3 }, {}, 'experience', 4],
  ['six skills are 5', { requirements: 6 }, {}, 'requirement', 5],
  ['pay as usual is 3', {}, {}, 'pay', 3],
  ['half as much again is 5', { pay: 7500 }, {}, 'pay', 5],
  ['no figure is the middle', { pay: null }, {}, 'pay', 3],
] as const)('%s', (_sentence, demand, more, dimension, expected) => {
  expect(shortageOf([line(demand)], { ...facts, ...more })!.scores[dimension]).toBe(expected)
})

test('the total is the weighted sum, to one decimal', () => {
  const { scores, total } = shortageOf([line({ people: 40, education: 'college', experienceYears: 1, requirements: 2, pay: 6000 })], facts)!

  expect(scores).toEqual({ contrast: 4, education: 3, experience: 3, requirement: 3, pay: 4 })
  expect(total).toBe(3.6)
})

test('nobody wanted is no shortage', () => {
  expect(shortageOf([], facts)).toBeNull()
})

test('the middle pay counts people, not lines', () => {
  expect(medianPay([line({ people: 1, pay: 20000 }), line({ people: 9, pay: 4000 })])).toBe(4000)
})

test('the usual weights add up to 1', () => {
  expect(addsUp(usualWeights)).toBe(true)
  expect(addsUp({ ...usualWeights, pay: 0.3 })).toBe(false)
})

const lines = fc.array(
  fc.record({
    people: fc.integer({ min: 1, max: 200 }),
    education: fc.constantFrom('none', 'secondary', 'college', 'bachelor', 'master'),
    experienceYears: fc.integer({ min: 0, max: 10 }),
    requirements: fc.integer({ min: 0, max: 10 }),
    pay: fc.option(fc.integer({ min: 2000, max: 30000 })),
  }) as fc.Arbitrary<Demand>,
  { minLength: 1, maxLength: 8 },
)

test('every score lies between 1 and 5, and fewer graduates never make an occupation less scarce', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (demand, one, other) => {
      const [few, many] = [Math.min(one, other), Math.max(one, other)].map((graduates) => shortageOf(demand, { ...facts, graduates })!)
      for (const dimension of shortageDimensions) expect(few!.scores[dimension]).toBeGreaterThanOrEqual(1)
      for (const dimension of shortageDimensions) expect(few!.scores[dimension]).toBeLessThanOrEqual(5)
      expect(few!.total).toBeGreaterThanOrEqual(many!.total)
    }),
  )
})

test('the order of the lines says nothing', () => {
  fc.assert(
    fc.property(lines, (demand) => {
      expect(shortageOf([...demand].reverse(), facts)).toEqual(shortageOf(demand, facts))
    }),
  )
})
