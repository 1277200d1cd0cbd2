import { afterAll, beforeAll, expect, test } from 'vitest'
import { chance, randomCase } from '../../../../test/placement-cases.ts'
import { verdict, type Case } from '../../../../test/placement-oracle.ts'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
let school: Awaited<ReturnType<PlacementsWorld['school']>>
let fileId: string
beforeAll(async () => {
  world = await newWorld({ now: '2027-02-20T02:00:00Z' })
  made = newPlacementsWorld(world)
  school = await made.school()
  fileId = (await world.db.insertInto('file').values({ sha256: Buffer.alloc(32), size: 1, mediaType: 'application/pdf', name: '批复.pdf', subjectType: 'unit', subjectId: school.id }).returning('id').executeTakeFirstOrThrow()).id
})
afterAll(() => world.close())

const dice = chance(42)
const days = { startsOn: '2027-03-01', endsOn: '2027-08-31' }
let serial = 0

/** Of a random case what the front door and the tables can say: fresh firm and supervisor, so that nobody else counts. */
function sayable(): Case {
  const one = randomCase(dice)
  const startsOn = days.startsOn
  const endsOn = one.kind === 'orientation' ? '2027-03-12' : dice.of([days.endsOn, days.endsOn, days.endsOn, '2027-09-01', '2027-06-30'])
  const early = dice.of(['2027-02-18', '2027-02-20'])
  const signed = dice.of([true, true, true, false])
  const listed = dice.next() < 0.9
  const looked = (share: number) => (dice.next() < share ? dice.of(['2027-02-01', '2027-01-05']) : '2025-06-01')
  return {
    ...one,
    today: '2027-02-20', startsOn, endsOn, earlierDays: 0, profile: 'full', scheme: one.scheme === 'employee' ? 'employee' : 'ordinary', limits: { ...one.limits, hourlyMinimum: null },
    selfChosen: one.selfChosen && dice.next() < 0.5, chosenApproved: false,
    student: { birthDate: dice.of(['2008-03-01', '2009-03-01', '2009-03-02', '2011-03-01', '2011-03-02', '2008-07-07', '2008-07-07']), sex: one.student.sex, entryYear: dice.of([2024, 2024, 2025, 2026]), majorCode: '660301', occupations: [] },
    schoolDivision: '440605',
    unit: {
      ...one.unit, uscc: dice.next() < 0.03 ? null : made.code(), staffCount: dice.of([9, 10, 200, 200, 200]), dishonestSince: one.unit.dishonestSince && '2027-02-20', safetyViolationOn: one.unit.safetyViolationOn && dice.of(['2024-02-20', '2024-02-21']),
      visitedOn: listed ? looked(0.95) : null, conclusion: listed ? 'suitable' : null, checkedOn: listed ? looked(0.95) : null, minutes: listed ? '示例纪要' : null, cooperation: null,
    },
    post: { ...one.post, postStaff: dice.of([4, 5, 40, 40, 40]), abroad: false, specialNeedFiledOn: one.post.specialNeedFiling && dice.of(['2027-02-28', '2027-03-01']) },
    heads: { unit: 1, post: 1 }, supervisorLoad: 1, hasSupervisor: true,
    consent: signed ? { student: early, guardian: early } : { student: null, guardian: null },
    agreement: signed ? { school: early, unit: early, student: early, from: startsOn, until: endsOn } : null,
    apprenticeOn: null,
    exception: one.exception && { number: '粤备', datedOn: dice.of(['2027-02-01', '2027-02-19']) },
    covers: dice.next() < 0.85 ? [{ from: startsOn, until: endsOn, payer: 'school' }] : [{ from: startsOn, until: '2027-05-31', payer: 'school' }, { from: dice.of(['2027-06-01', '2027-06-02']), until: endsOn > '2027-06-02' ? endsOn : '2027-06-30', payer: 'unit' }],
    passedOn: dice.next() < 0.9 ? dice.of(['2027-02-19', '2027-02-20']) : null, healthCheckOn: dice.of(['2027-02-01', null]), filing: null,
  }
}
/** The world as the case says, up to the moment when the school presses the button. */
async function stage(one: Case) {
  const cohort = await world.db.insertInto('cohort').values({ programmeId: school.programmeId, name: `班${serial++}`, entryYear: one.student.entryYear, leaveYear: one.student.entryYear + 3 }).returning('id').executeTakeFirstOrThrow()
  const student = await world.db
    .insertInto('student')
    .values({ schoolId: school.id, cohortId: cohort.id, studentNumber: `F${serial++}`, name: '示例学生', sex: one.student.sex, birthDate: one.student.birthDate, guardianName: '示例家长', guardianPhone: '+8613200000000', guardianRelation: '父亲' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { uscc, industryCode, staffCount, dishonestSince, safetyViolationOn, visitedOn, conclusion, checkedOn, minutes } = one.unit
  const firm = await world.organisation('enterprise', { uscc, industryCode, staffCount, dishonestSince, safetyViolationOn, divisionCode: null })
  const teacher = await world.db.insertInto('teacher').values({ schoolId: school.id, number: `F${serial++}`, name: '示例指导教师' }).returning('id').executeTakeFirstOrThrow()
  const unitId = await made.unit(school, firm.id, { state: minutes ? 'listed' : 'proposed', visitedOn, conclusion, checkedOn, listedOn: minutes && '2027-02-10', minutesNumber: minutes })
  if (one.exception) {
    const { number, datedOn } = one.exception
    await world.db.insertInto('placementWaiver').values({ unitId, ruleId: '1.30', kind: 'exception', number, datedOn, authority: '示例教育局', fileId, reason: '专业确有需要', askedBy: school.contact.accountId, askedAt: world.now(), approvedBy: school.second.accountId, approvedAt: world.now() }).execute()
  }
  const wish = {
    studentId: student.id, organisationId: firm.id, kind: one.kind, scheme: one.scheme, startsOn: one.startsOn, endsOn: one.endsOn, selfChosen: one.selfChosen, refusedOn: '2027-02-01', refusal: '学生和家长不同意安排', supervisorId: teacher.id,
    mentorName: one.hasMentor ? '示例师傅' : null, lodging: one.lodging, charge: one.charge, terms: one.post,
  }
  return { studentId: student.id, wish }
}

async function furnish(one: Case, placementId: string) {
  await world.db.updateTable('placement').set({ lodgingConsentOn: one.lodgingConsentOn, healthCheckOn: one.healthCheckOn }).where('id', '=', placementId).execute()
  for (const { from, until, payer } of one.covers) {
    const policy = await world.db.insertInto('insurancePolicy').values({ schoolId: school.id, insurer: '示例保险', number: `F${serial++}`, payer, startsOn: from, endsOn: until, createdAt: world.now(), updatedAt: world.now() }).returning('id').executeTakeFirstOrThrow()
    await world.db.insertInto('insuranceCover').values({ policyId: policy.id, placementId, fromDay: from, untilDay: until }).execute()
  }
  if (one.passedOn) await made.passTest(placementId, one.passedOn)
  if (one.consent.student) {
    const placement = await world.db.selectFrom('placement').selectAll().where('id', '=', placementId).executeTakeFirstOrThrow()
    await made.signed(placement, one.consent.student)
  }
}

test('of two hundred random placements none that the oracle forbids is saved, and none begins', async () => {
  const seen = { refused: 0, saved: 0, held: 0, begun: 0 }
  for (let round = 0; round < 200; round++) {
    const one = sayable()
    const { studentId, wish } = await stage(one)
    const reply = await school.contact.post('/placements', wish)
    const stored = await world.db.selectFrom('placement').select('id').where('studentId', '=', studentId).execute()
    const law = verdict(one, 'saved')
    expect({ round, status: reply.status, rules: reply.body.details?.findings?.map(({ ruleId }: { ruleId: string }) => ruleId).sort() ?? [], stored: stored.length, one }).toEqual({ round, status: law.forbidden.length > 0 ? 422 : 200, rules: law.forbidden, stored: law.forbidden.length > 0 ? 0 : 1, one })
    if (law.forbidden.length > 0) {
      seen.refused++
      continue
    }
    seen.saved++
    // To furnish all of them takes long; every third is enough.
    if (seen.saved % 3 !== 0) continue
    const { id } = reply.body
    await furnish(one, id)
    const start = verdict(one, 'active')
    for (const ruleId of start.forbidden.length === 0 ? start.needsReason : []) {
      const { id: waiverId } = (await school.supervisor.post(`/placements/${id}/reasons`, { ruleId, reason: '学校研究后同意' })).body
      await school.contact.post(`/placement-waivers/${waiverId}/decision`, { approve: true })
    }
    const { version } = (await school.contact.get(`/placements/${id}`)).body
    // What is forbidden, and with it what will need a reason.
    const begun = await school.contact.post(`/placements/${id}/moves`, { action: 'activate', version })
    const rules = [...new Set<string>(begun.body.details?.findings?.map(({ ruleId }: { ruleId: string }) => ruleId) ?? [])].sort()
    expect({ round, status: begun.status, rules, one }).toEqual({ round, status: start.forbidden.length > 0 ? 422 : 200, rules: start.forbidden.length > 0 ? [...new Set([...start.forbidden, ...start.needsReason])].sort() : [], one })
    seen[begun.status === 200 ? 'begun' : 'held']++
  }
  // The dice leave enough of each, else this proved nothing.
  expect(Object.entries(seen).filter(([, count]) => count < 10)).toEqual([])
})
