import { Link } from 'wouter'
import { DeskParts } from './desk-parts.tsx'
import { FormParts } from './form-parts.tsx'
import { ListParts } from './list-parts.tsx'
import { Page, Stack } from '../ui/page.tsx'
import { Tabs, useTab } from '../ui/tabs.tsx'
import { FloatingParts } from './floating-parts.tsx'

const tabs = [
  { key: 'desk', label: '记录' },
  { key: 'list', label: '列表', count: 38 },
  { key: 'form', label: '表单' },
  { key: 'floating', label: '浮层与消息' },
] as const

/** Development only: every component, to look at and to test. Its sentences are examples and are not translated. */
export default function KitPage() {
  const tab = useTab(tabs)
  return (
    <Page title="组件" crumbs={[{ label: '开发', href: '/_kit' }, { label: 'K-1' }]} lead="全部组件，仅供开发查看" actions={<Link href="/_kit/phone">手机页</Link>}>
      <Tabs tabs={tabs} current={tab} label="分组" />
      <div style={{ height: 20 }} />
      <Stack>{{ desk: <DeskParts />, list: <ListParts />, form: <FormParts />, floating: <FloatingParts /> }[tab]}</Stack>
    </Page>
  )
}
