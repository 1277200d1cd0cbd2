import type { RoundView } from '@silian/server/contract/rounds'
import { useTranslation } from 'react-i18next'
import { RadioGroup } from '../../../ui/choices.tsx'
import { NumberField } from '../../../ui/inputs.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import css from './desk.module.css'

type Rule = RoundView['rule']
type Props = { rule: Rule; onChange: (rule: Rule) => void }

/** Every choice in one sentence, with what it guarantees and what it costs. */
export function RuleSheet({ rule, onChange }: Props) {
  const { t } = useTranslation('rounds')
  return (
    <Sheet title={t('rule.title')}>
      <div className={css.fields}>
        <RadioGroup<Rule['mechanism']>
          label={t('rule.mechanism')}
          value={rule.mechanism}
          onChange={(mechanism) => onChange({ ...rule, mechanism })}
          options={(['student-proposing', 'post-proposing', 'total-satisfaction'] as const).map((value) => ({ value, label: t(`rule.${value}`), note: t(`rule.${value}-note`) }))}
        />
        <RadioGroup<Rule['reserveMode']>
          label={t('trial.reserve')}
          value={rule.reserveMode}
          onChange={(reserveMode) => onChange({ ...rule, reserveMode })}
          options={[
            { value: 'guarantee', label: t('trial.guarantee'), note: t('trial.guaranteeNote') },
            { value: 'additional', label: t('trial.additional'), note: t('trial.additionalNote') },
            { value: 'set-aside', label: t('trial.setAside'), note: t('trial.setAsideNote') },
          ]}
        />
        <NumberField short label={t('rule.privacy')} hint={t('rule.privacyNote')} value={rule.privacyFloor} onChange={(privacyFloor) => onChange({ ...rule, privacyFloor: privacyFloor ?? 3 })} />
        <p className="small mut">{t('rule.ties')}</p>
      </div>
    </Sheet>
  )
}
