import type { DemoAccount, DemoOrganisation, DemoStudent, DemoTeacher } from './shape.ts'
import { studentOfTheDemo } from './students.ts'

type People = { organisations: DemoOrganisation[]; students: DemoStudent[]; teachers: DemoTeacher[]; graduate: string; trainee: string; assisted: string }
type Blank = Pick<DemoAccount, 'login' | 'role' | 'purpose'> & Partial<Omit<DemoAccount, 'login' | 'role' | 'purpose'>>

/** One account for each way of using the product. Passwords are the loader's business. */
export function accounts({ organisations, students, teachers, graduate, trainee, assisted }: People): DemoAccount[] {
  const contactOf = (key: string) => organisations.find((organisation) => organisation.key === key)!.contact!.name
  const studentNamed = (key: string) => students.find((student) => student.key === key)!
  const teacher = teachers.find(({ key }) => key === 'teacher-3')!
  const escort = teachers.find(({ key }) => key === 'teacher-12')!

  const blanks: Blank[] = [
    { login: 'secretariat', name: '陈敏', role: 'secretariat', purpose: { zh: '秘书处专员', en: 'officer of the secretariat' } },
    { login: 'deputy', name: '黄志辉', role: 'secretariat', purpose: { zh: '秘书处复核人', en: 'second officer, who approves' } },
    { login: 'enterprise', role: 'enterprise_contact', organisation: 'ent-01', purpose: { zh: '企业人事', en: 'an enterprise' } },
    { login: 'robots', role: 'enterprise_contact', organisation: 'ent-03', purpose: { zh: '热门岗位的企业', en: 'an enterprise with a popular post' } },
    { login: 'agency', role: 'enterprise_contact', organisation: 'ent-31', purpose: { zh: '被法规拒绝的草稿', en: 'a draft the law refuses' } },
    { login: 'foundry', role: 'enterprise_contact', organisation: 'ent-32', purpose: { zh: '被法规拒绝的草稿', en: 'a draft the law refuses' } },
    { login: 'school', role: 'school_contact', organisation: 'school-1', purpose: { zh: '中职学校', en: 'a secondary vocational school' } },
    { login: 'college', role: 'school_contact', organisation: 'school-2', purpose: { zh: '高职院校', en: 'a vocational college' } },
    { login: 'rongjiang', role: 'school_contact', organisation: 'school-3', purpose: { zh: '对口帮扶县的中职学校', en: 'a school of a paired county' } },
    { login: 'teacher', name: teacher.name, role: 'teacher', organisation: teacher.school, teacher: teacher.key, purpose: { zh: '指导教师', en: 'a supervising teacher' } },
    { login: 'escort', name: escort.name, role: 'teacher', organisation: escort.school, teacher: escort.key, purpose: { zh: '帮扶县学校的带队教师：每周关爱', en: 'an escort of a county school: weekly checks' } },
    { login: 'park', role: 'park_contact', organisation: 'park-1', purpose: { zh: '园区，代小企业说话', en: 'a park that speaks for small firms' } },
    { login: 'association', role: 'association_contact', organisation: 'assoc-01', purpose: { zh: '行业协会', en: 'a trade association' } },
    { login: 'platform', role: 'platform_contact', organisation: 'lab-2', purpose: { zh: '科创平台', en: 'an innovation platform' } },
    { login: 'official', role: 'official', organisation: 'gov-1', purpose: { zh: '主管部门，督办没人答复的需求', en: 'the authority, told of needs nobody answers' } },
    studentBlank('student', studentNamed(studentOfTheDemo), { zh: '正在填志愿的学生', en: 'a student who is ranking wishes' }),
    { login: 'mentor', name: '示例师傅张师傅', role: 'mentor', organisation: 'ent-01', purpose: { zh: '带实习学生的企业导师', en: 'a mentor of interns at a firm' } },
    studentBlank('intern', studentNamed('student-36'), { zh: '正在实习的学生：周志、任务卡、报酬', en: 'a student on an internship: logs, tasks, pay' }),
    studentBlank('trainee', studentNamed(trainee), { zh: '就要上岗的学生：签字、安全考试', en: 'a student about to start: signing, safety test' }),
    studentBlank('assisted', studentNamed(assisted), { zh: '帮扶县来的学生：到岗半年，问还在不在', en: 'a student from a paired county: half a year on' }),
    studentBlank('graduate', studentNamed(graduate), { zh: '读得到通知书的往届学生', en: 'a student of last year, who can read a letter' }),
  ]
  return blanks.map((blank) => ({
    name: blank.organisation ? contactOf(blank.organisation) : '',
    organisation: null,
    student: null,
    teacher: null,
    email: `${blank.login}@silian.example`,
    ...blank,
  }))
}

const studentBlank = (login: string, student: DemoStudent, purpose: DemoAccount['purpose']): Blank => ({
  login,
  name: student.name,
  role: 'student',
  organisation: student.school,
  student: student.key,
  purpose,
})
