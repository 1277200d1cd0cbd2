import type { PlacementsWorld } from './placements-world.ts'
import type { World } from './world.ts'

type Placement = Awaited<ReturnType<PlacementsWorld['placement']>>
export const items = [
  { code: 'work', title: '岗位任务', part: 'unit', kind: 'process', weight: 50 },
  { code: 'days', title: '出勤', part: 'unit', kind: 'attendance', weight: 10 },
  { code: 'log', title: '日志', part: 'school', kind: 'process', weight: 20 },
  { code: 'report', title: '报告', part: 'school', kind: 'result', weight: 20 },
]
export const unitMarks = { work: 80, days: 100 }
export const schoolMarks = { log: 90, report: 75 }
export const summary = '在二车间跟着师傅学习装配与调试，'.repeat(20)
export const report = '岗位、任务、遇到的问题和解决的办法，'.repeat(40)
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')

/** Brings a placement, over HTTP, to where a test begins: a scheme, marks, a published result, all eight papers. */
export function newAssessmentWorld(world: World) {
  async function scheme(at: Placement['school'], change: Record<string, unknown> = {}) {
    const { id } = (await at.contact.post('/assessment-schemes', { title: '示例考核方案', items, ...change })).body
    await at.second.post(`/assessment-schemes/${id}/approval`, { minutesNumber: '示例纪要 3 号', version: 1 })
    return id as string
  }
  async function marked(placement: Placement) {
    await scheme(placement.school)
    await placement.unit.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: unitMarks, words: '肯学' })
    await placement.supervisor.put(`/placements/${placement.id}/assessment/marks/school`, { marks: schoolMarks, words: '认真' })
    await placement.student.put(`/placements/${placement.id}/texts/summary`, { text: summary, handIn: true })
  }
  async function published(placement: Placement) {
    await marked(placement)
    return placement.contact.post(`/placements/${placement.id}/assessment/publication`)
  }
  const upload = (placement: Placement, kind: string, title: string = kind, name = `${kind}.pdf`, bytes = pdf) => placement.contact.upload(`/placements/${placement.id}/archive/papers`, { name, bytes }, { kind, title })
  /** Result and report from the product; what other rooms write comes as files. */
  async function whole(placement: Placement) {
    await published(placement)
    await placement.student.put(`/placements/${placement.id}/texts/report`, { text: report, handIn: true })
    for (const kind of ['agreement', 'plan', 'log', 'inspection', 'evidence']) await upload(placement, kind, `示例${kind}`)
  }
  return { db: world.db, scheme, marked, published, upload, whole }
}
