import { sheetKind } from '../../kernel/sheet/columns.ts'
import { codeColumn, listColumn, nameColumn, numberColumn, organisationColumn, rangeColumn, textColumn } from '../../kernel/sheet/readers.ts'

export const mostWishes = 20

const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const han = (n: number) => (n <= 10 ? digits[n - 1]! : n < 20 ? `十${digits[n - 11]!}` : '二十')
const both = (words: readonly string[]) => words.flatMap((word) => [word, word.replace('志愿', '志願')])
const wishNames = (n: number) => both([`志愿${n}`, `志愿${han(n)}`, `第${n}志愿`, `第${han(n)}志愿`, `${n}志愿`, `${han(n)}志愿`, `志愿岗位${n}`]).concat(`choice ${n}`, `wish ${n}`)

const student = { 'zh-Hans': '学号', en: 'Student number' }
const studentWords = ['學號', '学籍号', '学生编号', '學生編號', '考生号', '编号', 'student', 'id']
const post = { 'zh-Hans': '岗位', en: 'Post' }
const postWords = ['岗位编号', '崗位', '岗位名称', '岗位代码', '职位', '志愿岗位', 'post number']
const score = ['分数', '评分', '得分', '成绩', '总分', '綜合成績', '综合成绩', '成績', '分數']

const wishColumns = Array.from({ length: mostWishes }, (_, at) => [
  textColumn({ key: `wish${at + 1}`, header: { 'zh-Hans': `志愿${at + 1}`, en: `Choice ${at + 1}` }, synonyms: wishNames(at + 1), required: false, sample: at === 0 ? 'P001' : '' }),
  numberColumn({
    key: `score${at + 1}`, header: { 'zh-Hans': `志愿${at + 1}分数`, en: `Score ${at + 1}` }, required: false, sample: '', min: 0,
    synonyms: wishNames(at + 1).flatMap((name) => ['分数', '成绩', '得分'].map((word) => `${name}${word}`)).concat(`分数${at + 1}`),
  }),
]).flat()

export const studentKind = sheetKind({
  name: 'match-students',
  version: 1,
  title: { 'zh-Hans': '学生志愿', en: 'Students' },
  columns: [
    codeColumn({ key: 'number', header: student, synonyms: studentWords, required: true, sample: '20260001' }),
    nameColumn({ key: 'name', header: { 'zh-Hans': '姓名', en: 'Name' }, synonyms: ['学生姓名', '學生姓名', '名字'], required: false, sample: '示例学生' }),
    organisationColumn({ key: 'school', header: { 'zh-Hans': '学校', en: 'School' }, synonyms: ['学校名称', '學校', '院校', '所在学校'], required: false, sample: '示例学校' }),
    numberColumn({ key: 'score', header: { 'zh-Hans': '成绩', en: 'Score' }, synonyms: score, required: false, sample: '86.5', min: 0 }),
    listColumn({ key: 'tags', header: { 'zh-Hans': '预留类别', en: 'Reserve tags' }, synonyms: ['類別', '类别', '专项', '標籤', '标签'], required: false, sample: '' }, (part) => part),
    ...wishColumns,
  ],
  unique: [['number']],
})

export const wishKind = sheetKind({
  name: 'match-wishes',
  version: 1,
  title: { 'zh-Hans': '志愿', en: 'Wishes' },
  columns: [
    codeColumn({ key: 'number', header: student, synonyms: studentWords, required: true, sample: '' }),
    numberColumn({ key: 'order', header: { 'zh-Hans': '志愿序号', en: 'Order' }, synonyms: ['顺序', '序号', '志愿顺序', '第几志愿', '志願序號', '志愿', '順序'], required: true, sample: '1', whole: true, min: 1, max: mostWishes }),
    textColumn({ key: 'post', header: post, synonyms: postWords, required: true, sample: '' }),
    numberColumn({ key: 'score', header: { 'zh-Hans': '分数', en: 'Score' }, synonyms: score, required: false, sample: '', min: 0 }),
  ],
  unique: [['number', 'order'], ['number', 'post']],
})

export const scoreKind = sheetKind({
  name: 'match-scores',
  version: 1,
  title: { 'zh-Hans': '评分', en: 'Scores' },
  columns: [
    codeColumn({ key: 'number', header: student, synonyms: studentWords, required: true, sample: '' }),
    textColumn({ key: 'post', header: post, synonyms: postWords, required: true, sample: '' }),
    numberColumn({ key: 'score', header: { 'zh-Hans': '分数', en: 'Score' }, synonyms: score, required: true, sample: '', min: 0 }),
  ],
  unique: [['number', 'post']],
})

export const postKind = sheetKind({
  name: 'match-posts',
  version: 1,
  title: { 'zh-Hans': '岗位名额', en: 'Posts' },
  columns: [
    codeColumn({ key: 'number', header: { 'zh-Hans': '岗位编号', en: 'Post number' }, synonyms: ['编号', '岗位代码', '崗位編號', '岗位号', '职位编号', 'id'], required: false, sample: 'P001' }),
    textColumn({ key: 'title', header: { 'zh-Hans': '岗位名称', en: 'Post' }, synonyms: ['岗位', '崗位名稱', '职位', '职位名称', '实习岗位', '崗位'], required: true, sample: '示例岗位', most: 100 }),
    organisationColumn({ key: 'firm', header: { 'zh-Hans': '单位名称', en: 'Organisation' }, synonyms: ['单位', '企业', '企业名称', '公司', '公司名称', '用人单位', '接收单位', '單位名稱', '企業名稱'], required: false, sample: '示例企业' }),
    rangeColumn({
      key: 'seats', header: { 'zh-Hans': '名额', en: 'Seats' }, required: true, sample: '3', of: 'headcount', mustSay: true,
      synonyms: ['人数', '招聘人数', '接收人数', '需求人数', '实习人数', '计划数', '岗位数', '名額', '人數', 'capacity'],
    }),
    numberColumn({ key: 'least', header: { 'zh-Hans': '最低人数', en: 'Least' }, synonyms: ['最少人数', '开班人数', '最低人數'], required: false, sample: '', whole: true, min: 0 }),
    textColumn({ key: 'tag', header: { 'zh-Hans': '预留类别', en: 'Reserve tag' }, synonyms: ['预留给', '专项', '預留類別'], required: false, sample: '' }),
    numberColumn({ key: 'reserved', header: { 'zh-Hans': '预留名额', en: 'Reserved seats' }, synonyms: ['预留人数', '专项名额', '預留名額'], required: false, sample: '', whole: true, min: 0 }),
  ],
  unique: [['number']],
})
