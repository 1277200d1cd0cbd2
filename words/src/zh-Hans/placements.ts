/** 岗位实习：一名学生在一个岗位上，从草稿到归档。轮次见 rounds.ts，法规条文见 rules.ts。 */
export const placements = {
  title: '岗位实习',
  states: {
    draft: '草拟', vetted: '单位已审', consented: '已知情同意', signed: '已签协议', insured: '已投保', trained: '已通过安全考试', active: '实习中', suspended: '暂停', changed: '已换岗', ended_early: '提前结束',
    assessed: '已考核', archived: '已归档', cancelled: '已取消',
  },
} as const
