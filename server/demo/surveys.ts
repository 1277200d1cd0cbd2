import { createAccount, grantRole } from '../src/features/identity/service.ts'
import { adjust, setWeights } from '../src/features/surveys/catalogue/service.ts'
import { acceptAll, answerSame, check, declineAnswer, lockOwnAnswer, sendAnswer } from '../src/features/surveys/responses/service.ts'
import type { SurveyAction } from '../src/features/surveys/lifecycle.ts'
import { moveSurvey, writeSurvey } from '../src/features/surveys/service.ts'
import { lockSurvey } from '../src/features/surveys/tables.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Tx } from '../src/kernel/db.ts'
import { chance } from './chance.ts'
import { dayAfter, momentAfter } from './days.ts'
import type { DemoAlliance, DemoOrganisation } from './shape.ts'

type Ids = ReadonlyMap<string, string>
type Stage = { tx: Tx; office: Actor; now: Date; firms: readonly Actor[] }

/** What the fictional firms look for: pay is what the middle of them offers; `growth` is people more each year. */
const trades = [
  { code: '6-18-01-07', pay: 6800, people: 16, growth: 3, skills: ['数控编程', '加工中心操作'], education: 'secondary', years: 1 },
  { code: '6-31-07-01', pay: 7800, people: 14, growth: 3, skills: ['工业机器人编程', '电气调试', 'PLC'], education: 'college', years: 2 },
  { code: '6-31-01-10', pay: 6200, people: 7, growth: 1, skills: ['电工证'], education: 'secondary', years: 1 },
  { code: '6-18-04-01', pay: 7200, people: 6, growth: 0, skills: ['模具装配', '看图'], education: 'secondary', years: 3 },
  { code: '6-24-04-00', pay: 6000, people: 5, growth: -1, skills: [], education: 'none', years: 0 },
] as const
const kinds = ['hire', 'hire', 'order_class', 'apprentice'] as const

/** Five years of the survey: four published, and this year's, which some firms have answered; each step with the clock of that day. */
export async function loadSurveys(tx: Tx, demo: DemoAlliance, { office, organisations }: { office: Actor; organisations: Ids }, now: Date) {
  const fictional = demo.organisations.filter((one) => one.kind === 'enterprise' && one.demo).slice(0, 12)
  const firms: Actor[] = []
  for (const firm of fictional) firms.push(await contactOf(tx, firm, office, organisations.get(firm.key)!, now))
  const stage = { tx, office, now, firms }
  const year = Math.max(...demo.cohorts.map(({ leaveYear }) => leaveYear)) - 1
  for (const ago of [4, 3, 2]) await publishedYear(stage, year - ago, ago, firms.slice(0, 9))
  await publishedYear(stage, year - 1, 1, firms.slice(0, 12))
  await openYear(stage, year)
}

/** Whoever has the firm's seat already; else somebody who cannot sign in. */
async function contactOf(tx: Tx, firm: DemoOrganisation, office: Actor, organisationId: string, now: Date): Promise<Actor> {
  const seat = await tx.selectFrom('roleGrant').innerJoin('account', 'account.id', 'roleGrant.accountId').select(['account.id', 'account.name']).where('roleGrant.organisationId', '=', organisationId).where('roleGrant.role', '=', 'enterprise_contact').orderBy('account.login').executeTakeFirst()
  const name = seat?.name ?? firm.contact!.name
  const accountId = seat?.id ?? (await createAccount(tx, { name, login: `survey-${firm.key}`, email: null, password: null, demo: true }, now))
  if (!seat) await grantRole(tx, null, { accountId, role: 'enterprise_contact', organisationId }, now)
  return { ...office, accountId, name, role: 'enterprise_contact', organisationId, allianceId: null }
}

async function opened({ tx, office, now }: Stage, year: number, firstDay: number): Promise<string> {
  const { id } = await writeSurvey(
    tx,
    office,
    {
      year,
      title: `示例：${year} 年人才需求调查`,
      titleEn: `Demo: demand survey of ${year}`,
      note: '请写明明年要什么人、要多少。没有变化的，点“和去年一样”即可；今年不招人也请告诉我们。',
      opensOn: dayAfter(now, firstDay),
      closesOn: dayAfter(now, firstDay + 21),
    },
    momentAfter(now, firstDay - 5, 10),
    { demo: true },
  )
  await step(tx, office, id, 'open', momentAfter(now, firstDay, 9))
  return id
}

