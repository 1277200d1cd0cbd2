/** 对接：一个需求和一项成果或一支团队。 */
export const introductions = {
  title: '对接', lead: '需求方和供给方各自表态，10 个工作日内答复；说“不”要选原因。', caption: '对接列表', unknown: '—',
  empty: '还没有对接。在需求页的推荐里，或在成果页发起。',
  states: { proposed: '等双方答复', accepted: '双方同意', talking: '洽谈中', contracted: '已转合同', declined: '未成', withdrawn: '已撤回', lapsed: '逾期未答' },
  line: { proposed: '发起', accepted: '双方同意', talking: '洽谈', contracted: '合同', declined: '未成', withdrawn: '撤回', lapsed: '逾期' },
  next: {
    proposed: { asker: '等需求方答复，{{due}}前；不答复自动失效。', answerer: '等供给方答复，{{due}}前；不答复自动失效。' },
    accepted: '双方同意了。请在{{due}}前见面，并记一笔洽谈记录。', talking: '洽谈中。请在{{due}}前再记一次进展，否则提醒技术经理人。', contracted: '已转入合同。', declined: '没有谈成，原因已告知双方，并用来改进推荐。', withdrawn: '已撤回。', lapsed: '10 个工作日没有答复，自动失效。',
  },
  sides: { asker: '需求方', answerer: '供给方', manager: '技术经理人', clock: '系统' },
  codes: { wrong_field: '领域不符', not_mature: '技术不成熟', too_costly: '费用谈不拢', too_late: '时间赶不上', no_capacity: '没有人手或设备', terms: '合作条件谈不拢', already_solved: '已经解决', unclear: '需求不清楚', withdrawn: '撤回', lapsed: '逾期未答' },
  columns: { need: '需求', answer: '成果或团队', asker: '需求方', answerer: '供给方', state: '状态', dueAt: '期限', madeAt: '发起', number: '编号', code: '原因' },
  filters: { state: '状态', live: '进行中', ended: '已结束', waiting: '范围', waitingOnly: '等我方答复', code: '没谈成的原因' },
  answerKinds: { achievement: '成果', team: '团队' },
  record: {
    heading: '对接 {{number}}', made: '{{side}}{{name}}于 {{day}} 发起', message: '发起时的话', parties: '双方', need: '需求', answer: '答复', yes: '已同意', notYet: '未答复', reasons: '系统为什么推荐', noReasons: '不是从系统推荐发起的。', history: '经过',
    ended: '{{side}}说：{{code}}', note: '说明', deal: '合同', toDeal: '查看合同', draftDeal: '起草技术合同', read: '知道了', readDone: '已标为看过。', improve: '改进建议',
  },
  advice: {
    wrong_field: '需求方：把行业、材料、工序写具体。供给方：核对行业领域和用途。', not_mature: '供给方：补更高一级的成熟度证明，或找中试平台。需求方：可考虑先试验再采购。', too_costly: '双方：写清预算和报价范围，试试许可或分期。', too_late: '需求方：提前提出；供给方：写明交付周期。',
    no_capacity: '供给方：写明现在能接多少；可推荐同行。', terms: '双方：请技术经理人居间，换一种合作方式。', already_solved: '需求方：请到需求页报告解决，避免再被打扰。', unclear: '需求方：补充现状、目标指标和工况。',
  },
  actions: { accept: '同意对接', decline: '不合适', withdraw: '撤回' },
  decide: {
    title: '{{verb}}：{{number}}', code: '原因', codeHint: '八种选一种。对方会看到，系统也会据此改进推荐。', note: '说明', noteHint: '选填，写清缺什么，对方才好改。不要写机密。',
    about: { accept: '双方都同意后，开始洽谈，需求的答复时钟停下。', decline: '告诉对方原因。如果是最后一个对接，需求重新征集。', withdraw: '对方不再看到待办。' },
    done: { accept: '已同意。', decline: '已答复，原因已告知对方。', withdraw: '已撤回。' },
  },
  secrecy: {
    title: '保密协议', lead: '双方都确认后，互相看得到需求的内部资料、预算、附件，和成果的详情、证明、电话。', notNeeded: '双方都没有需要签协议才能看的内容，可以不签。', text: '协议全文', confirm: '代表本单位确认', confirmNote: '你确认已看过全文，并有权代表本单位。确认的人、时间和文本校验码一并留存，不能撤销。', done: '已确认。', waiting: '{{side}}还没有确认。', signed: '{{organisation}} {{by}} 于 {{at}} 确认', hash: '文本校验码 {{hash}}', holds: '协议生效，详情已互相开放。', over: '对接已结束，查看权限已收回，保密义务仍在。', wait: '双方同意对接后才能确认。',
  },
  minutes: { title: '洽谈记录', none: '还没有记录。', write: '记一笔', heldOn: '日期', text: '谈了什么', textHint: '只给双方和技术经理人看。', nextStep: '下一步', saved: '已记下。', by: '{{name}} 记', next: '下一步：{{text}}' },
  events: { made: '发起对接', agreed: '同意，等对方', accepted: '双方同意', talked: '洽谈', contracted: '转入合同', declined: '答复不合适', withdrawn: '撤回', contract_ended: '合同终止', lapsed: '逾期未答，失效', closed: '需求已结束，对接随之结束', secrecy_confirmed: '确认保密协议', lesson_undone: '撤销了这条教训', lesson_restored: '恢复了这条教训', by: '{{name}} ', system: '系统 ' },
  report: {
    title: '答复说了什么', lead: '对接走到哪一步，没成是为什么。每个数字都能点开。', total: '对接', live: '进行中', lost: '没成', won: '转成合同', funnel: '走到哪一步', stages: { s0: '发起', s1: '双方同意', s2: '洽谈', s3: '起草合同', s4: '签署', s5: '登记', s6: '验收' }, stage: '阶段', reached: '走到这里', lostHere: '停在这里', losses: '没成的原因', code: '原因', count: '次数', months: '按月', month: '月份', answers: '按成果和团队', needs: '按需求', declined: '说“不”', empty: '还没有可以统计的对接。', none: '还没有人说“不”。', sentence: '{{total}} 次对接，{{live}} 次进行中，{{lost}} 次没成。', back: '看全部', of: '只看这一项',
    tabs: { report: '统计', lessons: '系统学到的' },
  },
  lessons: { lead: '每一次带原因的答复，系统都学一点，写明改了什么。可以撤销：撤销后推荐和从没学过一样。', empty: '还没有学到什么。', active: '生效', off: '已撤销', undo: '撤销', redo: '恢复', undone: '已撤销，推荐已恢复原样。', redone: '已恢复。', pair: '这两项之间 {{add}}', need: '含“{{need}}”的需求与含“{{answer}}”的答复之间 {{add}}', side: '这一方整体 {{add}}', nothing: '不改变推荐', changes: '改了什么', from: '来自', solved: '做成了', offBy: '{{name}} 于 {{day}} 撤销' },
} as const
