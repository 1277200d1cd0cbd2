import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWording } from '../../kernel/wording.ts'
import { ApiError, type ErrorCode } from '../../kernel/api.ts'
import { useMoveMany, type Action, type DirectoryRow } from './queries.ts'

export const batchActions = ['check', 'publish', 'approve', 'register'] as const

/** The same step for many; those that could not be done are named with the reason. */
export function BatchDialog({ action, rows: given, onClose, onDone }: { action: Action; rows: readonly DirectoryRow[]; onClose: () => void; onDone: () => void }) {
  // What was chosen when it opened: the choice is dropped once it is done.
  const [rows] = useState(given)
  const { t } = useTranslation('members')
  const say = useWording()
  const toast = useToast()
  const move = useMoveMany()
  const membershipIds = rows.flatMap((row) => (row.membership ? [row.membership.id] : []))
  const without = rows.length - membershipIds.length
  const verb = t(`actions.${action as 'check'}`)

  const onDo = () =>
    move.mutate(
      { membershipIds, action },
      {
        onSuccess: ({ done, failed }) => {
          onDone()
          if (done > 0) toast(t('batch.done', { done }))
          if (failed.length === 0) onClose()
        },
      },
    )
  const failed = move.data?.failed ?? []

  return (
    <Dialog open onClose={onClose} title={t('batch.title', { verb, count: rows.length })} note={t(`decide.note.${action as 'check'}`)} verb={move.data ? undefined : verb} onDo={onDo} busy={move.isPending} error={move.error}>
      {without > 0 && !move.data && <p>{t('batch.without', { count: without })}</p>}
      {failed.length > 0 && (
        <>
          <p>
            <b>{t('batch.failed', { count: failed.length })}</b>
          </p>
          <ul>
            {failed.map(({ id, organisationName, code }) => (
              <li key={id}>
                {organisationName}：{say(new ApiError(code as ErrorCode))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
