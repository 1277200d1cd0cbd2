import { Button } from '../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../ui/chain-line.tsx'
import { Chart } from '../ui/chart.tsx'
import { DottedFigure } from '../ui/dotted-figure.tsx'
import { Bars, Figures, StackBar } from '../ui/figures.tsx'
import { TwoColumns } from '../ui/page.tsx'
import { Facts, Sheet } from '../ui/sheet.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { Timeline } from '../ui/timeline.tsx'

const names = { collect: '征集岗位', check: '核对法规', publish: '公布岗位与规则', wish: '填报志愿', freeze: '冻结名单', match: '匹配', notice: '公示', letters: '发通知书', withdrawn: '已撤回' }
const notes: Record<string, string> = { collect: '10月12日—30日', check: '11月6日完成', publish: '11月12日', wish: '11月27日 18:00 截止', freeze: '11月27日', match: '11月30日', notice: '12月1日—7日', letters: '12月8日', withdrawn: '单位主动撤回' }
const line = ['collect', 'check', 'publish', 'wish', 'freeze', 'match', 'notice', 'letters'] as const
type State = keyof typeof names

export function DeskParts() {
  const passage = { line: line as readonly State[], label: (state: State) => names[state], note: (state: State) => notes[state] }
  return (
    <>
      <ChainLine steps={stepsOf({ ...passage, state: 'wish' })}>
        <NextBar actions={<Button kind="primary">催办 245 人</Button>}>
          现在等 <b>245 名学生</b> 提交志愿，剩 <b>4 天 4 小时</b>。到期后由 <b>秘书处</b> 冻结名单。
        </NextBar>
      </ChainLine>
      <ChainLine steps={stepsOf({ ...passage, state: 'withdrawn' as State }, 'publish')} />
      <TwoColumns
        aside={
          <>
            <Sheet title="状态">
              <p>
                <StateMark mood="now">进行中</StateMark>　<StateMark mood="done">已完成</StateMark>
              </p>
              <p>
                <StateMark mood="waits">待确认</StateMark>　<StateMark mood="open">未开始</StateMark>
              </p>
              <p>
                <StateMark mood="refused">已拒绝</StateMark>　<StateMark mood="gone">已撤回</StateMark>
              </p>
            </Sheet>
            <Sheet title="经过">
              <Timeline
                events={[
                  { key: '1', at: '2026-11-09T02:12:00Z', text: '企业提出；8 项法规核对通过。' },
                  { key: '2', at: '2026-11-10T01:05:00Z', text: '分派给 3 所学校，答复时限 5 个工作日。', look: 'done' },
                  { key: '3', at: '2026-11-17T10:00:00Z', text: '时限已到，3 所学校均未答复。', note: '理由：没有合适的班级', look: 'late' },
                ]}
              />
            </Sheet>
          </>
        }
      >
        <Sheet title="提交进度" aside="11月23日 14:00，每分钟更新">
          <StackBar label="已提交 1041，草稿 97，未开始 148" parts={[{ label: '已提交', value: 1041, tone: 'qing' }, { label: '草稿', value: 97, tone: 'mid' }, { label: '未开始', value: 148, tone: 'ash' }]} />
          <Figures
            figures={[
              { label: '已提交', value: <DottedFigure href="/_kit" label="已提交">1,041</DottedFigure>, note: '81%', tone: 'qing' },
              { label: '存了草稿', value: <DottedFigure href="/_kit" label="存了草稿">97</DottedFigure>, tone: 'mid' },
              { label: '未开始', value: <DottedFigure onOpen={() => {}} label="未开始">148</DottedFigure>, tone: 'ash' },
              { label: '应提交学生', value: '1,286' },
              { label: '有错误', value: '126', note: '行', look: 'refused' },
            ]}
          />
          <div style={{ height: 16 }} />
          <Chart
            sentence="本届到 11月23日 已提交 81%，上一届同期 56%"
            unit="%"
            most={100}
            x={['16日', '17日', '18日', '19日', '20日', '21日', '22日', '23日', '24日', '25日', '26日', '27日']}
            series={[
              { name: '本届', values: [0, 14, 25, 34, 42, 55, 60, 81, null, null, null, null] },
              { name: '上一届', values: [0, 10, 19, 27, 34, 42, 46, 48, 56, 67, 77, 88], look: 'compare' },
            ]}
            target={{ value: 90, label: '目标 90%' }}
          />
        </Sheet>
        <Sheet title="目标做到了哪一步" flush>
          <div style={{ padding: '0 20px 12px' }}>
            <Bars
              caption="目标"
              most={50}
              heads={['目标', '认定', '申报中', '储备']}
              bars={[
                { label: '市级及以上产教融合型企业', value: 43, shown: <DottedFigure href="/_kit" label="认定">43</DottedFigure>, more: [7, 12] },
                { label: '教育教学实践基地', value: 11, more: [4, 6] },
                { label: '产教融合工程与协同育人项目', value: 9, tone: 'zi', more: [5, 3] },
              ]}
            />
          </div>
        </Sheet>
        <Sheet title="岗位">
          <Facts
            wide
            facts={[
              ['时间', '2027年3月1日—8月27日'],
              ['报酬', '3,360 元/月，每月 10 日'],
              ['工时', '白班，每天 8 小时'],
              ['住宿', '厂区宿舍，不收费'],
            ]}
          />
        </Sheet>
      </TwoColumns>
    </>
  )
}