async function step(tx: Tx, office: Actor, surveyId: string, action: SurveyAction, at: Date) {
  const survey = (await lockSurvey(tx, office, surveyId))!
  await moveSurvey(tx, office, survey, { action, version: survey.version }, at)
}

/** The first firms of the list want the first trades most, so that a few occupations are wanted by many. */
function linesOf(firm: number, year: number, ago: number) {
  const luck = chance(`survey ${firm}`)
  return [trades[firm % 3]!, trades[3 + (firm % 2)]!].map(({ code, pay, people, growth, skills, education, years }, at) => {
    const middle = pay + luck.between(-6, 6) * 100
    return {
      occupationCode: code, people: Math.max(1, people + luck.between(-2, 3) - growth * ago), education, experienceYears: years, skillGrade: null, skills: [...skills],
      startMonth: `${year}-0${at === 0 ? 3 : 7}`, payMin: middle - 800, payMax: middle + 800, kind: at === 1 && firm % 7 === 3 ? 'intern' as const : luck.pick(kinds),
    }
  })
}
const outlookOf = (firm: number) => (firm % 5 === 4 ? 'shrink' : firm % 3 === 0 ? 'same' : 'grow')

async function send({ tx, firms }: Stage, surveyId: string, at: Date, of: { firm: number; year: number; ago: number }) {
  const answer = (await lockOwnAnswer(tx, firms[of.firm]!, surveyId))!
  await sendAnswer(tx, firms[of.firm]!, answer, { outlook: outlookOf(of.firm), lines: linesOf(of.firm, of.year, of.ago), version: answer.version }, at)
}

async function publishedYear(stage: Stage, year: number, ago: number, answering: readonly Actor[]) {
  const { tx, office, now } = stage
  // Whole weeks, so that an office day stays an office day.
  const firstDay = -7 - 364 * ago
  const id = await opened(stage, year, firstDay)
  for (const firm of answering.keys()) await send(stage, id, momentAfter(now, firstDay + 2 + (firm % 14), 10), { firm, year, ago })
  await step(tx, office, id, 'close', momentAfter(now, firstDay + 21, 18))
  await acceptAll(tx, office, (await lockSurvey(tx, office, id))!, momentAfter(now, firstDay + 26, 11))
  await step(tx, office, id, 'score', momentAfter(now, firstDay + 27, 10))
  if (ago === 2) {
    const weights = { contrast: 40, education: 10, experience: 10, requirement: 20, pay: 20 }
    const survey = (await lockSurvey(tx, office, id))!
    await setWeights(tx, office, survey, { weights, reason: '示例：当年招工口径改为不看学历，学历一项减半，供需对比加重。', version: survey.version }, momentAfter(now, firstDay + 28, 10))
  }
  if (ago === 1) {
    const moved = { step: 1 as const, reason: '两条新能源产线明年投产，企业口径偏保守。', expert: '示例专家' }
    await adjust(tx, office, (await lockSurvey(tx, office, id))!, '6-31-07-01', moved, momentAfter(now, firstDay + 30, 15))
  }
  await step(tx, office, id, 'publish', momentAfter(now, firstDay + 35, 10))
  // Last year's is the one that schools read now; the others are kept.
  if (ago > 1) await step(tx, office, id, 'archive', momentAfter(now, firstDay + 330, 10))
}

/** A week old: some the same as last year, some changed, one sent back, one that declines; the firm one signs in as is still silent. */
async function openYear(stage: Stage, year: number) {
  const { tx, office, now, firms } = stage
  const id = await opened(stage, year, -7)
  for (const firm of [1, 3, 4, 6]) {
    const answer = (await lockOwnAnswer(tx, firms[firm]!, id))!
    await answerSame(tx, firms[firm]!, answer, { version: answer.version }, momentAfter(now, -5, 10))
  }
  for (const firm of [2, 5, 8]) await send(stage, id, momentAfter(now, -4, 15), { firm, year, ago: 0 })
  const declining = (await lockOwnAnswer(tx, firms[9]!, id))!
  await declineAnswer(tx, firms[9]!, declining, { reason: '企业搬迁，明年上半年停产。', version: declining.version }, momentAfter(now, -4, 16))
  const doubtful = (await lockOwnAnswer(tx, firms[8]!, id))!
  await check(tx, office, doubtful, { action: 'return', reason: '第 1 行的月薪和去年相差很大，请核对。', version: doubtful.version }, momentAfter(now, -2, 10))
  const good = (await lockOwnAnswer(tx, firms[1]!, id))!
  await check(tx, office, good, { action: 'accept', version: good.version }, momentAfter(now, -2, 11))
}
