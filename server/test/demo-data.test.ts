import { readFileSync } from 'node:fs'
import { ageOn, isOrganisationCode, readCreditCode, readIdentityNumber, readMobile } from '@silian/algorithms/identifiers'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { gradeOn } from '../demo/days.ts'
import { examples } from '../demo/examples.ts'
import { demoAlliance, type DemoPost, type DemoRound } from '../demo/index.ts'

const today = '2026-11-23'
const now = new Date(`${today}T14:00:00+08:00`)
const demo = demoAlliance(now)
const real = demo.organisations.filter((organisation) => !organisation.demo)
const fictional = demo.organisations.filter((organisation) => organisation.demo)

const rowsOf = (table: string) =>
  parse<Record<string, string>>(readFileSync(new URL(`../reference/${table}.csv`, import.meta.url)), { columns: true })
const codesOf = (table: string) => new Set(rowsOf(table).map((row) => row.code))
const count = <T>(list: readonly T[], of: (item: T) => string) => Object.fromEntries(Object.entries(Object.groupBy(list, of)).map(([key, items]) => [key, items!.length]))
const unique = <T>(list: readonly T[]) => new Set(list).size === list.length

describe('the starter code tables', () => {
  test('hold every section and division of the industries, and every category of the programmes at each level', () => {
    expect(count(rowsOf('industry'), (row) => row.level!)).toMatchObject({ 门类: 20, 大类: 97 })
    const categories = new Set(rowsOf('majors').map((row) => `${row.level} ${row.section}`))
    expect(count([...categories], (category) => category.split(' ')[0]!)).toEqual({ 中职: 19, 高职: 19, 职教本科: 19 })
  })

  test('name no code twice, and no parent that is missing', () => {
    for (const table of ['industry', 'occupations', 'divisions']) {
      const rows = rowsOf(table)
      const codes = codesOf(table)
      expect(codes.size).toBe(rows.length)
      expect(rows.filter((row) => row.parent !== '' && !codes.has(row.parent))).toEqual([])
    }
    expect(codesOf('majors').size).toBe(rowsOf('majors').length)
  })

  test('match programmes and occupations that both exist', () => {
    const [majors, occupations] = [codesOf('majors'), codesOf('occupations')]
    const pairs = rowsOf('major-occupation')
    expect(pairs.filter((pair) => !majors.has(pair.majorCode) || !occupations.has(pair.occCode))).toEqual([])
    expect(unique(pairs.map((pair) => `${pair.majorCode} ${pair.occCode}`))).toBe(true)
  })

  test('hold the classes that the rules on placements name', () => {
    const industry = codesOf('industry')
    expect(['9011', '9012', '9013', '9019', '8051', '726', '7261', '7262', '7263', '7264', '7269'].filter((code) => !industry.has(code))).toEqual([])
  })
})

describe('the founding council', () => {
  test('has its true numbers', () => {
    const inDistrict = demo.organisations.filter((organisation) => !organisation.pairedCounty)
    expect(count(inDistrict, (organisation) => organisation.kind)).toEqual({
      // A member, not of the council.
      government: 1,
      park: 8,
      innovation_platform: 7,
      association: 47,
      enterprise: 76,
      school: 22,
    })
    expect(demo.organisations.filter((organisation) => organisation.pairedCounty).map((school) => [school.kind, school.schoolLevel, school.divisionCode])).toEqual([
      ['school', 'secondary', '522633'],
      ['school', 'secondary', '522632'],
      ['school', 'secondary', '522635'],
      ['school', 'secondary', '522636'],
    ])
  })

  test('shows a real organisation as a public fact and nothing more', () => {
    const known = ['key', 'kind', 'schoolLevel', 'name', 'nameEn', 'demo', 'membershipConfirmed', 'town', 'fact', 'protocolOrder', 'seat', 'pairedCounty']
    const invented = real.flatMap((organisation) =>
      Object.entries(organisation).filter(([field, value]) => !known.includes(field) && value !== null).map(([field]) => `${organisation.name} ${field}`),
    )
    expect(real.length).toBe(38)
    expect(invented).toEqual([])
    expect(real.filter((organisation) => organisation.name.includes('示例'))).toEqual([])
  })

  test('gives no real organisation a post, a person or a say', () => {
    const names = new Set(real.map((organisation) => organisation.key))
    const involved = [
      ...demo.posts.map((post) => post.organisation),
      ...demo.students.map((student) => student.school),
      ...demo.teachers.map((teacher) => teacher.school),
      ...demo.programmes.map((programme) => programme.school),
      ...demo.accounts.map((account) => account.organisation),
      ...demo.representations.flatMap((pair) => [pair.speaker, pair.organisation]),
    ]
    expect(involved.filter((key) => key !== null && names.has(key))).toEqual([])
  })

  test('marks every fictional member in both languages', () => {
    expect(fictional.filter((organisation) => !organisation.name.includes('示例') || !organisation.nameEn.includes('(Demo)'))).toEqual([])
  })

  test('gives the fictional credit codes that check, in a series nobody issues', () => {
    const wrong = fictional.filter(({ uscc, divisionCode }) => {
      const read = readCreditCode(uscc!)
      return 'fault' in read || read.warning !== null || !isOrganisationCode(uscc!.slice(8, 17)) || !/DEM0/.test(uscc!) || uscc!.slice(2, 8) !== divisionCode
    })
    expect(wrong).toEqual([])
    expect(unique(fictional.map((organisation) => organisation.uscc))).toBe(true)
  })

  test('is in protocol order, with nobody sharing a place or a name', () => {
    const order = demo.organisations.map((organisation) => organisation.protocolOrder)
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(unique(order)).toBe(true)
    expect(unique(demo.organisations.map((organisation) => organisation.name))).toBe(true)
    expect(unique(demo.organisations.map((organisation) => organisation.nameEn))).toBe(true)
  })

  test('uses only industries and divisions of the starter tables', () => {
    const [industry, divisions] = [codesOf('industry'), codesOf('divisions')]
    expect(fictional.filter(({ industryCode, divisionCode }) => !industry.has(industryCode!) || !divisions.has(divisionCode!))).toEqual([])
  })
})

