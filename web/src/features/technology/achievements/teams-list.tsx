import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../kernel/session.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { NumberField, TextArea, TextField, type Option } from '../../../ui/inputs.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { findOrganisations } from '../../needs/problems/queries.ts'
import { offerers } from '../moods.ts'
import { useSaveTeam, useTeams, type TeamQuery, type TeamView } from '../queries.ts'
import css from '../technology.module.css'
import { FieldsPicker } from './fields-picker.tsx'

/** Teams that answer needs: who they are and what they can do. */
export function TeamsList() {
  const { t, i18n } = useTranslation('technology')
  const list = useListState()
  const [editing, setEditing] = useState<TeamView | 'new' | null>(null)
  const offers = offerers.includes(useSession()?.seat?.role ?? '')
  const filters: Filter[] = [
    { key: 'q', label: t('filters.teamQ'), kind: 'text' },
    { key: 'fieldCode', label: t('filters.fieldCode'), kind: 'text' },
    ...(offers ? ([{ key: 'mine', label: t('filters.mine'), kind: 'select', options: [{ value: 'true', label: t('filters.mineOnly') }] }] as const) : []),
  ]
  const english = i18n.language === 'en'
  const columns: Column<TeamView>[] = [
    {
      key: 'name', title: t('columns.team'), width: '16rem',
      cell: (row) => (
        <span className={css.title}>
          {(english && row.nameEn) || row.name}
          <small>{row.organisationName}</small>
          {row.state === 'withdrawn' && <small className={css.small}>{t('team.withdrawn')}</small>}
        </span>
      ),
    },
    { key: 'abilities', title: t('columns.abilities'), cell: (row) => (english && row.abilitiesEn) || row.abilities },
    { key: 'organisation', title: t('columns.organisation'), cell: (row) => row.organisationName, desk: true },
    { key: 'leader', title: t('columns.leader'), cell: (row) => row.leaderName, desk: true },
    { key: 'headcount', title: t('columns.headcount'), cell: (row) => row.headcount ?? t('unknown'), number: true, desk: true },
    { key: 'fields', title: t('columns.fields'), cell: (row) => row.fields.map((field) => field.name ?? field.code).join('、') || t('unknown'), desk: true },
    { key: 'number', title: t('columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true, spare: true },
    ...(offers ? [{ key: 'edit', title: t('edit'), cell: (row: TeamView) => row.can.edit && <Button kind="text" onClick={() => setEditing(row)}>{t('edit')}</Button> }] : []),
  ]
  const teams = useTeams(list.query as TeamQuery)
  const write = offers && (
    <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
      {t('writeTeam')}
    </Button>
  )
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={teams} rows={8}>
        {(data) => (
          <DataTable name="teams" caption={t('tabs.teams')} columns={columns} rows={data.rows} rowKey={(row) => row.id} list={list} total={data.total} tools={write} empty={<NothingFound filters={filters} list={list}><Empty action={write}>{t('emptyTeams')}</Empty></NothingFound>} />
        )}
      </Loaded>
      {editing && <TeamDrawer team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function TeamDrawer({ team, onClose }: { team: TeamView | null; onClose: () => void }) {
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
