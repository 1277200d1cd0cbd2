import { ageOn } from '@silian/algorithms/identifiers'
import { isMajorClass } from '@silian/algorithms/major-classes'
import { readDate } from '@silian/algorithms/reading/date'
import { plain } from '@silian/algorithms/reading/text'
import { sheetKind, type Choice, type Column, type ValuesOf } from '../../../kernel/sheet/columns.ts'
import { choiceColumn, codeColumn, dayColumn, listColumn, nameColumn, numberColumn, phoneColumn, textColumn } from '../../../kernel/sheet/readers.ts'
import type { CellFault, SheetReason } from '../../../kernel/sheet/reasons.ts'
import { levelOfMajor, suitsMajor, type Level } from '../programmes/rules.ts'
import { lacksGuardian, readPaper, type Paper } from './rules.ts'

const idTypes: readonly Choice<Paper['idType']>[] = [
  { value: 'resident', label: { 'zh-Hans': '居民身份证', en: 'Resident identity card' }, synonyms: ['身份证', '身份證', '二代身份证', '居民身份證'] },
  { value: 'hk_mo_tw', label: { 'zh-Hans': '港澳台居民证件', en: 'Hong Kong, Macao or Taiwan permit' }, synonyms: ['港澳台居民居住证', '回乡证', '台胞证', '港澳居民来往内地通行证', '台湾居民来往大陆通行证', '港澳台'] },
  { value: 'foreign', label: { 'zh-Hans': '护照或外国人证件', en: 'Passport or foreigner’s card' }, synonyms: ['护照', '護照', '外国人永久居留身份证'] },
]

const levels: readonly Choice<Level>[] = [
  { value: 'secondary', label: { 'zh-Hans': '中职', en: 'Secondary vocational' }, synonyms: ['中专', '职高', '中等职业', '中職', '中專', '职业高中', '普通中专'] },
  { value: 'technician', label: { 'zh-Hans': '技工', en: 'Technician school' }, synonyms: ['技校', '高级技工', '预备技师', '技師', '中级技工'] },
  { value: 'higher', label: { 'zh-Hans': '高职专科', en: 'Higher vocational' }, synonyms: ['高职', '大专', '专科', '高職', '大專', '專科', '高职高专'] },
  { value: 'bachelor', label: { 'zh-Hans': '职教本科', en: 'Vocational bachelor' }, synonyms: ['本科', '职业本科', '高职本科', '職業本科'] },
]

/** `2024`, `2024级`, `2024届`, `2024年9月`, `24.9`, `202409`: the year is what counts. */
const yearOf = (cell: string): number | CellFault => {
  const year = /(?<!\d)(20\d\d)(?!\d)/.exec(plain(cell))?.[1] ?? /^(\d\d)(?=[级届級屆])/.exec(plain(cell))?.[1]?.replace(/^/, '20') ?? readDate(cell).min?.slice(0, 4)
  return year ? Number(year) : { fault: 'wrong_form', params: { value: cell } }
}

const paperColumn = {
  key: 'paper',
  header: { 'zh-Hans': '证件号码', en: 'Identity number' },
  synonyms: ['身份证号', '身份证件号码', '身份证号码', '身份證號碼', '身份證號', '证件号', '證件號碼', 'ID'],
  required: true,
  kind: 'code',
  sample: '44058820101003001X',
  width: 24,
  note: { 'zh-Hans': '18 位，按文本填写；加密保存，页面上只显示前 4 位和后 3 位', en: '18 figures as text; kept encrypted, shown only in part' },
  read(cell, row): Paper | CellFault {
    const written = row.cell('idType')
    const type = idTypes.find(({ value, label, synonyms }) => [value, label['zh-Hans'], label.en, ...(synonyms ?? [])].includes(written))?.value ?? 'resident'
    const paper = readPaper(cell, type, row.today)
    return 'fault' in paper ? { fault: paper.fault as SheetReason, params: paper.params } : paper
  },
} as const satisfies Column<'paper', Paper>

