import { fits, roundMechanisms, type Feature, type RoundMechanism } from '@silian/algorithms/round-rule'
import type { RulesView } from '@silian/server/contract/rounds/rule'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { FaultsAt } from './fault-text.ts'
import css from './rule.module.css'
import { misfits, withMechanism, without, type Change, type RulesForm } from './rules-form.ts'

const features = ['ties', 'reserves', 'schoolCaps', 'firm', 'region', 'school_firm'] as const satisfies readonly Feature[]

type Props = { view: RulesView; form: RulesForm; faultsAt: FaultsAt; onChange: Change }

export function MechanismSheet({ view, form, faultsAt, onChange }: Props) {
  const { t, i18n } = useTranslation('matching')
  const { mechanism, objective } = form.rule
  const not = features.filter((feature) => !fits(mechanism, feature)).map((feature) => t(`feature.${feature}`))
  const weights = faultsAt('weights')
  return (
    <Sheet title={t('mechanism.title')}>
      <RadioGroup<RoundMechanism>
        name="mechanism"
        label={t('one')}
        value={mechanism}
        error={faultsAt('rule', 'mechanism')}
        onChange={(chosen) => onChange({ rule: withMechanism(form, chosen) })}
        options={roundMechanisms.map((value) => ({ value, label: t(`mechanism.names.${value}`), note: t(`mechanism.notes.${value}`) }))}
      />
      {weights && (
        <p id="field-weights" tabIndex={-1} className={css.fault}>
          {weights} <Link href={`/rounds/${view.roundId}/edit`}>{t('changeWeights')}</Link>
        </p>
      )}
      {mechanism === 'total-satisfaction' && (
        <RadioGroup<RulesForm['rule']['objective']>
          label={t('objective.title')}
          value={objective}
          onChange={(chosen) => onChange({ rule: { ...form.rule, objective: chosen } })}
          options={(['min-rank', 'max-weight'] as const).map((value) => ({ value, label: t(`objective.${value}`), note: t(`objective.${value}Note`) }))}
        />
      )}
      {not.length > 0 && <p className={css.note}>{t('cannotUse', { features: not.join(i18n.language === 'en' ? ', ' : '、') })}</p>}
      {misfits(view, form).map(({ feature, count }) => (
        <p key={feature} id={`field-misfit-${feature === 'schoolCaps' ? 'schoolCap' : feature}`} tabIndex={-1} className={css.fault}>
          <Button onClick={() => onChange({ posts: without(view, form, feature) })}>{t('takeAway', { feature: t(`feature.${feature}`), count })}</Button>
        </p>
      ))}
    </Sheet>
  )
}
