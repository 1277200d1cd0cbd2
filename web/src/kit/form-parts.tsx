import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { CheckField, CheckGroup, RadioGroup } from '../ui/choices.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { DraftLine } from '../ui/draft-line.tsx'
import { ErrorSummary, FieldRow } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { DateField, MomentField, NumberField, SelectField, TextArea, TextField, type Option } from '../ui/inputs.tsx'
import { CheckRail, RailNote, RuleBlock } from '../ui/rule-block.tsx'
import { FormBar, FormColumns, FormSheet, Steps } from '../ui/steps.tsx'

const majors: Option[] = [
  { value: '660301', label: '机电一体化技术', note: '660301' },
  { value: '660103', label: '数控技术', note: '660103' },
  { value: '660305', label: '工业机器人技术', note: '660305' },
]
const quotation = '……以货币形式及时、足额、直接支付给学生，原则上支付周期不得超过1个月，不得以物品或代金券等代替货币支付或经过第三方转发。'
const law = '《职业学校学生实习管理规定》（教职成〔2021〕4号）'

export function FormParts() {
  const [pay, setPay] = useState<number | null>(2900)
  const [by, setBy] = useState<'self' | 'agency'>('agency')
  const [reason, setReason] = useState('')
  const [major, setMajor] = useState<Option | null>(majors[0]!)
  const [text, setText] = useState('工作日免费午餐；厂区宿舍 4 人间，不收住宿费。')
  const [day, setDay] = useState('2027-03-01')
  const [moment, setMoment] = useState<string | null>('2026-11-27T10:00:00Z')
  const [shift, setShift] = useState<string[]>(['day'])
  const [agreed, setAgreed] = useState(false)
  const [step, setStep] = useState('pay')
  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap' }}>
        <DraftLine saved={{ where: 'server', at: new Date('2026-11-23T06:32:00Z') }} />
        <DraftLine saved={{ where: 'device', at: new Date('2026-11-23T06:33:00Z') }} />
      </div>
      <Steps
        current={step}
        onGo={setStep}
        steps={[
          { key: 'what', label: '做什么', state: 'done' },
          { key: 'who', label: '几个人、何时', state: 'done' },
          { key: 'pay', label: '报酬与工时', state: 'open' },
          { key: 'where', label: '地点与条件', state: 'faulty' },
          { key: 'check', label: '核对并提交', state: 'open' },
        ]}
      />
      <FormColumns
        rail={
          <>
            <CheckRail
              checks={[
                { key: '1', result: 'passes', label: '体力劳动强度 Ⅱ 级', note: '第十六条第七项' },
                { key: '2', result: 'refuses', label: '报酬经第三方发放', note: '第十八条　不能保存' },
                { key: '3', result: 'asks', label: '报酬低于 80% 与最低档', note: '第十八条　需理由与审批' },
                { key: '4', result: 'passes', label: '每天 8 小时，每周 40 小时', unread: true },
              ]}
            />
            <RailNote title="填到一半也没关系">断网时照常填写，联网后自动保存。提交后 5 个工作日内一定有答复。</RailNote>
          </>
        }
      >
        <FormSheet title="报酬与工时" lead="学生和家长会看到报酬、工时和待遇。没有标“选填”的都要填。">
          <ErrorSummary errors={[{ name: 'pay', label: '实习月报酬', error: '太小。' }, { name: 'by', label: '由谁发给学生', error: '不得经过第三方。' }]} />
          <FieldRow>
            <NumberField name="pay" label="实习月报酬" unit="元" value={pay} onChange={setPay} />
            <NumberField label="同岗位工资标准" unit="元" value={4200} onChange={() => {}} />
            <NumberField label="最低档工资" unit="元" value={3100} onChange={() => {}} error="要大于 0。" />
          </FieldRow>
          <RuleBlock tone="asks" title="报酬低于一般标准，需要写明理由" article="第十八条" document={law} repairs={[{ label: '改为 3,360 元', onRepair: () => setPay(3360) }]} reason={{ value: reason, onChange: setReason, hint: '由学校审批，企业和学生都看得到。' }}>
            4,200 元的 80% 是 3,360 元，最低档是 3,100 元；2,900 元两项都低。
          </RuleBlock>
          <div style={{ height: 22 }} />
          <RadioGroup
            name="by"
            label="报酬由谁发给学生"
            value={by}
            onChange={setBy}
            error={by === 'agency' ? '这一项不能保存。' : null}
            options={[
              { value: 'self', label: '本单位按月直接发到学生本人账户' },
              { value: 'agency', label: '委托人力资源公司代发', note: '须有协议' },
            ]}
          >
            {by === 'agency' && (
              <RuleBlock tone="refuses" title="这一项不能保存：报酬不得经过第三方转发" quotation={quotation} article="第十八条" document={law} documentHref="#law" repairs={[{ label: '改为本单位直接发放', onRepair: () => setBy('self') }]} ask={<Button kind="text">我们情况特殊，问秘书处</Button>} />
            )}
          </RadioGroup>
          <div style={{ height: 22 }} />
          <FieldRow>
            <DateField label="开始" value={day} onChange={setDay} />
            <MomentField label="志愿截止" value={moment} onChange={setMoment} hint="北京时间" />
            <SelectField label="发放日" value="10" onChange={() => {}} options={[{ value: '10', label: '每月 10 日' }]} />
          </FieldRow>
          <Combobox label="面向专业" value={major} onChange={setMajor} search={async (typed) => majors.filter(({ label, value }) => label.includes(typed) || value.includes(typed))} hint="按 2021 版专业目录" />
          <CheckGroup label="班次" inline values={shift} onChange={setShift} options={[{ value: 'day', label: '白班' }, { value: 'early', label: '早班' }, { value: 'night', label: '夜班', disabled: true, note: '实习学生不能排' }]} />
          <TextArea label="其他待遇" optional most={60} value={text} onChange={setText} />
          <TextField label="联系电话" value="0757-0000-0001" onChange={() => {}} type="tel" short />
          <FileField label="营业执照" accept=".pdf" onFile={() => {}} chosen="营业执照（示例）.pdf" progress={0.4} />
          <CheckField label="我已核对以上内容，愿意接受学校考察" checked={agreed} onChange={setAgreed} />
          <div style={{ height: 16 }} />
          <Button kind="primary" because={agreed ? null : '先勾选上面一项'}>
            提交
          </Button>
        </FormSheet>
      </FormColumns>
      <FormBar fault note="报酬的发放方式还不能保存，改好才能提交；可以先填后面。">
        <Button size="form">上一步</Button>
        <Button size="form" kind="primary">
          下一步：地点与条件
        </Button>
      </FormBar>
    </>
  )
}
