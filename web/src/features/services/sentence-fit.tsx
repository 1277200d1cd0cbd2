import { useTranslation } from 'react-i18next'
import { StateMark } from '../../ui/state-mark.tsx'
import { useConditionWords, useFactValue } from './condition-words.ts'
import type { PolicyFit } from './policy-queries.ts'
import css from './services.module.css'

const moods = { fits: 'done', unknown: 'waits', does_not: 'gone' } as const

/** One sentence of a policy: marked when it matches, with what was asked and what is known. */
export function SentenceFit({ sentence }: { sentence: PolicyFit['sentences'][number] }) {
  const { t } = useTranslation('services')
  const said = useConditionWords()
  const value = useFactValue()
  const { text, verdict, conditions, role } = sentence
  return (
    <div className={css.fit}>
      <p>{verdict === 'fits' ? <mark>{text}</mark> : text}</p>
      {verdict && (
        <small>
          <StateMark mood={moods[verdict]}>{t(`policy.verdicts.${verdict}`)}</StateMark>
          {role === 'alternative' && `　${t('policy.roles.alternative')}`}
        </small>
      )}
      {conditions.map((one, at) => (
        <small key={at}>{`${said(one.condition)}　${one.has === null && one.verdict === 'unknown' ? t('policy.missing', { facts: t(`policy.facts.${one.condition.fact}`) }) : t('policy.has', { value: value(one.condition.fact, one.has) })}`}</small>
      ))}
    </div>
  )
}
