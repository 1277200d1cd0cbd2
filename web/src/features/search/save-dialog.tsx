import { keptKinds, type KeptKind } from '@silian/server/contract/subscriptions/searches'
import type { FoundKind } from '@silian/server/contract/search'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useSaveSearch } from './queries.ts'

const isKept = (kind: FoundKind | undefined): kind is KeptKind | undefined => kind === undefined || (keptKinds as readonly string[]).includes(kind)

/** 保存为订阅. Nothing for people and the handbook: there is no news of them to send. */
export function SaveSearch({ q, kind }: { q: string; kind: FoundKind | undefined }) {
  const { t } = useTranslation(['subscriptions', 'search'])
  const [open, setOpen] = useState(false)
  if (!isKept(kind) || (q === '' && kind === undefined)) return null
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t('save')}
      </Button>
      {open && <SaveDialog q={q} kind={kind} onClose={() => setOpen(false)} />}
    </>
  )
}

function SaveDialog({ q, kind, onClose }: { q: string; kind: KeptKind | undefined; onClose: () => void }) {
  const { t } = useTranslation(['subscriptions', 'search'])
  const toast = useToast()
  const save = useSaveSearch()
  const [name, setName] = useState([q, kind && t(`search:kinds.${kind}`)].filter(Boolean).join(' '))
  const [digest, setDigest] = useState(true)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('saveTitle')}
      note={kind ? t('saveHint') : `${t('saveHint')} ${t('saveNoPeople')}`}
      verb={t('save')}
      busy={save.isPending}
      error={save.error}
      onDo={() =>
        save.mutate({ name, q, kind: kind ?? null, digest }, {
          onSuccess: ({ known }) => {
            toast(t('saved', { count: known }))
            onClose()
          },
        })
      }
    >
      <TextField label={t('name')} value={name} onChange={setName} maxLength={60} />
      <CheckField label={t('digest')} checked={digest} onChange={setDigest} />
    </Dialog>
  )
}
