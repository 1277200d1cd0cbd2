import { readHeadcount } from '@silian/algorithms/reading/headcount'
import { sheetKind, type ValuesOf } from '../../../kernel/sheet/columns.ts'
import { choiceColumn, codeColumn, creditCodeColumn, emailColumn, nameColumn, numberColumn, organisationColumn, phoneColumn, textColumn } from '../../../kernel/sheet/readers.ts'
import type { CellFault } from '../../../kernel/sheet/reasons.ts'
import type { ExportTable } from '../../../kernel/sheet/write-table.ts'

const kinds = [
  { value: 'enterprise', label: { 'zh-Hans': '企业', en: 'Enterprise' }, synonyms: ['公司', '企業', '有限公司', '工厂'] },
  { value: 'school', label: { 'zh-Hans': '学校', en: 'School' }, synonyms: ['院校', '學校', '高校', '职业院校', '中职', '高职'] },
  { value: 'park', label: { 'zh-Hans': '园区', en: 'Park' }, synonyms: ['产业园区', '产业载体', '載體', '载体', '園區', '产业园'] },
  { value: 'innovation_platform', label: { 'zh-Hans': '科创平台', en: 'Innovation platform' }, synonyms: ['创新平台', '科創平臺', '平台', '实验室', '研究院'] },
  { value: 'association', label: { 'zh-Hans': '商协会', en: 'Association' }, synonyms: ['协会', '商会', '行业协会', '商協會', '联合会'] },
  { value: 'government', label: { 'zh-Hans': '政府部门', en: 'Government' }, synonyms: ['政府', '机关', '政府部門', '主管部门', '局'] },
] as const

/** `约150人`, `300余人`, `200-300人`: the least that is said; `若干` says nothing. */
function staffOf(cell: string): number | null | CellFault {
  const { min, max } = readHeadcount(cell)
  const count = min ?? max
  if (count === null) return /\d/.test(cell) ? { fault: 'not_a_number', params: { value: cell } } : null
  return count > 2_000_000 ? { fault: 'too_large', params: { most: 2_000_000 } } : count
}

/** How organisations come in and go out as Excel. A code is the key: the same code is the same organisation. */
export const organisationSheet = sheetKind({
  name: 'organisations',
  version: 1,
  title: { 'zh-Hans': '单位', en: 'Organisations' },
  columns: [
    organisationColumn({ key: 'name', header: { 'zh-Hans': '单位名称', en: 'Name' }, synonyms: ['企业名称', '名称', '单位', '公司名称', '机构名称', '学校名称', '單位名稱', '企業名稱', '公司名稱', '单位全称', 'organisation', 'organization'], required: true, sample: '狮山示例精密机械有限公司', width: 32 }),
    creditCodeColumn({ key: 'uscc', header: { 'zh-Hans': '统一社会信用代码', en: 'Unified social credit code' }, synonyms: ['信用代码', '社会信用代码', '统一代码', '統一社會信用代碼', '信用代碼', '机构代码', 'uscc', 'credit code'], required: true, sample: '91350100M000100Y43', note: { 'zh-Hans': '18 位，单元格设为文本。', en: '18 characters; keep the cell as text.' }, width: 24 }),
    choiceColumn({ key: 'kind', header: { 'zh-Hans': '单位类型', en: 'Kind' }, synonyms: ['类型', '单位类别', '类别', '机构类型', '單位類型', '類型', '单位性质'], required: true, choices: kinds, sample: '企业' }),
    codeColumn({ key: 'industryCode', header: { 'zh-Hans': '行业代码', en: 'Industry code' }, synonyms: ['国民经济行业代码', '行业', '所属行业代码', '行業代碼'], required: false, form: /^([A-T]|[A-T]?\d{2,4})$/, upper: true, sample: '3484', note: { 'zh-Hans': 'GB/T 4754—2017，2 至 4 位。', en: 'GB/T 4754-2017, 2 to 4 digits.' } }),
    textColumn({ key: 'town', header: { 'zh-Hans': '所在镇街', en: 'Town' }, synonyms: ['镇街', '所属镇街', '镇/街道', '街道', '所在鎮街', '鎮街'], required: false, most: 50, sample: '狮山' }),
    codeColumn({ key: 'divisionCode', header: { 'zh-Hans': '行政区划代码', en: 'Division code' }, synonyms: ['区划代码', '行政区划', '行政區劃代碼'], required: false, form: /^\d{6}$/, sample: '440605' }),
    textColumn({ key: 'address', header: { 'zh-Hans': '地址', en: 'Address' }, synonyms: ['单位地址', '详细地址', '通讯地址', '注册地址', '單位地址'], required: false, sample: '示例路 1 号', width: 32 }),
    { key: 'staffCount', header: { 'zh-Hans': '从业人数', en: 'Staff' }, synonyms: ['人数', '员工人数', '职工人数', '在岗人数', '從業人數', '员工数'], required: false, kind: 'range', sample: '200', read: staffOf } as const,
    nameColumn({ key: 'contactName', header: { 'zh-Hans': '联系人', en: 'Contact' }, synonyms: ['联系人姓名', '负责人', '聯繫人', '聯絡人', '经办人'], required: false, sample: '示例联系人' }),
    phoneColumn({ key: 'contactPhone', header: { 'zh-Hans': '联系电话', en: 'Telephone' }, synonyms: ['电话', '手机', '手机号', '手机号码', '联系方式', '聯繫電話', '電話', 'phone'], required: false, sample: '0757-81234567' }),
    emailColumn({ key: 'contactEmail', header: { 'zh-Hans': '电子邮箱', en: 'E-mail' }, synonyms: ['邮箱', '电子邮件', 'email', '電子郵箱', '邮件'], required: false, sample: 'hr@example.cn' }),
    textColumn({ key: 'website', header: { 'zh-Hans': '网址', en: 'Website' }, synonyms: ['网站', '官网', '網址', '網站'], required: false, sample: 'https://example.cn' }),
    textColumn({ key: 'nameEn', header: { 'zh-Hans': '英文名称', en: 'English name' }, synonyms: ['英文名', '英文名稱'], required: false, sample: 'Shishan Precision Machinery (Demo)' }),
    numberColumn({ key: 'protocolOrder', header: { 'zh-Hans': '排序号', en: 'Order' }, synonyms: ['排序', '排序號', '次序'], required: false, min: 0, max: 1_000_000, whole: true, sample: '1000', note: { 'zh-Hans': '礼宾次序，数字小的在前；不是笔画或拼音次序。', en: 'Order of protocol, small numbers first.' } }),
  ],
  unique: [['uscc']],
})

export type OrganisationValues = ValuesOf<typeof organisationSheet>

type Row = { [Key in keyof OrganisationValues]?: string | number | null } & { contactName: string | null; contactPhone: string | null; contactEmail: string | null }

/** The list as a workbook that the import reads again. Contacts stay out: a file travels further than a page. */
export function organisationExport(rows: readonly Row[], language: 'zh-Hans' | 'en'): ExportTable {
  const columns = organisationSheet.columns.filter((column) => !['contactName', 'contactPhone', 'contactEmail'].includes(column.key))
  const nameOfKind = new Map<string, string>(kinds.map((kind) => [kind.value, kind.label[language]]))
  const cellOf = (row: Row, key: keyof OrganisationValues) => (key === 'kind' ? (nameOfKind.get(String(row.kind)) ?? null) : (row[key] ?? null))
  return {
    name: organisationSheet.title[language],
    header: columns.map((column) => column.header[language]),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column.key))),
  }
}
