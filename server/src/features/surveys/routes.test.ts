import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { enqueue } from '../../kernel/outbox.ts'
import { answer, lathe, line, machiningCentre, newSurveyWorld, openSurvey, publishSurvey, responseOf, step, surveyForm, type SurveyWorld } from '../../../test/surveys-world.ts'

let world: SurveyWorld
beforeAll(async () => {
  world = await newSurveyWorld()
})
afterAll(() => world.close())

let year = 2030
/** A survey of a year of its own. */
const open = async () => {
  const its = ++year
  return { id: await openSurvey(world, { year: its }), its, said: (change: Record<string, unknown> = {}) => line({ startMonth: `${its}-03`, ...change }) }
}
const codes = (reply: { body: { details: { issues: { path: unknown[]; code: string }[] } } }) => reply.body.details.issues.map(({ path, code }) => [path.join('.'), code])

test('opening asks every enterprise of the alliance once, with who speaks for it on that day', async () => {
  const { id } = await open()
  const items = await world.db.selectFrom('inboxItem').select(['organisationId', 'dueAt']).where('kind', '=', 'survey_response.answer').where('closedAt', 'is', null).execute()
  expect(items.map(({ organisationId }) => organisationId).sort()).toEqual(world.firms.map(({ organisationId }) => organisationId).sort())
  expect(items[0]!.dueAt?.toISOString()).toBe('2026-12-14T10:00:00.000Z')
  const progress = (await world.office.get(`/surveys/${id}/progress`)).body
  expect(progress.all).toMatchObject({ asked: 4, answered: 0, silent: 4, outlook: null })
  expect(progress.speakers.map(({ name, progress: its }: { name: string | null; progress: { asked: number } }) => [name === null, its.asked]).sort()).toEqual([[false, 1], [false, 3], [true, 1]])
})

test('a second survey of a year, dates turned round, and opening past the last day are refused', async () => {
  expect((await world.office.post('/surveys', surveyForm({ year: 2029 }))).status).toBe(200)
  expect((await world.office.post('/surveys', surveyForm({ year: 2029 }))).body.code).toBe('survey_exists')
  expect(codes(await world.office.post('/surveys', surveyForm({ year: 2028, closesOn: '2026-11-01' })))).toEqual([['closesOn', 'dates_reversed']])
  const { id } = (await world.office.post('/surveys', surveyForm({ year: 2028, opensOn: '2026-10-01', closesOn: '2026-11-20' }))).body
  expect((await step(world, id, 'open')).body.code).toBe('survey_too_late')
  expect((await world.firms[0].post('/surveys', surveyForm({ year: 2027 }))).body.code).toBe('not_allowed')
})

test('every fault of an answer is named at once, with its line and field', async () => {
  const { id, said } = await open()
  const reply = await world.firms[0].put(`/surveys/${id}/answer`, answer({ outlook: '', lines: [said(), said({ occupationCode: '6-18-01', people: 0, payMin: 9000, payMax: 8000 }), said({ occupationCode: '', startMonth: 'soon', kind: 'lend', payMin: null })] }))
  expect(reply.status).toBe(422)
  expect(codes(reply)).toEqual([
    ['outlook', 'missing'],
    ['lines.1.occupationCode', 'unknown'], ['lines.1.people', 'out_of_range'], ['lines.1.payMax', 'below_min'],
    ['lines.2.occupationCode', 'missing'], ['lines.2.startMonth', 'unreadable'], ['lines.2.payMin', 'missing'], ['lines.2.kind', 'unknown'],
  ])
  expect((await responseOf(world, id, world.firms[0])).state).toBe('waiting')
})

test('of two people of one firm who send at once, the second is told', async () => {
  const { id, said } = await open()
  const colleague = await world.person('enterprise_contact', { organisationId: world.firms[0].organisationId })
  const replies = await Promise.all([world.firms[0], colleague].map((person) => person.put(`/surveys/${id}/answer`, answer({ lines: [said()] }))))
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(replies.find(({ status }) => status === 409)!.body.code).toBe('changed_meanwhile')
  expect(await world.db.selectFrom('surveyLine').select('id').where('responseId', '=', (await responseOf(world, id, world.firms[0])).id).execute()).toHaveLength(1)
})

