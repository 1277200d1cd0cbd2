import { facts } from '../server/test/agreements-world.ts'
import { draftAgreement, openAgreement } from '../server/src/features/agreements/service.ts'
import { inTransaction } from '../server/src/kernel/db.ts'
import { ask, newAppAt, newPlace, organisation, signIn } from './place.ts'
import { median, p95, report, timed } from './report.ts'

/** A three-party agreement as A4, asked for over HTTP: the first of a process, then a class of forty, one after the other and all at once. */
const papers = 40

const place = await newPlace()
const app = await newAppAt(place, () => new Date())
const school = await organisation(place.db, 'school', '示例学校')
const firm = await organisation(place.db, 'enterprise', '示例企业')
const [token] = await signIn(place.db, [{ role: 'school_contact', name: '示例老师', organisationId: school.id }])
const { id: programmeId } = await place.db.insertInto('programme').values({ schoolId: school.id, majorCode: '660303', name: '工业机器人技术应用', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
const { id: cohortId } = await place.db.insertInto('cohort').values({ programmeId, name: '机器人 2401 班', entryYear: 2024, leaveYear: 2027 }).returning('id').executeTakeFirstOrThrow()

const ids: string[] = []
for (let at = 0; at < papers; at++) {
  const student = await place.db.insertInto('student').values({ schoolId: school.id, cohortId, studentNumber: `S${at}`, name: '𠮷田䶮', birthDate: '2009-03-05' }).returning('id').executeTakeFirstOrThrow()
  ids.push(
    await inTransaction(place.db, async (tx) => {
      const parties = [{ kind: 'organisation' as const, organisationId: school.id }, { kind: 'organisation' as const, organisationId: firm.id }, { kind: 'student' as const, studentId: student.id }]
      const { id } = await draftAgreement(tx, null, { kind: 'three_party', subject: { kind: 'bench', id: student.id }, allianceId: place.allianceId, keeperId: school.id, facts, parties, startsOn: '2030-03-01', endsOn: '2030-08-31' }, new Date())
      await openAgreement(tx, null, id, new Date())
      return id
    }),
  )
}

const paper = async (id: string) => {
  const { ms, answer } = await timed(() => ask(app, token!, 'GET', `/agreements/${id}/paper`))
  if (answer.statusCode !== 200 || answer.rawPayload.subarray(0, 5).toString() !== '%PDF-') throw new Error(`the paper is ${answer.statusCode}`)
  return { ms, kilobytes: answer.rawPayload.length / 1024 }
}
const first = await paper(ids[0]!)
const each: number[] = []
for (const id of ids) each.push((await paper(id)).ms)
const together = await timed(() => Promise.all(ids.map(paper)))

report('agreements', [
  { what: 'the first paper of a process, with the fonts read', value: first.ms, unit: 'ms', goal: 1000, note: `${first.kilobytes.toFixed(0)} KB, PDF/A with its fonts inside` },
  { what: 'each further one', value: median(each), unit: 'ms', goal: 1000, note: `median of ${papers}` },
  { what: 'the slowest of twenty', value: p95(each), unit: 'ms', goal: 1000 },
  { what: `${papers} asked for at once, until the last is there`, value: together.ms, unit: 'ms' },
])

await app.close()
await place.close()
