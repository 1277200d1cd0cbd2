import { isMajorClass } from '@silian/algorithms/major-classes'
import { readHeadcount } from '@silian/algorithms/reading/headcount'
import { plain } from '@silian/algorithms/reading/text'
import { sheetKind, type Choice, type Column, type ValuesOf } from '../../kernel/sheet/columns.ts'
import { choiceColumn, codeColumn, dayColumn, listColumn, nameColumn, numberColumn, organisationColumn, phoneColumn, rangeColumn, textColumn } from '../../kernel/sheet/readers.ts'
import type { CellFault } from '../../kernel/sheet/reasons.ts'

const yes = { value: 'yes', label: { 'zh-Hans': '是', en: 'Yes' }, synonyms: ['有', 'Y', '需要', '√', '1'] } as const
const no = { value: 'no', label: { 'zh-Hans': '否', en: 'No' }, synonyms: ['无', '無', '没有', '沒有', 'N', '不需要', '×', '0', '不', '不上夜班', '无夜班', '不安排'] } as const
const yesOrNo: readonly Choice<'yes' | 'no'>[] = [yes, no]

const shifts: readonly Choice<'day' | 'two_shifts' | 'three_shifts' | 'flexible'>[] = [
  { value: 'day', label: { 'zh-Hans': '白班', en: 'Day' }, synonyms: ['长白班', '常白班', '日班', '白天', '行政班', '長白班'] },
  { value: 'two_shifts', label: { 'zh-Hans': '两班倒', en: 'Two shifts' }, synonyms: ['两班', '二班倒', '两班制', '早晚班', '兩班倒'] },
  { value: 'three_shifts', label: { 'zh-Hans': '三班倒', en: 'Three shifts' }, synonyms: ['三班', '三班制', '四班三倒', '三班兩倒', '倒班'] },
  { value: 'flexible', label: { 'zh-Hans': '弹性', en: 'Flexible' }, synonyms: ['弹性工作', '不定时', '彈性', '综合工时'] },
]

const provisions: readonly Choice<'none' | 'free' | 'paid' | 'subsidy'>[] = [
  { value: 'none', label: { 'zh-Hans': '不提供', en: 'None' }, synonyms: ['无', '否', '没有', '不包', '自理'] },
  { value: 'free', label: { 'zh-Hans': '免费提供', en: 'Free' }, synonyms: ['免费', '包住', '包吃', '包食宿', '包', '提供', '是', '有', '包吃住', '免費', '宿舍免费', '免费住宿', '免费宿舍', '免费工作餐', '工作餐', '食堂'] },
  { value: 'paid', label: { 'zh-Hans': '收费提供', en: 'At a charge' }, synonyms: ['收费', '自费', '收費', '有偿'] },
  { value: 'subsidy', label: { 'zh-Hans': '发补贴', en: 'Subsidy' }, synonyms: ['补贴', '补助', '餐补', '房补', '補貼', '有补贴', '住房补贴', '餐费补贴', '住宿补贴', '餐贴'] },
]

const hazardWords: Readonly<Record<string, string>> = {
  高处: 'height', 高空: 'height', 高处作业: 'height', 高空作业: 'height', 登高: 'height', 井下: 'underground', 地下: 'underground', 放射: 'radioactive', 放射性: 'radioactive', 辐射: 'radioactive',
  有毒: 'toxic', 毒: 'toxic', 有毒有害: 'toxic', 粉尘: 'toxic', 化学: 'toxic', 易燃: 'flammable', 易爆: 'flammable', 易燃易爆: 'flammable',
}
const noHazard = /^(?:无|没有|否|无危险|不涉及|none|no|[-—/])$/i

