import { downloadTemplate } from '@silian/server/contract/imports'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'wouter'
import { ApiError, urlOf } from '../../kernel/api.ts'
import { useSession } from '../../kernel/session.ts'
import { asApiError, useWording } from '../../kernel/wording.ts'
import { AnchorButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Option } from '../../ui/inputs.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { searchOrganisations } from '../members/queries.ts'
import css from './imports.module.css'
import { useUpload, type ImportKindName } from './queries.ts'
import { useReason } from './reason.ts'

/** What it is, whose it is, the template, and the file. Uploading only checks. */
export function UploadSheet({ kinds }: { kinds: readonly ImportKindName[] }) {
  const { t } = useTranslation('imports')
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const wished = kinds.find((one) => one === search.get('kind'))
  const [kind, setKind] = useState<ImportKindName>(wished ?? kinds[0]!)
  const [school, setSchool] = useState<Option | null>(null)
  const [name, setName] = useState('')
  const [share, setShare] = useState(0)
  const sending = useUpload()
  const office = useSession()?.seat?.role === 'secretariat'
  const needsSchool = office && (kind === 'students' || kind === 'teachers')

  const send = (file: File) => {
    setName(file.name)
    setShare(0)
    sending.mutate({ kind, file, organisationId: needsSchool ? school?.value : undefined, onProgress: setShare }, { onSuccess: ({ id }) => navigate(`/imports/${id}`) })
  }
  return (
    <Sheet title={t('what')}>
      <div className={css.upload}>
        <div>
          <RadioGroup label={t('columns.kind')} inline value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
          {needsSchool && <Combobox label={t('school')} hint={t('schoolHint')} value={school} onChange={setSchool} search={findSchools} />}
          <p className={css.template}>
            <AnchorButton icon="download" href={urlOf(downloadTemplate, { params: { kind } })} download>
              {t('template', { kind: t(`kinds.${kind}`) })}
            </AnchorButton>
            <span className="small dim">{t('templateHint')}</span>
          </p>
        </div>
        <DropArea busy={sending.isPending ? { name, share } : null} closed={needsSchool && !school} onFile={send} />
      </div>
      {sending.error && <Unread error={sending.error} />}
    </Sheet>
  )
}

const findSchools = async (text: string, signal: AbortSignal): Promise<Option[]> =>
  (await searchOrganisations(text, 'school', signal)).map(({ id, name }) => ({ value: id, label: name }))

type Drop = { busy: { name: string; share: number } | null; closed: boolean; onFile: (file: File) => void }

function DropArea({ busy, closed, onFile }: Drop) {
  const { t } = useTranslation('imports')
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => files?.[0] && !closed && onFile(files[0])
  return (
    <div
      className={[css.drop, over && css.over].filter(Boolean).join(' ')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      {busy ? (
        <Progress label={t('uploading', { file: busy.name })} share={busy.share} text={t('uploading', { file: busy.name })} />
      ) : (
        <>
          <p>{t('drop')}</p>
          <label htmlFor={id} className={closed ? css.closed : css.pick}>
            <Icon name="upload" />
            {t('choose')}
          </label>
          <input
            id={id}
            type="file"
            className="sr"
            accept=".xlsx,.csv"
            disabled={closed}
            onChange={(event) => {
              take(event.target.files)
              event.target.value = ''
            }}
          />
          <p className="small dim">{closed ? t('schoolHint') : t('dropHint')}</p>
        </>
      )}
    </div>
  )
}

/** Why the file could not be taken, in the words of the sheet reader where they say more. */
function Unread({ error }: { error: unknown }) {
  const { t } = useTranslation('imports')
  const say = useWording()
  const reason = useReason()
  const { code, details } = asApiError(error)
  const fault = error instanceof ApiError && code === 'sheet_unreadable' && typeof details.fault === 'string' ? details.fault : null
  return (
    <p className={css.unread} role="alert">
      <Icon name="close" />
      <span>
        <strong>{t(fault ? 'failed.sheet' : 'failed.unreadable')}</strong> {fault ? reason(fault, details as Record<string, string | number>) : say(error)}
      </span>
    </p>
  )
}
