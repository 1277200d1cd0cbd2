/** The left-hand navigation: nouns, grouped by chain. */
export const nav = {
  label: '主导航',
  groups: { governance: '治理', education: '教育链', talent: '人才链', industry: '产业链', innovation: '创新链', shared: '共用' },
  inbox: '待办',
  needs: '需求',
  members: '成员',
  applications: '入会申请',
  schools: '学校与专业',
  students: '学生名册',
  rounds: '轮次',
  placements: '岗位实习',
  posts: '岗位',
  enterprises: '企业与园区',
  imports: '导入与导出',
  audit: '操作记录',
  accounts: '账户与席位',
} as const
