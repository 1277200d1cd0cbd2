import type { Section } from '../../rules.ts'

export type Starter = { kind: string; version: number; title: string; note: string; sections: readonly Section[] }

const need = (code: string, title: string, text: string): Section => ({ code, title, text, required: true })
const may = (code: string, title: string, text = ''): Section => ({ code, title, text, required: false })

/** Rule 1.14: what a three-party agreement covers at least. Nine sections, none of them empty. */
const threeParty: readonly Section[] = [
  need('parties', '当事人', '甲方为组织实习的学校，乙方为接收实习的单位，丙方为参加岗位实习的学生。甲方指派{{supervisor}}为指导教师，乙方指派{{mentor}}为企业指导人员。丙方在实习期间的身份是学生，实习是教学活动。'),
  need('work', '实习时间、地点、内容和条件', '丙方在乙方的{{post}}岗位实习，地点为{{place}}。实习内容：{{tasks}}。乙方提供符合教学要求的岗位和条件，安排内容覆盖岗位（群）的典型工作任务，不以简单重复劳动代替。变更岗位或地点，须经三方同意并修改本协议。'),
  need('living', '食宿、工作时间和休息休假', '住宿：{{lodging}}。用餐：{{meals}}。工作时间：{{hours}}。丙方依法享有休息日和法定节假日；乙方不安排丙方加班和夜班。学生住宿须征得丙方（未成年人还须征得监护人）同意，不得以住宿为由收费或限制人身自由。'),
  need('pay', '实习报酬和支付方式', '乙方每月向丙方支付报酬{{pay}}，于{{payDay}}以货币形式足额、直接支付给丙方本人，不以实物、有价证券代替，不经第三方转发，不拖欠、不克扣。甲乙双方不向丙方收取押金、培训费、管理费、材料费、报酬提成等任何费用，不扣押丙方的证件。'),
  need('safety', '劳动保护、安全和职业病防护条件', '乙方执行安全生产和职业卫生规定，提供必需的劳动保护用品，上岗前对丙方进行安全培训并考核，不安排丙方从事法律法规禁止学生、未成年人和女学生从事的劳动。甲方在上岗前完成安全教育。丙方遵守操作规程，有权拒绝违章指挥。'),
  need('insurance', '责任保险和伤亡事故处理', '甲方为丙方投保实习责任保险，责任范围覆盖实习全过程，费用不由丙方承担。发生伤害事故时，乙方立即救治并保护现场，甲乙双方及时通知丙方的监护人，按规定报告，并协助理赔；保险之外的部分由责任方依法承担。'),
  need('assessment', '实习考核', '甲乙双方按学校批准的考核方案，共同从工作表现、职业素养、专业能力等方面评定丙方的成绩，不以出勤代替考核。乙方的考核占比：{{unitWeight}}。考核合格的，甲方计入学分并向丙方出具实习证明。'),
  need('breach', '违约责任', '任何一方违反约定造成损失的，依法承担责任。乙方违反安全、报酬、工时约定，或者提供的岗位与约定不符的，甲方和丙方可以解除本协议，甲方另行安排实习。丙方确有正当理由的，可以提出变更或者终止实习，甲乙双方不得因此扣减已得报酬。'),
  need('other', '其他', '本协议经三方签署后生效；未成年学生的监护人另行签署知情同意书。未尽事宜由三方协商，可以书面补充；争议协商不成的，依法处理。任何一方可以向教育主管部门反映问题。'),
]

const consent: readonly Section[] = [
  need('facts', '实习安排', '学校安排{{student}}到{{unit}}的{{post}}岗位实习，地点为{{place}}，时间自{{startsOn}}至{{endsOn}}。实习内容：{{tasks}}。'),
  need('terms', '工时、食宿和报酬', '工作时间：{{hours}}。住宿：{{lodging}}。用餐：{{meals}}。报酬：{{pay}}，直接支付给学生本人。学校和单位不收取任何费用，不扣押证件。'),
  need('protection', '安全、保险和指导', '学校为学生投保实习责任保险，上岗前进行安全教育。学校指导教师为{{supervisor}}，联系电话{{supervisorPhone}}。'),
  need('rights', '学生和监护人的权利', '学生不从事法律法规禁止的劳动。学生和监护人可以不同意本安排，也可以自行选择符合条件的单位；可以随时向学校提出变更、终止实习，或者向教育主管部门投诉。同意本安排不等于放弃任何权利。'),
  need('statement', '同意', '以上内容我（我们）已经看过、明白，自愿同意学校的实习安排。'),
  may('remarks', '补充说明'),
]

