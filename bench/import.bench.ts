import { residentNumber } from '../server/demo/numbers.ts'
import { checkImport, runImport } from '../server/src/features/imports/running/service.ts'
import { writeTable } from '../server/src/kernel/sheet/write-table.ts'
import { answerOf, ask, newAppAt, newPlace, organisation, signIn } from './place.ts'
import { processorSeconds } from './processor-time.ts'
import { median, report, timed } from './report.ts'

/** A school office brings 10,000 students: as the browser sends the file, then as the worker does its two jobs. */
const students = 10_000
const runs = 3

const place = await newPlace()
const app = await newAppAt(place, () => new Date())
const steps: Record<'upload' | 'check' | 'write' | 'total', number[]> = { upload: [], check: [], write: [], total: [] }
const processor: number[] = []
let megabytes = 0

for (let run = 0; run < runs; run++) {
  const school = await organisation(place.db, 'school', `示例学校 ${run + 1}`)
  const [token] = await signIn(place.db, [{ role: 'school_contact', name: '示例老师', organisationId: school.id }])
  const file = await rollOf(run)
  megabytes = file.length / 2 ** 20

  const before = processorSeconds(place.folder)
  const upload = await timed(() => ask(app, token!, 'POST', '/imports', multipart(file)))
  const { id: importId } = answerOf<{ id: string }>(upload.answer)
  const check = await timed(() => checkImport(place.db, { importId }, () => new Date()))
  const write = await timed(async () => {
    await ask(app, token!, 'POST', `/imports/${importId}/write`, {})
    await runImport(place.db, { importId }, () => new Date())
  })
  processor.push(processorSeconds(place.folder) - before)
  const { state, figures } = answerOf<{ state: string; figures: { written: number } }>(await ask(app, token!, 'GET', `/imports/${importId}`))
  if (state !== 'written' || figures.written !== students) throw new Error(`the import is ${state} with ${JSON.stringify(figures)}`)
  const ms = { upload: upload.ms, check: check.ms, write: write.ms }
  for (const [step, value] of Object.entries({ ...ms, total: ms.upload + ms.check + ms.write })) steps[step as keyof typeof steps].push(value)
}

const seconds = (values: number[]) => median(values) / 1000
report('import', [
  { what: 'read: parse the workbook, check every cell, keep the rows encrypted', value: seconds(steps.upload), unit: 's', note: `${students} rows, ${megabytes.toFixed(1)} MB` },
  { what: 'check: compare with what is kept', value: seconds(steps.check), unit: 's' },
  { what: 'write', value: seconds(steps.write), unit: 's' },
  { what: 'in all, without the pause in which a person decides', value: seconds(steps.total), unit: 's', goal: 10, note: `median of ${runs}` },
  { what: 'processor time of server and database', value: median(processor), unit: 's', note: 'does not depend on who else uses the machine' },
])

await app.close()
await place.close()

/** Grown-ups, so that no guardian is needed; forty to a class; nobody twice in any run. */
function rollOf(run: number): Promise<Buffer> {
  const header = ['学号', '姓名', '身份证号', '专业代码', '专业名称', '班级', '入学年份', '毕业年份', '手机号', '学业成绩']
  const rows = Array.from({ length: students }, (_, at) => {
    const serial = run * students + at
    const birth = new Date(Date.UTC(2000, 0, 1 + (serial % 1500))).toISOString().slice(0, 10)
    const name = `示例${[...'甲乙丙丁戊己庚辛'][serial % 8]}${[...'金木水火土'][serial % 5]}`
    return [`S${String(serial).padStart(6, '0')}`, name, residentNumber('44', birth, 1 + Math.floor(serial / 1500)), '660301', '机电技术应用', `机电 ${1 + Math.floor(at / 40)} 班`, 2024, 2027, `138${String(serial).padStart(8, '0')}`, 60 + (serial % 400) / 10]
  })
  return writeTable({ name: '学生', header, rows }).then((bytes) => Buffer.from(bytes))
}

function multipart(file: Buffer) {
  const boundary = 'silian-bench'
  const field = `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\nstudents\r\n`
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="students.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return { payload: Buffer.concat([Buffer.from(field + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
