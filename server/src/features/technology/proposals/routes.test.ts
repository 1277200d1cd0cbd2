import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFirm } from '../../../../test/needs-world.ts'
import { newProblem } from '../../../../test/problems-world.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { must, newAchievement, newDeal, newHouse, newIntroduction } from '../../../../test/technology-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
})
afterAll(() => world.close())

type Row = { id: string; fit: number; reasons: { code: string }[]; introduced: { state: string } | null }
const ceramic = { title: '示例：陶瓷窑炉余热回收装置', description: '回收陶瓷辊道窑冷却段余热，用于干燥坯体，天然气消耗下降百分之十五以上。', fieldCodes: ['3071'] }

test('what fits comes first with words, codes and numbers that say why; the house of the asker is left out', async () => {
  const [fits, other] = [await newAchievement(world), await newAchievement(world, 'open', ceramic)]
  const problem = await newProblem(world)
  const { body } = must(await problem.firm.contact.get(`/problems/${problem.id}/proposals`))
  const rows: Row[] = body.rows
  expect([body.nothingFits, rows[0]!.id, rows.some(({ id, fit }) => id === other.id && fit >= body.threshold)]).toEqual([false, fits.id, false])
  expect(rows[0]!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['shared_code', 'number']))
  // Every place that is pointed at lies in the text that is shown.
  const number = body.rows[0].reasons.find(({ code }: { code: string }) => code === 'number')
  expect([body.need.text.slice(number.need[0].start, number.need[0].end).trim(), body.rows[0].text.slice(number.answer[0].start, number.answer[0].end).trim()]).toEqual([number.asked.written.trim(), number.offered.written.trim()])
  // The reverse: the achievement finds the need.
  const reverse = must(await fits.house.contact.get(`/achievements/${fits.id}/proposals`)).body.rows[0]
  // The firm would be asked by the house; by itself it asks nobody but a school.
  expect([reverse.id, reverse.firms, body.rows[0].firms]).toEqual([problem.id, [problem.firm.id], []])
})

test('a team finds needs, too; only whoever has a part in it is offered to bring them together', async () => {
  const problem = await newProblem(world)
  const house = await newHouse(world)
  const { body: team } = must(await house.contact.post('/teams', { name: '示例：挤压模具强化团队', leaderName: '示例老师', abilities: '做铝型材挤压模具的涂层和渗氮，寿命提高两倍以上。', fieldCodes: ['3252'] }))
  const rowsFor = async (person: Person) => must(await person.get(`/teams/${team.id}/proposals`)).body.rows as { id: string; can: { introduce: boolean } }[]
  const stranger = (await newFirm(world)).contact
  const mine = async (person: Person) => (await rowsFor(person)).find(({ id }) => id === problem.id)?.can.introduce
  expect([await mine(house.contact), await mine(problem.office), await mine(problem.firm.contact), await mine(stranger), await mine(await world.person('official'))]).toEqual([true, true, true, false, false])
  const answers = async (person: Person) => (must(await person.get(`/problems/${problem.id}/proposals`)).body.rows as { id: string; can: { introduce: boolean } }[]).find(({ id }) => id === team.id)?.can.introduce
  expect([await answers(problem.firm.contact), await answers(house.contact), await answers(stranger)]).toEqual([true, true, false])
  must(await house.contact.post('/introductions', { needId: problem.id, teamId: team.id, proposed: true }))
  expect((await rowsFor(house.contact)).find(({ id }) => id === problem.id)).toMatchObject({ introduced: { state: 'proposed' } })
})

test('when nothing fits it says so, and shows only the nearest', async () => {
  const problem = await newProblem(world, 'open', { title: '示例：求购二手会议桌', description: '想买几张二手的会议桌放在办公室里，颜色不限，送货上门，尽快。', presentValue: null, wantedValue: '五张', fieldCodes: ['2110'] })
  const { body } = must(await problem.firm.contact.get(`/problems/${problem.id}/proposals`))
  expect([body.nothingFits, body.rows.length <= 3, body.fit < body.threshold]).toEqual([true, true, true])
})

test('a "no" with its reason sinks the pair, stands in the list of lessons, and is taken back without a trace in the ranking', async () => {
  const one = await newIntroduction(world, 'accepted', { achievement: await newAchievement(world), proposed: true })
  expect((await one.view()).reasons.length).toBeGreaterThan(0)
  const scoreNow = async () => ((await one.asker.get(`/problems/${one.problem.id}/proposals`)).body.rows as Row[]).find(({ id }) => id === one.achievement.id)
  const before = (await scoreNow())!
  must(await one.move(one.asker, 'decline', { declineCode: 'wrong_field', note: '不是一个合金体系。' }))
  const sunk = await scoreNow()
  expect(sunk === undefined || sunk.fit < before.fit - 0.2).toBe(true)

  const { body: lessons } = must(await one.office.get('/lessons'))
  const lesson = lessons.rows.find(({ introductionId }: { introductionId: string }) => introductionId === one.id)
  expect(lesson).toMatchObject({ code: 'wrong_field', active: true })
  expect(lesson.adjustments.find(({ pair }: { pair: boolean }) => pair).add).toBeLessThan(0)
  expect((await one.asker.put(`/lessons/${one.id}`, { active: false })).status).toBe(403)
  must(await one.office.put(`/lessons/${one.id}`, { active: false }))
  expect((await scoreNow())!.fit).toBe(before.fit)
  must(await one.office.put(`/lessons/${one.id}`, { active: true }))
  expect((await scoreNow())?.fit).toBe(sunk?.fit)

  const { body: report } = must(await one.answerer.get(`/answer-report?achievementId=${one.achievement.id}`))
  expect(report).toMatchObject({ total: 1, live: 0, codes: [{ code: 'wrong_field', count: 1 }], losses: [{ stage: 1, code: 'wrong_field', count: 1 }], answers: [{ id: one.achievement.id, declined: 1 }], needs: [{ id: one.problem.id, declined: 1 }] })
  expect((await one.answerer.get('/introductions?lostAt=1&declineCode=wrong_field')).body.rows.map(({ id }: { id: string }) => id)).toEqual([one.id])
})

test('work that was accepted teaches too, and every figure of the funnel opens to its records', async () => {
  const deal = await newDeal(world)
  await deal.write()
  must(await deal.move(deal.answerer, 'sign'))
  must(await deal.move(deal.asker, 'accept', { note: '达到约定指标。' }))
  const { body: lessons } = must(await deal.office.get('/lessons'))
  const lesson = lessons.rows.find(({ introductionId }: { introductionId: string }) => introductionId === deal.introduction.id)
  expect([lesson.code, lesson.adjustments.find(({ pair }: { pair: boolean }) => pair).add > 0]).toEqual(['solved', true])
  const { body: report } = must(await deal.office.get('/answer-report'))
  for (const { stage, reached, lost } of report.funnel) {
    const total = async (query: string) => (await deal.office.get(`/introductions?${query}`)).body.total
    expect([stage, reached, lost]).toEqual([stage, await total(`reached=${stage}`), await total(`lostAt=${stage}`)])
  }
})