test('answering closes what was asked; sending back asks again with the reason', async () => {
  const { id, said } = await open()
  const [firm] = world.firms
  await firm.put(`/surveys/${id}/answer`, answer({ lines: [said({ people: 1000 })] }))
  const response = await responseOf(world, id, firm)
  const items = () => world.db.selectFrom('inboxItem').select('kind').where('subjectId', '=', response.id).where('closedAt', 'is', null).execute()
  expect(await items()).toEqual([])
  const path = `/survey-responses/${response.id}/moves`
  expect((await world.office.post(path, { action: 'return', version: response.version })).body.code).toBe('reason_needed')
  const returned = (await world.office.post(path, { action: 'return', reason: '人数多写了一个零', version: response.version })).body
  expect(await items()).toEqual([{ kind: 'survey_response.repair' }])
  expect((await firm.get(`/surveys/${id}/answer`)).body).toMatchObject({ state: 'returned', reason: '人数多写了一个零', can: { answer: true } })
  await firm.put(`/surveys/${id}/answer`, answer({ lines: [said({ people: 100 })], version: returned.version }))
  const mended = await responseOf(world, id, firm)
  expect((await world.office.post(path, { action: 'accept', version: mended.version })).body.state).toBe('accepted')
  expect((await firm.put(`/surveys/${id}/answer`, answer({ lines: [said()], version: mended.version + 1 }))).body.code).toBe('wrong_state')
})

test('a firm that declines says why, and may still answer until the last day', async () => {
  const { id, said } = await open()
  const [firm] = world.firms
  expect((await firm.post(`/surveys/${id}/answer/refusal`, { version: 1 })).body.code).toBe('reason_needed')
  expect((await firm.post(`/surveys/${id}/answer/refusal`, { reason: '企业已停产', version: 1 })).body.state).toBe('declined')
  expect((await world.office.get(`/surveys/${id}/progress`)).body.all).toMatchObject({ declined: 1, silent: 3 })
  expect((await firm.put(`/surveys/${id}/answer`, answer({ lines: [said()], version: 2 }))).body.state).toBe('submitted')
})

test('lines are read by the firm and the office; who speaks for it sees that it answered; nobody else even that', async () => {
  const { id, said } = await open()
  const [firm, , other, alone] = world.firms
  await firm.put(`/surveys/${id}/answer`, answer({ lines: [said()] }))
  await alone.put(`/surveys/${id}/answer`, answer({ lines: [said()] }))
  const { id: responseId } = await responseOf(world, id, firm)
  expect((await world.office.get(`/survey-responses/${responseId}`)).body.lines).toHaveLength(1)
  expect((await world.association.get(`/survey-responses/${responseId}`)).status).toBe(403)
  expect((await other.get(`/survey-responses/${responseId}`)).status).toBe(404)
  expect((await world.schoolContact.get(`/survey-responses/${responseId}`)).status).toBe(404)
  const seen = (await world.association.get(`/surveys/${id}/responses`)).body
  expect(seen.total).toBe(3)
  expect(seen.rows.find((row: { organisationId: string }) => row.organisationId === firm.organisationId)).toMatchObject({ state: 'submitted', outlook: null, people: null })
  expect((await world.park.get(`/surveys/${id}/responses`)).body.total).toBe(1)
  expect((await world.park.get(`/surveys/${id}/progress`)).body.all).toMatchObject({ asked: 1, answered: 1, outlook: null })
  expect((await firm.get(`/surveys/${id}/responses`)).status).toBe(403)
  expect((await world.schoolContact.get(`/surveys/${id}/progress`)).status).toBe(403)
  expect((await world.schoolContact.get(`/surveys/${id}/catalogue`)).body.code).toBe('survey_not_published')
  expect((await world.student.get('/surveys')).status).toBe(403)
  expect((await (await world.person('enterprise_contact')).get(`/surveys/${id}`)).status).toBe(404)
})

test('an association reminds its own silent firms, once a day, and the times are counted', async () => {
  const { id, said } = await open()
  await world.firms[0].put(`/surveys/${id}/answer`, answer({ lines: [said()] }))
  const because = { reason: '截止前最后一次提醒。' }
  expect((await world.association.post(`/surveys/${id}/reminders`, because)).body).toMatchObject({ silent: 2, reminded: 2 })
  expect((await world.office.post(`/surveys/${id}/reminders`, because)).body).toMatchObject({ silent: 3, reminded: 1 })
  expect((await responseOf(world, id, world.firms[1])).remindedCount).toBe(1)
  expect((await responseOf(world, id, world.firms[0])).remindedCount).toBe(0)
  expect((await world.firms[1].post(`/surveys/${id}/reminders`)).status).toBe(403)
})

