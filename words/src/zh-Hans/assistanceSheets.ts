/** 对口帮扶：只在导出的表里出现的列名。 */
export const assistanceSheets = {
  totals: {
    county: '县', year: '年份', batches: '批次', seatsAsked: '请接收名额', seatsConfirmed: '确认名额', members: '安排学生', placed: '已到岗', consented: '同意书齐全', filed: '已备案', checksDue: '应关爱（人周）', checksOnTime: '按时关爱（人周）',
    stay6: { due: '满半年', asked: '半年已问', answered: '半年已答', stayed: '半年还在' }, stay12: { due: '满一年', asked: '一年已问', answered: '一年已答', stayed: '一年还在' },
    teachersTo: '到县教师', daysTo: '到县天数', teachersFrom: '到南海教师', daysFrom: '到南海天数', resourcesReceived: '已接收资源（项）', resourcesValue: '已接收折价（元）',
  },
} as const
