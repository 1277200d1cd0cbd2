import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useWording } from '../../../kernel/wording.ts'
import { ApiError } from '../../../kernel/api.ts'
import css from './desk.module.css'
import { LawList, type Found } from './law-refusal.tsx'
import { useCheckPlacements, useDraftPapers, useMovePlacements, type PaperKind } from './queries.ts'

type Props = { ids: string[]; onClose: () => void; onDone: () => void }
type Held = { name: string; why: string; findings?: readonly Found[] }

/** Those that were not done, each with why; the others are. */
function HeldList({ held }: { held: readonly Held[] }) {
  const { t } = useTranslation('placements')
  if (held.length === 0) return null
  return (
    <div className={css.law} role="alert">
      <p>{t('batch.held', { count: held.length })}</p>
      <ul>
        {held.map(({ name, why, findings }) => (
          <li key={name}>
            <b>{name}</b>
            {findings && findings.length > 0 ? <LawList findings={findings} /> : <small>{why}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Lets many students start; who is held back stays, with the rules. */
export function ActivateMany({ ids, onClose, onDone }: Props) {
  const { t } = useTranslation('placements')
  const say = useWording()
  const toast = useToast()
  const move = useMovePlacements()
  const refused = move.data?.refused ?? []
  const onDo = () =>
    move.mutate(ids, {
      onSuccess: ({ moved, refused: held }) => {
        if (moved.length > 0) toast(t('batch.done', { count: moved.length }))
        if (held.length === 0) onDone()
      },
    })
  return (
    <Dialog open onClose={move.data ? onDone : onClose} title={t('batch.activateTitle', { count: ids.length })} note={t('batch.activateNote')} verb={move.data ? undefined : t('batch.activate')} busy={move.isPending} error={move.error} onDo={onDo}>
      <HeldList held={refused.map(({ studentName, number, code, findings }) => ({ name: `${studentName}（${number}）`, why: say(new ApiError(code as never)), findings: findings as Found[] }))} />
    </Dialog>
  )
}

export function SendPapers({ kind, ids, onClose, onDone }: Props & { kind: PaperKind }) {
  const { t, i18n } = useTranslation('placements')
  const say = useWording()
  const toast = useToast()
  const draft = useDraftPapers()
  const [payDay, setPayDay] = useState('每月 15 日前')
  const [unitWeight, setUnitWeight] = useState('50%')
  const refused = draft.data?.refused ?? []
  const nameOf = (fact: string) => (i18n.exists(`placements:paperNames.${fact}`) ? t(`paperNames.${fact as 'tasks'}`) : fact)
  const why = (code: string, issues: readonly unknown[]) => {
    const facts = issues.flatMap((issue) => ((issue as { path?: string[] }).path?.[0] === 'facts' ? [nameOf((issue as { path: string[] }).path[1]!)] : []))
    return facts.length > 0 ? t('paperFaults.facts', { names: facts.join('、') }) : code === 'agreement_incomplete' ? t('paperFaults.incomplete') : say(new ApiError(code as never))
  }
  const onDo = () =>
    draft.mutate(
      { kind, placementIds: ids, facts: { payDay, unitWeight, offer: '同等条件' } },
      {
        onSuccess: ({ made, refused: held }) => {
          if (made.length > 0) toast(t('batch.made', { count: made.length }))
          if (held.length === 0) onDone()
        },
      },
    )
  return (
    <Dialog open onClose={draft.data ? onDone : onClose} title={t('batch.papersTitle', { kind: t(`paperKinds.${kind}`), count: ids.length })} note={t('batch.papersNote')} verb={draft.data ? undefined : t(`batch.${kind as 'consent'}`)} busy={draft.isPending} error={draft.error} onDo={onDo}>
      {kind === 'three_party' && !draft.data && (
        <>
          <TextField label={t('batch.payDay')} value={payDay} maxLength={30} onChange={setPayDay} />
          <TextField label={t('batch.unitWeight')} value={unitWeight} maxLength={10} onChange={setUnitWeight} />
        </>
      )}
      <HeldList held={refused.map(({ studentName, code, issues }) => ({ name: studentName, why: why(code, issues) }))} />
    </Dialog>
  )
}

export function CheckMany({ ids, onClose, onDone }: Props) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const check = useCheckPlacements()
  const onDo = () =>
    check.mutate(ids, {
      onSuccess: ({ moved }) => {
        toast(t('batch.checked', { count: moved }))
        onDone()
      },
    })
  return <Dialog open onClose={onClose} title={t('batch.check')} verb={t('batch.check')} busy={check.isPending} error={check.error} onDo={onDo} />
}
