import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { SelectField, TextArea } from '../../../ui/inputs.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAddEvidenceFile, useConfirmLevel, usePutEvidence, useRemoveEvidence, type AchievementView } from '../queries.ts'
import css from '../technology.module.css'
import { Ladder } from './level.tsx'

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The ladder of readiness, and what shows each level. */
export function EvidenceSheet({ achievement: one }: { achievement: AchievementView }) {
  const { t } = useTranslation('technology')
  const { day, joined } = useFormat()
  const [open, setOpen] = useState<number | 'confirm' | null>(null)
  const shown = one.can.evidence ? all.filter((level) => level <= Math.min(9, one.level + 1) || one.evidencedLevels.includes(level)) : all.filter((level) => one.evidencedLevels.includes(level))
  return (
    <Sheet title={t('record.evidence')} aside={one.can.confirmLevel && <Button onClick={() => setOpen('confirm')}>{t('record.confirmLevel')}</Button>}>
      <Ladder level={one.level} levelConfirmed={one.levelConfirmed} standard={one.levelStandard} evidenced={one.evidencedLevels} />
      <p className="small mut">{one.levelConfirmed && one.levelConfirmedAt ? t('levelWords.by', { name: one.levelConfirmedByName ?? t('unknown'), day: day(one.levelConfirmedAt) }) : t('levelWords.notYet')}</p>
      {!one.whole && <p className="dim">{one.evidencedLevels.length > 0 ? t('record.levelsShown', { levels: joined(one.evidencedLevels.map(String)) }) : t('record.noEvidence')}</p>}
      {one.whole && (
        <ul className={css.list}>
          {shown.map((level) => (
            <Level key={level} achievement={one} level={level} onWrite={() => setOpen(level)} />
          ))}
        </ul>
      )}
      {typeof open === 'number' && <EvidenceDialog achievement={one} level={open} onClose={() => setOpen(null)} />}
      {open === 'confirm' && <ConfirmDialog achievement={one} onClose={() => setOpen(null)} />}
    </Sheet>
  )
}

function Level({ achievement: one, level, onWrite }: { achievement: AchievementView; level: number; onWrite: () => void }) {
  const { t } = useTranslation('technology')
  const say = useWording()
  const toast = useToast()
  const add = useAddEvidenceFile()
  const remove = useRemoveEvidence()
  const [progress, setProgress] = useState<number | null>(null)
  const evidence = one.evidence.find((it) => it.level === level)
  const send = (file: File) => {
    setProgress(0)
    add.mutate({ id: one.id, level, file, onProgress: setProgress }, { onSuccess: () => toast(t('record.added')), onSettled: () => setProgress(null) })
  }
  return (
    <li>
      <b>{t('record.evidenceOf', { level, name: t(`levels.l${level as 1}`) })}</b>
      {evidence && <p className={css.text}>{evidence.text}</p>}
      {evidence && evidence.files.length > 0 && (
        <ul className={css.files}>
          {evidence.files.map((file) => (
            <li key={file.id}>
              <a href={urlOf(downloadFile, { params: { fileId: file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {one.can.evidence && (
        <div className={css.acts}>
          <Button onClick={onWrite}>{t(evidence ? 'record.change' : 'record.write')}</Button>
          {evidence && (
            <Button kind="text" busy={remove.isPending} onClick={() => remove.mutate({ id: one.id, level }, { onSuccess: () => toast(t('record.removed')) })}>
              {t('record.remove', { level })}
            </Button>
          )}
        </div>
      )}
      {one.can.evidence && evidence && <FileField label={t('record.addFile', { level })} hint={t('record.fileHint')} optional accept=".pdf,.xlsx,.docx,image/*" onFile={send} progress={progress} error={add.isError ? say(add.error) : null} />}
    </li>
  )
}

type Props = { achievement: AchievementView; onClose: () => void }

function EvidenceDialog({ achievement: one, level, onClose }: Props & { level: number }) {
  const { t } = useTranslation('technology')
  const toast = useToast()
  const put = usePutEvidence()
  const [text, setText] = useState(one.evidence.find((it) => it.level === level)?.text ?? '')
  const onDo = () =>
    put.mutate(
      { id: one.id, level, text, version: one.version },
      {
        onSuccess: () => {
          toast(t('record.saved'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('record.evidenceOf', { level, name: t(`levels.l${level as 1}`) })} verb={t('record.write')} onDo={onDo} busy={put.isPending} error={put.error}>
      <TextArea label={t('record.text')} hint={t('record.textHint')} rows={4} most={2000} value={text} onChange={setText} />
    </Dialog>
  )
}

function ConfirmDialog({ achievement: one, onClose }: Props) {
  const { t } = useTranslation('technology')
  const toast = useToast()
  const confirm = useConfirmLevel()
  const [level, setLevel] = useState(String(one.level))
  const onDo = () =>
    confirm.mutate(
      { id: one.id, level: Number(level), version: one.version },
      {
        onSuccess: () => {
          toast(t('record.confirmed'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('record.confirmLevel')} note={t('record.confirmNote')} verb={t('record.confirmLevel')} onDo={onDo} busy={confirm.isPending} error={confirm.error}>
      <SelectField label={t('record.confirmTo')} value={level} options={all.filter((it) => it <= one.level).map((it) => ({ value: String(it), label: t('levelWords.value', { level: it }) }))} onChange={setLevel} />
    </Dialog>
  )
}
