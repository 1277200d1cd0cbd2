import { expect, test } from 'vitest'
import * as en from '@silian/words/en/rules'
import * as zh from '@silian/words/zh-Hans/rules'
import { finding, mayChangeSeverity, ruleCatalogue, ruleKey, withSeverities } from './rules.ts'

test('every rule of the catalogue is named and told in both languages', () => {
  const keys = ruleCatalogue.map(({ id }) => ruleKey(id)).sort()
  for (const { rules } of [zh, en]) expect([Object.keys(rules.name).sort(), Object.keys(rules.quote).sort()]).toEqual([keys, keys])
})

test('an article is printed only where the text was read', () => {
  expect(ruleCatalogue.filter(({ article, sourceStatus }) => (article !== null) !== (sourceStatus === 'V')).map(({ id }) => id)).toEqual([])
})

test('what the text itself forbids cannot be relaxed; the rest can', () => {
  expect([mayChangeSeverity('1.24', 'warn'), mayChangeSeverity('1.24', 'block'), mayChangeSeverity('1.31', 'warn'), mayChangeSeverity('1.18', 'block')]).toEqual([false, true, true, true])
})

test('an alliance that takes the shares strictly refuses what others ask a reason for', () => {
  const findings = [finding('1.18', 'seats', { variant: 'unit' }), finding('1.33', 'payDirect')]
  expect(withSeverities(findings, { '1.18': 'block', '1.33': 'record' }).map(({ severity }) => severity)).toEqual(['block', 'block'])
})
