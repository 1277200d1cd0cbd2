import { Page } from '../ui/page.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Development only: every component on one page, to look at and to test. */
export default function KitPage() {
  return (
    <Page title="组件">
      <Sheet title="按钮">一</Sheet>
    </Page>
  )
}
