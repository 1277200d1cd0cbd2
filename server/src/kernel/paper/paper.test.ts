import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { coverageOf, knower } from './coverage.ts'
import { pdfOf } from './paper.ts'

const font = (name: string) => coverageOf(readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}`))))
const simplified = font('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const japanese = font('noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf')
const knows = (...fonts: [number, number][][]) => (text: string) => [...text].every((one) => knower(fonts)(one.codePointAt(0)!))

test.each([
  ['what everybody writes', '岗位实习协议ABC 123，。', true, true],
  ['rare names of the national list', '䶮㙍堃𬱟𫖯𬀩', true, true],
  ['𠮷, which only the Japanese font has', '𠮷', false, true],
  ['what neither has', '\u{3134B}', false, false],
])('%s', (_sentence, text, inSimplified, together) => {
  expect([knows(simplified)(text), knows(simplified, japanese)(text)]).toEqual([inSimplified, together])
})

const paper = { template: 'agreement', at: new Date('2026-11-23T06:00:00Z'), data: { title: '示例 𠮷䶮', code: 'ABCD', qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>', foot: ['示例'], lines: [{ text: '一行 \u{3134B}', heading: false, blank: false, indent: true }], parties: [] } }

test('the same paper has the same bytes, with every font inside', async () => {
  const [one, other] = [await pdfOf(paper), await pdfOf(paper)]
  expect(one.equals(other)).toBe(true)
  const text = one.toString('latin1')
  expect(text.startsWith('%PDF-1.7')).toBe(true)
  expect([text.match(/\/FontFile\d/g)!.length, (text.match(/\/Type \/FontDescriptor/g) ?? []).length].map((n) => n >= 2)).toEqual([true, true])
})

test('what a template cannot set is an error with its place, and the thread goes on', async () => {
  await expect(pdfOf({ ...paper, data: {} })).rejects.toThrow('server/papers/agreement.typ')
  expect((await pdfOf(paper)).length).toBeGreaterThan(1000)
})
