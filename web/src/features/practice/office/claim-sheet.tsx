import { downloadClaimTemplate } from '@silian/server/contract/practice/claims'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../../kernel/api.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import css from '../practice.module.css'
import { useReadClaims, type SheetRead } from '../queries.ts'

/** A workbook of past practice: read first, all faults at once; written only when one says so. */
export function ClaimSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('practiceOffice')
  const say = useWording()
  const toast = useToast()
  const read = useReadClaims()
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const found = read.data
  const run = (chosen: File, write: boolean) =>
    read.mutate({ file: chosen, write, onProgress: setProgress }, {
      onSettled: () => setProgress(null),
      onSuccess: (result) => {
        if (!write) return
        toast(t('claims.sheet.written', { count: result.written }))
        onClose()
      },
    })
  const check = (chosen: File) => {
    setFile(chosen)
    run(chosen, false)
  }
  const ready = found && found.missingColumns.length === 0 ? found.ready : 0
  return (
    <Drawer open onClose={onClose} title={t('claims.sheet.title')} note={t('claims.sheet.note')} verb={ready > 0 ? t('claims.sheet.write', { ready }) : undefined} busy={read.isPending} onDo={() => file && run(file, true)} others={<ExportButton label={t('claims.sheet.template')} bring={() => download(downloadClaimTemplate, {})} />}>
      <div className={css.stack}>
        <FileField label={t('claims.sheet.file')} accept=".xlsx,.csv" chosen={file?.name ?? null} progress={progress} error={read.isError ? say(read.error) : null} onFile={check} />
        {found && <Found found={found} name={file?.name ?? ''} />}
      </div>
    </Drawer>
  )
}

function Found({ found, name }: { found: SheetRead; name: string }) {
  const { t } = useTranslation('practiceOffice')
  return (
    <>
      <p role="status">{t('claims.sheet.read', { rows: found.rows, ready: found.ready, unchanged: found.unchanged, faults: found.faults.length })}</p>
      {found.missingColumns.length > 0 && <p className={css.bad}>{t('claims.sheet.missing', { columns: found.missingColumns.join('、') })}</p>}
      {found.unknownColumns.length > 0 && <p className={css.by}>{t('claims.sheet.unknown', { columns: found.unknownColumns.join('、') })}</p>}
      {found.faults.length > 0 && (
        <ul className={css.rows}>
          {found.faults.slice(0, 50).map(({ row, column, sentence }, at) => (
            <li key={at}>{t('claims.sheet.fault', { row, column, sentence })}</li>
          ))}
        </ul>
      )}
      {found.marked && (
        <p>
          <Button icon="download" onClick={() => save(found.marked!, name)}>
            {t('claims.sheet.marked')}
          </Button>
        </p>
      )}
    </>
  )
}

/** The file that was sent, with its faults marked. */
function save(base64: string, name: string) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }))
  link.download = name.replace(/(\.\w+)?$/, '-1.xlsx')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
