import { useState } from 'react'
import { useWording } from '../../kernel/wording.ts'
import { Button } from '../../ui/button.tsx'

/** Brings a workbook; says why when it does not come. */
export function ExportButton({ label, bring }: { label: string; bring: () => Promise<unknown> }) {
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const run = () => {
    setBusy(true)
    setFailed(null)
    bring()
      .catch(setFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" busy={busy} onClick={run} because={failed ? say(failed) : null}>
      {label}
    </Button>
  )
}
