import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alikeFrom, bandsOf, sharedSpans, shinglesOf, shortestCompared, similarityOf } from './near-copy.ts'

const characters = [...'今天在车间学习装配调试师傅讲了安全规程我负责拧紧螺栓检查扭矩记录数据下午整理工具打扫卫生明天继续跟班质量问题很多需要细心测量孔径偏差图纸看懂一半']
const text = (least: number, most: number) => fc.array(fc.constantFrom(...characters), { minLength: least, maxLength: most }).map((some) => some.join(''))
const likeness = (one: string, other: string) => similarityOf(shinglesOf(one), shinglesOf(other))
const shareBand = (one: string, other: string) => {
  const bands = new Set(bandsOf(one))
  return bandsOf(other).some((band) => bands.has(band))
}

test('N1: width, case, blanks and punctuation do not make two texts differ', () => {
  expect(likeness('今天学了ＰＬＣ编程，很有意思。', '今天学了plc编程 很有意思')).toBe(1)
  expect(bandsOf('本周在装配线学习，拧紧了一百二十个螺栓，并且记录扭矩。')).toEqual(bandsOf('本周在装配线学习 拧紧了一百二十个螺栓\n并且记录扭矩'))
})

test('N2: similarity is symmetric, between 0 and 1, and 1 for a text with itself', () => {
  fc.assert(
    fc.property(text(0, 80), text(0, 80), (one, other) => {
      const value = likeness(one, other)
      expect(value).toBe(likeness(other, one))
      expect(value >= 0 && value <= 1).toBe(true)
      expect(likeness(one, one)).toBe(one.length < 4 ? 0 : 1)
    }),
  )
})

test('N3: a copy shares every band, so an index always finds it', () => {
  fc.assert(
    fc.property(text(shortestCompared, 200), (one) => {
      expect(bandsOf(one)).toHaveLength(32)
      expect(bandsOf(`${one}。`)).toEqual(bandsOf(one))
      expect(bandsOf(one).every((band) => Number.isInteger(band) && band >= -(2 ** 31) && band < 2 ** 31)).toBe(true)
    }),
  )
})

test('N4: of a thousand copies with a sentence changed, the bands miss fewer than one in a hundred that are alike', () => {
  const pairs = fc.sample(fc.tuple(text(120, 300), text(6, 30), fc.nat()), { numRuns: 1000, seed: 7 }).map(([one, put, where]) => {
    const at = where % one.length
    return [one, one.slice(0, at) + put + one.slice(at + put.length)] as const
  })
  const alike = pairs.filter(([one, other]) => likeness(one, other) >= alikeFrom)

  expect(alike.length).toBeGreaterThan(900)
  expect(alike.filter(([one, other]) => !shareBand(one, other)).length).toBeLessThan(alike.length / 100)
})

test('N5: texts of different people are rarely candidates, and never alike', () => {
  const texts = fc.sample(text(120, 300), { numRuns: 120, seed: 11 }).map((one) => ({ bands: new Set(bandsOf(one)), shingles: shinglesOf(one) }))
  const pairs = texts.flatMap((one, at) => texts.slice(at + 1).map((other) => [one, other] as const))

  expect(pairs.filter(([one, other]) => !one.bands.isDisjointFrom(other.bands)).length).toBeLessThan(pairs.length / 100)
  expect(pairs.filter(([one, other]) => similarityOf(one.shingles, other.shingles) >= alikeFrom)).toEqual([])
})

test('N6: a text too short to say anything has no bands', () => {
  expect([bandsOf('本周正常上班，没有什么特别的。'), bandsOf('')]).toEqual([[], []])
})

test('N7: shared parts lie in order within the text, and the other text has every one of them', () => {
  fc.assert(
    fc.property(text(0, 60), text(8, 30), text(0, 60), (before, common, after) => {
      const [one, other] = [before + common + after, after + common + before]
      const spans = sharedSpans(one, other)
      spans.forEach(([from, until], at) => {
        expect(from >= (spans[at - 1]?.[1] ?? 0) && until > from && until <= one.length).toBe(true)
        for (const shingle of shinglesOf(one.slice(from, until))) expect(shinglesOf(other).has(shingle)).toBe(true)
      })
      const middle = before.length + Math.floor(common.length / 2)
      expect(spans.some(([from, until]) => from <= middle && until > middle)).toBe(true)
    }),
  )
})

test('N7: punctuation inside a shared part is part of it, characters outside are not', () => {
  const one = '我说：今天拧紧了一百个螺栓，并且记录。完了'
  expect(sharedSpans(one, '她写今天拧紧了一百个螺栓并且记录').map(([from, until]) => one.slice(from, until))).toEqual(['今天拧紧了一百个螺栓，并且记录'])
})