export const studentSheet = sheetKind({
  name: 'students',
  version: 1,
  title: { 'zh-Hans': '学生', en: 'Students' },
  columns: [
    codeColumn({ key: 'studentNumber', header: { 'zh-Hans': '学号', en: 'Student number' }, synonyms: ['學號', '学籍号', '学生编号', '學生編號'], required: true, form: /^[A-Za-z0-9-]{2,30}$/, sample: '2410301' }),
    nameColumn({ key: 'name', header: { 'zh-Hans': '姓名', en: 'Name' }, synonyms: ['学生姓名', '學生姓名', '名字'], required: true, sample: '示例学生' }),
    choiceColumn({
      key: 'sex', header: { 'zh-Hans': '性别', en: 'Sex' }, synonyms: ['性別'], required: false, sample: '女',
      choices: [{ value: 'male', label: { 'zh-Hans': '男', en: 'Male' }, synonyms: ['男性', '男生', 'M'] }, { value: 'female', label: { 'zh-Hans': '女', en: 'Female' }, synonyms: ['女性', '女生', 'F'] }],
    }),
    choiceColumn({ key: 'idType', header: { 'zh-Hans': '证件类型', en: 'Kind of paper' }, synonyms: ['證件類型', '证件类别', '证件种类'], required: false, sample: '居民身份证', choices: idTypes }),
    paperColumn,
    dayColumn({ key: 'birthDate', header: { 'zh-Hans': '出生日期', en: 'Date of birth' }, synonyms: ['生日', '出生年月日', '出生年月', '出生'], required: false, sample: '2010-10-03', note: { 'zh-Hans': '有身份证号时可不填', en: 'Not needed with a resident’s number' } }),
    codeColumn({ key: 'majorCode', header: { 'zh-Hans': '专业代码', en: 'Major code' }, synonyms: ['專業代碼', '专业编码', '专业代号'], required: true, form: /^\d{6}[A-Z]?$/, upper: true, sample: '660303' }),
    textColumn({ key: 'programmeName', header: { 'zh-Hans': '专业名称', en: 'Major' }, synonyms: ['专业', '專業', '專業名稱', '所学专业'], required: false, most: 60, sample: '工业机器人技术应用' }),
    choiceColumn({ key: 'level', header: { 'zh-Hans': '学历层次', en: 'Level' }, synonyms: ['层次', '學歷層次', '培养层次', '学历'], required: false, sample: '中职', choices: levels }),
    textColumn({ key: 'cohortName', header: { 'zh-Hans': '班级', en: 'Class' }, synonyms: ['班級', '班级名称', '所在班级', '行政班'], required: true, most: 60, sample: '机器人 2401 班' }),
    { key: 'entryYear', header: { 'zh-Hans': '入学年份', en: 'Year of entry' }, synonyms: ['入學年份', '入学年度', '年级', '入学时间', '入学年月'], required: true, kind: 'number', sample: '2024', read: yearOf } as const,
    { key: 'leaveYear', header: { 'zh-Hans': '毕业年份', en: 'Year of leaving' }, synonyms: ['畢業年份', '毕业年度', '届别', '毕业时间', '预计毕业年份', '屆別'], required: true, kind: 'number', sample: '2027', read: yearOf } as const,
    textColumn({ key: 'teacher', header: { 'zh-Hans': '指导教师', en: 'Teacher' }, synonyms: ['指導教師', '班主任', '实习指导教师', '教师工号'], required: false, most: 50, sample: 'T0312', note: { 'zh-Hans': '工号或姓名，先导入教师', en: 'Staff number or name; import teachers first' } }),
    phoneColumn({ key: 'phone', header: { 'zh-Hans': '手机号', en: 'Phone' }, synonyms: ['手机', '电话', '联系电话', '手機號', '聯絡電話', '学生电话'], required: false, sample: '13800000000' }),
    nameColumn({ key: 'guardianName', header: { 'zh-Hans': '监护人', en: 'Guardian' }, synonyms: ['家长', '监护人姓名', '監護人', '家長姓名', '家长姓名'], required: false, sample: '示例家长', note: { 'zh-Hans': '未满 18 岁必填', en: 'Needed under 18' } }),
    phoneColumn({ key: 'guardianPhone', header: { 'zh-Hans': '监护人电话', en: 'Guardian’s phone' }, synonyms: ['家长电话', '监护人手机', '監護人電話', '家長電話', '家长联系电话'], required: false, sample: '13900000000' }),
    textColumn({ key: 'guardianRelation', header: { 'zh-Hans': '与监护人关系', en: 'Relation' }, synonyms: ['关系', '與監護人關係', '监护人关系', '与学生关系'], required: false, most: 20, sample: '母亲' }),
    codeColumn({ key: 'homeDivisionCode', header: { 'zh-Hans': '生源地区划代码', en: 'Home division code' }, synonyms: ['生源地', '户籍区划代码', '生源地代码', '生源地區劃代碼'], required: false, form: /^\d{6}$/, sample: '522634' }),
    numberColumn({ key: 'schoolMark', header: { 'zh-Hans': '学业成绩', en: 'School mark' }, synonyms: ['成绩', '学业成绩（百分制）', '学业分', '學業成績', '平均成绩', '综合成绩'], required: false, min: 0, max: 100, sample: '81.5' }),
    listColumn({ key: 'certificates', header: { 'zh-Hans': '证书', en: 'Certificates' }, synonyms: ['證書', '职业技能等级证书', '技能证书', '所获证书'], required: false, sample: '电工（四级）、低压电工作业证' }, (part): string | CellFault =>
      [...part].length > 80 ? { fault: 'too_long', params: { most: 80 } } : part),
  ],
  unique: [['studentNumber'], ['paper']],
  check(values, { today }) {
    const row = values as StudentSheetRow
    const birth = row.paper.birth ?? row.birthDate
    const level = row.level ?? levelOfMajor(row.majorCode)
    const faults: { column: string; fault: CellFault }[] = []
    if (!birth) faults.push({ column: 'paper', fault: { fault: 'birth_needed' } })
    if (row.paper.birth && row.birthDate && row.paper.birth !== row.birthDate) faults.push({ column: 'birthDate', fault: { fault: 'birth_differs', params: { birth: row.paper.birth } } })
    if (row.paper.sex && row.sex && row.paper.sex !== row.sex) faults.push({ column: 'sex', fault: { fault: 'sex_differs' } })
    if (row.leaveYear < row.entryYear || row.leaveYear > row.entryYear + 8) faults.push({ column: 'leaveYear', fault: { fault: 'years_reversed', params: { entry: row.entryYear } } })
    if (!isMajorClass(row.majorCode)) faults.push({ column: 'majorCode', fault: { fault: 'no_such_code', params: { value: row.majorCode } } })
    else if (!suitsMajor(level, row.majorCode)) faults.push({ column: 'level', fault: { fault: 'level_unlike_major', params: { code: row.majorCode } } })
    if (birth && lacksGuardian({ birthDate: birth, guardianName: row.guardianName, guardianPhone: row.guardianPhone }, today)) {
      faults.push({ column: row.guardianName ? 'guardianPhone' : 'guardianName', fault: { fault: 'guardian_needed', params: { age: ageOn(birth, today) } } })
    }
    return faults
  },
})
export type StudentSheetRow = ValuesOf<typeof studentSheet>
