import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../kernel/api.ts'
import { Article, Unread } from '../../../ui/law.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { useWording } from '../../../kernel/wording.ts'
import { useRuleWords } from '../../needs/rule-parts.tsx'
import css from './desk.module.css'

export type Found = { ruleId: string; key: string; params: Record<string, string | number>; article: string | null; sourceStatus: 'V' | 'P' | 'K'; severity?: 'block' | 'warn' | 'record'; who?: 'school' | 'unit' | 'student' | 'guardian' | 'authority'; studentName?: string; placementNumber?: string }

/** Every rule that stands in the way, with its article where it was read, and who puts it right. */
export function LawList({ findings }: { findings: readonly Found[] }) {
  const { t } = useTranslation(['placements', 'rules'])
  const words = useRuleWords()
  return (
    <ul>
      {findings.map((found, index) => (
        <li key={`${found.key}${index}`}>
          <b>{words.name(found.ruleId)}</b> {found.article && found.sourceStatus === 'V' ? <Article>{found.article}</Article> : found.sourceStatus === 'K' && <Unread />}
          <small>
            {[found.studentName && `${found.studentName}${found.placementNumber ? `（${found.placementNumber}）` : ''}`, words.finding(found), found.severity === 'warn' && t('guard.warn'), found.who && t('guard.who', { who: t(`rules:who.${found.who}`) })].filter(Boolean).join('　')}
          </small>
        </li>
      ))}
    </ul>
  )
}

/** A refusal: by law with its rules, otherwise as it is said everywhere. Brought into sight: the button of a long form stands far from its end. */
export function LawRefusal({ error }: { error: unknown }) {
  const say = useWording()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is nothing that an effect may return.
    place.current?.scrollIntoView({ block: 'center' })
  }, [error])
  if (!error) return null
  const findings = error instanceof ApiError ? (error.details['findings'] as Found[] | undefined) : undefined
  if (!findings || findings.length === 0) return <Refused error={error} />
  return (
    <div ref={place} className={css.law} role="alert">
      <p>{say(error)}</p>
      <LawList findings={findings} />
    </div>
  )
}
