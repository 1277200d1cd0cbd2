import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newWorld, type Person, type World } from '../../../test/world.ts'
import { currentLexicon, loadStarterLexicon } from './service.ts'

let world: World
let office: Person
let firm: Person
beforeAll(async () => {
  world = await newWorld()
  await inTransaction(world.db, (tx) => loadStarterLexicon(tx, world.now()))
  office = await world.person('secretariat')
  firm = await world.person('enterprise_contact')
})
afterAll(() => world.close())

const glue = { terms: ['示例胶接', 'example bonding'], facet: 'process', broader: [], related: [] }
const put = (id: string, concept: object, before: object | null = null) => office.put(`/lexicon/draft/concepts/${encodeURIComponent(id)}`, { concept, before })
const inUse = async () => (await inTransaction(world.db, currentLexicon)).groups.map(({ id }) => id)

test('the starter is in use, once, however often the product starts', async () => {
  await inTransaction(world.db, (tx) => loadStarterLexicon(tx, world.now()))

  const { body } = await office.get('/lexicon/versions')

  expect(body.rows.map(({ number, state }: { number: number; state: string }) => [number, state])).toEqual([[1, 'published']])
})

test('a change goes into a draft and is used by nobody until it is put to use', async () => {
  expect((await put('示例胶接', glue)).body).toEqual({ number: 2, changes: 1 })
  expect(await inUse()).not.toContain('示例胶接')
  expect((await firm.get('/lexicon/concepts?q=EXAMPLE%20BONDING')).body.total).toBe(0)
  expect((await firm.get('/lexicon/concepts?q=示例膠接&of=draft')).body.rows).toEqual([{ id: '示例胶接', ...glue, change: 'added' }])

  expect((await office.post('/lexicon/draft/publication', { note: '加入示例胶接' })).body).toEqual({ number: 2 })

  expect(await inUse()).toContain('示例胶接')
  expect((await office.get('/lexicon/versions/2/changes')).body.rows).toEqual([{ id: '示例胶接', change: 'added', before: null, after: { id: '示例胶接', ...glue } }])
})

test('what another changed meanwhile is not overwritten', async () => {
  const before = { id: '示例胶接', ...glue }
  expect((await put('示例胶接', { ...glue, facet: 'goal' }, before)).status).toBe(200)

  expect((await put('示例胶接', { ...glue, facet: 'trade' }, before)).body.code).toBe('changed_meanwhile')
  expect((await put('示例胶接', glue, null)).body.code).toBe('changed_meanwhile')
})

test('a term of another concept, an unknown concept and a circle are refused, all at once', async () => {
  const { status, body } = await put('示例粘合', { ...glue, terms: ['示例粘合', 'Example Bonding'], broader: ['不存在的概念', '示例粘合'] })

  expect(status).toBe(422)
  expect(body).toEqual({
    code: 'lexicon_faulty',
    details: {
      shared: [{ term: 'example bonding', elsewhere: '示例胶接' }],
      faults: [
        { group: '示例粘合', code: 'unknown_broader', value: '不存在的概念' },
        { group: '示例粘合', code: 'own_ancestor', value: '示例粘合' },
      ],
    },
  })
})

test('a draft that is given up stays in the list, and an earlier version comes back as a draft', async () => {
  expect((await office.post('/lexicon/versions/1/restoration')).body.code).toBe('lexicon_has_draft')
  expect((await office.delete('/lexicon/draft')).status).toBe(200)
  expect((await office.delete('/lexicon/draft')).body.code).toBe('lexicon_without_draft')
  expect((await office.post('/lexicon/draft/publication', { note: '没有草稿时启用' })).body.code).toBe('lexicon_without_draft')

  expect((await office.post('/lexicon/versions/1/restoration')).body).toEqual({ number: 4, changes: 1 })
  await office.post('/lexicon/draft/publication', { note: '回到自带的词库' })

  expect(await inUse()).not.toContain('示例胶接')
})

test('a concept that is taken out is no longer named by the others', async () => {
  await put('示例甲', { ...glue, terms: ['示例甲'] })
  await put('示例乙', { ...glue, terms: ['示例乙'], broader: ['示例甲'] })

  expect((await office.delete(`/lexicon/draft/concepts/${encodeURIComponent('示例甲')}`)).status).toBe(200)

  expect((await office.get('/lexicon/concepts?of=draft&q=示例乙')).body.rows[0].broader).toEqual([])
  expect((await office.delete(`/lexicon/draft/concepts/${encodeURIComponent('示例甲')}`)).status).toBe(404)
  // What the draft took out is brought back as something new.
  expect((await put('示例甲', { ...glue, terms: ['示例甲'] })).status).toBe(200)
  await office.delete('/lexicon/draft')
})

test('two who begin at the same moment work on one draft', async () => {
  const answers = await Promise.all([put('示例丙', { ...glue, terms: ['示例丙'] }), put('示例丁', { ...glue, terms: ['示例丁'] })])

  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1)
  expect((await office.get('/lexicon/concepts?of=draft&changed=true')).body.total).toBe(2)
})

test('who is not the office reads but does not change', async () => {
  expect((await firm.put('/lexicon/draft/concepts/x', { concept: glue, before: null })).status).toBe(403)
  expect((await firm.post('/lexicon/draft/publication', { note: '企业想启用' })).status).toBe(403)
  expect((await (await world.person('teacher')).get('/lexicon/concepts')).status).toBe(200)
})
