/** 对口帮扶：手机上用的，和办公页面共用的说法。 */
export const assistance = {
  title: '对口帮扶',
  questions: { health: '身体好', living: '吃住好', pay: '报酬按时拿到', hours: '不超时、不上夜班', mentor: '和师傅相处好', family: '和家里常联系' },
  replies: { yes: '是', no: '不是', unsure: '不清楚' },
  levels: { fine: '都好', watch: '要留意', urgent: '要马上办' },
  levelNotes: { fine: '没有要办的事。', watch: '学校会看到，写下怎么办。', urgent: '学校和秘书处马上看到。有危险先打 110、120。' },
  stayAnswers: { as_intern: '还在，在实习', employed: '还在，已正式上班', left: '不在了' },
  stayReasons: { pay: '待遇', post: '岗位和所学不合', distance: '离家太远', hours: '工时', family: '家庭', health: '身体', study: '升学', other_firm: '去别的单位', own_business: '创业', army: '参军', other: '其他' },
  months: { m6: '半年', m12: '一年' },
  care: {
    title: '每周关爱', lead: '一周一次，当面或打电话问每名学生。单位和学生看不到这里写的。', none: '这一周没有由你带队、正在实习的学生。带队教师由学校在批次里指定。', week: '本周', before: '上一周', after: '下一周',
    left: '还有 {{count}} 人没有问', all: '这一周都问过了', due: '{{day}} 前问完', of: '{{done}}/{{of}}', allFine: '这 {{count}} 人都好', choose: '把问过、都好的勾上', chooseAll: '全部勾上', chooseNone: '都不勾', fine: '问过，都好', open: '逐项记', look: '看记录', call: '打电话', minor: '未满 18 周岁', last: '上次（{{day}}）：{{level}}', missed: '连着 {{count}} 个星期没有记', done: '已记 {{count}} 人都好。', asked: '问过的', toAsk: '要问的', handled: '已处理',
  },
  check: {
    title: '关爱记录', level: '总的看', note: '说明', noteHint: '发生了什么，答应了什么。单位和学生看不到。', save: '记下', saved: '已记下。', allYes: '六项都好', faults: { missing: '请选一个。', too_short: '不是“都好”的，写明情况，至少 5 个字。', not_fine: '有一项“不是”，不能选“都好”。', lower: '报上去的不能改轻；由学校写下处理结果来了结。' }, left: '还有 {{count}} 项没有填好', handled: '学校的处理：{{done}}', waiting: '已告诉学校，等处理。', gone: '这名学生这一周不在你带的实习里。',
  },
  stay: {
    title: '还在不在那里', ask: '你还在{{firm}}吗？', about: '你 {{day}} 到这家单位，满{{months}}了。', private: '只有你能答。单位看不到你的回答；原因和你写的话只有学校看得到。', free: '怎么答都不影响你。', reason: '为什么离开', note: '想说的话', send: '提交', sent: '谢谢，已记下。', answered: '{{day}} 你答：{{answer}}', why: '原因：{{reason}}', missing: '请选一个原因。', other: '请写一句。', later: '{{day}} 会来问你。', back: '返回', none: '没有要回答的问题。',
  },
} as const
