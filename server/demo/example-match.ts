import type { ExampleCell } from './examples.ts'
import { chance } from './chance.ts'
import { personName } from './people.ts'

type Sheet = { name: string; header: string[]; rows: (string | number | null)[][] }

const posts: [string, string, string, ExampleCell, string, ExampleCell][] = [
  ['P01', '数控铣工', '狮山示例汽配有限公司', '3-5人', '', ''],
  ['P02', '三坐标测量员', '狮山示例汽配有限公司', '２名', '', ''],
  ['P03', '产线机器人操作', '里水示例机器人集成有限公司', 4, '对口帮扶', 1],
  ['P04', '设备维修学徒', '里水示例包装机械有限公司', '两人', '', ''],
  ['P05', '质量数据员', '桂城示例工业软件有限公司', 1, '', ''],
  ['P06', '总成装调', '丹灶示例制氢设备有限公司', '十人', '对口帮扶', 2],
]

/** For `silian match`: six posts, and thirty students with their wishes and marks. */
export const matchPosts = (): Sheet => ({ name: '岗位', header: ['岗位编号', '岗位名称', '单位名称', '名额', '预留类别', '预留名额'], rows: posts.map((row) => [...row]) })

export function matchStudents(): Sheet[] {
  const luck = chance('example match')
  const wishes = Array.from({ length: 30 }, () => posts.map((post) => ({ post, key: luck.next() })).sort((a, b) => a.key - b.key).slice(0, luck.between(3, 5)).map(({ post }) => post))
  const rows = wishes.map((list, at): Sheet['rows'][number] => {
    const name = personName(luck, luck.happens(0.3) ? 'female' : 'male', 'nanhai')
    const named = list.map(([number, title], place) => (place === 2 ? title : number))
    return [`20269${String(at + 1).padStart(3, '0')}`, name, at % 2 ? '南海示例职业学校' : '榕江示例中等职业学校', luck.between(120, 195) / 2, at % 5 === 0 ? '对口帮扶' : '', ...named, ...Array.from({ length: 5 - named.length }, () => '')]
  })
  return [{ name: '学生志愿', header: ['学号', '姓名', '学校', '成绩', '预留类别', '志愿1', '志愿2', '志愿3', '志愿4', '志愿5'], rows }]
}
