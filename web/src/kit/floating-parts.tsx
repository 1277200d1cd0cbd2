import { useState } from 'react'
import { ApiError } from '../kernel/api.ts'
import { OfflineBanner } from '../ui/banner.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog, Drawer } from '../ui/dialog.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { TextArea, TextField } from '../ui/inputs.tsx'
import { LoadingBar } from '../ui/loaded.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Progress } from '../ui/progress.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'

const icons: IconName[] = [
  'menu', 'down', 'up', 'left', 'right', 'close', 'check', 'plus', 'search', 'person', 'warn', 'info', 'cloud', 'device', 'download', 'upload', 'print',
  'lock', 'file', 'link', 'table', 'clock', 'settings', 'filter', 'edit', 'trash', 'speak', 'globe', 'sort', 'bell', 'phone',
]

export function FloatingParts() {
  const toast = useToast()
  const [open, setOpen] = useState<'dialog' | 'drawer' | 'failing' | null>(null)
  const [reason, setReason] = useState('')
  const close = () => setOpen(null)
  return (
    <>
      <OfflineBanner waiting={2} />
      <Sheet title="按钮">
        <p style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
          <Button kind="primary">催办 245 人</Button>
          <Button icon="download">下载标红的原表</Button>
          <Button kind="risk">拒绝</Button>
          <Button kind="text">全部放弃</Button>
          <Button because="只有轮次负责人可以冻结名单，本轮是陈敏">冻结名单</Button>
          <IconButton name="close" label="关闭" />
          <Button kind="primary" size="big">
            提交 4 个志愿
          </Button>
        </p>
      </Sheet>
      <Sheet title="浮层">
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button id="open-dialog" onClick={() => setOpen('dialog')}>
            拒绝申请
          </Button>
          <Button id="open-failing" onClick={() => setOpen('failing')}>
            失败的决定
          </Button>
          <Button id="open-drawer" onClick={() => setOpen('drawer')}>
            改联系人
          </Button>
          <Button id="toast" onClick={() => toast('已催办 245 人', { undo: () => toast('已撤销') })}>
            催办
          </Button>
          <Menu label="更多" opener={<>更多 <Icon name="down" /></>}>
            <MenuItem onChoose={() => {}}>导出名单</MenuItem>
            <MenuItem href="/_kit" note="换一个席位">
              南海示例技师学院
            </MenuItem>
          </Menu>
        </div>
      </Sheet>
      <Sheet title="进度">
        <Progress label="核对" share={0.42} text="4,200/10,000 行" />
        <LoadingBar />
      </Sheet>
      <Sheet title="图标">
        <p style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
          {icons.map((name) => (
            <span key={name} className="note">
              <Icon name={name} size={20} /> {name}
            </span>
          ))}
        </p>
      </Sheet>
      <Dialog open={open === 'dialog'} onClose={close} title="拒绝里水示例智能家居有限公司的申请" verb="拒绝" kind="risk" because={reason ? null : '要写明理由'} onDo={close} note="申请人会收到邮件，看得到你的理由；发出后不能撤回。">
        <TextArea label="理由" value={reason} onChange={setReason} most={300} />
      </Dialog>
      <Dialog open={open === 'failing'} onClose={close} title="冻结名单" verb="冻结 1,041 人的名单" onDo={() => {}} error={new ApiError('changed_meanwhile')} />
      <Drawer open={open === 'drawer'} onClose={close} title="改联系人" verb="保存联系人" onDo={close}>
        <TextField label="姓名" value="梁佩仪" onChange={() => {}} />
        <TextField label="电话" value="0757-0000-0002" onChange={() => {}} type="tel" />
      </Drawer>
    </>
  )
}
