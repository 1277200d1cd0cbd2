import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConfig, settingOf } from '../../config.ts'
import { inTransaction } from '../../kernel/db.ts'
import { setting, useSetting } from '../../kernel/setting.ts'
import { startS3 } from '../../../test/s3.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { keepFile, readFile, removeFile, sweepFiles } from './service.ts'

const pdf = Buffer.from('%PDF-1.7\n示例')
/** The store stamps what it keeps with the real time, so the clock of these tests starts there. */
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)

let world: World
let organisationId: string
let s3: Awaited<ReturnType<typeof startS3>>
beforeAll(async () => {
  world = await newWorld({ now: new Date().toISOString() })
  organisationId = (await world.organisation('enterprise')).id
  s3 = await startS3('silian-test')
})
afterAll(async () => {
  await s3.close()
  await world.close()
})

const keep = (change: Partial<Parameters<typeof keepFile>[2]> = {}) =>
  inTransaction(world.db, (tx) => keepFile(tx, null, { name: '证.pdf', bytes: pdf, subjectType: 'organisation', subjectId: organisationId, allow: ['pdf'], ...change }, world.now()))

describe.each(['disk', 'S3'] as const)('kept on %s', (where) => {
  let onDisk: ReturnType<typeof setting>
  beforeAll(() => {
    onDisk = setting()
  })
  beforeEach(async () => {
    if (where === 'disk') useSetting(onDisk)
    else useSetting({ ...onDisk, files: (await settingOf(readConfig({ ...s3.environment, SILIAN_KEY: 'ab'.repeat(32) }))).files })
  })
  afterAll(() => useSetting(onDisk))

  test('bytes come back as they went in, with their hash, under their id', async () => {
    const { id } = await keep()

    const read = await inTransaction(world.db, (tx) => readFile(tx, id))
    expect(read!.bytes.equals(pdf)).toBe(true)
    expect(read!.file).toMatchObject({ name: '证.pdf', mediaType: 'application/pdf', size: pdf.length, subjectId: organisationId })
    expect(await setting().files.exists(id)).toBe(true)
  })

  test('bytes that changed in the store are noticed, not handed out', async () => {
    const { id } = await keep()
    await setting().files.put(id, Buffer.from('%PDF-1.7\n换过'))

    await expect(inTransaction(world.db, (tx) => readFile(tx, id))).rejects.toThrow('is not what was kept')
  })

  test('a crash between storing and committing leaves bytes that the nightly sweep removes, and no row', async () => {
    const kept = await keep()
    let lost = ''
    await expect(
      inTransaction(world.db, async (tx) => {
        lost = (await keepFile(tx, null, { name: 'b.pdf', bytes: pdf, subjectType: 'organisation', subjectId: organisationId, allow: ['pdf'] }, world.now())).id
        throw new Error('power cut')
      }),
    ).rejects.toThrow('power cut')

    expect(await inTransaction(world.db, (tx) => readFile(tx, lost))).toBeUndefined()
    expect(await setting().files.exists(lost)).toBe(true)
    await sweepFiles(world.db, later(23))
    expect(await setting().files.exists(lost)).toBe(true)
    expect(await sweepFiles(world.db, later(25))).toBe(1)
    expect([await setting().files.exists(lost), await setting().files.exists(kept.id)]).toEqual([false, true])
  })

  test('a removed file can be had back for thirty days, then its bytes go', async () => {
    const file = await keep()
    const officer = await world.person('secretariat')
    await inTransaction(world.db, (tx) => removeFile(tx, officer as never, file, world.now()))

    expect(await inTransaction(world.db, (tx) => readFile(tx, file.id))).toBeUndefined()
    await sweepFiles(world.db, later(29 * 24))
    expect(await setting().files.exists(file.id)).toBe(true)
    await sweepFiles(world.db, later(31 * 24))
    expect(await setting().files.exists(file.id)).toBe(false)
  })

  test('what somebody else put into the store is left alone', async () => {
    await setting().files.put('backup/readme.txt', 'not ours')
    await sweepFiles(world.db, later(24 * 365))
    expect(await setting().files.exists('backup/readme.txt')).toBe(true)
  })
})

test('a file whose subject nobody answers for is seen by nobody', async () => {
  const { id } = await keep({ subjectType: 'unheard_of', subjectId: randomUUID() })
  const officer = await world.person('secretariat')

  expect((await officer.get(`/files/${id}`)).status).toBe(404)
})

test('only pictures and PDF open inside a page; everything else is saved', async () => {
  const officer = await world.person('secretariat')
  const [seen, saved] = [await keep(), await keep({ name: 'a.txt', bytes: Buffer.from('文字'), allow: ['txt'] })]

  const dispositions = await Promise.all([seen, saved].map(async ({ id }) => String((await officer.get(`/files/${id}?inline=true`)).headers['content-disposition']).split(';')[0]))
  expect(dispositions).toEqual(['inline', 'attachment'])
})

test('the largest size is the one that was set', async () => {
  await expect(keep({ maxBytes: pdf.length - 1 })).rejects.toMatchObject({ code: 'file_too_big', details: { maxBytes: pdf.length - 1 } })
  expect(await keep({ maxBytes: pdf.length })).toMatchObject({ size: pdf.length })
})
