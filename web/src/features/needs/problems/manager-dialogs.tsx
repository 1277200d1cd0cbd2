import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField, TextArea } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useHandOver, useInstruct, useManagers, type ProblemView } from './queries.ts'

type Props = { problem: ProblemView; onClose: () => void; onDone: () => void }

/** 转交: to an officer or the contact of a platform. */
export function HandOverDialog({ problem, onClose, onDone }: Props) {
  const { t } = useTranslation('problems')
  const toast = useToast()
  const managers = useManagers(problem.id)
  const handOver = useHandOver()
  const [accountId, setAccountId] = useState('')
  const verb = t('handOver')
  const onDo = () =>
    handOver.mutate(
      { id: problem.id, accountId, version: problem.version },
      {
        onSuccess: () => {
          toast(t('decide.done.handOver', { name: managers.data?.rows.find((one) => one.accountId === accountId)?.name ?? '' }))
          onClose()
          onDone()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { verb, title: problem.title })} note={t('decide.note.handOver')} verb={verb} onDo={onDo} busy={handOver.isPending} error={handOver.error}>
      <Loaded query={managers} rows={2}>
        {({ rows }) => (
          <SelectField
            label={t('decide.to')}
            value={accountId}
            options={rows.filter((one) => one.accountId !== problem.managerId).map((one) => ({ value: one.accountId, label: [one.name, one.organisationName].filter(Boolean).join('　') }))}
            onChange={setAccountId}
          />
        )}
      </Loaded>
    </Dialog>
  )
}

/** 处理意见, of the office or the authority. */
export function InstructDialog({ problem, onClose, onDone }: Props) {
  const { t } = useTranslation('problems')
  const toast = useToast()
  const instruct = useInstruct()
  const [text, setText] = useState('')
  const verb = t('instruct')
  const onDo = () =>
    instruct.mutate(
      { id: problem.id, text },
      {
        onSuccess: () => {
          toast(t('decide.done.instruct'))
          onClose()
          onDone()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { verb, title: problem.title })} note={t('decide.note.instruct')} verb={verb} onDo={onDo} busy={instruct.isPending} error={instruct.error}>
      <TextArea label={t('decide.text')} hint={t('decide.textHint')} rows={4} most={500} value={text} onChange={setText} />
    </Dialog>
  )
}
