/** 教师企业实践：教师手机上的页面，和各处共用的词。学校、企业办公用的在 practiceOffice。 */
export const practice = {
  title: '企业实践',
  states: {
    planned: '计划中', applied: '待系部同意', endorsed: '待学校审批', approved: '待企业接收', accepted: '待开始', practising: '实践中', finished: '待企业鉴定', appraised: '待学校考核',
    passed: '待计入天数', credited: '已计入', archived: '已归档', failed: '考核不合格', declined: '未通过', withdrawn: '已撤回',
  },
  line: { planned: '计划', applied: '申请', endorsed: '系部同意', approved: '学校批准', accepted: '企业接收', practising: '实践', finished: '结束', appraised: '企业鉴定', passed: '学校考核', credited: '计入天数', archived: '归档', failed: '不合格', declined: '未通过', withdrawn: '撤回' },
  next: {
    planned: '写好就可以提交申请。', returned: '已退回，改好再提交，{{due}} 前。', applied: '等系部同意，{{due}} 前。', endorsed: '等学校教务审批，{{due}} 前。', approved: '等企业答复接收，{{due}} 前。到期不答，学校去问。', accepted: '{{day}} 开始，到时自动转为实践中。', agreement: '开始前要先签好实践协议。',
    practising: '每周写一次周志，由企业确认；只有确认过的日子才能计入。', over: '计划的日子到了，请写总结，结束实践。', finished: '等企业鉴定，{{due}} 前。', appraised: '等学校考核，{{due}} 前。', passed: '等学校把天数计入，{{due}} 前。', credited: '已计入 {{days}} 天，等归档。', archived: '已归档，计入 {{days}} 天。',
    archivedFailed: '已归档，没有计入。', failed: '考核不合格，不计入天数。', declined: '没有通过，到此结束。可以另写一份计划。', withdrawn: '已撤回，到此结束。',
  },
  forms: { post: '顶岗兼职', training: '接受培训', research: '合作研发', visit: '考察观摩' },
  formHints: { post: '在生产、管理一线承担任务', training: '参加企业组织的技能培训', research: '参与产品或工艺研发', visit: '了解企业生产和用人情况' },
  grades: { excellent: '优秀', good: '良好', fit: '合格', unfit: '不合格' },
  kinds: { specialist: '专业课教师', general: '公共课教师' },
  standings: { short: '已不足', first: '先实践后上岗', growing: '五年内累计中', enough: '已达到', free: '不计月数' },
  days: '{{count}} 天', months: '{{months}} 个月', range: '{{from}}—{{to}}', at: '{{organisation}}',
  home: {
    title: '我的企业实践', hello: '{{name}}老师', notLinked: '你的账户还没有和教师名册对上，看不到累计天数，也不能提交计划。', notLinkedHow: '请学校联络员在“教师企业实践 → 教师”里打开你的名字，选上你的账户。',
    counter: '近五年已计入', of: '/ {{needed}} 天', monthsOf: '约 {{months}} 个月，要求 {{required}} 个月', missing: '还差 {{count}} 天', enough: '已达到要求', free: '学校没有规定月数，请定期到企业调研。',
    law: '专业课教师每五年到企业实践累计不少于 6 个月（按 30.4 天一个月）。', lawWhere: '职业学校教师企业实践规定',
    forecast: {
      short: '从 {{day}} 起已经不足。', shortUnknown: '现在不足；入职日期没有登记，说不出从哪天起。', first: '新入职、没有企业经历，要先实践再上岗。', enough: '不再实践的话，{{day}} 起不足。', growing: '入职满五年是 {{day}}，那天要满 {{needed}} 天。', planned: '按已批准的计划完成，推迟到 {{day}}。', plannedShort: '按已批准的计划完成后仍然不足。',
    },
    claimed: '另有 {{count}} 天自报的以往实践，等学校看过佐证才算。', stretches: '这些天从哪里来', stretch: '{{from}}—{{to}}，{{count}} 天', out: '其中 {{count}} 天已移出五年', none: '还没有计入的天数。', claimKind: '以往实践', leaving: '接下来移出五年的天数', leavingOf: '{{month}}：{{count}} 天',
    plans: '我的计划', noPlans: '还没有计划。先看看企业有哪些岗位。', openings: '看实践岗位', write: '自己联系了企业', toAgree: '等我同意', agreeNote: '你是{{names}}负责人', department: '看系部教师的天数', claim: '补报以往实践', claims: '以往实践', claimsShow: '看补报的以往实践', inbox: '待办', mine: '我的协议',
  },
  claim: {
    title: '补报以往实践', note: '先记为“自报”，单独显示；上传证明、学校看过后才计入。同一天只算一次。', organisation: '实践企业', from: '开始日期', until: '结束日期', days: '天数', daysHint: '不能多于起止日期之间的天数', source: '依据', sourceHint: '如：企业鉴定表、人事系统记录',
    save: '记下', saved: '已记为自报，请上传佐证。', evidence: '上传佐证', evidenceHint: '鉴定表、证明或协议的照片或 PDF', evidenceSent: '已上传，等学校看。', states: { claimed: '自报，待佐证', waiting: '待学校看佐证', confirmed: '已计入', rejected: '不予计入' }, reason: '理由：{{reason}}',
    faults: { before_start: '结束日期要晚于开始日期。', future: '还没有结束，请用实践计划。', too_far: '一段最长五年。', too_many: '比起止日期之间的天数还多。' },
  },
  openings: { title: '实践岗位', q: '找岗位、企业、专业', none: '现在没有还有名额的岗位。可以自己联系企业后填写计划。', noneFound: '没有找到。换个词试试，或自己联系企业。', places: '名额 {{taken}}/{{places}}', free: '还有 {{count}} 个名额', costs: '费用：{{costs}}', tasks: '任务', contact: '联系人', choose: '选这个岗位', more: '看详情', dates: '可安排的时间', where: '部门' },
  plan: {
    newTitle: '写实践计划', editTitle: '改实践计划', opening: '实践岗位', organisation: '企业', organisationHint: '按名称查找已登记的企业', form: '形式', from: '开始日期', until: '结束日期', within: '岗位可安排的时间：{{from}}—{{to}}',
    goal: '想学到什么', goalHint: '至少 10 个字，如：学会两种焊接工作站的离线编程', tasks: '做什么', tasksHint: '和企业商定的任务', keep: '存为计划', kept: '已存为计划 {{number}}。', apply: '提交申请', applied: '已提交，等系部同意。', worth: '共 {{count}} 个日历日，做满约合 {{months}} 个月', open: '还有 {{count}} 项没有填好',
    gaps: { missing: '请填写。', too_short: '太短，至少写 10 个字。', past: '已经过了，请改为今后的日期。', before_start: '要晚于开始日期。', outside: '不在岗位可安排的时间里。', too_far: '一次最长两年。', unknown: '没有找到，请重新选择。' },
  },
  record: {
    title: '实践计划 {{number}}', what: '计划', school: '学校', department: '系部', teacher: '教师', organisation: '企业', opening: '岗位', form: '形式', dates: '时间', endedOn: '实际结束', goal: '想学到什么', tasks: '做什么', guide: '企业带教人', onPaper: '企业书面答复，由学校登记', worth: '已确认', worthOf: '到岗 {{attended}} 天，连同整周的休息日计 {{sum}} 天', worthNone: '还没有确认的周志', waiting: '{{count}} 周等企业确认', planned: '计划 {{count}} 天',
    summary: '总结', appraisal: '企业鉴定', assessment: '学校考核', checks: '中期检查', checkLine: '{{day}}　{{how}}　{{by}}', good: '正常', bad: '有问题', agreement: '实践协议', agreementNeeded: '学校要求开始前签好', agreementNone: '还没有起草', agreementStates: { draft: '已起草', signing: '签署中', concluded: '已签好' }, toAgreement: '打开协议',
    missing: '档案里还缺：{{papers}}', missingOf: { journals: '周志', summary: '总结', appraisal: '企业鉴定', assessment: '学校考核', check: '中期检查' }, papers: '纸质件', paperOf: { acceptance: '接收回执', appraisal: '鉴定表', journals: '周志签字页' }, history: '经过', historyShow: '看经过', edit: '改计划', back: '返回', share: '系部 {{of}} 人中，{{on}} 有 {{away}} 人同时在外', shareOver: '系部 {{of}} 人中，{{on}} 有 {{away}} 人同时在外，超过 {{percent}}%，批准要写理由', awayReason: '超比例的理由', demo: '示例数据', returned: '退回的理由：{{reason}}', declined: '理由：{{reason}}', print: '打印表格',
  },
  checkWays: { visit: '到企业', call: '电话', online: '视频' },
  actions: { apply: '提交申请', endorse: '同意', approve: '批准', return: '退回', decline: '拒绝', accept: '接收', refuse: '婉拒', start: '开始实践', finish: '结束实践', appraise: '鉴定', pass: '考核合格', fail: '考核不合格', credit: '计入天数', archive: '归档', withdraw: '撤回' },
  decide: {
    title: '{{verb}}：{{teacher}}，{{organisation}}', reason: '理由', reasonHint: '对方会看到这段话。', awayReason: '为什么超过比例仍要批准', guideName: '企业带教人', guidePhone: '带教人电话', paper: '企业书面答复，盖章纸质件已上传', grade: '等次', words: '评语', wordsHint: '至少 5 个字', endedOn: '最后一天', summary: '总结', summaryHint: '做了什么、学到什么、怎样用到教学里。至少 20 个字。',
    note: {
      apply: '系部 5 个工作日内答复。', endorse: '同意后转学校教务审批。', approve: '批准后转企业，10 个工作日内答复。', return: '退回给教师修改。', decline: '到此结束。', accept: '到开始那天自动转为实践中。', refuse: '到此结束，教师和学校看得到理由。', start: '从今天起可以写周志。', finish: '之后由企业鉴定、学校考核。', appraise: '学校据此考核。', pass: '之后把确认过的天数计入。', fail: '不计入天数，照样归档。',
      credit: '企业确认的周志计入：到岗 {{attended}} 天、整周的休息日 {{rest}} 天，共 {{sum}} 天。同一天只算一次。', archive: '档案齐了，到此结束。', withdraw: '到此结束，已同意的一方收到通知。',
    },
    done: { apply: '已提交。', endorse: '已同意。', approve: '已批准，等企业答复。', return: '已退回。', decline: '已拒绝。', accept: '已接收。', refuse: '已婉拒。', start: '已开始。', finish: '已结束，等企业鉴定。', appraise: '已鉴定。', pass: '考核合格，等计入天数。', fail: '已记为不合格。', credit: '已计入。', archive: '已归档。', withdraw: '已撤回。' },
    faults: { too_short: '太短，请再写一些。', missing: '请填写。', outside: '不在计划的日期里。', future: '还没有到这一天。' },
  },
  week: {
    title: '周志', weeks: '周志', of: '{{from}}—{{to}}', none: '没有写', states: { none: '没有写', draft: '草稿', sent: '等企业确认', returned: '退回补正', confirmed: '已确认' }, days: '哪几天到岗', daysHint: '只勾实际到岗的日子；企业确认的才能计入。', day: '{{weekday}} {{day}}', rest: '休', future: '还没到',
    work: '做了什么', workHint: '至少 10 个字', learnt: '学到什么', photos: '照片', photosHint: '最多 {{most}} 张，现场、设备、成果都可以；不要拍企业不许拍的', addPhoto: '加照片', photo: '照片 {{n}}', removePhoto: '删去照片 {{n}}', photoBad: '“{{name}}”不是照片，没有加。', sending: '正在上传', keep: '存着', kept: '已存。', send: '交给企业确认', sent: '已交，等企业确认。', confirm: '确认', confirmDone: '已确认。', return: '退回', returnDone: '已退回。', returned: '企业退回：{{reason}}', confirmedBy: '{{name}}确认，{{day}}', write: '写这一周', open: '看', empty: '还没有到写周志的时候。', emptyOthers: '还没有交来的周志。', count: '{{count}} 天', reasonLabel: '哪里不对', restNote: '工作日全部到岗的一周，休息日一并计入。',
    faults: { missing: '请勾上到岗的日子。', too_short: '太短，至少写 10 个字。', other_week: '不在这一周。', outside: '不在实践的日期里。', future: '还没有到这一天。' },
  },
  events: {
    written: '写成计划', changed: '修改计划', applied: '提交申请', endorsed: '系部同意', approved: '学校批准', returned: '退回', declined: '拒绝', accepted: '企业接收', refused: '企业婉拒', started: '开始实践', week_sent: '交周志', week_confirmed: '企业确认周志', week_returned: '企业退回周志', checked: '中期检查', finished: '结束实践', appraised: '企业鉴定', passed: '学校考核合格', failed: '学校考核不合格', credited: '计入天数', archived: '归档', withdrawn: '撤回',
    system: '系统　', by: '{{name}}　', week: '{{day}} 起的一周', days: '{{count}} 天', away: '{{of}} 人中 {{away}} 人同时在外：{{reason}}',
  },
} as const