describe('the people', () => {
  test('are 600 students of three schools, all of them marked', () => {
    expect(demo.students.length).toBe(600)
    expect(new Set(demo.students.map((student) => student.school))).toEqual(new Set(['school-1', 'school-2', 'school-3']))
    expect([...demo.students, ...demo.teachers, ...demo.posts].filter((record) => record.demo !== true)).toEqual([])
  })

  test('carry identity numbers that check, agree with their birth and sex, and lie in no division that exists', () => {
    const wrong = demo.students.filter((student) => {
      const read = readIdentityNumber(student.idNumber, today)
      return 'fault' in read || read.birth !== student.birthDate || read.sex !== student.sex || !/^(449900|529900)/.test(student.idNumber)
    })
    expect(wrong).toEqual([])
    expect(unique(demo.students.map((student) => student.idNumber))).toBe(true)
    expect(unique(demo.students.map((student) => `${student.school} ${student.studentNumber}`))).toBe(true)
  })

  test('have telephone numbers that read and that no network has given out', () => {
    const numbers = [
      ...demo.students.flatMap((student) => [student.phone, student.guardian?.phone]),
      ...demo.teachers.map((teacher) => teacher.phone),
      ...demo.posts.map((post) => post.mentorPhone),
    ].filter((number) => number !== undefined)
    expect(numbers.filter((number) => 'fault' in readMobile(number) || !number.startsWith('+86154'))).toEqual([])
    expect(unique(numbers)).toBe(true)
  })

  test('include names that careless software breaks', () => {
    const names = demo.students.map((student) => student.name)
    expect(['陈䶮', '𠮷田杰', '阿依古丽·买买提', '欧阳子轩'].filter((name) => !names.includes(name))).toEqual([])
  })

  test('every minor has a guardian', () => {
    expect(demo.students.filter((student) => ageOn(student.birthDate, today) < 18 && student.guardian === null)).toEqual([])
  })

  test('study programmes of the starter table, in cohorts with a teacher of their school', () => {
    const majors = codesOf('majors')
    expect(demo.programmes.filter((programme) => !majors.has(programme.majorCode))).toEqual([])
    const [programmes, teachers] = [new Map(demo.programmes.map((one) => [one.key, one])), new Map(demo.teachers.map((one) => [one.key, one]))]
    expect(demo.cohorts.filter((cohort) => programmes.get(cohort.programme)!.school !== teachers.get(cohort.teacher)!.school)).toEqual([])
    expect(unique(demo.cohorts.map((cohort) => `${cohort.programme} ${cohort.name} ${cohort.entryYear}`))).toBe(true)
  })

  test('accounts exist for every way of using the product, each belonging to somebody', () => {
    expect(new Set(demo.accounts.map((account) => account.role)).size).toBe(10)
    expect(unique(demo.accounts.map((account) => account.login))).toBe(true)
    expect(demo.accounts.filter((account) => account.name === '' || (account.role !== 'secretariat' && account.organisation === null))).toEqual([])
  })
})

