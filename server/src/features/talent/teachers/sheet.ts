import { codeColumn, nameColumn, phoneColumn, textColumn } from '../../../kernel/sheet/readers.ts'
import { sheetKind, type ValuesOf } from '../../../kernel/sheet/columns.ts'

export const teacherSheet = sheetKind({
  name: 'teachers',
  version: 1,
  title: { 'zh-Hans': '教师', en: 'Teachers' },
  columns: [
    codeColumn({ key: 'number', header: { 'zh-Hans': '工号', en: 'Staff number' }, synonyms: ['教师编号', '教工号', '職員編號', '教職工號', '编号'], required: true, sample: 'T0312' }),
    nameColumn({ key: 'name', header: { 'zh-Hans': '姓名', en: 'Name' }, synonyms: ['教师姓名', '教師姓名', '老师'], required: true, sample: '示例教师' }),
    phoneColumn({ key: 'phone', header: { 'zh-Hans': '手机号', en: 'Phone' }, synonyms: ['电话', '联系电话', '手机', '手機', '聯絡電話'], required: false, sample: '13800000000' }),
    textColumn({ key: 'subject', header: { 'zh-Hans': '任教专业', en: 'Subject' }, synonyms: ['专业', '学科', '任教科目', '任教專業', '科目'], required: false, most: 60, sample: '机电技术应用' }),
  ],
  unique: [['number']],
})
export type TeacherSheetRow = ValuesOf<typeof teacherSheet>
