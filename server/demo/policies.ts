import type { Condition, PolicyFields } from '../src/features/services/policies/contract.ts'

type Sentence = PolicyFields['sentences'][number]
type Seed = { title: string; titleEn: string; issuer: string; summary: string; how: string; days: number; sentences: Sentence[] }

const must = (text: string, ...conditions: Sentence['conditions']): Sentence => ({ text, role: 'required', conditions })
const either = (text: string, ...conditions: Sentence['conditions']): Sentence => ({ text, role: 'alternative', conditions })
const plain = (text: string): Sentence => ({ text, role: 'plain', conditions: [] })
const firm: Condition = { fact: 'kind', in: ['enterprise'] }
const nanhai: Condition = { fact: 'division', prefixes: ['440605'] }
const manufacturing: Condition = { fact: 'industry', prefixes: ['C'] }
const office = '示例区产教融合主管部门'

/** Fictional, each title marked: none of these is a policy of any real office. */
export const policySeeds: Seed[] = [
  { title: '示例：中小制造企业数字化改造补助', titleEn: 'Demo: grants for going digital', issuer: office, days: -150, summary: '按改造投入的一定比例补助。', how: '每年 3 月至 6 月在主管部门网站申报。', sentences: [must('在本区登记的制造业企业。', firm, nanhai, manufacturing), must('从业人数二十人以上、四百人以下。', { fact: 'staff', min: 20, max: 399 }), plain('补助额以当年申报通知为准。')] },
  { title: '示例：接收实习学生岗位补贴', titleEn: 'Demo: subsidy for taking interns', issuer: office, days: -200, summary: '按实际接收人数和月数补贴。', how: '实习结束后两个月内申报，附协议和考勤。', sentences: [must('与学校签订实习协议、已接收学生的企业。', firm, { fact: 'interns', min: 1 }), must('没有失信和安全生产违法记录。', { fact: 'honest', is: true })] },
  { title: '示例：产教融合型企业培育', titleEn: 'Demo: growing firms that train', issuer: office, days: -300, summary: '列入培育名单的企业优先推荐认定。', how: '联盟秘书处汇总推荐。', sentences: [must('联盟成员单位。', { fact: 'member', is: true }), either('理事以上单位。', { fact: 'seat', in: ['council', 'standing_council', 'vice_chair', 'chair'] }), either('上一学年接收实习学生三人以上。', { fact: 'interns', min: 3 }), either('在招岗位三个以上。', { fact: 'openPosts', min: 3 })] },
  { title: '示例：铝型材行业绿色改造', titleEn: 'Demo: greener aluminium', issuer: office, days: -90, summary: '表面处理和熔铸环节节能减排改造。', how: '全年受理。', sentences: [must('铝压延、金属结构、金属表面处理企业。', firm, { fact: 'industry', prefixes: ['325', '331', '336'] }), must('在本区登记。', nanhai)] },
  { title: '示例：小微企业公益培训券', titleEn: 'Demo: vouchers for training', issuer: office, days: -60, summary: '凭券参加技能培训，一年两张。', how: '在联盟服务窗口领取。', sentences: [must('小型、微型企业。', firm, { fact: 'size', in: ['small', 'micro'] })] },
  { title: '示例：首台（套）装备保险补偿', titleEn: 'Demo: insurance of first machines', issuer: office, days: -120, summary: '对投保首台套装备的企业补偿部分保费。', how: '交付后一年内申报。', sentences: [must('专用设备、通用设备、仪器仪表制造企业。', firm, { fact: 'industry', prefixes: ['34', '35', '38', '40'] }), must('没有失信和安全生产违法记录。', { fact: 'honest', is: true })] },
  { title: '示例：园区企业用工对接', titleEn: 'Demo: staff for firms in parks', issuer: office, days: -45, summary: '园区统一组织校园招聘。', how: '向所在园区报名。', sentences: [must('在产教融合型园区内的企业。', { fact: 'park', is: true }), must('有在招岗位。', { fact: 'openPosts', min: 1 })] },
  { title: '示例：技术需求张榜支持', titleEn: 'Demo: posted problems', issuer: office, days: -30, summary: '对解决难题的合作给予经费支持。', how: '难题公开后由秘书处推荐。', sentences: [must('有正在征集答复的技术或服务需求。', firm, { fact: 'openNeeds', min: 1 })] },
  { title: '示例：丹灶氢能企业场地优惠', titleEn: 'Demo: room for hydrogen', issuer: '示例镇产业办', days: -100, summary: '租金按面积减免。', how: '与园区签约时申请。', sentences: [must('在丹灶镇。', { fact: 'town', in: ['丹灶', '丹灶镇'] }), must('电气机械和氢能装备企业。', { fact: 'industry', prefixes: ['38', '346'] })] },
  { title: '示例：规模以上企业职工技能等级补贴', titleEn: 'Demo: subsidy for skills', issuer: office, days: -220, summary: '按取得证书的等级和人数补贴。', how: '每季度申报一次。', sentences: [must('从业人数三百人以上的企业。', firm, { fact: 'staff', min: 300 })] },
  { title: '示例：食品企业检测费用减免', titleEn: 'Demo: cheaper food tests', issuer: '示例区食品行业服务站', days: -70, summary: '送检费用减半。', how: '送检时出示单位资料。', sentences: [must('农副食品加工、食品和饮料制造企业。', firm, { fact: 'industry', prefixes: ['13', '14', '15'] })] },
  { title: '示例：软件和信息服务企业人才公寓', titleEn: 'Demo: flats for software firms', issuer: office, days: -400, summary: '骨干人才申请公寓。', how: '已截止，等下一年度通知。', sentences: [must('软件和信息技术服务业。', firm, { fact: 'industry', prefixes: ['65', '64'] })] },
]
