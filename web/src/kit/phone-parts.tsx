import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { DraftLine } from '../ui/draft-line.tsx'
import { PhoneHeading, PhonePage } from '../ui/phone-page.tsx'
import { PrintPart, PrintSheet } from '../ui/print-sheet.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { UpDownList } from '../ui/up-down-list.tsx'

const all = [
  { id: '1', name: '工业机器人装调', by: '桂城示例精密有限公司', facts: '3,600 元/月，白班，有宿舍' },
  { id: '2', name: '氢能设备装配', by: '丹灶示例氢能科技有限公司', facts: '3,400 元/月，白班，午餐' },
  { id: '3', name: '汽车零件质检', by: '狮山示例汽配有限公司', facts: '3,360 元/月，白班，有宿舍' },
]

export default function PhoneParts() {
  const [wishes, setWishes] = useState(all)
  return (
    <PhonePage
      title="填报志愿"
      back="/_kit"
      help="/_kit"
      due={{ title: '周五 18:00 截止，还剩 4 天 4 小时', note: '2027 届岗位实习第一轮，截止前可以随时改' }}
      footNote={<DraftLine saved={{ where: 'server', at: new Date('2026-11-23T06:05:00Z') }} />}
      foot={
        <Button kind="primary" size="big">
          提交 3 个志愿
        </Button>
      }
    >
      <p className="mut small">
        <b>按你真正喜欢的次序排。</b>把热门岗位排在前面，不会降低后面志愿的机会。
      </p>
      <PhoneHeading aside="已选 3 个，最多 10 个">我的志愿</PhoneHeading>
      <UpDownList items={wishes} itemKey={({ id }) => id} name={({ name }) => name} label="我的志愿" onChange={setWishes}>
        {({ name, by, facts }) => (
          <>
            <h3>{name}</h3>
            <p className="small mut">{by}</p>
            <p className="small">{facts}</p>
          </>
        )}
      </UpDownList>
      <PhoneHeading>通知书</PhoneHeading>
      <PrintSheet from="示例联盟秘书处" dated="2026年12月8日" title="岗位实习安排通知书" seal={<>秘书处（盖章）<br />2026年12月8日</>} code={{ number: 'SL-26R1-0417' }}>
        <p>示例同学：2027 届岗位实习第一轮已经完成。你填了 4 个志愿，现在告诉你结果和原因。</p>
        <h3>为什么是这里</h3>
        <PrintPart>
          <b>1　工业机器人装调</b>　<StateMark mood="open">未能安排</StateMark>
          <p className="small">12 个名额都由排在你前面的同学获得。你 81.0 分，在 40 名申请人中排第 15。</p>
        </PrintPart>
        <PrintPart>
          <b>2　汽车零件质检</b>　<StateMark mood="done">已安排</StateMark>
        </PrintPart>
      </PrintSheet>
    </PhonePage>
  )
}
