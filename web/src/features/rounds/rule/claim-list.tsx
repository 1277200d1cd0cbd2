import { useTranslation } from 'react-i18next'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from './rule.module.css'

const names = ['stable', 'studentOptimal', 'strategyProof', 'efficient'] as const
type Claims<Claim> = Record<(typeof names)[number], Claim>

/** Four promises: kept or not, and why. */
export function ClaimList<Claim extends { holds: boolean }>({ claims, sentenceOf }: { claims: Claims<Claim>; sentenceOf: (claim: Claim) => string }) {
  const { t } = useTranslation('matching')
  return (
    <ul className={css.claims}>
      {names.map((name, at) => {
        const sentence = sentenceOf(claims[name])
        const next = names[at + 1]
        return (
          <li key={name}>
            <p>
              <b>{t(`claims.${name}`)}</b>
              <StateMark mood={claims[name].holds ? 'done' : 'gone'}>{t(claims[name].holds ? 'claims.yes' : 'claims.no')}</StateMark>
            </p>
            {/* Claims that rest on the same reason say it once, under the last of them. */}
            {(next === undefined || sentenceOf(claims[next]) !== sentence) && <small>{sentence}</small>}
          </li>
        )
      })}
    </ul>
  )
}
