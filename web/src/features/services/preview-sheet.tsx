import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useSettled } from '../../kernel/settled.ts'
import { Figures } from '../../ui/figures.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { usePreview, type SentenceFields } from './policy-queries.ts'
import css from './services.module.css'

/** How many firms the conditions would fit, with what is known now, and which fact is missing most. */
export function PreviewSheet({ sentences }: { sentences: readonly SentenceFields[] }) {
  const { t } = useTranslation('services')
  const checked = useSettled(sentences)
  const preview = usePreview([...checked])
  const nothing = !checked.some(({ role }) => role !== 'plain')
  return (
    <Sheet title={t('policy.form.preview')} aside={t('policy.form.previewTitle')}>
      {nothing ? (
        <p className="dim">{t('policy.form.noConditions')}</p>
      ) : (
        <Loaded query={preview} rows={3}>
          {({ firms, fits, unknown, doesNot, missing, examples }) => (
            <div className={css.group}>
              <p className="small mut">{t('policy.form.firms', { count: firms })}</p>
              <Figures figures={[{ label: t('policy.form.fits'), value: fits, look: 'done' }, { label: t('policy.form.unknown'), value: unknown, look: 'waits' }, { label: t('policy.form.doesNot'), value: doesNot }]} />
              {missing.length > 0 && (
                <div>
                  <h3>{t('policy.form.missing')}</h3>
                  <ul>
                    {missing.map((one) => (
                      <li key={one.fact}>{t('policy.form.missingOne', { fact: t(`policy.facts.${one.fact}`), count: one.firms })}</li>
                    ))}
                  </ul>
                </div>
              )}
              {examples.length > 0 && (
                <div>
                  <h3>{t('policy.form.examples')}</h3>
                  <ul className={css.rows}>
                    {examples.slice(0, 8).map((one) => (
                      <li key={one.organisationId}>
                        <Link href={`/organisations/${one.organisationId}`}>{one.name}</Link>
                        <small>{t(`policy.verdicts.${one.verdict}`)}</small>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
          )}
        </Loaded>
      )}
    </Sheet>
  )
}
