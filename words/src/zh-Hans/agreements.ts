/** 协议：凡是要各方签署的文书。 */
export const agreements = {
  title: '协议',
  lead: '凡是要各方签署的文书：起草、签署、变更、到期都在这里。签过的文字不再改。',
  new: '起草协议', export: '导出登记表', templates: '范本', bring: '上传签字纸',
  empty: '还没有协议。学生的协议由实习安排起草；校企合作协议在这里起草。', emptyOthers: '没有你单位签署的协议。',
  filters: { q: '编号、名称、当事人、核验码', kind: '种类', state: '状态', live: '在办和有效', mine: '范围', mineOnly: '等我单位签', endingWithin: '到期', days30: '30 天内', days60: '60 天内', signedFrom: '签署自', signedUntil: '签署至' },
  chosen: '已选 {{count}} 份',
  listParties: { all: '{{parties}} 方', of: '{{signed}}/{{parties}} 方已签' },
  line: { draft: '起草', signing: '签署', concluded: '有效', superseded: '已被替代', terminated: '已终止', expired: '已到期', declined: '有人不签', withdrawn: '已撤回' },
  next: {
    draft: '还是草稿，只有保管单位看得到。核对无误后开放签署，之后文字不再改。',
    signing: '等{{names}}签。全部签完即生效。',
    concluded: '各方已签，有效{{until}}。',
    until: '至 {{day}}',
    superseded: '已被 {{number}} 替代。', terminated: '已终止：{{reason}}', expired: '已于 {{day}} 到期。', declined: '有一方不签：{{reason}}', withdrawn: '已撤回，没有生效。',
  },
  actions: { open: '开放签署', withdraw: '撤回', decline: '不签', terminate: '终止', amend: '变更', edit: '修改草稿', print: '打印', sign: '签署', handOver: '送签', scan: '上传签字纸' },
  decide: {
    open: '开放签署：{{number}}', openNote: '开放后文字、期限和当事人都不能改；轮到的当事人会收到待办。', openDone: '已开放签署。',
    withdraw: '撤回：{{number}}', withdrawNote: '还没有签的人不用再签；已签的不作数。', withdrawDone: '已撤回。',
    decline: '不签：{{number}}', declineNote: '保管单位会收到理由。之后这份协议作废，不能再签。', declineDone: '已退回，并说明理由。',
    terminate: '终止：{{number}}', terminateNote: '各方都会看到终止和理由。终止不能撤销。', terminateDone: '已终止。',
    reason: '理由', endedOn: '终止日期', reasonMissing: '先写明理由',
    amend: '变更：{{number}}', amendNote: '按现在的文字另起一稿，改好后各方重新签。全部签完之前，现在这份继续有效。', amendDone: '已另起一稿 {{number}}。',
  },
  record: {
    text: '协议全文', preview: '草稿预览', parties: '当事人和签署', scans: '签字纸', history: '经过', facts: '要点', check: '核验', hash: '文本校验值', code: '核验码', verifyPage: '公开核验页',
    template: '范本', templateOf: '{{title}}，第 {{version}} 版', term: '期限', keeper: '保管', office: '秘书处', signedOn: '签署日期', supersedes: '替代', amendment: '变更稿', subject: '关于', order: '第 {{position}} 位',
    notSigned: '还没有签', signed: '已签', turn: '轮到签', signedBy: '{{name}}，{{day}}，{{method}}', methods: { totp: '动态码', code: '一次性验证码', paper: '纸上' },
    faults: '还差这些，补齐才能开放签署', faultCount: '还差 {{count}} 项，见上面', noScans: '还没有上传签字纸。', read: '核对', confirmed: '已核对', refused: '已退回：{{note}}', found: '待核对', broughtBy: '{{name}} 上传', demo: '示例数据',
    warning: { r1_17: '期限不足三年。接收实习学生的校企合作协议一般不少于三年，请说明理由或改期限。' },
    events: {
      by: '{{name}}', system: '系统', drafted: '起草', changed: '修改草稿', opened: '开放签署', signed: '签署', concluded: '各方签完，生效', amended: '另起变更稿', declined: '不签', withdrawn: '撤回', terminated: '终止', superseded: '被新文本替代', expired: '到期', handed_over: '发出签署链接', scanned: '上传签字纸', scan_refused: '退回签字纸', kept: '存档文件',
    },
  },
  faults: {
    empty: '“{{what}}”是空的', missing: '缺“{{what}}”', organisation_missing: '当事单位不够', student_missing: '缺学生', section_missing: '不能没有“{{what}}”', section_required: '“{{what}}”必须标为必备', twice: '“{{what}}”重复', unknown_name: '“{{what}}”里有不认识的占位词 {{name}}', startsOn: '开始日期', endsOn: '结束日期', title: '“{{what}}”没有标题',
    already_signed: '这一方已经签过', name_differs: '与协议上的姓名不同', signed_in_future: '日期在今天之后', signed_before_text: '早于开放签署的日子，那时还没有这份文本', signed_after_start: '晚于实习开始日期 {{startsOn}}：协议要在开始前签好', unknown: '没有这一方',
  },
  signDialog: { title: '签署：{{number}}', many: '签署 {{count}} 份协议', note: '签署等于代表本单位同意全文。', name: '你的姓名', nameHint: '与账户姓名一致：{{name}}', code: '动态码', codeHint: '验证器应用里现在的 6 位数字', done: '已签署。', manyDone: '已签署 {{signed}} 份。', manyRefused: '有 {{count}} 份没有签成：', agreeRead: '我已看过全文' },
  hand: {
    make: '为所选 {{count}} 份协议制作送签单',
    title: '送签单', lead: '给没有账户的签署人（如监护人）：链接打开全文，签署码用来签。', sent: '已{{channel}}发给 {{name}}。', by: { sms: '用短信', email: '用邮件' },
    once: '签署码只显示这一次。请交到本人手里，不要由学生代收代签；交接会记入经过。', none: '所选协议现在没有要送签的人。', print: '打印送签单', scan: '扫码看全文并签署', codeIs: '签署码', valid: '{{day}}前有效', for: '{{student}}的{{role}}', made: '共 {{count}} 张',
  },
  scan: {
    title: '上传签字纸', lead: '把签好的纸整页拍清楚（左下角二维码要拍进去），系统自动找到协议。', file: '照片或 PDF', fileHint: 'JPEG、PNG、PDF，不超过 20 MB', code: '核验码', codeHint: '拍不清二维码时，照二维码旁的 12 位输入；一般不用填。', found: '找到了：{{number}} {{title}}。', next: '去核对', another: '再传一张', waiting: '待核对的签字纸', none: '没有待核对的签字纸。',
    readTitle: '核对签字纸：{{number}}', readLead: '对照图片，勾选已签的当事人，写明签名和纸上的日期。', whole: '看原图', pdf: '这是 PDF。请点右上角在新窗口打开，对照着填。', signs: '已签', name: '签名', date: '纸上日期', confirm: '确认这些签名', confirmNote: '确认后不能改。', nobody: '至少勾选一方', refuse: '退回重拍', refuseNote: '上传的人会看到理由。', refuseReason: '理由', confirmedDone: '已确认。', refusedDone: '已退回。', rule: '三方协议在实习开始前签',
  },
  template: {
    title: '协议范本', lead: '新起草的协议从这里的文字开始。改动存为新版本；已经起草的协议保留原来的文字。', owners: { program: '系统自带', alliance: '联盟', house: '本校' }, version: '{{owner}}第 {{version}} 版', used: '已用于 {{count}} 份', edit: '另存新版本', editTitle: '{{kind}}：新版本', earlier: '以前的版本', required: '必备', optional: '可以空', section: '部分', sections: '各部分', addSection: '加一部分', removeSection: '去掉“{{title}}”', sectionTitle: '标题', text: '文字', names: '可用的占位词', namesNote: '写成 {{open}}名称{{close}}，起草时由系统填入。', name: '范本名称', note: '来源说明', noteHint: '如：按本省示范文本第几条修改。', save: '存为新版本', saved: '已存为第 {{version}} 版。', copy: '从这一版开始', law: '三方协议至少写明这九项，不能少、不能空（规则 1.14）', by: '{{name}}　{{day}}',
  },
  form: {
    newTitle: '起草协议', editTitle: '修改草稿：{{number}}', kind: '种类', with: '另一方单位', withHint: '按名称查找', role: { school: '学校', unit: '企业' }, term: '期限', startsOn: '开始', endsOn: '结束', titleField: '名称', factsTitle: '要填的内容', factsLead: '范本里的空格，填好后自动写进全文。', sectionsTitle: '各部分文字', sectionsLead: '一般不用改；改了只影响这一份。', sectionsOpen: '改各部分的文字', save: '存为草稿', saved: '已保存草稿 {{number}}。', review: '全文预览', house: '保管单位自动成为当事人。', chooseWith: '先选另一方单位',
    names: {
      post: '岗位', place: '地点', tasks: '内容', lodging: '住宿', meals: '用餐', hours: '工作时间', pay: '报酬', payDay: '支付日', supervisor: '学校指导教师', supervisorPhone: '指导教师电话', mentor: '企业指导人员', unitWeight: '单位考核占比', reason: '原因', unit: '实习单位', student: '学生', guardian: '监护人', school: '学校', firm: '企业', teacher: '教师', startsOn: '开始日期', endsOn: '结束日期',
      className: '班级名称', programme: '专业', seats: '人数', costs: '经费安排', payFloor: '起薪', quitNotice: '退出期限', breach: '违约约定', offer: '录用条件', fields: '合作领域', insurance: '保险和差旅', batch: '批次', counties: '来源学校', escort: '带队教师',
    },
  },
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
