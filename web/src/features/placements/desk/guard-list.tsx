import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Article, Unread } from '../../../ui/law.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark, type Mood } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useRuleWords } from '../../needs/rule-parts.tsx'
import { useFill } from './fill.ts'
import css from './desk.module.css'
import { useGiveReason, type GuardRow, type Guards, type Waiver } from './queries.ts'

const moods: Readonly<Record<GuardRow['state'], Mood>> = { ok: 'done', block: 'refused', warn: 'waits', accepted: 'done', record: 'now' }
const edges = ['make', 'vet', 'consent', 'sign', 'insure', 'train', 'activate'] as const

type Props = { guards: Guards; placementId: string; waivers: readonly Waiver[]; mayGiveReason: boolean }

/** Every rule on the way to the first day, by step: what does not hold first, with who puts it right; what holds as a line of names. */
export function GuardList({ guards, placementId, waivers, mayGiveReason }: Props) {
  const { t } = useTranslation('placements')
  const words = useRuleWords()
  const [reasoning, setReasoning] = useState<GuardRow | null>(null)
  const passes = guards.rows.filter(({ state }) => state === 'ok' || state === 'accepted').length
  return (
    <Sheet title={t('record.guards')} aside={t('guard.passed', { passed: passes, total: guards.rows.length })}>
      {edges.map((edge) => {
        const rows = guards.rows.filter((row) => row.edge === edge)
        const open = rows.filter(({ state }) => state !== 'ok')
        const holding = rows.filter(({ state }) => state === 'ok')
        if (rows.length === 0) return null
        return (
          <section key={edge} className={css.edge}>
            <h3>
              {t(`edges.${edge}`)} <span>{open.length === 0 ? t('guard.ok') : ''}</span>
            </h3>
            {open.map((row, index) => (
              <Guard key={`${row.ruleId}${index}`} row={row} asked={waivers.some((waiver) => waiver.ruleId === row.ruleId && !waiver.approvedAt && !waiver.refusedAt && !waiver.revokedAt)} onReason={mayGiveReason && row.state === 'warn' ? () => setReasoning(row) : undefined} />
            ))}
            {holding.length > 0 && <p className={css.holds}>{[...new Set(holding.map(({ ruleId }) => words.name(ruleId)))].join(' · ')}</p>}
          </section>
        )
      })}
      {reasoning && <ReasonDialog placementId={placementId} row={reasoning} onClose={() => setReasoning(null)} />}
    </Sheet>
  )
}

function Guard({ row, asked, onReason }: { row: GuardRow; asked: boolean; onReason?: () => void }) {
  const { t } = useTranslation(['placements', 'rules'])
  const words = useRuleWords()
  return (
    <div className={css.guard}>
      <StateMark mood={moods[row.state]}>{t(`guard.${row.state}`)}</StateMark>
      <div>
        <b>
          {words.name(row.ruleId)} {row.article && row.sourceStatus === 'V' ? <Article>{row.article}</Article> : row.sourceStatus === 'K' && <Unread />}
        </b>
        {row.key && words.finding({ key: row.key, params: row.params })}
        {row.state !== 'accepted' && <small> {t('guard.who', { who: t(`rules:who.${row.who}`) })}</small>}
      </div>
      {asked ? (
        <small>{t('guard.waiting')}</small>
      ) : (
        onReason && (
          <Button size="cell" kind="text" onClick={onReason}>
            {t('guard.giveReason')}
          </Button>
        )
      )}
    </div>
  )
}

function ReasonDialog({ placementId, row, onClose }: { placementId: string; row: GuardRow; onClose: () => void }) {
  const { t } = useTranslation('placements')
  const words = useRuleWords()
  const toast = useToast()
  const give = useGiveReason()
  const fill = useFill()
  const [reason, setReason] = useState('')
  const onDo = () =>
    give.mutate(
      { id: placementId, ruleId: row.ruleId, reason },
      {
        onSuccess: () => {
          toast(t('reasonDialog.done'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('reasonDialog.title', { name: words.name(row.ruleId) })} note={t('reasonDialog.note')} verb={t('reasonDialog.do')} because={fill(reason.trim().length < 5 && t('reasonDialog.label'))} busy={give.isPending} error={give.error} onDo={onDo}>
      {row.key && <p className={css.quoted}>{words.finding({ key: row.key, params: row.params })}</p>}
      <TextArea label={t('reasonDialog.label')} most={500} value={reason} onChange={setReason} />
    </Dialog>
  )
}
