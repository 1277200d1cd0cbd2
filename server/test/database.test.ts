import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDatabase, type TestDatabase } from './database.ts'

let one: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  ;[one, other] = await Promise.all([newDatabase(), newDatabase()])
})
afterAll(async () => {
  await Promise.all([one.drop(), other.drop()])
})

test('what one test file writes, no other sees', async () => {
  await ask(one, 'create table mark (id integer)')

  expect(await ask(one, `select to_regclass('mark') as found`)).toEqual([{ found: 'mark' }])
  expect(await ask(other, `select to_regclass('mark') as found`)).toEqual([{ found: null }])
})

test('a name in Chinese has trigrams, so that search by part of a name works', async () => {
  await ask(one, 'create extension if not exists pg_trgm')

  const [row] = await ask(one, `select cardinality(show_trgm('三元朱村')) as trigrams`)

  expect(row).toEqual({ trigrams: 5 })
})

test('names sort by their sound and codes by their bytes', async () => {
  const [row] = await ask(
    one,
    `select string_agg(name, '' order by name collate "zh-x-icu") as sound, string_agg(name, '' order by name) as bytes
     from unnest(array['张', '李', '阿', '王']) as name`,
  )

  expect(row).toEqual({ sound: '阿李王张', bytes: '张李王阿' })
})

async function ask(database: TestDatabase, sql: string) {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as unknown[]
  } finally {
    await client.end()
  }
}
