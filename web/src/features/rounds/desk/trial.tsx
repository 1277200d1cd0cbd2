import type { RoundView } from '@silian/server/contract/rounds'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { SelectField } from '../../../ui/inputs.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useTrial, type Trial as TrialChange } from './queries.ts'
import css from './desk.module.css'

type Mode = NonNullable<TrialChange['reserveMode']>
type Mechanism = NonNullable<TrialChange['mechanism']>
const claims = ['stable', 'studentOptimal', 'strategyProof', 'efficient'] as const

/** What another rule would give, beside what the published one gives. Locked against it: a trial changes nothing. */
export function Trial({ round }: { round: RoundView }) {
  const { t } = useTranslation(['rounds', 'student'])
  const format = useFormat()
  const attempt = useTrial(round.id)
  const [mode, setMode] = useState<Mode>('additional')
  const [mechanism, setMechanism] = useState<Mechanism>('student-proposing')
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
        <RadioGroup<Mode>
          label={t('trial.reserve')}
          value={mode}
          onChange={setMode}
          options={[
            { value: 'guarantee', label: t('trial.guarantee'), note: t('trial.guaranteeNote') },
            { value: 'additional', label: t('trial.additional'), note: t('trial.additionalNote') },
            { value: 'set-aside', label: t('trial.setAside'), note: t('trial.setAsideNote') },
          ]}
        />
        <SelectField
          label={t('trial.mechanism')}
          value={mechanism}
          none={null}
          onChange={(value) => setMechanism(value as Mechanism)}
          options={[
            { value: 'student-proposing', label: t('trial.studentProposing') },
            { value: 'post-proposing', label: t('trial.postProposing') },
            { value: 'total-satisfaction', label: t('trial.total') },
          ]}
        />
        <Button busy={attempt.isPending} onClick={() => attempt.mutate({ reserveMode: mode, mechanism })}>
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
            <p>{lost.length === 0 ? t('trial.kept') : t('trial.lost', { claims: lost.map((claim) => t(`student:letter.${claim}`)).join('；') })}</p>
            <p className="small dim">{t('trial.locked', { ms: format.number(found.milliseconds) })}</p>
          </>
        )}
      </div>
    </Sheet>
  )
}
