import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import type { AchievementFields } from '../queries.ts'
import css from '../technology.module.css'

type Shown = Pick<AchievementFields, 'title' | 'description' | 'descriptionEn' | 'details' | 'ways' | 'price' | 'contactName' | 'contactPhone' | 'disclosure' | 'rights'> & { fields: readonly { code: string; name: string | null }[] }

/** Two sheets, each saying who reads it; the same in the form's last step and on the page. */
export function AchievementFacts({ achievement: one, whole, level = 2 }: { achievement: Shown; /** False: details were kept back. */ whole: boolean; level?: 2 | 3 }) {
  const { t, i18n } = useTranslation('technology')
  const { wan, joined } = useFormat()
  const description = (i18n.language === 'en' && one.descriptionEn) || one.description
  return (
    <>
      <Sheet level={level} title={t('record.content')} aside={`${t('record.public')}　${t('record.publicNote')}`}>
        <Facts
          facts={[
            [t('form.fields.title'), one.title || t('unknown')],
            [t('form.fields.description'), <span key="description" className={css.text}>{description || t('unknown')}</span>],
            [t('form.fields.fields'), one.fields.length > 0 ? joined(one.fields.map(({ code, name }) => `${name ?? ''} ${code}`)) : null],
            [t('form.fields.ways'), joined(one.ways.map((way) => t(`ways.${way}`))) || null],
            [t('form.fields.price'), one.price === null ? t('negotiable') : t('price', { wan: wan(one.price) })],
            [t('form.fields.rights'), one.rights.length === 0 ? t('form.fields.noRights') : (
              <ul key="rights">
                {one.rights.map((right, at) => (
                  <li key={at}>
                    {t(`rightKinds.${right.kind}`)} {right.number} {right.state !== 'unregistered' && t(`rightStates.${right.state}`)}
                  </li>
                ))}
              </ul>
            )],
            [t('record.contact'), one.contactName],
            [t('form.fields.disclosure'), t(`disclosures.${one.disclosure}`)],
          ]}
        />
      </Sheet>
      <Sheet level={level} title={t('record.details')} aside={`${t('record.private')}　${t(`disclosures.${one.disclosure}`)}`}>
        {whole ? (
          <Facts
            facts={[
              [t('form.fields.details'), one.details ? <span key="details" className={css.text}>{one.details}</span> : t('record.nothing')],
              [t('form.fields.contactPhone'), one.contactPhone],
            ]}
          />
        ) : (
          <p className="dim">{t('record.hidden')}</p>
        )}
      </Sheet>
    </>
  )
}
