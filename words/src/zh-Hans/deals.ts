/** 技术合同。 */
export const deals = {
  title: '技术合同', lead: '从起草、签署、认定登记到验收和一年后的效益。', board: '按状态', unknown: '—', empty: '还没有技术合同。在洽谈中的对接里起草。', none: '没有', count: '{{count}} 份', sum: '{{wan}} 万元', wan: '{{wan}} 万元',
  states: { drafting: '起草', signed: '已签', filed: '登记中', registered: '已登记', unregistered: '未予登记', accepted: '已验收', closed: '已结', ended: '已终止' },
  next: {
    drafting: '起草中。齐了就签署。', signed: '已签。供给方向所在地登记机构申请认定登记，一份合同只登记一次。', filed: '登记机构审核中，{{due}}前应有结果。', registered: '已登记。按里程碑履行，收款记账，完成后由需求方验收。', unregistered: '未予登记，合同照常履行。', accepted: '已验收。{{due}}请需求方写一年效益。', closed: '已结。', ended: '已终止。',
  },
  kinds: { development: '技术开发', transfer: '技术转让', licence: '技术许可', consulting: '技术咨询', service: '技术服务' },
  subtypes: { commissioned: '委托开发', joint: '合作开发', patent_right: '专利权转让', patent_application: '专利申请权转让', know_how: '技术秘密', software: '软件著作权转让', other: '其他转让', exclusive: '独占许可', sole: '排他许可', ordinary: '普通许可', consulting: '技术咨询', service: '技术服务', training: '技术培训', agency: '技术中介' },
  pricings: { agreed: '协议定价', listing: '挂牌交易', auction: '拍卖' },
  columns: { title: '合同', kind: '类型', state: '状态', provider: '供给方', client: '需求方', total: '总额', received: '已到账', due: '下一个期限', number: '编号' },
  form: { newTitle: '起草技术合同', editTitle: '修改合同', title: '合同名称', kind: '合同类型', kindHint: '民法典的五类。开发、转让、许可要采用书面形式。', subtype: '细类', total: '合同总额', technical: '其中技术交易额', technicalHint: '不含设备、材料等，不能大于总额。', pricing: '定价方式', providerPublic: '供给方是公办单位（国家设立的研发机构、高校等）', save: '保存', saved: '已保存。', wan: '万元' },
  record: {
    facts: '合同内容', paper: '合同文本', noPaper: '还没有上传合同文本。', uploadPaper: '上传合同文本', uploadEvidence: '上传其他材料', fileHint: 'PDF、Word、图片，不超过 20 MB。', inWriting: '这类合同要采用书面形式（民法典第八百五十一、八百六十三条），没有文本不能签署。', uploaded: '已上传。', theContract: '合同文本',
    notice: '价格公示', noticeNeeded: '公办单位协议定价，要公示名称和拟交易价格满 15 日（促进科技成果转化法第十八条）。', publish: '开始公示 15 日', published: '已开始公示。', noticeFrom: '公示 {{from}} 至 {{until}}', noticeOver: '公示期满，可以签署。', noticeRuns: '公示期未满，还不能签署。', noticeNot: '还没有公示。', noticePage: '公示页面',
    registration: '认定登记', rule: '适用规则', filedAt: '申请', decisionDue: '应有结果', certificate: '登记编号', verified: '核定技术交易额', refused: '未予登记的原因', notFiled: '还没有申请登记。', milestones: '里程碑', noMilestones: '还没有里程碑。', plan: '编排里程碑', reach: '填完成情况', reached: '{{day}} 完成', due: '{{day}} 前', receipts: '到账', noReceipts: '还没有到账。', receive: '记一笔到账', of: '到账 {{received}} / {{total}}', reward: '完成人奖励', rewardSet: '填奖励比例', rewardNone: '还没有填。', rewardShare: '净收入的 {{share}}%', rewardLow: '低于 50%：没有本单位规定的，应不低于净收入的 50%（促进科技成果转化法第四十五条）。', rewardReason: '依据：{{reason}}', acceptance: '验收', benefit: '一年效益', benefitDue: '{{day}} 起可以填写。', ended: '终止原因：{{code}}', history: '经过', need: '需求', introduction: '对接',
  },
  obstacles: { title: '现在还不能{{verb}}', contract_not_written: '没有上传合同文本', price_not_published: '价格公示未满 15 日', signed_in_future: '签署日期在今天之后', milestones_open: '还有里程碑没有完成', objections_open: '还有价格异议没有答复' },
  actions: { sign: '签署', file: '申请登记', register: '登记通过', refuse: '未予登记', accept: '验收', close: '写一年效益', end: '终止' },
  decide: {
    title: '{{verb}}：{{number}}', signedOn: '签署日期', certificate: '登记编号', verified: '核定技术交易额', reasonOf: '登记机构的原因', acceptance: '验收结论', acceptanceHint: '达到哪些指标，有什么证据。会作为需求的解决办法，请需求方确认。', benefit: '一年来的效益', benefitAmount: '一年增收节支', code: '原因', note: '说明',
    about: { sign: '记录双方已签署。登记规则按签署日期确定。', file: '一份合同只登记一次，由供给方申请。', register: '按登记证明填写。', refuse: '写明登记机构的原因。合同照常履行。', accept: '验收后，需求转为“待确认解决”，一年后请你写效益。', close: '写完，合同办结。', end: '合同终止，原因告知双方；如果是最后一个对接，需求重新征集。' },
    done: { sign: '已记录签署。', file: '已记录申请。', register: '已登记。', refuse: '已记录。', accept: '已验收。', close: '已办结。', end: '已终止。' },
  },
  milestone: { title: '内容', dueOn: '期限', amount: '付款', add: '加一项', remove: '去掉第 {{at}} 项', evidence: '完成情况和证据', reachedOn: '完成日期', saved: '已保存。', planNote: '已完成的不变；没完成的按这里重排。' },
  receipt: { receivedOn: '到账日期', amount: '金额', voucher: '凭证号', saved: '已记账。' },
  reward: { share: '占净收入的比例', reason: '低于 50% 的依据', saved: '已保存。' },
  rules: { title: '登记规则', lead: '按签署日期适用。审核期限由秘书处按现行规则填写。', from: '{{from}} 起', range: '{{from}} 至 {{until}}', days: '审核期限', day: '天', change: '改期限', saved: '已保存。' },
  objections: { title: '公示期间的异议', none: '没有收到异议。', from: '{{name}}，{{contact}}', someone: '异议人信息只有供给方和秘书处可见', due: '{{until}}前答复', kept: '维持原价格', changed: '异议成立，重新公示', answer: '答复', outcome: '处理', outcomeHint: '异议成立的，现有公示作废，改好名称或价格后重新公示不少于 15 日。', text: '书面答复', textHint: '说明核对了什么、依据是什么。异议人凭回执看得到。', answered: '已答复。', answeredAt: '{{day}} 答复' },
  events: { objected: '收到价格异议', objection_answered: '答复价格异议', drafted: '起草合同', changed: '修改合同', price_published: '开始价格公示', signed: '签署', filed: '申请认定登记', registered: '登记通过', registration_refused: '未予登记', planned: '编排里程碑', milestone_reached: '完成里程碑', received: '到账', reward_set: '填奖励比例', accepted: '验收', closed: '写效益，办结', ended: '终止', by: '{{name}} ', system: '系统 ' },
} as const