test('what three firms want is in the catalogue for all, what fewer want for the office only; nothing moves after publishing', async () => {
  const { id, its, said } = await open()
  const [one, two, three, four] = world.firms
  await four.put(`/surveys/${id}/answer`, answer({ lines: [said({ occupationCode: lathe, people: 7 })] }))
  for (const firm of [one, two, three]) await firm.put(`/surveys/${id}/answer`, answer({ lines: [said(), said({ kind: 'intern', people: 99 })] }))
  await step(world, id, 'close')
  expect((await step(world, id, 'score')).body).toMatchObject({ code: 'survey_unchecked', details: { count: 4 } })
  expect((await world.office.post(`/surveys/${id}/acceptances`)).body).toEqual({ accepted: 4 })
  expect((await step(world, id, 'score')).status).toBe(200)
  const adjusting = `/surveys/${id}/adjustments/${machiningCentre}`
  expect(codes(await world.office.put(adjusting, { step: 1 }))).toEqual([['reason', 'missing'], ['expert', 'missing']])
  expect((await world.office.put(adjusting, { step: 1, reason: '新厂投产', expert: '示例专家' })).status).toBe(200)
  expect((await world.office.put(`/surveys/${id}/adjustments/6-18-01-02`, { step: 1, reason: '新厂投产', expert: '示例专家' })).status).toBe(404)
  expect((await step(world, id, 'publish')).status).toBe(200)

  const whole = (await world.office.get(`/surveys/${id}/catalogue`)).body
  expect(whole.entries.map(({ occupationCode, people, firms }: { occupationCode: string; people: number; firms: number }) => [occupationCode, people, firms]).sort()).toEqual([[lathe, 7, 1], [machiningCentre, 30, 3]])
  const public_ = (await world.schoolContact.get(`/surveys/${id}/catalogue`)).body.entries
  expect(public_).toHaveLength(1)
  expect(public_[0]).toMatchObject({ occupationCode: machiningCentre, step: 1, stepReason: '新厂投产', expert: null })
  expect(public_[0].total).toBe(Math.min(5, Math.round((public_[0].computed + 1) * 10) / 10))
  expect((await world.office.get(`/surveys/${id}/catalogue/${machiningCentre}`)).body.rows).toHaveLength(3)
  expect((await world.schoolContact.get(`/surveys/${id}/catalogue/${machiningCentre}`)).status).toBe(403)
  expect((await world.schoolContact.get(`/surveys/${id}/catalogue/export?format=csv`)).headers['content-type']).toContain('text/csv')
  expect((await world.office.put(adjusting, { step: 0 })).body.code).toBe('wrong_state')
  const response = await responseOf(world, id, one)
  expect((await world.office.post(`/survey-responses/${response.id}/moves`, { action: 'return', reason: '太晚了', version: response.version })).body.code).toBe('survey_not_open')
  await expect(world.db.updateTable('surveyLine').set({ people: 1 }).where('responseId', '=', response.id).execute()).rejects.toThrow('not changed')

  const { rows } = (await world.schoolContact.get(`/surveys/${id}/gap`)).body
  const figures = rows[0].years.find((figure: { year: number }) => figure.year === its)
  expect([rows[0].familyCode, figures.demand]).toEqual(['6-18-01', 37])
})

test('the same as last year is one tap, and says so in the figures', async () => {
  const before = await open()
  await publishSurvey(world, before.id, world.firms.slice(0, 1), [before.said({ people: 12 })])
  const now = await open()
  const [firm, never] = world.firms
  expect((await firm.get(`/surveys/${now.id}/answer`)).body).toMatchObject({ origin: 'last_year', lastYear: before.its, can: { same: true }, lines: [{ people: 12, startMonth: `${now.its}-03` }] })
  expect((await firm.post(`/surveys/${now.id}/answer/same`, { version: 1 })).body.state).toBe('submitted')
  expect((await responseOf(world, now.id, firm)).unchanged).toBe(true)
  expect((await never.post(`/surveys/${now.id}/answer/same`, { version: 1 })).body.code).toBe('survey_nothing_before')
})

test('the evening of the last day closes it: the silent are not asked any more, and cannot answer', async () => {
  const { id, said } = await open()
  world.moveTo('2026-12-14T10:00:01Z')
  await inTransaction(world.db, (tx) => enqueue(tx, 'close_surveys', {}))
  await world.work()
  expect((await world.office.get(`/surveys/${id}`)).body.state).toBe('closed')
  expect((await world.firms[0].put(`/surveys/${id}/answer`, answer({ lines: [said()] }))).body.code).toBe('survey_not_open')
  expect((await world.office.post(`/surveys/${id}/reminders`)).body.code).toBe('survey_not_open')
  const left = await world.db.selectFrom('inboxItem').innerJoin('surveyResponse', 'surveyResponse.id', 'inboxItem.subjectId').select('inboxItem.id').where('surveyResponse.surveyId', '=', id).where('inboxItem.closedAt', 'is', null).execute()
  expect(left).toEqual([])
})
