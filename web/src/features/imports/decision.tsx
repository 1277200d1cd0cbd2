import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useCancel, useConfirm, useUndo, type ImportView } from './queries.ts'

export type Deed = 'confirm' | 'cancel' | 'undo'

/** What cannot be taken back, or binds somebody, is asked once. */
export function Decision({ deed, one, onClose }: { deed: Deed; one: ImportView; onClose: () => void }) {
  const { t } = useTranslation('imports')
  const toast = useToast()
  const confirm = useConfirm(one.id)
  const cancel = useCancel(one.id)
  const undo = useUndo(one.id)
  const doing = { confirm, cancel, undo }[deed]
  const count = deed === 'confirm' ? one.figures.duplicate : one.figures.written
  const onDo = () => {
    if (deed === 'cancel') cancel.mutate(undefined, { onSuccess: onClose })
    else if (deed === 'confirm') confirm.mutate(undefined, { onSuccess: ({ confirmed }) => (toast(t('confirmed', { count: confirmed })), onClose()) })
    else undo.mutate(undefined, { onSuccess: ({ removed }) => (toast(t('undone', { count: removed })), onClose()) })
  }
  return (
    <Dialog open onClose={onClose} title={t(`${deed}Title`, { count })} verb={t(`${deed}Do`)} kind={deed === 'confirm' ? 'primary' : 'risk'} onDo={onDo} busy={doing.isPending} error={doing.error}>
      <p>{t(`${deed}Body`, { count })}</p>
    </Dialog>
  )
}
