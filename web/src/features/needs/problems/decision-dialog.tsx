import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { declineCodes } from '@silian/server/contract/needs/problems'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DateField, SelectField, TextArea, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../needs.module.css'
import { findOrganisations, useMove, type DeclineCode, type ProblemAction, type ProblemView } from './queries.ts'

const phrased = ['return', 'decline', 'reopen', 'withdraw'] as const
type Props = { problem: ProblemView; action: ProblemAction; onClose: () => void; onDone: () => void }

/** One decision about a problem: its reason, its code, how it was solved, or until when. */
export function DecisionDialog({ problem, action, onClose, onDone }: Props) {
  const { t } = useTranslation('problems')
  const toast = useToast()
  const move = useMove()
  const [reason, setReason] = useState('')
  const [code, setCode] = useState<DeclineCode | ''>('')
  const [solution, setSolution] = useState('')
  const [solver, setSolver] = useState<Option | null>(null)
  const [validUntil, setValidUntil] = useState(problem.validUntil ?? '')
  // A draft or a need nobody has read is withdrawn without a word.
  const reasoned = phrased.find((one) => one === action && (one !== 'withdraw' || !['draft', 'submitted'].includes(problem.state)))
  const verb = t(`actions.${action}`)
  const given = {
    ...(reasoned ? { reason } : {}),
    ...(action === 'decline' && code ? { declineCode: code } : {}),
    ...(action === 'report' ? { solution, ...(solver ? { solutionBy: solver.value } : {}) } : {}),
    ...(action === 'prolong' && validUntil ? { validUntil } : {}),
  }
  const onDo = () =>
    move.mutate(
      { id: problem.id, action, version: problem.version, ...given },
      {
        onSuccess: () => {
          toast(t(`decide.done.${action}`))
          onClose()
          onDone()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { verb, title: problem.title })} note={t(`decide.note.${action}`)} verb={verb} kind={action === 'decline' || action === 'withdraw' ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={move.error}>
      {action === 'decline' && <SelectField label={t('decide.code')} hint={t('decide.codeHint')} value={code} options={declineCodes.map((value) => ({ value, label: t(`declineCodes.${value}`) }))} onChange={(value) => setCode(value as DeclineCode)} />}
      {reasoned && (
        <>
          <TextArea label={t('decide.reason')} hint={t('decide.reasonHint')} value={reason} most={500} onChange={setReason} />
          <div className={css.phrases} role="group" aria-label={t('decide.phrases')}>
            {t(`decide.reasons.${reasoned}`)
              .split('\n')
              .map((phrase) => (
                <Button key={phrase} onClick={() => setReason(phrase)}>
                  {phrase}
                </Button>
              ))}
          </div>
        </>
      )}
      {action === 'report' && (
        <>
          <TextArea label={t('decide.solution')} hint={t('decide.solutionHint')} rows={4} value={solution} most={2000} onChange={setSolution} />
          <Combobox label={t('decide.solutionBy')} hint={t('decide.solutionByHint')} optional value={solver} search={findOrganisations} onChange={setSolver} />
        </>
      )}
      {action === 'prolong' && <DateField label={t('decide.validUntil')} value={validUntil} onChange={setValidUntil} />}
      {action === 'confirm' && problem.solution && <p className={css.tasks}>{problem.solution}</p>}
    </Dialog>
  )
}
