/** 协议：凡是要各方签署的文书。 */
export const agreements = {
  title: '协议',
  kinds: {
    consent: '知情同意书', own_choice: '自选单位申请', three_party: '三方协议', order_class: '订单班协议', apprenticeship: '学徒制协议', cooperation: '校企合作协议',
    practice: '教师企业实践协议', mentor: '产业导师协议', assistance: '对口帮扶协议', other: '其他协议',
  },
  states: { draft: '草稿', signing: '签署中', concluded: '有效', superseded: '已被替代', terminated: '已终止', expired: '已到期', declined: '有人不签', withdrawn: '已撤回' },
  columns: {
    number: '编号', kind: '种类', state: '状态', title: '名称', keeper: '保管单位', parties: '当事人（签署日期）', unsigned: '未签', startsOn: '开始', endsOn: '结束', signedOn: '签署日期', endedOn: '终止日期', endReason: '原因', template: '范本版本', code: '核验码', hash: '文本校验值',
  },
  onPaper: '纸质',
  message: {
    subject: '协议签署',
    code: '{{code}} 是协议 {{number}} 的签署验证码，10 分钟内有效。签署即表示同意全文；不是本人办理请勿告诉他人。',
    link: '请查看并签署协议 {{number}}：{{link}}',
  },
  paper: {
    number: '编号 {{number}}', hash: '文本校验 {{hash}}', verify: '核验 {{link}}', byline: '本人签名', bylineHouse: '代表签名',
    totp: '{{name}} 于{{day}}以动态码签署。', code: '{{name}} 于{{day}}以一次性验证码签署。', paper: '{{name}} 于{{day}}在纸上签署，纸件已存。',
  },
  roles: {
    school: '学校', unit: '实习单位', firm: '企业', student: '学生', guardian: '监护人', teacher: '教师', mentor: '企业导师', county_school: '来源学校', host_school: '接收学校', office: '主管部门', person: '个人', party: '当事人',
  },
} as const