describe('the posts', () => {
  test('are 60, by state', () => {
    expect(count(demo.posts, (post) => post.state)).toEqual({ open: 35, closed: 20, submitted: 2, stale: 1, draft: 2 })
  })

  test('use occupations and programmes of the starter tables', () => {
    const [occupations, majors] = [codesOf('occupations'), codesOf('majors')]
    expect(demo.posts.filter((post) => !occupations.has(post.occupationCode) || post.programmes.some((code) => !majors.has(code)))).toEqual([])
  })

  test('ask for programmes of the occupation, or of its category', () => {
    const sections = new Map(rowsOf('majors').map((row) => [row.code!, row.section!]))
    const categoriesOf = Map.groupBy(rowsOf('major-occupation'), (pair) => pair.occCode!)
    const apart = demo.posts.flatMap((post) =>
      post.programmes
        .filter((code) => !categoriesOf.get(post.occupationCode)!.some((pair) => sections.get(pair.majorCode!) === sections.get(code)))
        .map((code) => `${post.title} ${code}`),
    )
    expect(apart).toEqual([])
  })

  test('break no rule unless they are drafts, and the one that waits for an answer pays too little', () => {
    expect(Object.fromEntries(demo.posts.map((post) => [post.key, faultsOf(post)] as const).filter(([, faults]) => faults.length > 0))).toEqual({
      'submitted-02': ['pay'],
      'draft-01': ['agency', 'pay not direct'],
      'draft-02': ['hazard', 'intensity', 'night', 'rest days', 'hours'],
    })
  })

  test('leave every firm within a tenth of its staff at one time', () => {
    const staff = new Map(demo.organisations.map((organisation) => [organisation.key, organisation.staffCount!]))
    for (const state of ['open', 'closed'] as const) {
      const seats = Map.groupBy(demo.posts.filter((post) => post.state === state), (post) => post.organisation)
      const over = [...seats].filter(([key, posts]) => posts.reduce((sum, post) => sum + post.seats, 0) > Math.floor(staff.get(key)! / 10))
      expect(over).toEqual([])
    }
  })
})

/** Rules 1.18 to 1.33, as plainly as they can be written. */
const faultsOf = (post: DemoPost) =>
  [
    post.agency && 'agency',
    !post.payDirect && 'pay not direct',
    post.hazards.length > 0 && 'hazard',
    post.labourIntensity >= 3 && 'intensity',
    post.nightWork && 'night',
    post.restDayWork && 'rest days',
    (post.hoursPerDay > 8 || post.hoursPerWeek > 40) && 'hours',
    post.payMin < 0.8 * post.samePostWage && post.payMin < post.lowestTierWage && 'pay',
    post.seats > Math.floor(post.postStaff / 5) && 'share of the post',
  ].filter((fault) => fault !== false)

