import type { ExampleCell, ExampleSheet } from './examples.ts'
import { creditCode } from './numbers.ts'
import { rowsOf } from './rows-of.ts'

const headers = ['单位名称', '统一社会信用代码', '单位类型', '行业代码', '镇街', '地址', '从业人数', '联系人', '联系电话', '电子邮箱']

/** Serials from 9001: none of these is a member of the demonstration yet. */
const code = (serial: number, registry: '91' | '51' | '52' = '91') => creditCode(registry, '440605', serial)
const spaced = (text: string) => `${text.slice(0, 8)} ${text.slice(8, 12)} ${text.slice(12)}`
const fullWidth = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const wrongCheck = (text: string) => text.slice(0, 17) + (text[17] === '7' ? '8' : '7')

const cells: ExampleCell[][] = [
  ['狮山示例铝轮毂有限公司', code(9001), '企业', '3670', '狮山镇', '狮山镇示例大道 101 号', 420, '陈 敏', '0757-00000901', 'hr@wheel.example'],
  ['  狮山示例紧固件有限公司 ', spaced(code(9002)), '企业', 3489, '', '狮山镇示例大道 102 号', '约150人', '何家豪', '15400008001', 'hr@bolt.example'],
  ['狮山示例视觉检测有限公司', code(9003).toLowerCase(), '企业', '4011 工业自动控制系统装置制造', '', '狮山镇示例大道 103 号', '５６人', '林凯', '＋８６ 154 0000 8002', 'HR@VISION.EXAMPLE'],
  ['大沥示例幕墙工程有限公司', fullWidth(code(9004)), '企业', '5013', '大沥', '大沥镇示例路 1 号', '200-300人', '麦婷', '0757-0000 0904', ''],
  ['大沥示例铝模板有限公司', `'${code(9005)}`, '企业', '3311', '大沥', '大沥镇示例路 2 号', '300余人', '关　浩', '154-0000-8003', 'hr@formwork.example'],
  ['丹灶示例制氢设备有限公司', code(9006), '企業', '3463', '丹灶镇', '丹灶镇示例路 6 号', '一百二十人', '潘志明', '0757-00000906', 'hr@h2.example'],
  ['丹灶示例锁具有限公司', code(9007), '企业', '3351', '丹灶镇', '丹灶镇示例路 7 号', '80人左右', '罗雪梅', '15400008004', ''],
  ['', '', '', '', '', '', '', '', '', ''],
  ['西樵示例家纺有限公司', code(9008), '企业', '1771', '西樵', '西樵镇示例路 8 号', 260, '欧阳莹', '15400008005', 'hr@hometextile.example'],
  ['西樵示例卫生陶瓷有限公司', code(9009), '企业', '3072', '西樵', '<p>西樵镇示例路&nbsp;9 号</p>', '不少于500人', '梁丽', '0757-00000909', ''],
  ['九江示例烘焙食品有限公司', code(9010), '企业', '1411', '九江', '九江镇示例路 10 号', '60～80', '邓静', '15400008006', 'hr@bakery.example'],
  ['里水示例包装机械有限公司', code(9011), '企业', '3467', '里水', '里水镇示例路 11 号', '100人以上', '谭伟', '15400008007', ''],
  ['里水示例机器人集成有限公司', code(9012), '企业', '3491', '里水', '里水镇示例路 12 号', '九十人', '叶文', '0757-00000912/15400008008', 'hr@integrator.example'],
  ['桂城示例工业软件有限公司', code(9013), '企业', '6513', '桂城街道', '桂城街道示例路 13 号', '45', '苏铭', '15400008009', 'hr@software.example'],
  ['桂城示例创业园', code(9014), '产业载体', '7519', '桂城街道', '桂城街道示例路 14 号', '20', '卢颖', '0757-00000914', ''],
  ['南海示例工业互联网创新中心', code(9015, '52'), '科创平台', '7320', '桂城街道', '桂城街道示例路 15 号', '30人', '郭文', '0757-00000915', 'office@iic.example'],
  ['南海示例跨境贸易商会', code(9016, '51'), '商协会', '9522', '桂城街道', '桂城街道示例路 16 号', '6', '招怡', '0757-00000916', ''],
  ['里水示例精细化工有限公司', wrongCheck(code(9017)), '企业', '2662', '里水', '里水镇示例路 17 号', '130', '黄斌', '15400008010', ''],
  ['九江示例饮料有限公司', code(9018).slice(0, 17), '企业', '1499', '九江', '九江镇示例路 18 号', '若干', '周欣', '15400008011', ''],
]

export const exampleOrganisations = (): ExampleSheet => ({
  kind: 'organisations',
  importedBy: 'secretariat',
  headers,
  rows: rowsOf(headers, cells),
  merges: [{ header: '镇街', from: 0, to: 2 }],
  faulty: [
    { row: 12, header: '联系电话', why: 'two numbers in one cell' },
    { row: 17, header: '统一社会信用代码', why: 'the check character is wrong' },
    { row: 18, header: '统一社会信用代码', why: 'one character is missing' },
  ],
})