const ownChoice: readonly Section[] = [
  need('reason', '不接受学校安排的原因', '{{reason}}'),
  need('unit', '自行选择的单位', '单位：{{unit}}；岗位：{{post}}；地点：{{place}}；单位指导人员：{{mentor}}。'),
  need('statement', '申请', '本人及监护人明确不同意学校的实习安排，申请到上述单位实习，服从学校的指导和管理，如实报告实习情况。'),
]

const orderClass: readonly Section[] = [
  need('seats', '招收人数和专业', '双方共同开办{{className}}，专业为{{programme}}，计划招收{{seats}}人。'),
  need('training', '培养方案和课程', '双方共同制定人才培养方案和课程，由学校学术机构审定后执行；企业选派导师承担实践教学。'),
  need('costs', '经费', '经费来源和负担办法：{{costs}}。任何一方不向学生收取培训费、押金、岗位安置费。'),
  need('pay', '录用后的报酬', '学生考核合格并被录用的，起薪不低于{{payFloor}}。'),
  need('choice', '双向选择', '学生自愿报名，企业和学生双向选择；未被录用或者不愿被录用的学生，学校正常安排毕业。'),
  need('quitting', '退出和替补', '学生可以在{{quitNotice}}前说明理由退出，不承担违约金；空出的名额由候补学生按次序替补。'),
  need('breach', '违约责任', '企业不按约定提供实践岗位或者录用岗位的，按{{breach}}承担责任；学校不按约定开课的，承担相应责任。'),
  need('rights', '知识产权和个人信息', '共同开发的课程和教材由双方共有。企业只为培养和录用使用学生的个人信息，合作结束后删除。'),
  need('term', '期限、变更和终止', '本协议在约定期限内有效；变更和终止须经双方书面同意，并先安置好在读学生。'),
]

const apprenticeship: readonly Section[] = [
  need('identity', '双重身份', '丙方同时是甲方的学生和乙方的学徒。乙方与丙方依法订立学徒协议，保障学徒的权益。'),
  need('training', '培养内容和双导师', '学校导师：{{supervisor}}；企业师傅：{{mentor}}。岗位：{{post}}，地点：{{place}}。学习与工作交替进行：{{tasks}}。'),
  need('hours', '工时和休息', '工作时间：{{hours}}。不安排加班和夜班，丙方享有休息日和法定节假日。'),
  need('pay', '学徒报酬', '乙方每月于{{payDay}}向丙方本人以货币支付学徒报酬{{pay}}，不收取任何费用。'),
  need('safety', '安全、保险', '乙方负责岗前安全培训和劳动保护；甲方投保实习责任保险，覆盖全过程，费用不由丙方承担。'),
  need('assessment', '考核和证书', '双方共同考核，合格者计入学分；达到职业技能等级标准的，按规定申报证书。'),
  need('employment', '就业', '期满考核合格的，乙方按{{offer}}优先录用；丙方有权不接受。'),
  need('breach', '违约责任', '违约方依法承担责任；丙方有正当理由可以退出，不承担违约金。'),
]

