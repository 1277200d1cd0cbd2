import { scoreText, type Wording } from './wording.ts'

export const zhHans: Wording = {
  reasons: {
    placed: (r, name, extra) => `你已被安排到“${name}”（第 ${r.choice} 志愿${extra ? `，${extra}预留名额` : ''}）。`,
    'placed-better': (r, name) => `无需考虑“${name}”：你已获得排在它之前的第 ${r.placedChoice} 志愿。`,
    'not-ranked': (_, name) => `“${name}”未对你评分，无法安排。`,
    'not-eligible': (_, name, extra) => `“${name}”不能考虑你的申请：${extra}。`,
    'no-seats': (_, name) => `“${name}”本轮没有名额。`,
    'round-closed': (r, name) => `“${name}”的 ${r.confirmed} 个名额已在前一轮全部确认。`,
    'class-closed': (r, name) => `“${name}”未能开班：至少需要 ${r.min} 人，只有 ${r.had} 人。`,
    'reserve-only-left': (r, name, extra) =>
      `“${name}”的普通名额由排名在你之前的申请人获得` +
      (r.openLast === null ? '' : `（最后一名 ${scoreText(r.openLast)} 分，你 ${scoreText(r.yourScore)} 分）`) +
      `；其余 ${r.reservedSeats} 个名额按公布的“${extra}”预留规则安排。`,
    'cap-reached': (r, name, extra) => `“${name}”未能安排你：“${extra}”的上限（${r.max} 人）已满。`,
    'tie-refused': (r, name) => `“${name}”有 ${r.tied} 人同为 ${scoreText(r.score)} 分，${r.seats} 个名额容纳不下；按本轮规则，同分者均不安排。`,
    'below-limit': (r, name) =>
      `你的 ${scoreText(r.yourScore)} 分低于“${name}”的录取线；该岗位 ${r.seats} 个名额安排了 ${r.filled} 人，因为按本轮规则，容纳不下的同分者均不安排。`,
    'by-total': (_, name) => `“${name}”安排给了他人：本轮以全体总满意度最大为目标，不逐一比较岗位排名。`,
    'came-later': (r, name) => `“${name}”的 ${r.seats} 个名额已由志愿更靠前的申请人获得。`,
    'seat-left': (_, name) => `按本轮规则，“${name}”留有空余名额；已列入核查结果，转入下一轮。`,
  },
  outranked: {
    'below-cutoff': (r, name) => {
      const before = `未能安排到“${name}”：${r.seats} 个名额均由排名在你之前的申请人获得`
      return r.lastScore === null
        ? [`${before}（你为第 `, `/${r.applicants} 名）。`]
        : [`${before}（你 `, ' 分，第 ', `/${r.applicants} 名；最后一名 ${scoreText(r.lastScore)} 分）。`]
    },
    'lost-keys': (r, name) => [
      `“${name}”最后一名与你同为 ${scoreText(r.score)} 分；按公布的同分规则你为第 `,
      `/${r.applicants} 名，在 ${r.seats} 个名额之后。`,
    ],
    'lost-lottery': (r, name) => [
      `“${name}”最后的名额由同为 ${scoreText(r.score)} 分的申请人抽签决定；你的抽签顺序为第 `,
      r.lastNumber === null ? '，在最后一名之后。' : `，最后一名为第 ${r.lastNumber}。`,
    ],
  },
  claims: {
    'deferred-acceptance': '延迟接受：不存在双方都更愿意选择对方的学生与岗位；如实填报志愿对学生最有利。',
    'common-ranking': '全体共用一个排名：平行志愿与延迟接受结果相同。',
    'owner-ranking': '每家企业只有一个排名和一个总名额，其选择与单个岗位同样可靠。',
    'weakly-stable': '除会突破已满的区域上限的愿望之外，结果稳定。',
    'post-optimal': '由岗位提出邀请：对岗位最优、对学生最不利的稳定结果。',
    'stable-not-efficient': '稳定优先：可能有学生愿意互换，但互换会越过他人的排名。',
    'over-capacity': '同分者同等对待，岗位可能超出名额。',
    'score-limits': '在同分同待遇的分数线意义上稳定。',
    'ties-manipulable': '同分者一并处理时，隐瞒志愿可能获益。',
    closing: '低于最低人数的班不开；仍可能有足够多的学生更愿意上已关闭的班，隐瞒志愿也可能获益。',
    'crossing-caps': '上限跨岗位交叉时，任何机制都不能兼顾所有承诺；未满足之处列在核查结果中。',
    'reserves-with-school-caps': '同一岗位的预留名额与学校上限可能相互影响；结果经核查，但不作承诺。',
    'total-satisfaction': '以总量最大为目标；个别学生可能被排名更低的人越过，隐瞒志愿也可能获益。',
    'immediate-acceptance': '名额先给把岗位排在更前的人：仅供教学。',
    'maximum-total': '不能在不损害他人的情况下让任何人更好。',
    'serial-choice': '学生按同一排名依次选择：隐瞒志愿不会获益，也没有可以互换的余地。',
    'caps-bind-order': '共享上限按公布的顺序分配；对学生更好的结果可能存在。',
    'earlier-rounds': '本轮的承诺成立，但前轮已确认的名额不再变动。',
  },
}
