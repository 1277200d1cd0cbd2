import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** A real picture, made here. */
function photo(): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), content])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.from([0, 0, 0, 60, 0, 0, 0, 60, 8, 0, 0, 0, 0])
  const rows = Buffer.from(Array.from({ length: 60 }, (_, y) => [0, ...Array.from({ length: 60 }, (_row, x) => (x * y) % 255)]).flat())
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('tEXt', Buffer.from('GPS\0 23.0123N 113.1456E')), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

test('a log written on a phone without a network is kept, sent whole when it is back, and read; two phones are told', async () => {
  const phone = await stage.signedIn('intern', { size: 'phone', keeps: true })
  await phone.goto(`${stage.origin}/app/my/internship`)
  await stage.look(phone, 'my-internship')
  await expect.poll(() => phone.evaluate(`caches.match('/app/').then((shell) => Boolean(shell && localStorage['silian.offline-session']))`), { timeout: 60_000 }).toBe(true)

  // In the workshop there is no network, and Silian is opened there.
  await phone.context().setOffline(true)
  await phone.goto(`${stage.origin}/app/my/internship`)
  await phone.getByRole('link', { name: /^写这一周/ }).first().click()
  await phone.getByText('写的每个字都存在这台手机上').waitFor()
  const did = '断网时写的：这一周在端盖工位独立上岗，装了一百八十件，自检全部合格。'
  await phone.getByLabel('这一周做了什么').fill(did)
  await phone.getByLabel(/有什么问题或困难/).fill('夜班的同事让我替班，可以吗？')
  await phone.locator('input[type=file]').setInputFiles({ name: '不是照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这是一段文字') })
  await phone.getByText('“不是照片.jpg”不是照片').waitFor()
  await phone.locator('input[type=file]').setInputFiles({ name: '工位.png', mimeType: 'image/png', buffer: photo() })
  await phone.getByAltText('第 1 张照片').waitFor()
  await phone.getByText(/存在这台手机上（.*），还没有提交/).waitFor()
  await phone.getByRole('button', { name: '先存下，连网后自动提交' }).click()
  await phone.getByText('连上网会自动提交').waitFor()
  const logs = () => stage.db.selectFrom('placementLog').selectAll().where('did', '=', did).execute()
  expect(await logs()).toEqual([])
  await phone.screenshot({ path: 'e2e/shots/log-offline-390.png', fullPage: true })
  await phone.reload()
  await phone.getByText('连上网会自动提交').waitFor()
  expect(await phone.getByLabel('这一周做了什么').inputValue()).toBe(did)
  await phone.getByAltText('第 1 张照片').waitFor()

  await phone.context().setOffline(false)
  await phone.getByText(/已提交到学校/).waitFor()
  const [log, ...more] = await logs()
  expect(more).toEqual([])
  const photos = await stage.db.selectFrom('placementLogPhoto').innerJoin('file', 'file.id', 'placementLogPhoto.fileId').select(['file.mediaType', 'file.name']).where('logId', '=', log!.id).execute()
  expect(photos).toEqual([{ mediaType: 'image/jpeg', name: 'photo.jpg' }])
  await stage.look(phone, 'my-log')

  // A second phone is open on the old text while the first changes it.
  const other = await stage.signedIn('intern', { size: 'phone' })
  await other.goto(`${stage.origin}/app/my/logs/${log!.week}`)
  await other.getByLabel('学到了什么').waitFor()
  await phone.getByLabel('学到了什么').fill('装之前先对图。')
  await phone.getByRole('button', { name: '重新提交' }).click()
  await phone.getByText(/已提交到学校/).waitFor()
  await other.getByLabel('学到了什么').fill('自检要用止通规。')
  await other.getByRole('button', { name: '重新提交' }).click()
  await other.getByText('已经提交的那份').waitFor()
  await stage.look(other, 'my-log-conflict')
  await other.getByRole('button', { name: '用我这份替换' }).click()
  await other.getByText(/已提交到学校/).waitFor()
  expect((await logs())[0]).toMatchObject({ learnt: '自检要用止通规。', version: 3 })

  await stage.work()
  const teacher = await stage.signedIn('teacher')
  await teacher.goto(`${stage.origin}/app/placement-logs?state=asks`)
  await stage.look(teacher, 'placement-logs')
  await teacher.goto(`${stage.origin}/app/placement-logs/${log!.id}`)
  await teacher.getByLabel(/给学生的话/).fill('不可以。夜班不能安排实习学生，我来和单位说。')
  await teacher.getByRole('button', { name: '答复并标为已看' }).click()
  await teacher.getByText('已标为已看。').waitFor()
  await stage.look(teacher, 'placement-log')
  await phone.goto(`${stage.origin}/app/my/logs/${log!.week}`)
  await phone.getByText('不可以。夜班不能安排实习学生').waitFor()

  // The copied log of the demonstration stands beside its twin.
  const copied = await stage.db.selectFrom('placementLogTwin').select('logId').executeTakeFirstOrThrow()
  await teacher.goto(`${stage.origin}/app/placement-logs/${copied.logId}`)
  await teacher.getByText('读起来相似的周志').waitFor()
  await stage.look(teacher, 'placement-log-twin')
  expect(stage.faults).toEqual([])
})
