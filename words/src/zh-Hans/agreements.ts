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
  check: {
    title: '核验协议',
    lead: '纸上左下角有二维码和核验码。扫码，或者在这里输入，看系统里有没有这份协议、现在是否有效。',
    code: '核验码或文本校验值',
    hint: '核验码 12 位，如 ABCD-EFGH-JKLM；文本校验值 64 位。',
    do: '核验',
    unreadable: '看不懂这个码。请核对纸面，输入 12 位核验码或 64 位文本校验值。',
    forged: '这不是本系统打印的核验码。请核对纸面；抄写无误的，请向保管协议的学校或秘书处核实。',
    unknown: '没有这份协议。请核对纸面，或向保管协议的单位核实。',
    organisations: '签约单位', term: '期限', fromUntil: '{{from}}至{{until}}', signed: '签署', signatures: '{{parties}} 方，已签 {{signed}} 方', text: '文字',
    sameText: '与纸上二维码一致。', otherText: '注意：纸上二维码与系统里的文字不是同一份。请不要使用这张纸。', later: '现行文本是 {{number}}。',
    states: { signing: '签署中，还没有生效', concluded: '各方已签，有效', superseded: '已被新文本替代', terminated: '已终止', expired: '已到期', declined: '有一方不签，没有生效', withdrawn: '已撤回，没有生效' },
    note: '这里不显示学生、监护人和经办人的姓名。',
  },
  roles: {
    school: '学校', unit: '实习单位', firm: '企业', student: '学生', guardian: '监护人', teacher: '教师', mentor: '企业导师', county_school: '来源学校', host_school: '接收学校', office: '主管部门', person: '个人', party: '当事人',
  },
} as const
