import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import css from '../needs.module.css'
import type { ProblemFields } from './queries.ts'

export type Shown = Pick<ProblemFields, 'kind' | 'family' | 'title' | 'description' | 'presentValue' | 'wantedValue' | 'privateDetails' | 'budgetMin' | 'budgetMax' | 'wantedBy' | 'secrecy' | 'validUntil'> & { fields: readonly { code: string; name: string | null }[] }

/** Two sheets, each saying who reads it; the same in the form's last step and on the page. */
export function ProblemFacts({ problem, whole, level = 2 }: { problem: Shown; /** False: what is private was kept back. */ whole: boolean; level?: 2 | 3 }) {
  const { t } = useTranslation('problems')
  const { day, joined } = useFormat()
  const budget = useBudget(problem)
  return (
    <>
      <Sheet level={level} title={t('record.content')} aside={<Mark open text={`${t('record.public')}　${t('record.publicNote')}`} />}>
        <Facts
          facts={[
            [t('form.fields.title'), problem.title || t('unknown')],
            [t('form.fields.family'), problem.family && t(`families.${problem.family}`)],
            [t('form.fields.description'), <span key="description" className={css.tasks}>{problem.description || t('unknown')}</span>],
            [t('form.fields.presentValue'), problem.presentValue],
            [t('form.fields.wantedValue'), problem.wantedValue],
            [t('form.fields.fields'), problem.fields.length > 0 ? joined(problem.fields.map(({ code, name }) => `${name ?? ''} ${code}`)) : null],
            [t('form.fields.wantedBy'), problem.wantedBy && day(problem.wantedBy)],
            [t('form.fields.validUntil'), problem.validUntil ? day(problem.validUntil) : t('unknown')],
            [t('secrecy.label'), t(problem.secrecy === 'nda' ? 'secrecy.ndaShort' : 'secrecy.openShort')],
          ]}
        />
      </Sheet>
      <Sheet level={level} title={t('record.details')} aside={<Mark text={`${t('record.private')}　${t(problem.secrecy === 'nda' ? 'record.privateNda' : 'record.privateOpen')}`} />}>
        {whole ? (
          <Facts
            facts={[
              [t('record.budget'), budget ?? t('unknown')],
              [t('form.fields.privateDetails'), problem.privateDetails ? <span className={css.tasks}>{problem.privateDetails}</span> : t('record.hiddenNothing')],
            ]}
          />
        ) : (
          <p className="dim">{t('record.hidden')}</p>
        )}
      </Sheet>
    </>
  )
}

const Mark = ({ text, open }: { text: string; open?: boolean }) => <span className={open ? css.open : css.shut}>{text}</span>

function useBudget({ budgetMin, budgetMax }: Pick<Shown, 'budgetMin' | 'budgetMax'>): string | null {
  const { t } = useTranslation('problems')
  const { wan } = useFormat()
  if (budgetMin !== null && budgetMax !== null && budgetMin !== budgetMax) return t('record.budgetRange', { from: wan(budgetMin), to: wan(budgetMax) })
  if (budgetMax !== null) return t('record.budgetOne', { to: wan(budgetMax) })
  return budgetMin === null ? null : t('record.budgetFrom', { from: wan(budgetMin) })
}