const grades: Readonly<Record<string, number>> = { 'Ⅰ': 1, 'Ⅱ': 2, 'Ⅲ': 3, 'Ⅳ': 4, I: 1, II: 2, III: 3, IV: 4, 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/** `3-5人` is five places at most; `若干` says nothing that could be promised. */
const seatsColumn = {
  key: 'seats',
  header: { 'zh-Hans': '招收人数', en: 'Places' },
  synonyms: ['人数', '需求人数', '招聘人数', '实习人数', '招收人數', '需求人數', '拟招人数', '名额'],
  required: true,
  kind: 'range',
  sample: '6',
  note: { 'zh-Hans': '人数；写 3-5 人按 5 人计，“若干”会存为草稿，待补人数', en: 'People; 3-5 is taken as 5' },
  read(cell): number | null | CellFault {
    if (/^\d{4}-\d\d-\d\d/.test(cell)) return { fault: 'turned_into_date', params: { value: cell } }
    if (/^\s*[-－−]\s*\d/.test(cell)) return { fault: 'too_small', params: { least: 1 } }
    const { min, max } = readHeadcount(cell)
    const seats = max ?? min
    if (seats === null) return /\d/.test(cell) ? { fault: 'unreadable', params: { value: cell } } : null
    if (seats < 1) return { fault: 'too_small', params: { least: 1 } }
    return seats > 2000 ? { fault: 'too_large', params: { most: 2000 } } : seats
  },
} as const satisfies Column<'seats', number | null>

/** `约40`, `60余人`: the least that is said. */
function staffOf(cell: string): number | CellFault {
  const { min, max } = readHeadcount(cell)
  const count = min ?? max
  if (count === null) return { fault: 'not_a_number', params: { value: cell } }
  return count > 2_000_000 ? { fault: 'too_large', params: { most: 2_000_000 } } : count
}

const gradeColumn = {
  key: 'labourIntensity',
  header: { 'zh-Hans': '劳动强度分级', en: 'Labour intensity' },
  synonyms: ['体力劳动强度', '劳动强度', '體力勞動強度', '体力劳动强度分级', '勞動強度分級'],
  required: false,
  kind: 'choice',
  sample: 'Ⅱ',
  note: { 'zh-Hans': 'GBZ/T 189.10，Ⅰ 至 Ⅳ 级', en: 'GBZ/T 189.10, grades I to IV' },
  read(cell): number | CellFault {
    const grade = grades[cell.trim()] ?? grades[plain(cell).toUpperCase().replace(/级|級|第|\s/g, '')]
    return grade ?? { fault: 'not_a_choice', params: { choices: 'Ⅰ、Ⅱ、Ⅲ、Ⅳ' } }
  },
} as const satisfies Column<'labourIntensity', number>

export const postSheet = sheetKind({
  name: 'posts',
  version: 1,
  title: { 'zh-Hans': '岗位', en: 'Posts' },
  columns: [
    textColumn({ key: 'title', header: { 'zh-Hans': '岗位名称', en: 'Post' }, synonyms: ['岗位', '职位', '职位名称', '崗位名稱', '崗位', '工种', '招聘岗位', '实习岗位'], required: true, most: 100, sample: '数控车工实习生' }),
    organisationColumn({ key: 'organisation', header: { 'zh-Hans': '统一社会信用代码/单位名称', en: 'Credit code or name of the firm' }, synonyms: ['统一社会信用代码', '单位名称', '企业名称', '公司', '单位', '企业', '公司名称', '統一社會信用代碼', '單位名稱', '信用代码'], required: false, sample: '91350100M000100Y43', width: 30, note: { 'zh-Hans': '企业为自己导入时可不填', en: 'A firm that imports its own posts leaves it empty' } }),
    codeColumn({ key: 'occupationCode', header: { 'zh-Hans': '职业代码', en: 'Occupation code' }, synonyms: ['職業代碼', '职业编码', '职业'], required: false, form: /^[\dX](-\d\d){1,3}$/, sample: '6-18-01-01', note: { 'zh-Hans': '职业分类大典 2022 年版', en: 'Classification of occupations, 2022' } }),
    textColumn({ key: 'tasks', header: { 'zh-Hans': '岗位任务', en: 'Tasks' }, synonyms: ['工作内容', '岗位职责', '任务', '工作任务', '崗位任務', '职责', '岗位描述'], required: true, most: 2000, sample: '在师傅指导下操作数控车床，完成首件自检与刀具更换', width: 40 }),
    seatsColumn,
    rangeColumn({ key: 'pay', header: { 'zh-Hans': '实习报酬', en: 'Pay' }, synonyms: ['薪资', '报酬', '工资', '月薪', '待遇', '薪酬', '實習報酬', '实习工资', '薪资待遇', '实习津贴'], required: true, of: 'salary', sample: '3400-3800元/月' }),
    rangeColumn({ key: 'samePostWage', header: { 'zh-Hans': '同岗位工资', en: 'Wage of the same post' }, synonyms: ['同岗位工资标准', '正式员工工资', '同崗位工資', '同岗工资'], required: true, of: 'salary', mustSay: true, sample: '4200元/月' }),
    rangeColumn({ key: 'lowestTierWage', header: { 'zh-Hans': '最低档工资', en: 'Lowest tier' }, synonyms: ['最低档', '最低檔工資', '最低档次工资'], required: false, of: 'salary', sample: '3100元/月' }),
    numberColumn({ key: 'hoursPerDay', header: { 'zh-Hans': '每日工时', en: 'Hours a day' }, synonyms: ['日工时', '每天工时', '每日工時', '每天工作小时', '日工作时间'], required: true, min: 0.5, max: 24, sample: '8' }),
    numberColumn({ key: 'hoursPerWeek', header: { 'zh-Hans': '每周工时', en: 'Hours a week' }, synonyms: ['周工时', '每週工時', '每周工作小时', '周工作时间'], required: true, min: 0.5, max: 168, sample: '40' }),
    choiceColumn({ key: 'shift', header: { 'zh-Hans': '班次', en: 'Shift' }, synonyms: ['班制', '工作班次', '班别'], required: false, choices: shifts, sample: '白班' }),
    choiceColumn({ key: 'nightWork', header: { 'zh-Hans': '夜班', en: 'Night work' }, synonyms: ['是否夜班', '上夜班', '有无夜班'], required: false, choices: yesOrNo, sample: '否' }),
    choiceColumn({ key: 'restDayWork', header: { 'zh-Hans': '休息日上班', en: 'Work on rest days' }, synonyms: ['周末上班', '节假日上班', '休息日上班否', '是否周末上班'], required: false, choices: yesOrNo, sample: '否' }),
    textColumn({ key: 'address', header: { 'zh-Hans': '工作地点', en: 'Place' }, synonyms: ['地点', '工作地址', '工作地點', '上班地点', '实习地点', '地址'], required: true, most: 200, sample: '南海区狮山镇示例路 1 号' }),
    choiceColumn({ key: 'lodging', header: { 'zh-Hans': '住宿', en: 'Lodging' }, synonyms: ['住宿条件', '是否包住', '宿舍'], required: false, choices: provisions, sample: '免费提供' }),
    choiceColumn({ key: 'meals', header: { 'zh-Hans': '用餐', en: 'Meals' }, synonyms: ['餐饮', '伙食', '是否包吃', '吃饭', '膳食'], required: false, choices: provisions, sample: '发补贴' }),
    listColumn({ key: 'hazards', header: { 'zh-Hans': '危险因素', en: 'Hazards' }, synonyms: ['危害因素', '职业危害', '危險因素', '有害因素'], required: false, sample: '无', note: { 'zh-Hans': '高处、井下、放射、有毒、易燃易爆、其他；没有写“无”', en: 'Height, underground, radioactive, toxic, flammable; or none' } }, (part): string | CellFault =>
      noHazard.test(part) ? '' : (hazardWords[part.replace(/作业$/, '')] ?? 'other')),
    gradeColumn,
    listColumn({ key: 'majorCodes', header: { 'zh-Hans': '需求专业', en: 'Majors wanted' }, synonyms: ['专业要求', '对口专业', '專業要求', '需求專業', '专业代码', '招收专业'], required: false, sample: '660103、460103', note: { 'zh-Hans': '专业代码；写名称的按名称查找，查不到的略过', en: 'Major codes or names' } }, (part): string | CellFault =>
      /^\d{6}[A-Z]?$/.test(part) && !isMajorClass(part) ? { fault: 'no_such_code', params: { value: part } } : [...part].length > 40 ? { fault: 'too_long', params: { most: 40 } } : part),
    nameColumn({ key: 'mentorName', header: { 'zh-Hans': '企业导师', en: 'Mentor' }, synonyms: ['导师', '师傅', '带教师傅', '企業導師', '指导师傅'], required: false, sample: '示例师傅' }),
    phoneColumn({ key: 'mentorPhone', header: { 'zh-Hans': '导师电话', en: 'Mentor’s phone' }, synonyms: ['师傅电话', '導師電話', '导师手机'], required: false, sample: '13800000000' }),
    { key: 'postStaff', header: { 'zh-Hans': '同岗位在岗人数', en: 'Staff in the same post' }, synonyms: ['同岗位人数', '在岗人数', '同崗位在崗人數', '岗位总人数'], required: true, kind: 'range', sample: '40', read: staffOf } as const,
    dayColumn({ key: 'startsOn', header: { 'zh-Hans': '开始日期', en: 'Begins' }, synonyms: ['实习开始', '开始时间', '起始日期', '開始日期', '到岗日期', '上岗日期'], required: true, sample: '2027-03-01' }),
    dayColumn({ key: 'endsOn', header: { 'zh-Hans': '结束日期', en: 'Ends' }, synonyms: ['实习结束', '结束时间', '终止日期', '結束日期'], required: true, sample: '2027-08-31' }),
    dayColumn({ key: 'validUntil', header: { 'zh-Hans': '有效期至', en: 'Valid until' }, synonyms: ['有效期', '截止日期', '有效日期', '招聘截止'], required: true, sample: '2027-02-15' }),
  ],
  unique: [['organisation', 'title', 'startsOn']],
  check(values) {
    const { startsOn, endsOn } = values as { startsOn: string; endsOn: string }
    return endsOn <= startsOn ? [{ column: 'endsOn', fault: { fault: 'dates_reversed' } }] : []
  },
})
export type PostSheetRow = ValuesOf<typeof postSheet>
