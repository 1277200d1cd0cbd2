import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import type { Draft } from './answer-form.ts'
import { usePayOf } from './lines-table.tsx'
import css from './surveys.module.css'

type Props = { lines: readonly Draft[]; onEdit?: (at: number) => void; /** Says that a line is no longer wanted, or is again. */ onGone?: (at: number) => void }

/** The lines as one reads them on a phone: what, how many, on which terms. */
export function LineList({ lines, onEdit, onGone }: Props) {
  const { t, i18n } = useTranslation('surveys')
  const { number } = useFormat()
  const pay = usePayOf()
  const terms = (line: Draft) => [
    t(`kinds.${line.kind as 'hire'}`),
    t(`educations.${line.education as 'none'}`),
    ...(line.experienceYears ? [`${t('line.experienceYears')} ${line.experienceYears} ${t('line.year')}`] : []),
    ...(line.skillGrade ? [t(`skillGrades.g${line.skillGrade as 1}`)] : []),
    line.startMonth,
    pay({ payMin: line.payMin ?? null, payMax: line.payMax ?? null }),
    ...(line.skills ?? []),
  ]
  return (
    <ul className={css.lines}>
      {lines.map((line, at) => (
        <li key={at} className={line.gone ? css.gone : undefined}>
          <b>{`${(line.occupationName ?? line.occupationCode) || t('line.occupation')} · ${number(line.people)} ${t('line.person')}`}</b>
          <small>{terms(line).join(i18n.language === 'en' ? ', ' : '，')}</small>
          {onEdit && (
            <span className={css.tools}>
              {!line.gone && (
                <Button kind="text" onClick={() => onEdit(at)}>
                  {t('answer.editLine', { number: at + 1 })}
                </Button>
              )}
              {onGone && (
                <Button kind="text" onClick={() => onGone(at)}>
                  {t(line.gone ? 'answer.againLine' : 'answer.goneLine', { number: at + 1 })}
                </Button>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
