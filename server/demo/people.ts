import type { Chance } from './chance.ts'

/**
 * Names of people who do not exist. They are plain names, so that lists look as lists do; every record of a person carries
 * `demo: true` and the product writes 示例 beside it.
 */
export type Sex = 'male' | 'female'
/** Surnames differ between the Pearl River delta and Qiandongnan, where many are Miao or Dong. */
export type Region = 'nanhai' | 'county'

const surnames: Record<Region, readonly string[]> = {
  nanhai: [...'陈李黄梁何吴张林罗潘关麦邓周杨郭冼区谭霍苏叶卢邝曾孔徐刘王朱冯招'],
  county: [...'杨吴石龙潘陆姜欧王李张刘罗蒙韦田廖粟莫余'],
}
const compoundSurnames = ['欧阳', '司徒', '上官']
const given: Record<Sex, readonly string[]> = {
  male: [...'伟俊浩明强辉豪宇轩凯锋鹏志文子家泽铭东海亮华斌涛航睿'],
  female: [...'敏婷怡欣慧丽芳莹静雅玲珊琳雪梅秀佩思晓嘉诗颖桂春兰燕仪彤雯蕾'],
}

/** A share of two-character names, as in any class; now and then a compound surname. */
export function personName(luck: Chance, sex: Sex, region: Region): string {
  const surname = luck.happens(0.01) ? luck.pick(compoundSurnames) : luck.pick(surnames[region])
  const first = luck.pick(given[sex])
  const second = luck.pick(given[sex])
  return luck.happens(0.3) || second === first ? surname + first : surname + first + second
}

/**
 * Names that break careless software: outside the common character sets (U+4DAE, and U+20BB7 which takes two UTF-16 units),
 * with the middle dot, with a compound surname, and as long as names get.
 */
export const demandingNames: readonly { name: string; sex: Sex }[] = [
  { name: '陈䶮', sex: 'male' },
  { name: '𠮷田杰', sex: 'male' },
  { name: '阿依古丽·买买提', sex: 'female' },
  { name: '欧阳子轩', sex: 'male' },
  { name: '司徒美𬱖', sex: 'female' },
  { name: '努尔艾力·阿卜杜热西提·麦麦提明', sex: 'male' },
]

export const parentName = (luck: Chance, childName: string, relation: '父亲' | '母亲', region: Region) =>
  relation === '父亲' && !childName.includes('·')
    ? surnameOf(childName) + luck.pick(given.male) + (luck.happens(0.5) ? luck.pick(given.male) : '')
    : personName(luck, relation === '父亲' ? 'male' : 'female', region)

const surnameOf = (name: string) => compoundSurnames.find((surname) => name.startsWith(surname)) ?? [...name][0]!
