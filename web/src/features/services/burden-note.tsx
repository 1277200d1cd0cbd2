import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useBurden, type Burden } from './contact-queries.ts'
import css from './services.module.css'
import { useAskedWords } from './asked-words.ts'

/** What a firm received this month, before it is asked once more; with the list, if one wants to know. */
export function BurdenNote({ burden, looked }: { burden: Burden; /** Only to be known: nothing is sent to this firm now. */ looked?: boolean }) {
  const { t } = useTranslation('services')
  const [listed, setListed] = useState(false)
  const { organisationName: name, forms, visits, calls, threshold } = burden
  const total = forms + visits + calls
  const over = total >= threshold && !looked
  return (
    <div className={css.burden} data-over={over}>
      <p>{total === 0 ? t('contact.none', { name }) : t('contact.sumOf', { name, forms, visits, calls })}</p>
      {over && <p>{t('contact.over', { count: threshold })}</p>}
      {total > 0 && !listed && (
        <Button kind="text" onClick={() => setListed(true)}>
          {t('contact.list')}
        </Button>
      )}
      {listed && <Rows organisationId={burden.organisationId} />}
    </div>
  )
}

function Rows({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('services')
  const { day } = useFormat()
  const asked = useAskedWords()
  const burden = useBurden(organisationId)
  return (
    <Loaded query={burden} rows={2}>
      {({ rows }) => (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>{[day(row.happenedOn), t(`contact.kinds.${row.kind}`), row.by ?? t('contact.byProduct'), row.purpose ?? asked(row.asked)].join('　')}</li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
