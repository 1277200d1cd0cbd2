import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import type { Option } from '../../../ui/inputs.tsx'
import { findFields } from '../../needs/problems/queries.ts'
import css from '../technology.module.css'

/** Up to eight industries, found by name or code. */
export function FieldsPicker({ fields, onChange, error, optional }: { fields: Option[]; onChange: (fields: Option[]) => void; error?: string; optional?: boolean }) {
  const { t } = useTranslation(['technology', 'ui'])
  const add = (field: Option | null) => field && fields.length < 8 && !fields.some(({ value }) => value === field.value) && onChange([...fields, field])
  return (
    <div>
      {/* Emptied by being made anew once something was added. */}
      <Combobox key={fields.length} name="fieldCodes" label={t('technology:form.fields.fields')} hint={t('technology:form.fields.fieldsHint')} optional={optional} error={error} value={null} search={findFields} onChange={add} />
      {fields.length > 0 && (
        <ul className={css.acts}>
          {fields.map(({ value, label }) => (
            <li key={value}>
              <Button icon="close" aria-label={t('ui:form.remove', { name: `${label} ${value}` })} onClick={() => onChange(fields.filter((one) => one.value !== value))}>
                {label} {value}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
