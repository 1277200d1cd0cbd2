import { fits, needsLimits, roundMechanisms, type RoundMechanism, type RoundRule } from '@silian/algorithms/round-rule'
import type { RoundView } from '@silian/server/contract/rounds'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { SelectField } from '../../../ui/inputs.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useTrial } from './queries.ts'
import css from './desk.module.css'

type Mode = RoundRule['reserveMode']
const claims = ['stable', 'studentOptimal', 'strategyProof', 'efficient'] as const

/** What another rule would give, beside what the published one gives. Locked against it: a trial changes nothing. */
export function Trial({ round }: { round: RoundView }) {
  const { t, i18n } = useTranslation(['rounds', 'matching'])
  const format = useFormat()
  const attempt = useTrial(round.id)
  const [mode, setMode] = useState<Mode>(round.rule.reserveMode === 'additional' ? 'guarantee' : 'additional')
  const [mechanism, setMechanism] = useState<RoundMechanism>(round.rule.mechanism)
  const reserved = round.counts.reserved > 0
  // Only what could keep what the round is set to: the rest would be refused.
  const possible = roundMechanisms.filter(
    (one) => one === round.rule.mechanism || ((!reserved || fits(one, 'reserves')) && round.limits.every(({ kind }) => fits(one, kind)) && (one !== 'score-first' || round.weightSchool === 100) && (round.limits.length > 0 || !needsLimits(one))),
  )
  const found = attempt.data
  const rows = found && [
    { key: 'placed', label: t('trial.placed'), rule: found.rule.placed, trial: found.trial.placed },
    { key: 'first', label: t('trial.first'), rule: found.rule.first, trial: found.trial.first },
    { key: 'topThree', label: t('trial.topThree'), rule: found.rule.topThree, trial: found.trial.topThree },
    { key: 'unplaced', label: t('trial.unplaced'), rule: found.rule.unplaced, trial: found.trial.unplaced },
    ...(found.rule.tags.paired_county === undefined ? [] : [{ key: 'county', label: t('trial.county'), rule: found.rule.tags.paired_county, trial: found.trial.tags.paired_county ?? 0 }]),
  ]
  const lost = found ? claims.filter((claim) => found.ruleGuarantees[claim].holds && !found.trialGuarantees[claim].holds) : []
  return (
    <Sheet title={t('trial.title')} aside={t('trial.note')}>
      <div className={css.trial}>
        {reserved && (
          <RadioGroup<Mode>
            label={t('trial.reserve')}
            value={mode}
            onChange={setMode}
            options={(['guarantee', 'additional', 'set-aside'] as const).map((value) => ({ value, label: t(`matching:reserve.names.${value}`), note: value === round.rule.reserveMode ? t('trial.rule') : undefined }))}
          />
        )}
        <SelectField
          label={t('trial.mechanism')}
          value={mechanism}
          none={null}
          onChange={(value) => setMechanism(value as RoundMechanism)}
          options={possible.map((value) => ({ value, label: t(`matching:mechanism.names.${value}`) }))}
        />
        <Button busy={attempt.isPending} onClick={() => attempt.mutate({ rule: { mechanism, ...(reserved ? { reserveMode: mode } : {}) } })}>
          {t('trial.do')}
        </Button>
        {attempt.isError && <Refused error={attempt.error} />}
        {rows && (
          <>
            <table className={css.compare}>
              <thead>
                <tr>
                  <th scope="col">{t('trial.submitted', { count: found.applicants })}</th>
                  <th scope="col">{t('trial.rule')}</th>
                  <th scope="col">{t('trial.trial')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">{row.label}</th>
                    <td>{format.number(row.rule)}</td>
                    <td>{format.number(row.trial)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>{lost.length === 0 ? t('trial.kept') : t('trial.lost', { claims: lost.map((claim) => t(`matching:claims.${claim}`)).join(i18n.language === 'en' ? '; ' : '；') })}</p>
            <p className="small dim">{t('trial.locked', { ms: format.number(found.milliseconds) })}</p>
          </>
        )}
      </div>
    </Sheet>
  )
}
