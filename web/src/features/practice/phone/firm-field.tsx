import { useTranslation } from 'react-i18next'
import { Combobox } from '../../../ui/combobox.tsx'
import type { Option } from '../../../ui/inputs.tsx'
import { findFirms } from '../find-firms.ts'

/** A firm on record, for a stay that no opening offers. */
export default function FirmField({ value, error, onChange }: { value: Option | null; error: string | null; onChange: (value: Option | null) => void }) {
  const { t } = useTranslation('practice')
  return <Combobox name="organisationId" label={t('plan.organisation')} hint={t('plan.organisationHint')} value={value} error={error} search={findFirms} onChange={onChange} />
}
