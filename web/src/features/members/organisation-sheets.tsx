import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './members.module.css'
import { EditDrawer } from './edit-drawer.tsx'
import { OrderDialog } from './order-dialog.tsx'
import { OrganisationFacts } from './organisation-facts.tsx'
import type { OrganisationView } from './queries.ts'

/** The profile with its two doings: edit, and the place in the order. */
export function ProfileSheet({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation('members')
  const [editing, setEditing] = useState(false)
  const [ordering, setOrdering] = useState(false)
  return (
    <Sheet
      title={t('record.profile')}
      aside={
        <span className={css.decisions}>
          {organisation.can.order && (
            <Button kind="text" onClick={() => setOrdering(true)}>
              {t('order.verb')}
            </Button>
          )}
          {organisation.can.edit && (
            <Button kind="text" icon="edit" onClick={() => setEditing(true)}>
              {t('edit.verb')}
            </Button>
          )}
        </span>
      }
    >
      <OrganisationFacts organisation={organisation} />
      <EditDrawer organisation={organisation} open={editing} onClose={() => setEditing(false)} />
      {ordering && <OrderDialog organisation={organisation} onClose={() => setOrdering(false)} />}
    </Sheet>
  )
}
