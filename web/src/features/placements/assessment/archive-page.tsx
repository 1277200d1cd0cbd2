import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { getBundle } from '@silian/server/contract/placements/archive'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { AnchorButton, Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAddPaper, useArchive, useArchivePlacement, useRemovePaper, type Archive } from './desk-queries.ts'
import { Wide } from './wide.tsx'
import css from './assessment.module.css'

export default function ArchivePage() {
  const { placementId = '' } = useParams()
  const query = useArchive(placementId)
  return <Loaded query={query}>{(archive) => <Papers archive={archive} />}</Loaded>
}

type Kind = Archive['papers'][number]['kind']

function Papers({ archive }: { archive: Archive }) {
  const { t } = useTranslation(['papers', 'assessment'])
  const { stamp } = useFormat()
  const toast = useToast()
  const { placement, papers, missing, archived, can } = archive
  const lock = useArchivePlacement(placement.id)
  const remove = useRemovePaper(placement.id)
  const [sure, setSure] = useState(false)
  const [adding, setAdding] = useState<Kind | null>(null)
  const because = missing.length > 0 ? t('archive.because', { list: missing.map((kind) => t(`assessment:kinds.${kind}`)).join('、') }) : placement.state !== 'assessed' && t('archive.notAssessed')
  return (
    <Page
      title={t('archive.title')}
      crumbs={[{ label: t('assessment:title'), href: '/assessments' }, { label: placement.number, href: `/placements/${placement.id}/assessment` }, { label: `${placement.studentName} · ${placement.unitName}` }]}
      lead={t('archive.lead')}
      narrow
      actions={
        archived
          ? can.download && <AnchorButton kind="primary" href={urlOf(getBundle, { params: { placementId: placement.id } })}>{t('archive.download')}</AnchorButton>
          : can.add && <Button kind="primary" because={!can.archive && because} onClick={() => setSure(true)}>{t('archive.archive')}</Button>
      }
    >
      <Stack>
      <Sheet>
        <table className={css.lines}>
          <tbody>
            {papers.map(({ kind, there, records, files }) => (
              <tr key={kind}>
                <th scope="row">{t(`assessment:kinds.${kind}`)}</th>
                <td><StateMark mood={there ? 'done' : 'waits'}>{t(there ? 'archive.there' : 'archive.missing')}</StateMark></td>
                <td>
                  {records > 0 && <p>{t('archive.records', { count: records })}</p>}
                  {files.map((file) => (
                    <p key={file.id}>
                      <a href={urlOf(downloadFile, { params: { fileId: file.fileId }, query: { inline: 'true' } })}>{file.title}</a>
                      {file.ofCohort && `（${t('archive.ofCohort')}）`}
                      {can.add && !file.ofCohort && <Button kind="text" size="cell" busy={remove.isPending} onClick={() => remove.mutate(file.id)}>{t('archive.remove')}</Button>}
                    </p>
                  ))}
                </td>
                <td>{can.add && <Button size="cell" onClick={() => setAdding(kind)}>{t('archive.add')}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      {archived && (
        <Sheet title={t('archive.files')} aside={t('archive.at', { at: stamp(archived.at), by: archived.by ?? '' })}>
          <Facts facts={[[t('archive.hash'), <span key="hash" className={css.hash}>{archived.manifestHash}</span>]]} />
          <Wide label={t('archive.files')}>
            <table className={css.lines}>
              <tbody>
                {archived.files.map((file) => (
                  <tr key={file.path}>
                    <td>{t(`assessment:kinds.${file.kind}`)}</td>
                    <td>{file.title}</td>
                    <td className={css.hash}>{file.sha256}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        </Sheet>
      )}
      </Stack>
      <Dialog
        open={sure}
        onClose={() => setSure(false)}
        title={t('archive.archiveTitle')}
        note={t('archive.archiveNote')}
        verb={t('archive.archive')}
        busy={lock.isPending}
        error={lock.error}
        onDo={() =>
          lock.mutate(undefined, {
            onSuccess: ({ number }) => {
              setSure(false)
              toast(t('archive.archived', { number }))
            },
          })
        }
      />
      {adding && <Add placementId={placement.id} kind={adding} onClose={() => setAdding(null)} />}
    </Page>
  )
}

function Add({ placementId, kind, onClose }: { placementId: string; kind: Kind; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'assessment'])
  const toast = useToast()
  const add = useAddPaper(placementId)
  const [file, setFile] = useState<File | null>(null)
  const [title, setTitle] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('archive.addTitle', { kind: t(`assessment:kinds.${kind}`) })}
      verb={t('archive.add')}
      busy={add.isPending}
      because={!file && t('archive.file')}
      error={add.error}
      onDo={() =>
        add.mutate({ file: file!, kind, title: title.trim() || file!.name }, {
          onSuccess: () => {
            onClose()
            toast(t('archive.added'))
          },
        })
      }
    >
      <TextField label={t('archive.name')} optional value={title} onChange={setTitle} maxLength={100} />
      <FileField label={t('archive.file')} accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx" onFile={setFile} chosen={file?.name ?? null} />
    </Dialog>
  )
}