const cooperation: readonly Section[] = [
  need('purpose', '合作内容', '双方在{{fields}}方面开展校企合作，包括接收学生岗位实习、教师企业实践、共同开发课程。'),
  need('duties', '双方的责任', '学校负责教学组织和学生管理；企业提供符合条件的岗位、指导人员和安全保障。'),
  need('interns', '接收实习学生', '每年接收实习学生不超过{{seats}}人，并遵守实习学生占比的规定；每名学生另签三方协议。'),
  need('costs', '经费', '{{costs}}。任何一方不以实习、合作为名向学生收费。'),
  need('rights', '知识产权和保密', '合作成果的归属另行书面约定；双方对获知的商业秘密和个人信息保密。'),
  need('breach', '违约责任', '违约方依法承担责任。'),
  need('term', '期限和终止', '合作期限不少于三年；提前终止须书面通知，并先完成在岗学生的实习。'),
]

const practice: readonly Section[] = [
  need('content', '实践内容和岗位', '{{teacher}}到乙方的{{post}}实践，内容：{{tasks}}。'),
  need('support', '乙方提供的条件', '乙方指派{{mentor}}指导，提供必要的场地、设备和安全保障。'),
  need('record', '记录和考核', '教师每周记实践日志；期满由乙方作出鉴定，学校考核并计入实践天数。'),
  need('treatment', '待遇和保险', '教师实践期间的工资福利由学校照发；保险和差旅：{{insurance}}。'),
  need('secrecy', '保密', '教师遵守乙方的规章，对商业秘密保密。'),
  may('outcome', '成果'),
]

const mentor: readonly Section[] = [
  need('tasks', '任务', '学校聘请{{mentor}}为产业导师，承担：{{tasks}}，每学年不少于{{hours}}学时。'),
  need('pay', '报酬', '报酬标准和支付：{{pay}}。'),
  need('conduct', '师德和纪律', '产业导师遵守教师职业行为准则；未经学校同意，不以学校名义从事其他活动。'),
  need('review', '考核', '学校每学年考核一次，考核结果作为续聘依据。'),
  need('term', '期限和终止', '聘期不超过五年；任何一方可以提前三十日书面通知终止。'),
]

const assistance: readonly Section[] = [
  need('batch', '批次和人数', '{{batch}}，计划{{seats}}人，来源学校：{{counties}}。'),
  need('posts', '岗位和待遇', '岗位、工时、报酬和食宿由各方核实后写入每名学生的三方协议，不低于当地同岗位标准。'),
  need('care', '护送和关爱', '来源学校指派带队教师{{escort}}；接收方安排专人负责生活、心理和安全，每月回访。'),
  need('filing', '备案', '跨省实习按规定向教育主管部门备案，备案完成前学生不上岗。'),
  need('costs', '经费', '交通、保险等费用由{{costs}}承担，不由学生承担。'),
  need('return', '返程和稳岗', '学生要求返乡的，接收方和来源学校负责安排返程；稳岗六个月以上的按政策办理补助。'),
]

const other: readonly Section[] = [need('content', '约定内容', ''), may('remarks', '补充说明')]

const first = { version: 1, note: '' }
const nationalModel = '依据国家发布的实习协议示范文本的必备内容编写；学校采用当地示范文本的，请在此另存为新版本。'

/** What the program brings. A school or an alliance makes a version of its own; what was signed keeps its words. */
export const starters: readonly Starter[] = [
  { ...first, kind: 'three_party', title: '岗位实习三方协议', note: nationalModel, sections: threeParty },
  { ...first, kind: 'consent', title: '岗位实习知情同意书', note: nationalModel, sections: consent },
  { ...first, kind: 'own_choice', title: '自行选择实习单位申请书', sections: ownChoice },
  { ...first, kind: 'order_class', title: '订单班合作协议', sections: orderClass },
  { ...first, kind: 'apprenticeship', title: '学徒制三方协议', sections: apprenticeship },
  { ...first, kind: 'cooperation', title: '校企合作协议', sections: cooperation },
  { ...first, kind: 'practice', title: '教师企业实践协议', sections: practice },
  { ...first, kind: 'mentor', title: '产业导师聘任协议', sections: mentor },
  { ...first, kind: 'assistance', title: '对口帮扶实习协议', sections: assistance },
  { ...first, kind: 'other', title: '协议', sections: other },
]
export const starterOf = (kind: string): Starter => starters.find((one) => one.kind === kind)!
