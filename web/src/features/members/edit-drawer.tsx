import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../kernel/session.ts'
import { useIssues } from '../../kernel/wording.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ContactFields, formOf, IdentityFields, ProfileFields, profileOf } from './organisation-fields.tsx'
import { useEditOrganisation, type OrganisationView } from './queries.ts'

/** The whole profile beside the page it belongs to. */
export function EditDrawer({ organisation, open, onClose }: { organisation: OrganisationView; open: boolean; onClose: () => void }) {
  return open ? <Opened organisation={organisation} onClose={onClose} /> : null
}

function Opened({ organisation, onClose }: { organisation: OrganisationView; onClose: () => void }) {
  const { t } = useTranslation('members')
  const toast = useToast()
  const edit = useEditOrganisation(organisation.id)
  const faults = useIssues(edit.error)
  const office = useSession()?.seat?.role === 'secretariat'
  const [form, setForm] = useState(() => formOf(organisation))
  const set = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }))
  const { uscc, ...rest } = profileOf(form)
  const usccLocked = organisation.uscc !== null && !office

  const onDo = () =>
    edit.mutate(
      { ...rest, ...(usccLocked ? {} : { uscc }), version: organisation.version },
      {
        onSuccess: () => {
          toast(t('edit.saved'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('edit.title', { organisation: organisation.name })} verb={t('edit.save')} busy={edit.isPending} error={edit.error} onDo={onDo}>
      <IdentityFields value={form} set={set} faults={faults} usccLocked={usccLocked} kindLocked />
      <ProfileFields value={form} set={set} faults={faults} />
      <ContactFields value={form} set={set} faults={faults} kept={organisation} />
    </Drawer>
  )
}
