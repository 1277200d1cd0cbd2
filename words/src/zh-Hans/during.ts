/** 实习期间：周志、任务卡、巡访、排班。报酬见 pay.ts。 */
export const during = {
  home: {
    title: '我的实习', none: '你现在没有在实习。实习开始后，周志、任务卡和报酬都在这里。', at: '{{unit}}，{{title}}', days: '{{from}}—{{until}}', guides: '指导教师 {{teacher}}，企业导师 {{mentor}}',
    logs: '周志', tasks: '任务卡', pay: '报酬', rota: '这一周的班次', help: '问老师，或求助', wishes: '轮次与志愿',
    write: '写这一周', goOn: '继续写', change: '看或修改', read: '看', rotaNone: '这一周还没有排班。', rotaRest: '休息', rotaHours: '{{hours}} 小时', more: '更早的 {{count}} 周',
  },
  states: { missing: '还没有写', draft: '手机上有草稿，还没有提交', queued: '已写好，连上网自动提交', conflict: '两台设备写的不一样，请选一份', refused: '没有交上去，点开看原因', sent: '已提交', read: '老师已看' },
  log: {
    title: '第 {{n}} 周周志', range: '{{from}}—{{until}}', back: '回到周志',
    did: '这一周做了什么', didHint: '哪些任务，和谁一起，做成了什么。至少 10 个字。', learnt: '学到了什么', question: '有什么问题或困难', questionHint: '只有学校的老师看得到，单位看不到。写了问题，老师三个工作日内答复。',
    hours: '各项任务大约几小时', hoursHint: '自己估一估，只用来看有没有老做同一件事；不是打卡。', otherHours: '其他',
    photos: '照片', photosHint: '最多 {{most}} 张。拍照的地点、时间和手机型号不会上传。', addPhoto: '加一张照片', photo: '第 {{n}} 张照片', removePhoto: '删除第 {{n}} 张照片',
    photoBad: '“{{name}}”不是照片，没有加进来。用手机拍一张，或选 JPG、PNG 图片。', photoWaiting: '在手机上', photoSent: '已传到',
    submit: '提交周志', submitAgain: '重新提交', offlineSubmit: '先存下，连网后自动提交', tooShort: '再写几句做了什么（至少 10 个字）',
    saved: {
      none: '写的每个字都存在这台手机上，提交后学校的老师才看得到。', device: '存在这台手机上（{{time}}），还没有提交；老师还看不到。', queued: '已写好，存在这台手机上。连上网会自动提交，不用再点。', sending: '正在提交。',
      sent: '已提交到学校（{{time}}）。', read: '老师 {{time}} 看过，不能再改。', changed: '有改动，存在这台手机上（{{time}}），还没有重新提交。', full: '这台手机存不下了。请先提交，或删掉几张照片。',
    },
    done: '已提交', conflict: '另一台设备在 {{time}} 提交过这一周的周志。两份都还在，选一份留下。', theirs: '已经提交的那份', mine: '这台手机上的这份', keepTheirs: '留已提交的', keepMine: '用我这份替换',
    refused: '没有交上去：{{why}}', comment: '老师的话', readBy: '{{name}}，{{day}}', noComment: '老师看过，没有留言。', throwAway: '不要手机上的改动',
  },
  logs: {
    title: '周志', lead: '学生每周一篇，只有学校看得到，单位看不到。没有评分，没有点赞。', empty: '还没有周志。学生开始实习后，每周写一篇。',
    filters: { q: '学生或单位', state: '状态', mine: '只看我指导的', week: '哪一周（周一）' },
    state: { unread: '没看的', asks: '有问题等答复', copied: '与别的周志相似', read: '已看的' },
    columns: { student: '学生', week: '周', excerpt: '开头', state: '状态', hours: '小时', photos: '照片', teacher: '指导教师', sent: '提交' },
    unread: '没看', read: '已看', asks: '有问题', twins: '相似 {{count}} 篇', excerptMore: '{{text}}…',
  },
  record: {
    of: '{{name}}的周志', back: '周志', sent: '提交', unit: '单位', title: '岗位', hours: '用时', hoursOf: '{{task}} {{hours}} 小时', other: '其他', question: '学生的问题', previous: '上一周', next: '下一周', placement: '实习中的其他记录',
    twins: '读起来相似的周志', twinsNote: '标出的是两篇都有的文字。相似不等于抄袭：学校发的模板、同一个工位，写出来也会像。请先和学生谈。',
    twinEarlier: '较早', twinLater: '较晚', twinSelf: '本人另一周', twinOther: '{{name}}（{{cohort}}）', percent: '相同 {{percent}}%', here: '这一篇', open: '打开这一篇',
    comment: '给学生的话', commentHint: '学生在手机上看到。看过以后，学生不能再改这一篇。', markRead: '标为已看', answer: '答复并标为已看', saveComment: '更新留言', done: '已标为已看。', readLine: '{{name}} 看过，{{when}}',
  },
  findings: {
    r1_20_share: '“{{task}}”占了已记时间的 {{percent}}%，超过 {{most}}%：实习要覆盖典型工作任务，不能只做简单重复的事。', r1_31_logged: '学生说这一周用了 {{hours}} 小时，超过 {{most}} 小时。',
    r1_28_shift: '{{day}}是休息日或法定节假日，不得安排实习。', r1_29_night: '{{from}}—{{until}} 在夜间（22:00—次日 6:00，平台的界定），不得安排。', r1_30_late: '特殊需要要在班次之前备案：备案日期须早于 {{day}}。',
    r1_31_day_shift: '{{day}}共 {{hours}} 小时，超过 {{most}} 小时。', r1_31_week_shift: '这一周共 {{hours}} 小时，超过 {{most}} 小时。',
  },
  tabs: { label: '实习中', tasks: '任务卡', rota: '排班', visits: '巡访', logs: '周志', pay: '报酬' },
  recordTitle: '{{name}}：实习中',
  tasks: {
    title: '任务卡', lead: '学校定的典型工作任务；学生写明怎么学会的，企业导师签。是学习的证明，不是考勤。', empty: '还没有任务卡。', emptyPlan: '还没有任务卡。定好这个岗位的典型任务，学生就能逐项完成。',
    states: { planned: '还没有完成', shown: '等企业导师签', signed: '导师已签' }, goal: '目标', evidence: '怎么做的、怎么看出学会了', evidenceHint: '至少 10 个字。例如做了几件、合格几件、能不能独立做。', show: '交给导师', showAgain: '改好，再交', shownDone: '已交给导师。',
    signed: '{{name}}签，{{day}}', onPaper: '纸质任务卡，由单位联系人登记', returned: '导师退回：{{reason}}', hours: '已记 {{hours}} 小时', progress: '共 {{count}} 张，导师已签 {{signed}} 张',
    sign: '签', signTitle: '签任务卡：{{title}}', remark: '评语（选填）', signerName: '谁在纸上签的', signerHint: '这名学生的导师没有账户：凭签了字的纸质任务卡登记。', giveBack: '退回', giveBackTitle: '退回任务卡：{{title}}', reason: '哪里还没有学会', signDone: '已签。', backDone: '已退回给学生。',
    plan: '定任务', planTitle: '这个岗位的典型任务', planNote: '已经交给导师或签过的，不能删除或改名。', planLine: '第 {{n}} 项', planGoal: '目标（选填）', add: '加一项', remove: '删除', also: '同校、同岗位、还没有任务卡的学生也用这份', save: '保存任务', saved: '已保存。', savedAlso: '已保存，另有 {{count}} 名学生也用这份。',
    mentor: '企业导师', mentorNone: '没有账户；任务卡由单位联系人凭纸质卡登记', giveMentor: '指定导师', giveMentorTitle: '谁签这名学生的任务卡', mentorHint: '从有“企业导师”席位的人里选；没有合适的，先在“人员与席位”邀请。', mentorNobody: '不指定（用纸质任务卡）', mentorDone: '已指定。',
  },
  mentor: { title: '我带的学生', empty: '还没有指定给你的学生。请单位联系人在“实习中”里指定。', cards: '任务卡', waiting: '等你签的 {{count}} 张', nothing: '没有等你签的任务卡。', school: '{{school}}，指导教师 {{teacher}}', call: '打电话给老师' },
  visits: {
    title: '巡访', lead: '每名学生至少每月一次。看到的只有学校看得到。', empty: '还没有巡访记录。', due: '该去的', dueNote: '一个月没有去过，或一周内到期。', dueNone: '这一周没有到期的巡访。', all: '巡访记录', never: '还没有去过', last: '上次 {{day}}', by: '{{day}} 前',
    students: '{{count}} 名学生：{{names}}', states: { planned: '待巡访', done: '已巡访', followed: '已跟进', cancelled: '未成行' }, owed: '没办完的', ways: { on_site: '到单位', call: '电话', video: '视频' },
    columns: { unit: '单位', day: '日期', state: '状态', way: '方式', teacher: '教师', students: '学生', finding: '看到什么' }, filters: { q: '单位', state: '状态', mine: '只看我的' },
    plan: '安排巡访', planTitle: '安排巡访：{{unit}}', plannedOn: '哪一天', way: '方式', planned: '已安排。', finish: '写巡访记录', finishTitle: '巡访记录：{{unit}}', visitedOn: '哪一天去的', finding: '看到什么', findingHint: '岗位、工时、报酬、食宿、安全、学生的话。至少 10 个字。', followUp: '要跟进什么（选填）', followUpBy: '什么时候之前', finished: '已记下。',
    follow: '写跟进结果', followTitle: '跟进：{{unit}}', followAsk: '要跟进的：{{what}}', outcome: '结果', followed: '已跟进。', cancel: '没有去成', cancelTitle: '没有去成：{{unit}}', reason: '原因', cancelled: '已记下。', open: '跟进：{{what}}，{{day}} 前', closed: '结果：{{what}}',
  },
  rota: {
    title: '排班', lead: '每天不超过 8 小时，每周不超过 40 小时；休息日、法定节假日、夜间不排。调休上班的周末可以排。', week: '{{from}}—{{until}}', previous: '上一周', next: '下一周', planned: '排班', actual: '实际', sum: '共 {{hours}} 小时', none: '没有班次', rest: '休息', unknown: '这一年的放假安排还没有公布，周末按休息算。',
    edit: '排这一周', report: '登记实际班次', titlePlanned: '排班：{{week}}', titleActual: '实际班次：{{week}}', from: '开始', until: '结束', breakMinutes: '休息（分钟）', add: '加一班', remove: '删除', filingNumber: '备案号', filedOn: '备案日期', exception: '有备案', reason: '为什么会这样', reasonHint: '超过规定的，写明原因；会告诉指导教师。', also: '本单位同一所学校、这一周还没有排班的学生也用这份', save: '保存排班', saveActual: '保存', saved: '已保存。', savedAlso: '已保存，另有 {{count}} 名学生也用这份。',
    forbidden: '不能这样排，没有保存', warned: '超过规定，请写明原因', check: '规定核对', fine: '没有发现问题。', note: '写处理情况', noteTitle: '学校的处理', noteHint: '和单位谈了什么，以后怎样。', noted: '学校已处理，{{when}}', noteDone: '已记下。', shift: '{{from}}—{{until}}', breakOf: '休息 {{minutes}} 分钟', filedAs: '备案 {{number}}',
  },
} as const
