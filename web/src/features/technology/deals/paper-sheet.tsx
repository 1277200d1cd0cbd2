import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../technology.module.css'
import { useAddDealFile, usePublishPrice, type DealView } from './queries.ts'

/** The document, and what the law asks of it. */
export function PaperSheet({ deal }: { deal: DealView }) {
  const { t } = useTranslation('deals')
  return (
    <Sheet title={t('record.paper')}>
      {deal.inWriting && <p className="small mut">{t('record.inWriting')}</p>}
      {!deal.documentId && <p className="dim">{t('record.noPaper')}</p>}
      <ul className={css.list}>
        {deal.files.map((file) => (
          <li key={file.id}>
            <a href={urlOf(downloadFile, { params: { fileId: file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            {file.id === deal.documentId && <span className="small mut">　{t('record.theContract')}</span>}
          </li>
        ))}
      </ul>
      {deal.can.addFile && ['drafting', 'signed'].includes(deal.state) && <Upload deal={deal} part="contract" />}
      {deal.can.addFile && deal.state !== 'drafting' && <Upload deal={deal} part="evidence" />}
    </Sheet>
  )
}

function Upload({ deal, part }: { deal: DealView; part: 'contract' | 'evidence' }) {
  const { t } = useTranslation('deals')
  const say = useWording()
  const toast = useToast()
  const add = useAddDealFile()
  const [progress, setProgress] = useState<number | null>(null)
  const send = (file: File) => {
    setProgress(0)
    add.mutate({ id: deal.id, part, file, onProgress: setProgress }, { onSuccess: () => toast(t('record.uploaded')), onSettled: () => setProgress(null) })
  }
  return <FileField label={t(part === 'contract' ? 'record.uploadPaper' : 'record.uploadEvidence')} hint={t('record.fileHint')} optional={part === 'evidence'} accept=".pdf,.docx,image/*" onFile={send} progress={progress} error={add.isError ? say(add.error) : null} />
}

/** 价格公示, where the law asks for it. */
export function NoticeSheet({ deal }: { deal: DealView }) {
  const { t } = useTranslation('deals')
  const { day } = useFormat()
  const say = useWording()
  const toast = useToast()
  const publish = usePublishPrice()
  const { needed, from, until, over } = deal.notice
  if (!needed) return null
  return (
    <Sheet title={t('record.notice')}>
      <p className="small mut">{t('record.noticeNeeded')}</p>
      <p>{from && until ? t('record.noticeFrom', { from: day(from), until: day(until) }) : t('record.noticeNot')}</p>
      {from && <p className="small mut">{t(over ? 'record.noticeOver' : 'record.noticeRuns')}</p>}
      {from && (
        <p>
          <a href={`/prices/${deal.id}`} target="_blank" rel="noreferrer">
            {t('record.noticePage')}
          </a>
        </p>
      )}
      {deal.can.publish && (
        <Button kind="primary" busy={publish.isPending} because={publish.isError ? say(publish.error) : null} onClick={() => publish.mutate({ id: deal.id, version: deal.version }, { onSuccess: () => toast(t('record.published')) })}>
          {t('record.publish')}
        </Button>
      )}
    </Sheet>
  )
}
