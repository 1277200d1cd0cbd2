/** 对口帮扶：学校、企业、秘书处、主管部门办公用的页面。 */
export const assistanceOffice = {
  title: '对口帮扶',
  lead: {
    county: '批次、每周关爱、半年一年后的去处，只有本校的人；合计各方共看。', school: '和帮扶县的教师交流、资源；合计各方共看。', firm: '县里的学校请本单位接收学生：答复名额；看得到的只有安排到本单位的学生。', office: '各县的批次和合计；学生的事由县里的学校办。', official: '只有合计，打不开人。', teacher: '我带队的学生、我参加的交流。',
  },
  counties: { c522632: '榕江县', c522633: '从江县', c522635: '麻江县', c522636: '丹寨县' },
  tabs: { totals: '总览', batches: '批次', checks: '每周关爱', stays: '稳岗', exchanges: '教师交流', resources: '资源台账' },
  export: '导出 Excel', phone: '在手机上记', few: '少于 3',
  batchStates: { planning: '拟定中', asked: '等企业答复', agreed: '已商定', running: '实习中', finished: '已结束', cancelled: '已取消' },
  line: { planning: '拟定', asked: '请企业答复', agreed: '商定', running: '实习', finished: '结束', cancelled: '取消' },
  seatStates: { planned: '还没发出', asked: '等企业答复', confirmed: '已确认', declined: '不接收', withdrawn: '已撤回' },
  stepNames: { vet: '单位考察', consent: '同意书', sign: '三方协议', file: '跨省备案', insure: '保险', train: '安全考试', activate: '上岗' },
  exchangeStates: { proposed: '等对方答复', accepted: '已接受', under_way: '交流中', finished: '已结束', declined: '对方不接受', withdrawn: '已撤回' },
  purposes: { teaching: '任教', shadowing: '跟岗学习', training: '培训', research: '教研', contest: '备赛', management: '管理' },
  directions: { to_county: '到县里', from_county: '到南海' },
  resourceStates: { given: '等接收', received: '已接收', disputed: '对不上', corrected: '已更正' },
  resourceKinds: { equipment: '设备', money: '资金', remote_lessons: '远程课', courseware: '课件', training_seats: '培训名额', contest_team: '联合参赛队', other: '其他' },
  stayStates: { planned: '还没到', waiting: '等学生答', unanswered: '没有回答', answered: '已答' },
  faults: { missing: '请填写。', too_short: '太短，请写完整。', out_of_order: '不能早于开始或给出的日子。', future: '还没有到，请改为今天或以前。', unknown: '找不到，请重新选。', past: '已经过了，请改为今后的日期。', format: '格式不对，如 13800000000。', over_asked: '不能多于请接收的人数。', too_big: '超出了范围。', twice: '这个岗位已经有一行。', other: '不对，请改。' },
  totals: {
    year: '年份', yearOf: '{{year}} 年', allYears: '全部年份', empty: '还没有对口帮扶的记录。县里的学校拟定第一个批次，或登记第一笔资源，就有合计。', table: '各县合计', county: '县', sum: '合计', note: '由记录算出，按联盟的次序列出，不排名，不给学校定指标。不到 3 人的写“少于 3”，除非你打得开那几行；合计里会露出人数的写“—”。',
    groups: { resources: '资源（已接收）' },
    seats: '名额', members: '安排', placed: '已到岗', consented: '同意书齐全', filed: '已备案', checks: '按时关爱', stay6: '半年还在', stay12: '一年还在', stayOf: '问 {{asked}}，答 {{answered}}', askedOf: '请 {{count}}', days: '{{count}} 天', hidden: '—', notYet: '还没到', to: '到县里', from: '到南海', items: '{{count}} 项', kinds: '已接收的资源，按种类', kind: '种类', count: '项数', worth: '折价',
  },
  batches: {
    title: '批次', new: '拟定批次', empty: '还没有批次。', emptyCounty: '还没有批次。先拟定一批：去哪些企业、各几个名额。', emptyFirm: '还没有县里的学校请本单位接收学生。', emptyTeacher: '还没有由你带队的批次。', filters: { q: '批次、学校、编号', state: '状态', year: '年份', county: '县' },
    columns: { title: '批次', number: '编号', school: '学校', state: '状态', dates: '时间', startsOn: '开始', endsOn: '结束', asked: '请接收', confirmed: '确认', members: '学生', escort: '带队教师', unanswered: '没答复的行', student: '学生', studentNumber: '学号', cohort: '班级', firm: '企业', post: '岗位', placement: '实习编号', placementState: '实习状态', missing: '还缺', filing: '备案文号', lastCheck: '最近关爱' },
  },
  form: {
    newTitle: '拟定批次', editTitle: '修改：{{title}}', what: '这一批', who: '带队和联系', lines: '去哪里，几个名额', title: '名称', titleHint: '如：2027 年春季赴南海岗位实习', authority: '报哪个主管部门', authorityHint: '到省外实习要报它同意并备案（规则 1.42）', startsOn: '开始', endsOn: '结束', days: '共 {{count}} 天', fixed: '已发给企业，日期不能改', escort: '带队教师', escortHint: '本校教师，按姓名或工号查找；每周关爱由他来记', contactName: '学校联系人', contactPhone: '联系电话', remark: '说明', linesLead: '企业公开的岗位，一个岗位一行。存好以后再发给企业；企业 10 个工作日内答复，可以少收，但要写理由。',
    lineOf: '第 {{n}} 行', post: '企业的岗位', postHint: '按企业或岗位查找已公开的岗位', postNote: '{{seats}} 个名额', seats: '请接收几人', note: '说明', noteHint: '如：住同一层宿舍、有少数民族学生', add: '加一行', remove: '去掉第 {{n}} 行', noLines: '还没有。可以先存下，以后再加。', keep: '存为拟定', save: '保存修改', kept: '已存为拟定 {{number}}。', saved: '已保存。', open: '还有 {{count}} 项没有填好', total: '共请 {{count}} 家企业的岗位接收 {{seats}} 人',
  },
  record: {
    demo: '示例数据', edit: '修改', plan: '这一批', lines: '名额', members: '学生', filings: '跨省备案', history: '经过', school: '学校', authority: '主管部门', dates: '时间', escort: '带队教师', contact: '学校联系人', remark: '说明', reason: '取消的理由', firmContact: '企业联系人', seatsOf: '确认 {{confirmed}} 人，请接收 {{asked}} 人', askedOf: '请接收 {{asked}} 人', membersOf: '已安排 {{members}} 人', reasonOf: '理由：{{reason}}', dueOf: '{{due}} 前答复', answeredOn: '{{day}} 答复', addLine: '加一行', changeLine: '修改', noLines: '还没有。先加去哪家企业、几个人，再发给企业。', noMembers: '还没有安排学生。企业确认名额以后，在名额那一行点“安排学生”。', noMembersFirm: '学校还没有把学生安排到本单位。', export: '导出名单',
    student: '学生', where: '去哪里', ready: '{{count}} 人步骤都齐', short: '{{count}} 人还缺步骤', there: '{{count}} 人已上岗', done: '齐了', lacks: '缺', lacksOf: '{{name}}：{{step}}还缺什么', missingTitle: '{{step}}：{{name}}', missingNote: '由实习的记录算出，在那里补好，这里自己会变。', who: { school: '学校', unit: '单位', student: '学生', guardian: '监护人', authority: '主管部门' }, whoOf: '由{{who}}办', nothing: '前面的步骤没有齐，轮不到这一步。', goPlacement: '去实习记录', goFiling: '去备案', goFile: '办跨省备案', goInsurance: '去保险', care: '关爱', filingOf: '{{count}} 人', noFiling: '还没有开始办。安排好学生后点“办跨省备案”。', filingStates: { preparing: '准备材料', sent: '已报送', filed: '已备案', returned: '被退回' },
  },
  next: {
    planning: '名额填好后发给企业，企业 10 个工作日内答复。', planningEmpty: '先加名额：去哪家企业、几个人。', asked: '还有 {{count}} 个岗位等企业答复，{{due}} 前；到期没有答复，秘书处会催。', answer: '等你单位答复，{{due}} 前。', firmAnswered: '你单位已答复，等别的企业答复。', answered: '企业都答复了，没有一家接收。请加一行，或取消这一批。', agreed: '企业确认了 {{confirmed}} 个名额，已安排 {{members}} 人。步骤办齐，{{day}} 出发。', running: '实习中，到 {{day}}。带队教师每周问一次；到岗满半年、一年，由学生本人答还在不在。', over: '实习已到期（{{day}}），等考核完成。半年、一年的询问照常。', finished: '都结束了。半年、一年的询问照常。', cancelled: '已取消。',
  },
  actions: { ask: '发给企业', cancel: '取消批次', file: '办跨省备案', fill: '安排学生', answer: '答复学校', withdraw: '撤回' },
  decide: {
    askTitle: '发给 {{count}} 家企业：{{title}}', askNote: '企业收到待办，10 个工作日内答复。发出后日期不能改。', askNone: '还没有名额可以发。', cancelTitle: '取消批次：{{title}}', cancelNote: '问过的企业会收到通知，看得到理由。已经安排的学生要先在实习记录里取消。', withdrawTitle: '撤回：{{firm}} {{post}}', withdrawNote: '问过的企业会收到通知。', reason: '理由', reasonHint: '对方会看到', done: { ask: '已发给企业。', cancel: '已取消。', withdraw: '已撤回。' },
  },
  seat: { addTitle: '加一行名额', changeTitle: '修改：{{post}}', addNote: '这一批已经发出，加的一行会马上发给企业。', add: '加上', save: '保存', added: '已加。', saved: '已保存。' },
  answer: { title: '答复{{school}}', ask: '{{post}}：请接收 {{count}} 人', note: '学校马上看到。答复以后不能自己改，要改请和学校商量。', how: '怎么答复', confirm: '接收', decline: '这次不接收', confirmed: '接收几人', contactName: '本单位联系人', contactHint: '学生到了以后找谁', contactPhone: '联系人电话', reasonFewer: '为什么少收', reason: '为什么不接收', reasonHint: '学校会看到', verb: '答复学校', done: '已答复学校。' },
  fill: {
    title: '安排学生：{{firm}}', lead: '为每人建一份实习，从草拟开始。只要有一人不合法规，就一个都不建，并全部列出来。', free: '还有 {{count}} 个名额', cohort: '班级', allCohorts: '全部班级', q: '姓名、学号', chosen: '已选 {{count}} 人', students: '学生', minor: '未满 18 周岁', noGuardian: '没有监护人', noAccount: '没有账户', none: '没有可以安排的学生。', more: '还有 {{count}} 人没有列出，请选班级或按姓名查找。', leftOut: '{{count}} 人不在名单里', codes: { placed: '已有实习 {{number}}', placement_exists: '已有实习', in_batch: '已在这一批', under_16: '出发时未满 16 周岁' }, tooMany: '选多了，只剩 {{count}} 个名额。', nobody: '请选学生。', verb: '安排 {{count}} 人', done: '已为 {{count}} 人建实习。接着办同意书和协议。', supervisor: '指导教师', supervisorHint: '不填就是各班的指导教师', refused: '这几名学生不合法规，一个都没有建', first: '选前 {{count}} 人', clear: '都不选',
  },
  filing: { title: '办跨省备案：{{title}}', note: '把 {{count}} 名还不在备案里的学生和带队教师放进一份跨省备案；接着在备案里核对清单、报送、填文号。', name: '名称', nameOf: '{{title}}跨省备案', verb: '开始办理', done: '已建备案，请核对清单。' },
  checks: {
    title: '每周关爱', empty: '还没有关爱记录。学生上岗后，带队教师在手机上每周记一次。', filters: { q: '学生、企业', level: '总的看', week: '哪一周', open: '处理', openOnly: '没有处理的' }, columns: { student: '学生', school: '学校', firm: '企业', week: '周', level: '总的看', answers: '不好的', note: '说明', madeBy: '谁记的', madeAt: '记的时间', handled: '处理', batch: '批次' }, late: '晚了', topics: { health: '身体', living: '吃住', pay: '报酬', hours: '工时、夜班', mentor: '和师傅相处', family: '和家里联系' }, unsure: '{{what}}（不清楚）', open: '没有处理', handle: '写处理结果', handleTitle: '处理结果：{{name}}', handleNote: '写下做了什么；带队教师看得到，记录就此了结。', what: '做了什么', whatHint: '至少 5 个字', handled: '已记下。', weekOf: '{{from}}起的一周', handledBy: '{{name}} {{day}}：{{done}}', recordTitle: '{{name}}的关爱记录', hidden: '说明只有学校和带队教师看得到。', placement: '看实习',
  },
  stays: { title: '稳岗', lead: '学生到岗满半年、一年，系统问本人还在不在。只有本人能答；没有答的就是没有答，不算留下，也不算离开。', unasked: '到了，学生没有账户，问不到', empty: '还没有。学生上岗以后就有。', filters: { q: '学生、企业', months: '问的是', state: '状态', answer: '回答' }, columns: { student: '学生', school: '学校', firm: '企业', months: '问的是', dueOn: '问的日子', state: '状态', reason: '原因', answeredAt: '哪天答', batch: '批次' } },
  exchanges: {
    title: '教师交流', new: '提出交流', empty: '还没有教师交流。', emptyTeacher: '还没有你参加的交流。由学校提出。', filters: { q: '教师、学校、编号', state: '状态', direction: '方向', year: '年份' }, columns: { teacher: '教师', number: '编号', home: '派出学校', host: '接收学校', direction: '方向', purpose: '做什么', subject: '内容', startsOn: '开始', endsOn: '结束', state: '状态', days: '确认天数', dates: '时间' },
    form: { title: '提出教师交流', note: '对方学校接受才算数。同一名教师不能同时有两段。', teacher: '本校教师', teacherHint: '按姓名或工号查找', host: '接收学校', hostHint: '两所学校里要有一所是帮扶县的', purpose: '做什么', subject: '内容', subjectHint: '如：数控车削实训课', plan: '安排', planHint: '上几个班的课、住哪里', startsOn: '开始', endsOn: '结束', send: '提出', sent: '已提出，编号 {{number}}。' },
    record: { title: '{{teacher}}　{{purpose}}', what: '安排', home: '派出学校', host: '接收学校', subject: '内容', dates: '时间', endedOn: '实际结束', hostContact: '对方联系人', plan: '安排', days: '接收学校确认', daysOf: '{{count}} 天', report: '总结', noReport: '还没有写。教师本人或派出学校写，写了才能结束。', writeReport: '写总结', editReport: '修改总结', reason: '理由：{{reason}}', history: '经过', reportTitle: '总结：{{teacher}}', reportHint: '做了什么，留下什么，至少 10 个字', saveReport: '保存总结', reportSaved: '已保存。', demo: '示例数据' },
    line: { proposed: '提出', accepted: '接受', under_way: '交流', finished: '结束' },
    next: { proposed: '等{{host}}答复。', accepted: '{{day}} 开始；到时由两校中的一所点“开始”。', under_way: '交流中，到 {{day}}。写好总结，由{{host}}确认天数、结束。', finished: '已结束，{{host}}确认 {{count}} 天。', declined: '{{host}}不接受。', withdrawn: '已撤回。' },
    actions: { accept: '接受', decline: '不接受', start: '开始', finish: '确认天数，结束', withdraw: '撤回' },
    decide: { title: '{{verb}}：{{teacher}}', reason: '理由', reasonHint: '对方会看到', hostContact: '本校谁来接待', hostContactHint: '姓名和电话', days: '在这里工作了几天', daysHint: '从开始到结束最多 {{most}} 天', endedOn: '最后一天', note: { accept: '派出学校和教师会看到。', decline: '派出学校看得到理由。', start: '从今天起算在交流中。', finish: '天数进入合计，之后不能改。', withdraw: '对方学校会收到通知。' }, done: { accept: '已接受。', decline: '已答复。', start: '已开始。', finish: '已结束，天数已确认。', withdraw: '已撤回。' }, noReport: '还没有总结。' },
  },
  resources: {
    title: '资源台账', new: '登记给出的资源', empty: '台账还没有记录。', lead: '接收的学校确认收到多少，才算多少。', filters: { q: '名称、编号、单位', kind: '种类', state: '状态', year: '年份' }, columns: { name: '名称', number: '编号', kind: '种类', giver: '给出单位', receiver: '接收学校', quantity: '数量', unit: '单位', value: '折价（元）', givenOn: '给出', state: '状态', receivedQuantity: '收到', receivedOn: '收到的日子', receivedValue: '收到的折价（元）', revision: '版本' }, amount: '{{quantity}} {{unit}}',
    form: { title: '登记给出的资源', correctTitle: '更正：{{name}}', note: '接收的学校会收到待办，确认数量以后才计入合计。', correctNote: '存为新的一版，原来的一版留着；接收的学校重新确认。', giver: '给出单位', giverHint: '秘书处代为登记时填', kind: '种类', name: '名称', nameHint: '如：数控车床 CAK4085', receiver: '接收学校', receiverHint: '帮扶县的学校', quantity: '数量', money: '金额', unit: '单位', unitHint: '台、课时、人……', yuan: '元', value: '折合多少元', valueHint: '没有折价就空着，不计入金额', givenOn: '给出的日子', remark: '说明', correction: '为什么更正', correctionHint: '至少 5 个字，和新的一版一起留着', send: '登记', correct: '存为新的一版', sent: '已登记，编号 {{number}}。接着可以加凭据。', corrected: '已更正，等重新确认。', noSchools: '联盟里还没有帮扶县的学校。' },
    record: { what: '登记', giver: '给出单位', receiver: '接收学校', kind: '种类', quantity: '数量', value: '折价', noValue: '没有折价', givenOn: '给出', note: '说明', received: '收到', receivedOf: '{{day}} 收到 {{quantity}} {{unit}}', receivedBy: '{{name}}确认', disputed: '对不上：{{reason}}', correction: '更正：{{reason}}', versions: '版本', versionOf: '第 {{n}} 版', this: '这一版', newer: '已有新的一版，见下面的“版本”。', evidence: '凭据', noEvidence: '还没有。交接单、照片、发票都可以。', add: '加凭据', added: '已加凭据。', history: '经过', demo: '示例数据' },
    next: { given: '等{{receiver}}确认收到多少；确认以前不计入合计。', received: '{{receiver}}已确认，计入合计。', disputed: '{{receiver}}说对不上，请{{giver}}更正。', corrected: '这一版已被新的一版代替。' },
    actions: { receive: '确认收到', dispute: '对不上', correct: '更正' },
    receive: { title: '确认收到：{{name}}', note: '按收到的数量计入合计。', quantity: '收到多少', quantityHint: '登记的是 {{most}} {{unit}}', receivedOn: '收到的日子', done: '已确认收到。' }, dispute: { title: '对不上：{{name}}', note: '给出单位看得到，会更正。', reason: '哪里对不上', verb: '告诉给出单位', done: '已告诉给出单位。' },
  },
  events: {
    by: '{{name}}　', system: '系统　', seat_planned: '加一行名额', seat_asked: '问企业', seat_changed: '修改一行名额', seat_withdrawn: '撤回一行名额', filing_opened: '开始办跨省备案', planned: '拟定批次', changed: '修改', asked: '发给企业', agreed: '名额商定', started: '开始', finished: '结束', cancelled: '取消', confirmed: '企业确认名额', declined: '不接收', withdrawn: '撤回', filled: '安排学生', proposed: '提出交流', accepted: '接受', reported: '写总结', given: '登记', received: '确认收到', disputed: '对不上', corrected: '更正', count: '{{count}} 人',
  },
} as const
