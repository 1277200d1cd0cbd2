import { claimText, draw, publicCutOffs, scoreText, sentence, type Explanation, type Result } from '@silian/matching'
import type { ExportTable } from '../../kernel/sheet/write-table.ts'
import type { NamedPost, WorkbookMarket } from './market-of.ts'
import type { CellError } from './read-sheets.ts'

export type Told = WorkbookMarket & { result: Result; seed: string; commitment: string; explain: (student: string) => Explanation }

const shown = (post: NamedPost | undefined) => (post ? (post.firm ? `${post.firm} ${post.title}` : post.title) : '')
const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]))

/** Who goes where, by student number. */
export function resultSheet({ result, students, posts, market, seed }: Told): ExportTable {
  const [studentOf, postOf] = [byId(students), byId(posts)]
  const scores = new Map(market.applications.map(({ student, post, score }) => [`${student} ${post}`, score]))
  const drawn = new Map(draw(seed, result.round.id, market.applicants.map(({ id }) => id)).map((id, at) => [id, at + 1]))
  return {
    name: '结果',
    header: ['学号', '姓名', '学校', '结果', '岗位编号', '岗位名称', '单位名称', '第几志愿', '名额类别', '成绩', '抽签顺序'],
    rows: result.placements.map(({ student, post, choice, seat }) => {
      const [who, where] = [studentOf.get(student), post === null ? undefined : postOf.get(post)]
      const score = post === null ? undefined : scores.get(`${student} ${post}`)
      return [
        student, who?.name ?? '', who?.school ?? '', post === null ? '未安排' : '已安排', post ?? '', where?.title ?? '', where?.firm ?? '',
        choice, seat === null ? '' : seat.kind === 'open' ? '普通' : `预留：${seat.tag}`, score === undefined ? null : score / 1000, drawn.get(student) ?? null,
      ]
    }),
  }
}

/** One letter for each student: what came out, and why for every wish. */
export function letterSheet({ result, students, posts, explain, commitment }: Told): ExportTable {
  const [studentOf, postOf] = [byId(students), byId(posts)]
  const names = { post: (id: string) => shown(postOf.get(id)) || id }
  return {
    name: '通知书',
    header: ['学号', '姓名', '学校', '结果', '每个志愿的说明', '怎样核对'],
    rows: result.placements.map(({ student, post }) => {
      const reasons = explain(student).reasons.map((reason) => `${reason.choice}. ${sentence(reason, 'zh-Hans', names)}`)
      return [
        student, studentOf.get(student)?.name ?? '', studentOf.get(student)?.school ?? '',
        post === null ? '本次没有安排到岗位' : `安排到：${names.post(post)}`,
        reasons.join('\n') || '没有填报志愿。',
        `名单、规则和抽签种子公开，任何人都可以重新运行一次；种子承诺 ${commitment.slice(0, 16)}…`,
      ]
    }),
    widths: [14, 12, 20, 30, 80, 40],
  }
}

/** What each post may say: seats, who asked, the last admitted where the number of seats allows it; then how to check. */
export function reportSheet({ result, posts, seed, commitment }: Told): ExportTable {
  const postOf = byId(posts)
  const closed = new Map(result.closed.map((one) => [one.post, one]))
  const rows = publicCutOffs(result).map(({ post, seat, seats, filled, applicants, lastAdmitted: last }) => {
    const shut = closed.get(post)
    const note = shut ? `未能开班：至少需要 ${shut.min} 人，只有 ${shut.had} 人` : filled < seats ? `空余 ${seats - filled} 个` : last ? '' : '人数太少，不公布最后一名'
    return [
      post, postOf.get(post)?.title ?? '', postOf.get(post)?.firm ?? '', seat.kind === 'open' ? '普通' : `预留：${seat.tag}`,
      seats, applicants, filled, last ? scoreText(last.score) : '', last?.lottery ?? null, note,
    ]
  })
  const { guarantees, digest } = result
  const facts: [string, string][] = [
    ['抽签种子', seed], ['种子承诺（SHA-256）', commitment], ['输入摘要', digest.input], ['结果摘要', digest.result], ['引擎', digest.engine],
    ['稳定', claimText(guarantees.stable, 'zh-Hans')], ['如实填报最有利', claimText(guarantees.strategyProof, 'zh-Hans')],
  ]
  return {
    name: '岗位报告',
    header: ['岗位编号', '岗位名称', '单位名称', '名额类别', '名额', '报名人数', '已安排', '最后一名成绩', '最后一名抽签顺序', '说明'],
    rows: [...rows, [], ...facts],
  }
}

export const errorSheet = (errors: readonly CellError[]): ExportTable => ({
  name: '未使用的行',
  header: ['表', '行', '列', '内容', '原因'],
  rows: errors.map(({ sheet, row, column, value, reason }) => [sheet, row, column, value, reason]),
  widths: [12, 8, 16, 24, 60],
})
