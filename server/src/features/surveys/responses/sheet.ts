import { sheetKind, type CellFault, type Choice, type ValuesOf } from '../../../kernel/sheet/columns.ts'
import { choiceColumn, codeColumn, daysColumn, listColumn, numberColumn } from '../../../kernel/sheet/readers.ts'
import type { Education, LineKind } from './contract.ts'

export const educationChoices: readonly Choice<Education>[] = [
  { value: 'none', label: { 'zh-Hans': '不限', en: 'Any' }, synonyms: ['无要求', '不要求', '初中', '初中及以下'] },
  { value: 'secondary', label: { 'zh-Hans': '中职（高中）', en: 'Secondary' }, synonyms: ['中职', '中专', '高中', '技校', '中技', '职高', '高中及以上'] },
  { value: 'college', label: { 'zh-Hans': '大专', en: 'College' }, synonyms: ['高职', '专科', '大专及以上', '高职高专'] },
  { value: 'bachelor', label: { 'zh-Hans': '本科', en: 'Bachelor' }, synonyms: ['大学本科', '本科及以上', '学士'] },
  { value: 'master', label: { 'zh-Hans': '研究生', en: 'Master' }, synonyms: ['硕士', '博士', '硕士及以上', '硕士研究生'] },
]
export const kindChoices: readonly Choice<LineKind>[] = [
  { value: 'hire', label: { 'zh-Hans': '招聘', en: 'Hire' }, synonyms: ['正式员工', '社会招聘', '校园招聘', '录用', '全职'] },
  { value: 'intern', label: { 'zh-Hans': '实习', en: 'Intern' }, synonyms: ['岗位实习', '实习生', '顶岗实习'] },
  { value: 'order_class', label: { 'zh-Hans': '订单班', en: 'Order class' }, synonyms: ['订单培养', '冠名班'] },
  { value: 'apprentice', label: { 'zh-Hans': '学徒', en: 'Apprentice' }, synonyms: ['学徒制', '现代学徒', '新型学徒'] },
]
/** Level 5 is the lowest. */
export const gradeChoices: readonly Choice<'1' | '2' | '3' | '4' | '5'>[] = [
  { value: '5', label: { 'zh-Hans': '五级/初级工', en: 'Level 5, junior' }, synonyms: ['初级工', '五级', '初级'] },
  { value: '4', label: { 'zh-Hans': '四级/中级工', en: 'Level 4, intermediate' }, synonyms: ['中级工', '四级', '中级'] },
  { value: '3', label: { 'zh-Hans': '三级/高级工', en: 'Level 3, senior' }, synonyms: ['高级工', '三级', '高级'] },
  { value: '2', label: { 'zh-Hans': '二级/技师', en: 'Level 2, technician' }, synonyms: ['技师', '二级'] },
  { value: '1', label: { 'zh-Hans': '一级/高级技师', en: 'Level 1, senior technician' }, synonyms: ['高级技师', '一级'] },
]

/** The lines of one firm's answer, as they go out filled in and come back changed. */
export const answerSheet = sheetKind({
  name: 'survey_lines',
  version: 1,
  title: { 'zh-Hans': '人才需求', en: 'Demand' },
  columns: [
    codeColumn({ key: 'occupationCode', header: { 'zh-Hans': '职业代码', en: 'Occupation code' }, synonyms: ['职业', '工种代码', '职业编码', '職業代碼'], required: true, form: /^\d(-\d\d){3}$/, sample: '6-18-01-07' }),
    numberColumn({ key: 'people', header: { 'zh-Hans': '人数', en: 'People' }, synonyms: ['需求人数', '招聘人数', '人數'], required: true, whole: true, min: 1, max: 10_000, sample: '10' }),
    choiceColumn({ key: 'education', header: { 'zh-Hans': '学历', en: 'Education' }, synonyms: ['学历要求', '最低学历', '學歷'], required: true, choices: educationChoices, sample: '大专' }),
    choiceColumn({ key: 'skillGrade', header: { 'zh-Hans': '技能等级', en: 'Skill grade' }, synonyms: ['职业技能等级', '证书等级', '技能等級'], required: false, choices: gradeChoices, sample: '三级/高级工' }),
    numberColumn({ key: 'experienceYears', header: { 'zh-Hans': '工作年限', en: 'Years of experience' }, synonyms: ['经验', '工作经验', '經驗'], required: false, whole: true, min: 0, max: 30, sample: '1' }),
    listColumn({ key: 'skills', header: { 'zh-Hans': '技能、证书', en: 'Skills, certificates' }, synonyms: ['技能', '证书', '技能要求', '證書'], required: false, sample: '数控车床操作、工量具使用' }, (part): string | CellFault => ([...part].length > 40 ? { fault: 'too_long', params: { most: 40 } } : part)),
    daysColumn({ key: 'startMonth', header: { 'zh-Hans': '到岗月份', en: 'Starts in' }, synonyms: ['到岗时间', '用工时间', '到崗月份'], required: true, sample: '2027-03' }),
    numberColumn({ key: 'payMin', header: { 'zh-Hans': '月薪下限', en: 'Pay from' }, synonyms: ['最低月薪', '薪酬下限'], required: false, whole: true, min: 1, max: 1_000_000, sample: '5000' }),
    numberColumn({ key: 'payMax', header: { 'zh-Hans': '月薪上限', en: 'Pay to' }, synonyms: ['最高月薪', '薪酬上限'], required: false, whole: true, min: 1, max: 1_000_000, sample: '7000' }),
    choiceColumn({ key: 'kind', header: { 'zh-Hans': '方式', en: 'How' }, synonyms: ['用工方式', '需求类型', '類型'], required: true, choices: kindChoices, sample: '招聘' }),
  ],
})
export type AnswerSheetRow = ValuesOf<typeof answerSheet>
