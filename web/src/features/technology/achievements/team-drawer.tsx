import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../kernel/session.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { CheckField } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { NumberField, TextArea, TextField, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { findOrganisations } from '../../needs/problems/queries.ts'
import { useSaveTeam, type TeamView } from '../queries.ts'
import { FieldsPicker } from './fields-picker.tsx'

export function TeamDrawer({ team, onClose }: { team: TeamView | null; onClose: () => void }) {
  const { t } = useTranslation('technology')
  const toast = useToast()
  const save = useSaveTeam()
  const faults = useIssues(save.error)
  const office = useSession()?.seat?.role === 'secretariat' && !team
  const [house, setHouse] = useState<Option | null>(null)
  const [name, setName] = useState(team?.name ?? '')
  const [nameEn, setNameEn] = useState(team?.nameEn ?? '')
  const [leaderName, setLeader] = useState(team?.leaderName ?? '')
  const [headcount, setHeadcount] = useState<number | null>(team?.headcount ?? null)
  const [abilities, setAbilities] = useState(team?.abilities ?? '')
  const [fields, setFields] = useState<Option[]>(team?.fields.map((field) => ({ value: field.code, label: field.name ?? field.code })) ?? [])
  const [shown, setShown] = useState(team?.state !== 'withdrawn')
  const onDo = () =>
    save.mutate(
      { known: team, organisationId: house?.value, body: { name, nameEn: nameEn || null, leaderName, headcount, abilities, abilitiesEn: team?.abilitiesEn ?? null, fieldCodes: fields.map(({ value }) => value), state: shown ? 'open' : 'withdrawn' } },
      {
        onSuccess: () => {
          toast(t('team.saved'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t(team ? 'team.edit' : 'team.newTitle')} verb={t(team ? 'edit' : 'writeTeam')} onDo={onDo} busy={save.isPending} error={save.error}>
      {office && <Combobox label={t('form.fields.organisation')} value={house} error={faults['organisationId']} search={findOrganisations} onChange={setHouse} />}
      <TextField name="name" label={t('team.name')} value={name} maxLength={100} error={faults['name']} onChange={setName} />
      <FieldRow>
        <TextField name="leaderName" label={t('team.leader')} value={leaderName} maxLength={60} error={faults['leaderName']} onChange={setLeader} />
        <NumberField name="headcount" label={t('team.headcount')} optional value={headcount} error={faults['headcount']} onChange={setHeadcount} />
      </FieldRow>
      <TextArea name="abilities" label={t('team.abilities')} hint={t('team.abilitiesHint')} rows={5} most={2000} value={abilities} error={faults['abilities']} onChange={setAbilities} />
      <FieldsPicker fields={fields} onChange={setFields} optional />
      <TextField name="nameEn" label={t('team.nameEn')} optional value={nameEn} maxLength={200} onChange={setNameEn} />
      {team && <CheckField label={t('team.reopen')} checked={shown} onChange={setShown} />}
    </Drawer>
  )
}
