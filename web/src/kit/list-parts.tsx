import { useState } from 'react'
import { Button, LinkButton } from '../ui/button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { DottedFigure } from '../ui/dotted-figure.tsx'
import { useListState } from '../ui/list-state.ts'
import { Empty, Refused, Skeleton } from '../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../ui/query-form.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { ApiError } from '../kernel/api.ts'

type Row = { id: string; school: string; group: string; due: number; draft: number; open: number; teacher: string; reminded: string | null }

const rows: Row[] = [
  { id: '1', school: '榕江县示例中等职业学校', group: '2024 级汽修 2 班', due: 42, draft: 4, open: 23, teacher: '吴启明', reminded: null },
  { id: '2', school: '南海示例技师学院', group: '2024 级数控 3 班', due: 45, draft: 11, open: 9, teacher: '林婉君', reminded: '今天 09:00' },
  { id: '3', school: '从江县示例中等职业学校', group: '2024 级电商 1 班', due: 38, draft: 2, open: 14, teacher: '石春桃', reminded: '11月20日' },
  { id: '4', school: '佛山示例职业技术学院', group: '2024 级工业机器人 1 班', due: 51, draft: 9, open: 5, teacher: '何志强', reminded: '今天 09:00' },
  { id: '5', school: '丹寨县示例中等职业学校', group: '2024 级服装 1 班', due: 33, draft: 1, open: 11, teacher: '杨秀兰', reminded: '11月20日' },
]

const columns: Column<Row>[] = [
  { key: 'school', title: '学校与班级', sortable: true, cell: (row) => <>{row.school}<small>{row.group}</small></> },
  { key: 'due', title: '应交', number: true, desk: true, cell: (row) => row.due },
  { key: 'draft', title: '草稿', number: true, desk: true, cell: (row) => row.draft },
  { key: 'open', title: '未提交', number: true, sortable: true, cell: (row) => <DottedFigure href="/_kit?tab=list" label="未提交">{row.open + row.draft}</DottedFigure> },
  { key: 'teacher', title: '指导教师', desk: true, cell: (row) => row.teacher },
  { key: 'reminded', title: '最近催办', cell: (row) => (row.reminded ? <span className="nw">{row.reminded}</span> : <StateMark mood="waits">从未</StateMark>) },
  { key: 'spare', title: '编号', spare: true, cell: (row) => `B-${row.id}` },
]

const filters: Filter[] = [
  { key: 'q', label: '学校、班级', kind: 'text' },
  { key: 'kind', label: '类型', kind: 'select', options: [{ value: 'secondary', label: '中等职业学校' }, { value: 'college', label: '高等职业学校' }] },
  { key: 'from', label: '催办早于', kind: 'date' },
  { key: 'state', label: '状态', kind: 'select', options: [{ value: 'never', label: '从未催办' }] },
  { key: 'county', label: '县区', kind: 'select', options: [{ value: 'nanhai', label: '南海区' }] },
]

export function ListParts() {
  const list = useListState({ sort: '-open' })
  const [chosen, setChosen] = useState(new Set<string>())
  const found = list.filters.q === '无' ? [] : rows
  return (
    <>
      <Sheet title="还没有提交的班级" aside="11月23日 14:00" flush>
        <QueryForm filters={filters} list={list} />
        <DataTable
          name="kit"
          caption="还没有提交的班级"
          columns={columns}
          rows={found}
          rowKey={(row) => row.id}
          rowHref={(row) => `/_kit?row=${row.id}`}
          list={list}
          total={found.length ? 238 : 0}
          selection={{ chosen, onChange: setChosen, summary: `已选 ${chosen.size} 个班`, verbs: <><Button kind="primary">催办所选</Button><Button>导出名单</Button></> }}
          tools={<><Button icon="download">导出</Button><LinkButton href="/_kit" kind="primary" icon="plus">新建轮次</LinkButton></>}
          empty={<NothingFound filters={filters} list={list}><Empty action={<Button kind="primary">新建轮次</Button>}>还没有轮次。</Empty></NothingFound>}
        />
      </Sheet>
      <Sheet title="空" flush>
        <Empty action={<Button kind="primary">新建轮次</Button>}>还没有轮次。</Empty>
      </Sheet>
      <Refused error={new ApiError('changed_meanwhile')} actions={<Button>看改动</Button>} />
      <Refused error={new ApiError('internal_error', { reference: '7f3a-91c2' })} onRetry={() => {}} />
      <Sheet title="读取中">
        <Skeleton rows={3} />
      </Sheet>
    </>
  )
}
