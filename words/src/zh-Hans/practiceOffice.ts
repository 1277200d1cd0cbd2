/** 教师企业实践：学校、企业、秘书处办公用的页面。 */
export const practiceOffice = {
  title: '教师企业实践',
  tabs: { plans: '实践计划', roster: '教师', openings: '实践岗位', claims: '以往实践', setting: '系部与规定', coverage: '各校进度' },
  lead: { school: '谁先不足，谁排在前面；计划、周志、鉴定、天数都在这里。', firm: '老师来本单位实践：接收、确认周志、鉴定。', office: '各校专业课教师的实践进度，只有合计，没有姓名。', head: '本系部的计划和累计天数。' },
  plans: {
    title: '教师企业实践计划', export: '导出 Excel', empty: '还没有实践计划。', emptyFirm: '还没有学校批准到本单位实践的老师。可以发布实践岗位。', write: '代写计划',
    columns: { number: '编号', teacher: '教师', department: '系部', school: '学校', organisation: '企业', opening: '岗位', form: '形式', startsOn: '开始', endsOn: '结束', state: '状态', dueAt: '期限', creditedDays: '已计入天数' },
    filters: { q: '教师、企业、编号', state: '状态', live: '在办', late: '已超期' }, late: '已超期',
  },
  roster: {
    title: '教师企业实践天数', caption: '教师，先不足的在前', export: '导出 Excel', empty: '名册上还没有教师。先在“教师”里添加或导入。', emptyHead: '系部里还没有教师。请学校联络员设置。',
    law: '按先不足的日期排列，不是排名。近五年累计满 {{needed}} 天（6 个月，每月 30.4 天）为达到。',
    columns: { number: '工号', name: '教师', department: '系部', kind: '类别', employedOn: '入职', days: '近五年天数', months: '约合月数', needed: '要求天数', missing: '还差', state: '现状', shortOn: '不足日期', shortOnPlanned: '按批准的计划', claimed: '自报待佐证', plan: '在办计划', subject: '任教专业' },
    filters: { q: '姓名、工号', state: '现状', soon: '一年内不足', unplanned: '不足且没有计划', department: '系部', kind: '类别' },
    counts: { short: '已不足', first: '先实践后上岗', soon: '一年内不足', enough: '已达到', growing: '五年内累计中', unset: '没有入职日期' }, unknownSince: '入职日期未填',
    edit: '实践资料', editTitle: '实践资料：{{name}}', editNote: '入职满五年才开始衡量；新教师没有企业经历的，先实践后上岗。', department: '系部', none: '未分', kind: '类别', employedOn: '入职日期', experienced: '以前在企业工作过', experiences: { yes: '有企业经历', no: '没有', unknown: '不清楚' }, account: '登录账户', accountHint: '关联后，老师在手机上看得到自己的天数，也能提交计划。', accountNone: '不关联', taken: '{{name}}（已关联别人）', save: '保存', saved: '已保存。', noPlan: '没有',
  },
  teacher: { title: '{{name}}的企业实践', back: '教师', plan: '代写计划', claim: '登记以往实践' },
  openings: {
    title: '教师实践岗位', new: '发布实践岗位', empty: '还没有实践岗位。', emptyOthers: '还没有企业发布实践岗位。',
    columns: { title: '岗位', organisation: '企业', form: '形式', field: '专业', places: '名额', startsOn: '开始', endsOn: '结束', state: '状态', number: '编号', costs: '费用' }, placesOf: '{{taken}}/{{places}}',
    states: { draft: '草稿', open: '接收中', closed: '已停止' }, filters: { q: '岗位、企业、编号', state: '状态', form: '形式', mine: '范围', mineOnly: '我单位的', free: '名额', freeOnly: '还有名额的' },
    form: {
      newTitle: '发布实践岗位', editTitle: '修改：{{title}}', what: '做什么', when: '时间、名额与费用', organisation: '企业', title: '岗位名称', titleHint: '如：焊接工作站调试', department: '部门', form: '形式', field: '对口专业', fieldHint: '如：工业机器人技术', tasks: '任务', tasksHint: '老师来了做什么，至少 10 个字', places: '名额', startsOn: '最早开始', endsOn: '最晚结束', costs: '费用', costsHint: '食宿、交通、保险由谁承担', contactName: '联系人', contactPhone: '联系电话',
      keep: '存为草稿', publish: '发布', kept: '已存为草稿 {{number}}。', published: '已发布，学校和老师看得到。', open: '还有 {{count}} 项没有填好', gaps: { missing: '请填写。', too_short: '太短，至少写 10 个字。', past: '已经过了，请改为今后的日期。', before_start: '要晚于最早开始的日期。' },
    },
    record: { what: '岗位内容', terms: '时间、名额与费用', plans: '来的老师', edit: '继续填写', choose: '按这个岗位写计划', none: '还没有', full: '名额已满' },
    actions: { publish: '发布', revise: '收回修改', close: '停止接收' }, done: { publish: '已发布。', revise: '已收回到草稿。', close: '已停止接收；已接收的照常。' }, note: { publish: '发布后学校和老师看得到。', revise: '回到草稿，改好再发布。', close: '不再接收，已接收的照常办完。' }, next: { draft: '填好后发布。', open: '接收中，{{taken}}/{{places}} 个名额已定；{{due}} 后自动停止。', closed: '已停止接收。' },
  },
  claims: {
    title: '以往实践', lead: '从别的系统带来的天数先记为“自报”，单独显示；看过佐证、点了计入才算。同一天只算一次。', empty: '还没有登记以往实践。', add: '登记一段', addTitle: '登记以往实践', teacher: '教师', import: '导入 Excel', export: '下载模板',
    columns: { teacher: '教师', organisation: '实践企业', dates: '起止日期', days: '自报天数', source: '依据', state: '状态', evidence: '佐证', action: '办理' }, filters: { q: '教师、企业', state: '状态' }, states: { claimed: '自报', confirmed: '已计入', rejected: '不予计入' },
    upload: '上传佐证', look: '看佐证', confirm: '计入', reject: '不计入', confirmTitle: '计入 {{teacher}} 的 {{days}} 天', confirmNote: '从开始那天起连续计 {{days}} 天。其中已有计过的日子，整段不计，要先改起止日期。', rejectTitle: '不计入 {{teacher}} 的这段实践', rejectReason: '理由', done: { confirm: '已计入 {{days}} 天。', reject: '已记为不予计入。' }, noEvidence: '先上传佐证',
    sheet: { title: '导入以往实践', note: '先核对，不写入；错误一次列全，标红的原表可以下载。好的行可以先记为自报。', file: '选择文件', read: '读到 {{rows}} 行：可以记入 {{ready}} 行，已经有 {{unchanged}} 行，有错误 {{faults}} 处。', missing: '缺少必填的列：{{columns}}', unknown: '没有用到的列：{{columns}}', fault: '第 {{row}} 行“{{column}}”：{{sentence}}', marked: '下载标红的原表', write: '把 {{ready}} 行记为自报', written: '已记为自报 {{count}} 行，请逐段上传佐证。', template: '下载模板' },
  },
  setting: {
    title: '系部与规定', departments: '系部', name: '系部名称', head: '系部负责人', headHint: '先同意的人；没有登录账户的，由学校联络员办理。', noHead: '没有指定', headNoAccount: '没有登录账户', teachers: '教师', away: '在外', add: '加系部', addTitle: '加系部', editTitle: '改系部：{{name}}', edit: '修改', save: '保存', saved: '已保存。', empty: '还没有系部。加一个，再在“教师”里给老师选系部。',
    rules: '学校的规定', awayPercent: '系部同时在外最多百分之几', awayHint: '超过要写理由，批准的人和理由都留存。一般 15。', generalMonths: '公共课教师五年要几个月', generalHint: '0 表示只要求定期调研。专业课教师按规定是 6 个月，不能改少。', needsAgreement: '开始前要签实践协议', restDays: '整周到岗的，休息日一并计入', restHint: '规定按 30.4 天一个月累计；不勾，只计到岗的日子。',
  },
  coverage: { title: '各校专业课教师实践进度', lead: '按联盟排序，不按数字排名。只有合计，看不到姓名。', asOf: '{{day}} 的数据', empty: '联盟里的学校还没有教师名册。', columns: { school: '学校', specialists: '专业课教师', enough: '已达到', growing: '五年内累计中', short: '已不足', first: '先实践后上岗', practising: '正在实践', share: '达到的比例' } },
  record: {
    back: '实践计划', checkWrite: '记中期检查', checkTitle: '中期检查：{{teacher}}', checkedOn: '哪一天', how: '方式', finding: '看到什么', good: '情况正常', checkDone: '已记下。', checkDue: '{{day}} 该做中期检查', paperAdd: '上传企业纸质件', paperPart: '是什么', paperDone: '已上传。', draftAgreement: '起草协议', draftDone: '已起草，请核对后发起签署。', weeksTitle: '周志', print: '打印申请与鉴定表', printTitle: '教师企业实践申请与鉴定表', who: '人和企业', file: '材料',
    paper: { applicant: '申请人', signature: '签名', date: '日期', department: '系部意见', academic: '学校教务意见', firm: '企业意见', appraisal: '企业鉴定（等次与评语）', assessment: '学校考核', seal: '（盖章）', weeks: '周志（企业逐周签字）', week: '周', daysIn: '到岗日', sign: '企业签字', number: '编号 {{number}}', note: '企业没有登录账户的，请打印后盖章签字，由学校拍照上传；与网上答复同样有效。' },
  },
} as const
