import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Marked } from '../../ui/marked.tsx'
import type { ReasonView } from './queries.ts'
import css from './technology.module.css'

const most = 6

/** Why a pair was proposed, each reason in words; what speaks against it in another colour. */
export function Reasons({ reasons }: { reasons: readonly ReasonView[] }) {
  const { t } = useTranslation('technology')
  const word = useReasonWord()
  return (
    <ul className={css.reasons} aria-label={t('proposals.reasonsLabel')}>
      {reasons.slice(0, most).map((reason, at) => (
        <li key={at} data-against={reason.code === 'other_goal' || (reason.code === 'learnt' && reason.add < 0) || (reason.code === 'number' && reason.nearness < 0.5) || undefined}>
          {word(reason)}
        </li>
      ))}
      {reasons.length > most && <li>{t('proposals.more', { count: reasons.length - most })}</li>}
    </ul>
  )
}

function useReasonWord(): (reason: ReasonView) => string {
  const { t, i18n } = useTranslation(['technology', 'introductions'])
  const { number } = useFormat()
  const comma = i18n.language === 'en' ? ', ' : '、'
  return (reason) => {
    switch (reason.code) {
      case 'same_word':
        return t('technology:proposals.reasons.same_word', { word: reason.word })
      case 'translated':
        return t('technology:proposals.reasons.translated', { word: reason.word, other: reason.other })
      case 'shared_code':
        return t('technology:proposals.reasons.shared_code', { value: reason.value })
      case 'number':
        return t('technology:proposals.reasons.number', { asked: reason.asked.written.trim(), offered: reason.offered.written.trim() })
      case 'other_goal':
        return t('technology:proposals.reasons.other_goal', { asked: reason.asked.join(comma), offered: reason.offered.join(comma) })
      case 'learnt':
        return t('technology:proposals.reasons.learnt', { code: reason.lesson.code === 'solved' ? t('introductions:lessons.solved') : t(`introductions:codes.${reason.lesson.code as 'terms'}`), add: signed(reason.add) })
      case 'meaning':
        return t('technology:proposals.reasons.meaning', { cosine: number(reason.cosine, 2) })
      default:
        // One concept written alike on both sides is simply said twice.
        if (reason.needTerm === reason.answerTerm) return t('technology:proposals.reasons.same_word', { word: reason.needTerm })
        return t(`technology:proposals.reasons.${reason.code}`, { need: reason.needTerm, answer: reason.answerTerm })
    }
  }
}

export const signed = (add: number) => `${add > 0 ? '+' : '−'}${Math.abs(Math.round(add * 1000) / 1000)}`

type Place = { field: 'title' | 'description'; start: number; end: number }

/** A text with everything that matched marked in it. Places are UTF-16 offsets; marks are counted in characters. */
export function Matched({ text, field, side, reasons }: { text: string; field: Place['field']; side: 'need' | 'answer'; reasons: readonly ReasonView[] }) {
  const places = reasons.flatMap((reason) => (side in reason ? (reason as unknown as Record<'need' | 'answer', Place[]>)[side] : [])).filter((place) => place.field === field)
  const characters = (until: number) => Array.from(text.slice(0, until)).length
  const marks = places.map(({ start, end }) => [characters(start), characters(end)] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return <Marked text={text} marks={withoutOverlaps(marks)} />
}

function withoutOverlaps(marks: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = []
  for (const [from, until] of marks) {
    const last = kept.at(-1)
    if (last && from <= last[1]) kept[kept.length - 1] = [last[0], Math.max(last[1], until)]
    else kept.push([from, until])
  }
  return kept
}
