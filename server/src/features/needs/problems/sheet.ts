import { sheetKind, type CellFault, type Choice, type ValuesOf } from '../../../kernel/sheet/columns.ts'
import { choiceColumn, dayColumn, listColumn, numberColumn, organisationColumn, textColumn } from '../../../kernel/sheet/readers.ts'
import type { ProblemKind, ServiceFamily } from './contract.ts'

const kinds: readonly Choice<ProblemKind>[] = [
  { value: 'technology', label: { 'zh-Hans': '技术需求', en: 'Technology' }, synonyms: ['技术', '技術需求', '技术难题', '难题'] },
  { value: 'service', label: { 'zh-Hans': '服务需求', en: 'Service' }, synonyms: ['服务', '服務需求'] },
]
const families: readonly Choice<ServiceFamily>[] = [
  { value: 'talent_training', label: { 'zh-Hans': '人才培训', en: 'Talent training' }, synonyms: ['培训', '人才培訓', '人才'] },
  { value: 'technology_application', label: { 'zh-Hans': '技术应用', en: 'Technology application' }, synonyms: ['技術應用', '检测', '数字化'] },
  { value: 'management_innovation', label: { 'zh-Hans': '管理创新', en: 'Management innovation' }, synonyms: ['管理', '管理創新'] },
  { value: 'industrial_support', label: { 'zh-Hans': '产业配套', en: 'Industrial support' }, synonyms: ['配套', '產業配套'] },
  { value: 'enterprise_acceleration', label: { 'zh-Hans': '企业加速', en: 'Enterprise acceleration' }, synonyms: ['加速', '企業加速', '融资'] },
]
const secrecies: readonly Choice<'open' | 'nda'>[] = [
  { value: 'open', label: { 'zh-Hans': '不保密', en: 'Not confidential' }, synonyms: ['公开', '否', '无', '公開'] },
  { value: 'nda', label: { 'zh-Hans': '须签保密协议', en: 'Agreement needed' }, synonyms: ['保密', '是', '签协议', '涉密'] },
]

export const problemSheet = sheetKind({
  name: 'problems',
  version: 1,
  title: { 'zh-Hans': '技术与服务需求', en: 'Technology and service needs' },
  columns: [
    choiceColumn({ key: 'kind', header: { 'zh-Hans': '种类', en: 'Kind' }, synonyms: ['需求种类', '需求类型', '類型', '类型'], required: true, choices: kinds, sample: '技术需求' }),
    choiceColumn({ key: 'family', header: { 'zh-Hans': '服务类别', en: 'Kind of service' }, synonyms: ['服务分类', '類別'], required: false, choices: families, sample: '', note: { 'zh-Hans': '服务需求必填，技术需求不填', en: 'For service needs only' } }),
    textColumn({ key: 'title', header: { 'zh-Hans': '一句话说清', en: 'Title' }, synonyms: ['需求名称', '标题', '难题名称', '题目', '標題', '需求'], required: true, most: 100, sample: '铝型材挤压模具寿命短', width: 30 }),
    organisationColumn({ key: 'organisation', header: { 'zh-Hans': '统一社会信用代码/单位名称', en: 'Credit code or name of the firm' }, synonyms: ['统一社会信用代码', '单位名称', '企业名称', '单位', '企业', '公司名称', '單位名稱'], required: false, sample: '91350100M000100Y43', width: 30, note: { 'zh-Hans': '企业为自己导入时可不填', en: 'A firm that imports its own needs leaves it empty' } }),
    textColumn({ key: 'description', header: { 'zh-Hans': '问题', en: 'Question' }, synonyms: ['问题描述', '需求描述', '难题描述', '問題', '具体内容'], required: true, most: 4000, sample: '6063 合金型材挤压，模具平均三天开裂，试过渗氮和换钢材，效果都不稳定', width: 50 }),
    textColumn({ key: 'presentValue', header: { 'zh-Hans': '现状指标', en: 'Present value' }, synonyms: ['现状', '现有指标', '現狀', '现在是多少'], required: false, most: 300, sample: '每套模具 8 吨' }),
    textColumn({ key: 'wantedValue', header: { 'zh-Hans': '目标指标', en: 'Wanted value' }, synonyms: ['目标', '期望指标', '目標', '想做到多少'], required: false, most: 300, sample: '每套模具 20 吨以上' }),
    listColumn({ key: 'fields', header: { 'zh-Hans': '行业领域', en: 'Industry' }, synonyms: ['行业', '领域', '行业代码', '行業領域', '所属行业'], required: false, sample: '3252', note: { 'zh-Hans': '国民经济行业代码或名称，几个用顿号隔开', en: 'Codes or names of GB/T 4754' } }, (part): string | CellFault => ([...part].length > 40 ? { fault: 'too_long', params: { most: 40 } } : part)),
    numberColumn({ key: 'budget', header: { 'zh-Hans': '预算（万元）', en: 'Budget (10,000 yuan)' }, synonyms: ['预算', '最高预算', '預算', '投入预算'], required: false, min: 0, max: 100_000, sample: '80' }),
    choiceColumn({ key: 'secrecy', header: { 'zh-Hans': '保密程度', en: 'Confidentiality' }, synonyms: ['是否保密', '保密', '密级'], required: false, choices: secrecies, sample: '不保密' }),
    textColumn({ key: 'privateDetails', header: { 'zh-Hans': '内部资料', en: 'Internal details' }, synonyms: ['不公开资料', '內部資料', '保密内容'], required: false, most: 4000, sample: '', note: { 'zh-Hans': '不公开', en: 'Not public' } }),
    dayColumn({ key: 'wantedBy', header: { 'zh-Hans': '希望完成', en: 'Wanted by' }, synonyms: ['希望完成时间', '完成期限', '完成时间'], required: false, sample: '2027-06-30' }),
    dayColumn({ key: 'validUntil', header: { 'zh-Hans': '有效期至', en: 'Valid until' }, synonyms: ['有效期', '截止日期', '有效日期'], required: true, sample: '2027-05-31' }),
  ],
  unique: [['organisation', 'title', 'kind']],
  check(values) {
    const { kind, family } = values as { kind: string; family: string | null }
    if (kind === 'service' && family === null) return [{ column: 'family', fault: { fault: 'required' } }]
    return kind === 'technology' && family !== null ? [{ column: 'family', fault: { fault: 'not_a_choice', params: { choices: '—' } } }] : []
  },
})
export type ProblemSheetRow = ValuesOf<typeof problemSheet>
