/** 协议：凡是要各方签署的文书。 */
export const agreements = {
  title: '协议',
  kinds: {
    consent: '知情同意书', own_choice: '自选单位申请', three_party: '三方协议', order_class: '订单班协议', apprenticeship: '学徒制协议', cooperation: '校企合作协议',
    practice: '教师企业实践协议', mentor: '产业导师协议', assistance: '对口帮扶协议', other: '其他协议',
  },
  states: { draft: '草稿', signing: '签署中', concluded: '有效', superseded: '已被替代', terminated: '已终止', expired: '已到期', declined: '有人不签', withdrawn: '已撤回' },
  roles: {
    school: '学校', unit: '实习单位', firm: '企业', student: '学生', guardian: '监护人', teacher: '教师', mentor: '企业导师', county_school: '来源学校', host_school: '接收学校', office: '主管部门', person: '个人', party: '当事人',
  },
} as const
