/** 产业导师：学校、企业办公用的页面。 */
export const mentorOffice = {
  title: '产业导师', lead: { school: '有任务才算数：一年没有确认过任务的，在这里看得到。', firm: '学校想聘本单位的人任教：同意、开通导师账户。', others: '学校需要什么样的产业导师。' },
  tabs: { list: '聘任', needs: '需求' },
  list: {
    title: '产业导师聘任', export: '导出 Excel', empty: '还没有聘任。发布需求，或直接邀请。', emptyFirm: '还没有学校聘请本单位的人。', invite: '邀请导师', idle: '一年没有确认过的任务', idleYes: '是',
    columns: { number: '编号', mentor: '导师', employer: '所在单位', position: '职务', title: '聘任', school: '学校', state: '状态', startsOn: '聘期起', endsOn: '聘期止', hoursPerYear: '每年学时', hours: '本聘年学时', tasks: '本聘年任务', lastTaskOn: '最近一次任务', idle: '一年无任务', certificate: '聘书编号', dueAt: '期限' }, filters: { q: '导师、单位、编号', state: '状态', live: '在办和在聘', idle: '一年无任务' },
    counts: { active: '在聘', working: '有确认的任务', idle: '一年没有任务', waiting: '任务待确认', share: '占全部教师' }, shareOf: '{{mentors}}/{{all}} 人', shareHint: '一般不超过 {{percent}}%',
  },
  needs: {
    title: '导师需求', new: '发布需求', empty: '还没有需求。', columns: { title: '需求', school: '学校', field: '专业', hours: '每年学时', pay: '报酬', places: '人数', until: '申请截止', state: '状态', number: '编号' }, states: { draft: '草稿', open: '接收申请', closed: '已停止' }, filters: { q: '需求、学校、编号', state: '状态', mine: '范围', mineOnly: '本校的' }, placesOf: '{{taken}}/{{places}}',
    form: { newTitle: '发布导师需求', editTitle: '修改：{{title}}', what: '请来做什么', terms: '条件', title: '名称', titleHint: '如：数控编程产业导师', field: '专业领域', duties: '任务', dutiesHint: '讲什么课、指导什么，至少 10 个字', conditions: '要求', conditionsHint: '如：十年以上现场经验', hoursPerYear: '每年学时', termMonths: '聘期（月）', termHint: '最长 60 个月', pay: '报酬', payHint: '如：每课时 120 元，按学期结算', places: '人数', validUntil: '申请截止', keep: '存为草稿', publish: '发布', kept: '已存为草稿 {{number}}。', published: '已发布，企业和导师看得到。', open: '还有 {{count}} 项没有填好', gaps: { missing: '请填写。', too_short: '太短，至少写 10 个字。', past: '已经过了，请改为今后的日期。', too_far: '最长 60 个月。' } },
    record: { what: '需求', applicants: '应聘和邀请的人', none: '还没有', edit: '继续填写', invite: '邀请导师' }, actions: { publish: '发布', revise: '收回修改', close: '停止接收' }, done: { publish: '已发布。', revise: '已收回到草稿。', close: '已停止接收。' }, note: { publish: '企业和导师看得到。', revise: '回到草稿，改好再发布。', close: '在办的照常。' }, next: { draft: '填好后发布。', open: '接收申请到 {{due}}。', closed: '已停止接收申请。' },
  },
  invite: { title: '邀请产业导师', who: '邀请谁', known: '平台上的导师', unknown: '还没有账户的人', person: '导师', personHint: '按姓名、单位、专业查找', name: '姓名', organisation: '所在企业', organisationHint: '按名称查找', phone: '手机号', email: '邮箱', phoneNote: '由对方单位开通导师账户后，本人才能答复。', as: '聘为', asHint: '如：数控编程产业导师', duties: '任务', statement: '邀请的话', send: '发出邀请', sent: '已发出。', missing: '请填写。' },
  record: {
    person: '导师', age: '年龄', terms: '聘任条件', contract: '协议', warnings: '超出一般规定的', warningOf: { share: '兼职教师占全部教师的比例超过 30%', age: '年龄超过 65 岁', third_school: '已在两所学校受聘（最多同时两所，聘任时会被拒绝）' }, shareOf: '聘任后 {{mentors}} 名兼职教师、{{teachers}} 名在册教师', warningReason: '为什么仍要聘', warningHint: '至少 5 个字，和批准的人一起留存。', law: '兼职教师一般不超过教师总数的 30%，年龄一般不超过 65 岁；协议写明职责和报酬。', publicityUntil: '公示到哪一天', publicityHint: '至少 5 个工作日',
    objections: '异议', objectionBy: '{{name}}，{{contact}}', objectionDue: '{{due}} 前答复', answer: '答复', answered: '已答复：{{answer}}', answerDone: '已答复。', notice: '看公示页', termsEdit: '改条件', termsTitle: '聘任条件', duties: '职责', pay: '报酬', payHint: '给多少、怎么付', hoursPerYear: '每年学时', startsOn: '开始', endsOn: '结束', endsHint: '最长五年', termsSaved: '已保存。', faults: { missing: '请填写。', too_short: '太短，至少写 5 个字。', before_start: '要晚于开始日期。', too_far: '一次聘期最长五年。' },
    agreement: '网上签协议', agreementDone: '已起草，请核对后发起签署。', paperContract: '上传纸质协议', signedOn: '协议上的日期', contractDone: '已上传。', contractNeeds: '先填好职责、报酬、学时和聘期。', paper: '上传书面答复', paperDone: '已上传。', paperCheck: '书面答复已上传，代为登记', admit: '开通导师账户', admitTitle: '为{{name}}开通导师账户', admitNote: '链接 7 天有效，只给本人。导师账户不代表本单位，看不到本单位的资料。', admitDone: '链接', copy: '复制',
    tasks: '任务', confirm: '确认', return: '退回', returnTitle: '退回：{{title}}', confirmDone: '已确认。', returnDone: '已退回。', review: '年度考核', reviewTitle: '第 {{year}} 聘年考核：{{mentor}}', reviewFigures: '这一年确认了 {{hours}} 学时、{{tasks}} 项任务。', verdict: '结论', words: '评语', after: '之后', afters: { keep: '继续', renew: '续聘', end: '结束聘任' }, reviewDone: '已考核。', renew: '续聘', renewTitle: '续聘{{mentor}}', renewNote: '不再公示；签新的协议，发新的聘书，新聘任生效时原聘任结束。', renewDone: '已建续聘，请填条件、签协议。', reviewDueOn: '{{day}} 前考核第 {{year}} 聘年', idle: '一年没有确认过的任务：请商量怎样把任务落实，或结束聘任。', renewal: '看续聘', renews: '看原聘任', certificate: '聘书', endedOn: '最后一天',
  },
} as const
