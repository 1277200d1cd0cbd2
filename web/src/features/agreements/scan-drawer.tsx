import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useWording } from '../../kernel/wording.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import css from './agreements.module.css'
import { asJpeg } from './as-jpeg.ts'
import { useBringScan, useScans } from './queries.ts'

/** A photograph finds its agreement by itself; below, the papers that wait to be read. */
export function ScanDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('agreements')
  const say = useWording()
  const bring = useBringScan()
  const waiting = useScans({ state: 'found', size: 20 })
  const [code, setCode] = useState('')
  const [progress, setProgress] = useState<number | null>(null)
  const send = async (chosen: File) => {
    setProgress(0)
    const file = await asJpeg(chosen)
    bring.mutate({ file, code, onProgress: setProgress }, { onSettled: () => setProgress(null), onSuccess: () => setCode('') })
  }
  const found = bring.data
  return (
    <Drawer open onClose={onClose} title={t('scan.title')} note={t('scan.lead')}>
      {found ? (
        <>
          <p role="status">{t('scan.found', { number: found.number, title: found.title })}</p>
          <p className={css.acts}>
            {found.can.decide && (
              <LinkButton kind="primary" href={`/agreements/${found.agreementId}/scans/${found.id}`}>
                {t('scan.next')}
              </LinkButton>
            )}
            <Button onClick={() => bring.reset()}>{t('scan.another')}</Button>
          </p>
        </>
      ) : (
        <>
          <FileField label={t('scan.file')} hint={t('scan.fileHint')} accept=".jpg,.jpeg,.png,.webp,.pdf,image/jpeg,image/png,image/webp,application/pdf" onFile={(file) => void send(file)} progress={progress} error={bring.isError ? say(bring.error) : null} />
          <TextField label={t('scan.code')} optional short hint={t('scan.codeHint')} value={code} maxLength={20} autoCapitalize="characters" autoComplete="off" onChange={setCode} />
        </>
      )}
      <h3 className={css.waiting}>{t('scan.waiting')}</h3>
      <Loaded query={waiting} rows={2} empty={({ rows }) => rows.length === 0 && <p className="dim">{t('scan.none')}</p>}>
        {({ rows }) => (
          <ul className={css.list}>
            {rows.map((scan) => (
              <li key={scan.id} className={css.row}>
                <div>
                  <Link href={`/agreements/${scan.agreementId}/scans/${scan.id}`}>{`${scan.number}　${scan.title}`}</Link>
                </div>
                <span className="small mut">{scan.uploadedBy && t('record.broughtBy', { name: scan.uploadedBy })}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Drawer>
  )
}