describe.each(['2026-11-23', '2027-02-10', '2027-04-01', '2027-06-30', '2027-08-31', '2028-02-29'])('the rounds, loaded on %s', (day) => {
  const loaded = demoAlliance(new Date(`${day}T00:30:00+08:00`))
  const { finished, open } = loaded.rounds
  const students = new Map(loaded.students.map((student) => [student.key, student]))
  const cohorts = new Map(loaded.cohorts.map((cohort) => [cohort.key, cohort]))
  const programmes = new Map(loaded.programmes.map((programme) => [programme.key, programme]))
  const posts = new Map(loaded.posts.map((post) => [post.key, post]))

  test('hold only wishes that the law and the post allow', () => {
    const unlawful = [finished, open].flatMap((round) =>
      round.wishLists.flatMap((list) => {
        const student = students.get(list.student)!
        const cohort = cohorts.get(student.cohort)!
        const age = ageOn(student.birthDate, round.startsOn)
        return list.posts.map((key) => posts.get(key)!).filter(
          (post) =>
            age < 16 ||
            gradeOn(cohort.entryYear, round.startsOn) < 2 ||
            (post.minorForbidden && age < 18) ||
            (post.femaleForbidden && student.sex === 'female') ||
            !post.programmes.includes(programmes.get(cohort.programme)!.majorCode) ||
            !round.posts.some(({ post: offered }) => offered === post.key) ||
            !round.cohorts.includes(student.cohort),
        )
      }),
    )
    expect(unlawful).toEqual([])
  })

  test('meet students whom the law keeps out: too young, or in their first year', () => {
    const inRound = loaded.students.filter((student) => open.cohorts.includes(student.cohort))
    expect(inRound.length).toBe(360)
    expect(inRound.filter((student) => ageOn(student.birthDate, open.startsOn) < 16).length).toBe(3)
    expect(inRound.filter((student) => gradeOn(cohorts.get(student.cohort)!.entryYear, open.startsOn) < 2).length).toBe(8)
    expect(inRound.filter((student) => ageOn(student.birthDate, open.startsOn) < 18).length).toBeGreaterThan(40)
  })

  test('run in order, the open one closing four days ahead, the finished one long over', () => {
    const loadedAt = new Date(`${day}T00:30:00+08:00`).getTime()
    for (const round of [finished, open]) expect(datesOf(round)).toEqual(datesOf(round).toSorted((one, other) => one - other))
    expect(open.closesAt.getTime()).toBe(new Date(`${day}T18:00:00+08:00`).getTime() + 4 * 86_400_000)
    expect(finished.confirmUntil.getTime()).toBeLessThan(loadedAt)
    expect([finished, open].flatMap((round) => round.wishLists).filter((list) => list.savedAt.getTime() >= loadedAt)).toEqual([])
  })

  test('score every submitted wish, with ties somewhere', () => {
    for (const round of [finished, open]) {
      const wishes = round.wishLists.filter((list) => list.state === 'submitted').flatMap((list) => list.posts.map((post) => `${list.student} ${post}`))
      expect(round.scores.map((score) => `${score.student} ${score.post}`).toSorted()).toEqual(wishes.toSorted())
      expect(unique(round.scores.map((score) => `${score.post} ${score.interview} ${score.certificate} ${students.get(score.student)!.schoolMark}`))).toBe(false)
    }
  })

  test('have fewer seats than students, some popular posts and some that few want', () => {
    const first = count(open.wishLists, (list) => list.posts[0]!)
    const seats = open.posts.map((post) => ({ ...post, first: first[post.post] ?? 0 }))
    expect(seats.reduce((sum, post) => sum + post.seats, 0)).toBeLessThan(360)
    expect(seats.filter((post) => post.first > 2 * post.seats).length).toBeGreaterThan(0)
    expect(seats.filter((post) => post.first < post.seats / 2).length).toBeGreaterThan(5)
  })
})

const datesOf = (round: DemoRound) =>
  [round.opensAt, round.closesAt, round.rankingClosesAt, round.publicityUntil, round.confirmUntil, new Date(round.startsOn)].map((date) => date.getTime())

test('everybody who loads on the same day gets the same alliance', () => {
  expect(demoAlliance(now)).toEqual(demo)
})

describe('the example workbooks', () => {
  const [organisations, students, posts] = examples(now)

  test('have every header in every row, and point at the cells that are wrong', () => {
    for (const sheet of [organisations!, students!, posts!]) {
      expect(sheet.rows.filter((row) => Object.keys(row).length !== sheet.headers.length)).toEqual([])
      expect(sheet.faulty.filter(({ row, header }) => sheet.rows[row]?.[header] === undefined)).toEqual([])
    }
  })

  test('hold credit codes that read, whatever their writing, but for the two that are wrong on purpose', () => {
    const wrong = organisations!.rows.flatMap((row, index) => (row.单位名称 !== '' && 'fault' in readCreditCode(String(row.统一社会信用代码)) ? [index] : []))
    expect(wrong).toEqual(organisations!.faulty.filter((fault) => fault.header === '统一社会信用代码').map((fault) => fault.row))
    const members = new Set(demo.organisations.map((organisation) => organisation.uscc))
    expect(organisations!.rows.filter((row) => members.has(String(row.统一社会信用代码)))).toEqual([])
  })

  test('hold students whose numbers read, but for the two that are wrong on purpose, and who are nobody of the demonstration', () => {
    const wrong = students!.rows.flatMap((row, index) => ('fault' in readIdentityNumber(String(row.身份证件号码), today) ? [index] : []))
    expect(wrong).toEqual(students!.faulty.filter((fault) => fault.header === '身份证件号码').map((fault) => fault.row))
    const taken = new Set(demo.students.flatMap((student) => [student.idNumber, student.studentNumber, student.phone]))
    expect(students!.rows.filter((row) => Object.values(row).some((value) => taken.has(String(value))))).toEqual([])
    expect(students!.rows.filter((row) => 'fault' in readMobile(String(row.手机)))).toEqual([])
  })
})
