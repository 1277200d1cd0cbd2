/** 实习报酬：单位登记，学生私下确认，学校处理预警。 */
export const pay = {
  title: '报酬', lead: '以货币按时足额直接发给学生，间隔不超过一个月。单位每月登记，学生只向学校确认。', month: '{{year}} 年 {{number}} 月', amount: '{{amount}} 元',
  means: { bank: '银行转账', cash: '现金', e_wallet: '微信或支付宝', goods: '实物', voucher: '购物卡、代金券' },
  paidByWho: { unit: '实习单位', school: '学校', agency: '劳务公司、中介', other: '其他人' },
  list: {
    title: '实习报酬', leadUnit: '本单位实习学生，逐月登记，附回单。', leadSchool: '本校实习学生，单位逐月登记的报酬。', month: '月份', empty: '这个月没有在岗的实习学生。', filters: { month: '月份', q: '学生或单位', state: '登记' }, state: { open: '还没有登记', recorded: '已登记' },
    columns: { student: '学生', school: '学校', unit: '单位', amount: '报酬', paidOn: '发放日期', due: '最迟', answer: '学生确认', alarms: '预警' }, open: '没有登记', late: '已过期', answered: '已确认', unanswered: '没有答', record: '登记', alarms: '{{count}} 条',
  },
  record: {
    do: '登记报酬', title: '登记 {{month}} 报酬：{{name}}', amount: '发了多少', amountHint: '税前实发，元。', paidOn: '哪一天发的', means: '怎样发的', payee: '发给谁', payees: { student: '学生本人', other: '别人' }, payer: '谁发的', payers: { unit: '本单位', third_party: '劳务公司等第三方' },
    deducted: '扣了多少', deductedHint: '任何名目都不得向学生收费或从报酬里扣。没有就填 0。', samePostWage: '相同岗位工资标准', lowestTierWage: '最低档工资', referenceHint: '两项都填，元/月。', share: '出勤（整月为 1）', remark: '说明（选填）', remarkNeeded: '为什么低于参照，学校会看到', receipt: '回单', receiptHint: 'PDF 或图片。', save: '登记，不能改', note: '登记后学生会在手机上收到确认请求；同一个月不能登记两次。', saved: '已登记。', noReceipt: '先选回单',
  },
  batch: {
    open: '多人一起登记', title: '一起登记报酬：{{month}}', lead: '还没有登记的实习生都在下面。填金额、选每个人的回单，一次登记；登记后每个学生各自收到确认请求，看不到别人的。', empty: '这个月的报酬都登记了。', back: '看报酬',
    common: '共同的', paste: '从工资表粘贴', pasteHint: '复制“姓名、金额”两列粘贴到这里，一人一行。', pasteFirst: '先粘贴', fill: '填到下面', filled: '填了 {{count}} 人。', strangers: '没有对上（不在下面，或有同名）：{{names}}',
    receipts: '回单', receiptsHint: '一人一个文件，文件名里带姓名，可以一次选多个。', table: '实习生', columns: { student: '学生', amount: '金额（元）', share: '出勤（整月为 1）', receipt: '回单', why: '说明或不能登记的原因' }, reference: '相同岗位 {{same}}，最低档 {{lowest}}', noReference: '协议里没有参照工资，请单独登记。', pick: '选 {{name}} 的回单', remark: '为什么低于参照：{{name}}',
    none: '先填金额、选回单', do: '登记 {{count}} 人，不能改', running: '正在登记 {{done}}/{{all}}', done: '已登记 {{count}} 人。', held: '{{count}} 人没有登记，原因写在各人那一行。', draftNote: '金额和说明有草稿；回单离开这一页要重选。', more: '先登记这 {{shown}} 人，共 {{total}} 人。',
  },
  findings: {
    r1_33_payee: '报酬必须发给学生本人。', r1_33_payer: '报酬不得经过第三方转发，由本单位直接发。', r1_33_means: '不得用实物、购物卡代替货币。', r1_34_deducted: '不得以任何名目向学生收费或扣报酬（{{amount}} 元）。', r1_32_paid: '{{amount}} 元低于相同岗位的 80% 和最低档两者中较低的 {{least}} 元。', source: '{{document}}{{article}}', document: '《职业学校学生实习管理规定》',
  },
  page: {
    withdraw: '撤回登记', withdrawTitle: '撤回 {{month}} 的登记', withdrawReason: '哪里登记错了', withdrawNote: '撤回后单位可以重新登记；原来的登记留在操作记录里。', withdrawn: '已撤回，单位可以重新登记。', agreed: '约定', agreedPay: '报酬', reference: '相同岗位 {{same}} 元/月，最低档 {{lowest}} 元/月', months: '逐月', due: '最迟 {{day}}', late: '已过期', recorded: '{{amount}} 元，{{day}}，{{means}}', receipt: '回单', noRecord: '单位还没有登记', answer: '学生确认', answerAll: '收到 {{amount}} 元，{{day}}，{{means}}，{{by}}发', answerPart: '只收到 {{amount}} 元，{{day}}，{{means}}，{{by}}发', answerNothing: '没有收到', deducted: '扣了 {{amount}} 元：{{what}}', noAnswer: '学生还没有答', privacy: '学生的确认只有学校和本人看得到，单位看不到。', remark: '说明：{{text}}', reportedShare: '出勤 {{share}}',
  },
  mine: {
    title: '报酬', none: '你现在没有在实习。', privacy: '你的回答只有学校的老师看得到，单位永远看不到。', says: '单位登记：{{amount}} 元，{{day}}，{{means}}', saysNothing: '单位还没有登记。最迟 {{day}}。', ask: '你收到了吗', asked: '请回答', answered: '你已答：{{what}}', all: '全部收到', part: '只收到一部分', nothing: '没有收到',
    amount: '收到多少', receivedOn: '哪一天收到的', means: '怎样给的', paidBy: '谁给的', paidByName: '名字（选填）', deducted: '被扣或被要求交的钱', deductedHint: '押金、管理费、培训费、服装费……没有就填 0。', deductedFor: '以什么名目', note: '还想说的（选填）', send: '只告诉学校', sendAgain: '更正', done: '学校已收到。', same: '和单位登记的一样', alarm: '学校已知道，正在处理', alarmDone: '学校的处理：{{outcome}}', change: '改我的回答', rule: '报酬应当以货币按时足额直接发给你，不得经过别人，不得扣钱，也不得收任何费用。',
  },
  alarm: {
    title: '报酬预警', lead: '没有按时、足额、以货币、直接发给学生的，学校三个工作日内处理。只有学校看得到；单位看不到预警，也看不到学生的回答。', empty: '没有报酬预警。', back: '报酬预警',
    reasons: { late: '31 天没有发报酬', paid_late: '报酬发晚了', not_received: '学生说没有收到', non_cash: '不是货币', third_party: '经过第三方', deducted: '被扣钱或收费', less: '少于登记的数', below_reference: '低于参照标准' },
    why: {
      late: '上次发放（或上岗）是 {{last}}，已经 {{days}} 天；{{rule}}', paid_late: '距上次 {{days}} 天才发；{{rule}}', not_received: '学生说 {{month}} 的报酬没有收到；{{rule}}', non_cash: '学生说收到的是{{means}}；{{rule}}', third_party: '学生说是{{paidBy}}给的；{{rule}}', deducted: '学生说被扣或被收了 {{amount}} 元；{{rule}}', less: '学生说收到 {{amount}} 元，单位登记 {{recorded}} 元；{{rule}}', below_reference: '登记 {{amount}} 元，参照 {{least}} 元，单位的说明：{{remark}}；{{rule}}',
    },
    rules: { r1_32: '报酬原则上不低于相同岗位的 80% 或最低档', r1_33: '报酬应当以货币按时足额直接发给学生，间隔原则上不超过一个月，不得经过第三方', r1_34: '不得以任何名目向学生收费' }, lawNote: '依据：{{document}}{{article}}', unread: '依据原文待核，不写条号',
    states: { open: '待处理', taken: '处理中', settled: '已处理', lapsed: '已消除' }, sources: { clock: '系统发现', unit: '从单位登记看出', student: '学生所说，保密' },
    columns: { what: '预警', student: '学生', unit: '单位', month: '月份', state: '状态', due: '处理期限', teacher: '指导教师' }, filters: { q: '学生、单位或编号', state: '状态', reason: '原因', mine: '只看我指导的', live: '没处理完的' },
    recordSheet: '单位登记', answerSheet: '学生所说', secret: '保密：不要对单位说是学生讲的。可以说“学校例行核对”。', take: '我来处理', taken: '由 {{name}} 处理', settle: '写处理结果', settleTitle: '处理结果：{{number}}', outcome: '怎样处理的', outcomeHint: '和谁谈了，补发了没有，以后怎样。至少 5 个字。学生看得到。', settled: '已记下。', done: '处理结果', call: '学生电话', openPay: '看全部报酬', line: { open: '发现', taken: '处理中', settled: '已处理' },
    next: { open: '等学校处理，{{due}} 前。', taken: '{{name}} 正在处理，{{due}} 前写结果。', settled: '已处理：{{outcome}}', lapsed: '单位已登记，或学生改了回答，预警消除。' },
  },
} as const
