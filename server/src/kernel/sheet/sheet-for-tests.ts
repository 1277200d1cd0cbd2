import { sheetKind } from './columns.ts'
import {
  choiceColumn, codeColumn, dayColumn, emailColumn, identityColumn, listColumn, mobileColumn, nameColumn, numberColumn, rangeColumn, textColumn,
} from './readers.ts'

/** A kind of sheet that has every sort of column, for the tests of this folder. */
export const people = sheetKind({
  name: 'people',
  version: 3,
  title: { 'zh-Hans': '学生名单', en: 'Students' },
  columns: [
    nameColumn({ key: 'name', header: { 'zh-Hans': '姓名', en: 'Name' }, synonyms: ['学生姓名', '名字'], required: true, sample: '张示例' }),
    codeColumn({ key: 'number', header: { 'zh-Hans': '学号', en: 'Student number' }, synonyms: ['學號', '学生编号'], required: true, sample: '0020260001', form: /^[0-9A-Z]{4,20}$/i }),
    identityColumn({ key: 'identity', header: { 'zh-Hans': '身份证号', en: 'Identity number' }, synonyms: ['身份證號碼', '证件号码'], required: false, sample: '11010519491231002X' }),
    choiceColumn({
      key: 'sex', header: { 'zh-Hans': '性别', en: 'Sex' }, synonyms: ['性別'], required: false, sample: '男',
      choices: [{ value: 'male', label: { 'zh-Hans': '男', en: 'Male' }, synonyms: ['男生'] }, { value: 'female', label: { 'zh-Hans': '女', en: 'Female' }, synonyms: ['女生'] }],
    }),
    mobileColumn({ key: 'mobile', header: { 'zh-Hans': '手机号', en: 'Mobile' }, synonyms: ['手机', '联系电话', '手機號碼'], required: false, sample: '13800000000' }),
    emailColumn({ key: 'email', header: { 'zh-Hans': '邮箱', en: 'E-mail' }, synonyms: [], required: false, sample: 'a@example.com' }),
    dayColumn({ key: 'from', header: { 'zh-Hans': '开始日期', en: 'From' }, synonyms: [], required: false, sample: '2027-03-01' }),
    dayColumn({ key: 'until', header: { 'zh-Hans': '结束日期', en: 'Until' }, synonyms: [], required: false, sample: '2027-08-31' }),
    rangeColumn({ key: 'pay', header: { 'zh-Hans': '期望薪酬', en: 'Pay' }, synonyms: ['薪资'], required: false, sample: '3000-4000元/月', of: 'salary' }),
    numberColumn({ key: 'mark', header: { 'zh-Hans': '成绩', en: 'Mark' }, synonyms: [], required: false, sample: '86', min: 0, max: 100 }),
    listColumn({ key: 'wishes', header: { 'zh-Hans': '意向专业', en: 'Programmes' }, synonyms: [], required: false, sample: '机电、电子' }, (part) => part),
    textColumn({ key: 'note', header: { 'zh-Hans': '备注', en: 'Note' }, synonyms: [], required: false, sample: '', most: 20 }),
  ],
  unique: [['number'], ['identity']],
  check: (values) =>
    values.from !== null && values.until !== null && String(values.until) < String(values.from) ? [{ column: 'until', fault: { fault: 'dates_reversed' } }] : [],
})
