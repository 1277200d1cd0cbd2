/** 岗位实习：一名学生在一个岗位上，从草稿到归档。轮次见 rounds.ts，法规条文见 rules.ts。 */
export const placements = {
  title: '岗位实习',
  states: {
    draft: '草拟', vetted: '单位已审', consented: '已知情同意', signed: '已签协议', insured: '已投保', trained: '已通过安全考试', active: '实习中', suspended: '暂停', changed: '已换岗', ended_early: '提前结束',
    assessed: '已考核', archived: '已归档', cancelled: '已取消',
  },
  /** 写进协议的话，一律中文。 */
  paper: {
    payPeriod: { hour: '元/小时', day: '元/天', month: '元/月', year: '元/年' },
    hours: '每天不超过 {{day}} 小时，每周不超过 {{week}} 小时',
    lodging: { school: '学校提供宿舍', unit: '实习单位提供宿舍', home: '在家居住', elsewhere: '在外自行居住，监护人已签字同意并报学校备案' },
    meals: { none: '自理', free: '单位免费提供', paid: '单位提供，按成本价付费', subsidy: '单位发放餐补' },
  },
} as const
