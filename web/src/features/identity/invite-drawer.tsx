import type { NewLink, StaffRole } from '@silian/server/contract/identity/invitations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../kernel/session.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { SelectField, TextField, type Option } from '../../ui/inputs.tsx'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { LinkShown } from './link-shown.tsx'
import { findPlaces, useInvite } from './people-queries.ts'

/** The seats that the people of a kind of organisation can hold. */
const rolesOfKind: Record<string, readonly StaffRole[]> = {
  enterprise: ['enterprise_contact', 'mentor'],
  school: ['school_contact', 'teacher'],
  park: ['park_contact'],
  innovation_platform: ['platform_contact'],
  association: ['association_contact'],
  government: ['official'],
}

/** What a contact may give in the own organisation. */
const besideOf = (role: StaffRole): readonly StaffRole[] => Object.values(rolesOfKind).find((roles) => roles[0] === role) ?? [role]

/** Name, seat, and a link at the end; the office also chooses the organisation. */
export function InviteDrawer({ open, session, onClose }: { open: boolean; session: SessionView; onClose: () => void }) {
  const { t } = useTranslation(['identity', 'ui'])
  const invite = useInvite()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [place, setPlace] = useState<(Option & { kind?: string }) | null>(null)
  const [chosen, setChosen] = useState<StaffRole | ''>('')
  const [made, setMade] = useState<NewLink | null>(null)
  const { at, rest } = useFormErrors(invite.error, ['name', 'email'])

  const office = session.seat?.role === 'secretariat'
  const roles: readonly StaffRole[] = office ? (place ? (rolesOfKind[place.kind ?? ''] ?? []) : ['secretariat']) : besideOf(session.seat?.role as StaffRole)
  const role = chosen && roles.includes(chosen) ? chosen : roles[0]!

  const close = () => {
    setName('')
    setEmail('')
    setMade(null)
    invite.reset()
    onClose()
  }
  if (made) {
    return (
      <Drawer open={open} onClose={close} title={t('people.linkTitle', { name })}>
        <LinkShown made={made} />
      </Drawer>
    )
  }
  return (
    <Drawer
      open={open}
      onClose={close}
      title={t('people.inviteTitle')}
      note={t('people.inviteNote')}
      verb={t('people.inviteDo')}
      busy={invite.isPending}
      error={rest}
      onDo={() => invite.mutate({ role, organisationId: office ? (place?.value ?? null) : null, name, email: email.trim() || null }, { onSuccess: setMade })}
    >
      <div className={css.form}>
        {office && (
          <Combobox
            label={t('people.organisation')}
            hint={place ? undefined : session.seat?.allianceName}
            optional
            value={place}
            onChange={setPlace}
            search={async (text, signal) => (await findPlaces(text, signal)).rows.map((row) => ({ value: row.id, label: row.name, kind: row.kind }))}
          />
        )}
        <SelectField label={t('people.role')} none={null} value={role} onChange={(value) => setChosen(value as StaffRole)} options={roles.map((value) => ({ value, label: t(`ui:roles.${value}`) }))} />
        <TextField name="name" label={t('people.person')} value={name} onChange={setName} error={at.name} maxLength={50} />
        <TextField name="email" label={t('people.email')} hint={t('people.emailHint')} optional type="email" value={email} onChange={setEmail} error={at.email} maxLength={200} />
      </div>
    </Drawer>
  )
}
