import { expect, test } from 'vitest'
import { distinct, missingPapers, paperKinds, pathIn, type PaperCounts } from './rules.ts'

const all = Object.fromEntries(paperKinds.map((kind) => [kind, { records: 1, files: 0 }])) as PaperCounts

test.each(paperKinds)('without %s the eight are not complete', (kind) => {
  expect(missingPapers(all)).toEqual([])
  expect(missingPapers({ ...all, [kind]: { records: 0, files: 0 } })).toEqual([kind])
  expect(missingPapers({ ...all, [kind]: { records: 0, files: 1 } })).toEqual([])
})

test('a path in the bundle is one that every unzipper takes', () => {
  expect(pathIn('plan', '实习方案', '../../etc/passwd\u0000.pdf')).toBe('2-实习方案/__.._etc_passwd_.pdf')
  expect(distinct(['a/x.pdf', 'a/x.pdf', 'a/x.pdf', 'a/y'])).toEqual(['a/x.pdf', 'a/x-2.pdf', 'a/x-3.pdf', 'a/y'])
})
