import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { mergeOccupations } from '@silian/server/contract/surveys/responses/merges'
import { call } from '../../kernel/api.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'
import { findCodes } from '../needs/queries.ts'

type Option = { value: string; label: string }

/** Firms that mean the same by two occupations: the lines of the one are counted as the other. */
export function MergeDialog({ surveyId, onClose }: { surveyId: string; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const toast = useToast()
  const client = useQueryClient()
  const [from, setFrom] = useState<Option | null>(null)
  const [to, setTo] = useState<Option | null>(null)
  const merge = useMutation({
    mutationFn: (body: { from: string; to: string }) => call(mergeOccupations, { params: { surveyId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['surveys'] }),
  })
  const onDo = () => {
    if (!from || !to) return
    merge.mutate({ from: from.value, to: to.value }, {
      onSuccess: (done) => {
        toast(t('merge.done', { count: done.lines }))
        onClose()
      },
    })
  }
  const search = (text: string, signal: AbortSignal) => findCodes('occupation', text, signal, '细类')
  return (
    <Dialog open onClose={onClose} title={t('merge.title')} note={t('merge.note')} verb={t('merge.verb')} because={(!from || !to) && t('merge.both')} busy={merge.isPending} error={merge.error} onDo={onDo}>
      <Combobox name="from" label={t('merge.from')} value={from} search={search} onChange={setFrom} />
      <Combobox name="to" label={t('merge.to')} value={to} search={search} onChange={setTo} />
    </Dialog>
  )
}
