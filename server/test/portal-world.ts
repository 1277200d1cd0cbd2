import { newRoundsWorld } from './rounds-world.ts'
import type { Person, World } from './world.ts'

export const secrets = {
  firmPhone: '0757-8811-2233',
  firmContact: '冯秘密',
  mentor: '带教秘密',
  mentorPhone: '+8613900139000',
  draft: '绝密草稿岗位',
  submitted: '待核实岗位',
  expired: '过期岗位',
  applicant: '待核查示例公司',
  student: '欧阳娜英',
  studentPhone: '+8613900139111',
  idMask: '4401＊＊＊＊＊＊＊＊＊＊＊123',
  unplaced: '司徒未安',
  guardian: '监护秘密',
  mark: '87.654',
  address: '示例路 8 号',
}

/** An alliance with everything a public page could give away by mistake, and a round whose notice runs. */
export async function newPortalWorld(world: World) {
  const { db, alliance } = world
  const rounds = await newRoundsWorld(world)
  const office: Person = await world.person('secretariat', { name: '陈敏' })
  await db.updateTable('alliance').set({ introduction: '示例联盟的介绍。', introductionEn: 'About the demo alliance.' }).execute()

  let certificate = 0
  const member = async (kind: string, name: string, change: Record<string, unknown> & { nameEn?: string } = {}, state = 'active') => {
    const organisation = await world.organisation(kind, { name, searchText: `${name}|${(change.nameEn ?? '').toLowerCase().replaceAll(' ', '')}`, demo: true, ...change })
    await db
      .insertInto('membership')
      .values({ allianceId: alliance.id, organisationId: organisation.id, seat: 'council', state, certificateNumber: state === 'active' ? `NH-${++certificate}` : null, approvedAt: world.now() } as never)
      .execute()
    return organisation
  }
  const firm = await member('enterprise', '焊接示例机器人公司', {
    nameEn: 'Welding Robots (Demo)', town: '里水', protocolOrder: 2, uscc: '91440605MA5DEM0A1B', contactName: secrets.firmContact, contactPhone: secrets.firmPhone, contactEmail: 'secret@firm.example',
  })
  const directory = await member('park', '佛山高新区南海园', { demo: false, publicFact: '南海区的国家高新区园区。', protocolOrder: 1 })
  await member('enterprise', secrets.applicant, {}, 'submitted')

  const mentor = { mentorName: secrets.mentor, mentorPhone: secrets.mentorPhone }
  const open = await rounds.post(firm.id, { title: '焊接机器人装调', seats: 1, change: { ...mentor, town: '里水', address: secrets.address, tasks: '示教编程与焊缝检查', occupationCode: null } })
  const other = await rounds.post(firm.id, { title: '铝材模具维护', change: { ...mentor, town: '大沥', lodging: 'none', payMin: 2600, payMax: null } })
  const hide = async (title: string, change: Record<string, unknown>) => {
    const id = await rounds.post(firm.id, { title, change: mentor })
    await db.updateTable('need').set(change).where('id', '=', id).execute()
    return id
  }
  const hidden = [
    await hide(secrets.draft, { state: 'draft' }),
    await hide(secrets.submitted, { state: 'submitted' }),
    await hide(secrets.expired, { validUntil: '2026-11-01' }),
  ]

  const school = await rounds.school({ name: '示例职业学校' })
  const secretOf = { phone: secrets.studentPhone, idNumberMask: secrets.idMask, guardianName: secrets.guardian, schoolMark: 87_654 }
  const placed = await rounds.student(school, { name: secrets.student, ...secretOf })
  const unplaced = await rounds.student(school, { name: secrets.unplaced, schoolMark: 60_000 })
  const roundId = await rounds.round(office, { cohorts: [school.cohortId], posts: [{ postId: open, seats: 1 }] })
  for (const student of [placed, unplaced]) await rounds.wish(student, roundId, [open])

  return { rounds, office, firm, directory, open, other, hidden, school, roundId, publish: () => rounds.finish(office, roundId) }
}
