import { sheetKind, type ValuesOf } from '../../../kernel/sheet/columns.ts'
import { codeColumn, dayColumn, nameColumn, numberColumn, textColumn } from '../../../kernel/sheet/readers.ts'

/** Past practice out of another system: a row a stay. */
export const claimSheet = sheetKind({
  name: 'practice_claims',
  version: 1,
  title: { 'zh-Hans': '以往企业实践', en: 'Past practice' },
  columns: [
    codeColumn({ key: 'number', header: { 'zh-Hans': '工号', en: 'Staff number' }, synonyms: ['教师编号', '教工号', '职工号', '職員編號'], required: true, sample: 'T0312' }),
    nameColumn({ key: 'name', header: { 'zh-Hans': '姓名', en: 'Name' }, synonyms: ['教师姓名', '教師姓名', '老师'], required: false, sample: '示例教师' }),
    textColumn({ key: 'organisation', header: { 'zh-Hans': '实践企业', en: 'Firm' }, synonyms: ['企业名称', '实践单位', '单位名称', '企业', '實踐企業', '單位'], required: true, most: 100, sample: '示例精密机械有限公司', width: 30 }),
    dayColumn({ key: 'startsOn', header: { 'zh-Hans': '开始日期', en: 'From' }, synonyms: ['起始日期', '开始时间', '起始时间', '開始日期'], required: true, sample: '2023-07-10' }),
    dayColumn({ key: 'endsOn', header: { 'zh-Hans': '结束日期', en: 'To' }, synonyms: ['截止日期', '结束时间', '終止日期', '結束日期'], required: true, sample: '2023-08-18' }),
    numberColumn({ key: 'days', header: { 'zh-Hans': '天数', en: 'Days' }, synonyms: ['实践天数', '累计天数', '天數'], required: false, whole: true, min: 1, max: 1827, sample: '40', note: { 'zh-Hans': '不填按起止日期算', en: 'Left out: all days from first to last' } }),
    textColumn({ key: 'source', header: { 'zh-Hans': '来源', en: 'Source' }, synonyms: ['数据来源', '依据', '來源'], required: false, most: 200, sample: '人事系统 2024 年导出' }),
  ],
  unique: [['number', 'startsOn', 'endsOn']],
  check(values, row) {
    const { startsOn, endsOn, days } = values as { startsOn: string; endsOn: string; days: number | null }
    if (endsOn < startsOn) return [{ column: 'endsOn', fault: { fault: 'dates_reversed' } }]
    if (endsOn > row.today) return [{ column: 'endsOn', fault: { fault: 'day_in_future' } }]
    const length = Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000) + 1
    return days !== null && days > length ? [{ column: 'days', fault: { fault: 'too_large', params: { most: length } } }] : []
  },
})
export type ClaimSheetRow = ValuesOf<typeof claimSheet>
