import { staffRoles, type NewLink } from '@silian/server/contract/identity/invitations'
import type { SeatRow } from '@silian/server/contract/identity/seats'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import type { SessionView } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './identity.module.css'
import { LinkShown } from './link-shown.tsx'
import { useOfferWayBack, useRevokeSeat, useSeats } from './people-queries.ts'

type Doing = { what: 'revoke' | 'way-back'; seat: SeatRow }

export function SeatsTab({ session }: { session: SessionView }) {
  const { t } = useTranslation(['identity', 'ui'])
  const format = useFormat()
  const list = useListState()
  const query = useSeats(list)
  const [doing, setDoing] = useState<Doing | null>(null)
  const office = session.seat?.role === 'secretariat'

  const filters: Filter[] = [
    { key: 'q', label: t('people.q'), kind: 'text' },
    ...(office ? [{ key: 'role', label: t('people.role'), kind: 'select', options: staffRoles.map((value) => ({ value, label: t(`ui:roles.${value}`) })) } as const] : []),
  ]
  const columns: Column<SeatRow>[] = [
    {
      key: 'name',
      title: t('people.person'),
      cell: (row) => (
        <>
          <span className={css.who}>
            {row.name}
            {row.own && <small className="dim">{t('people.me')}</small>}
            {row.demo && <small className="dim">{t('people.demo')}</small>}
          </span>
          <small translate="no">{row.login}</small>
        </>
      ),
    },
    {
      key: 'seat',
      title: t('people.role'),
      cell: (row) => (
        <>
          {t(`ui:roles.${row.role as 'secretariat'}`)}
          {office && <small>{row.organisationName ?? row.allianceName}</small>}
        </>
      ),
    },
    { key: 'factor', title: t('people.factor'), desk: true, cell: (row) => <StateMark mood={row.secondFactor ? 'done' : 'waits'}>{t(row.secondFactor ? 'people.factorYes' : 'people.factorNo')}</StateMark> },
    { key: 'seen', title: t('people.lastSeen'), desk: true, cell: (row) => (row.lastSeenAt ? <span className="nw">{format.stamp(row.lastSeenAt)}</span> : <span className="dim">{t('people.never')}</span>) },
    { key: 'since', title: t('people.since'), spare: true, cell: (row) => format.day(row.grantedAt) },
    {
      key: 'deeds',
      title: t('people.deeds'),
      cell: (row) => (
        <span className={css.ways}>
          {row.can.wayBack && <Button kind="text" onClick={() => setDoing({ what: 'way-back', seat: row })}>{t('people.wayBack')}</Button>}
          {row.can.revoke && <Button kind="text" onClick={() => setDoing({ what: 'revoke', seat: row })}>{t('people.revoke')}</Button>}
        </span>
      ),
    },
  ]
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={query}>
        {({ rows, total }) => (
          <DataTable
            name="seats"
            caption={t('people.tabSeats')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            list={list}
            total={total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('people.none')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {doing?.what === 'revoke' && <RevokeDialog seat={doing.seat} onClose={() => setDoing(null)} />}
      {doing?.what === 'way-back' && <WayBackDialog seat={doing.seat} onClose={() => setDoing(null)} />}
    </>
  )
}

function RevokeDialog({ seat, onClose }: { seat: SeatRow; onClose: () => void }) {
  const { t } = useTranslation(['identity', 'ui'])
  const toast = useToast()
  const revoke = useRevokeSeat()
  const title = t('people.revokeTitle', { name: seat.name, seat: `${seat.organisationName ?? seat.allianceName} · ${t(`ui:roles.${seat.role as 'secretariat'}`)}` })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      note={t('people.revokeNote')}
      verb={t('people.revoke')}
      kind="risk"
      busy={revoke.isPending}
      error={revoke.error}
      onDo={() =>
        revoke.mutate(seat.id, {
          onSuccess: () => {
            toast(t('people.revoked', { name: seat.name }))
            onClose()
          },
        })
      }
    />
  )
}

function WayBackDialog({ seat, onClose }: { seat: SeatRow; onClose: () => void }) {
  const { t } = useTranslation('identity')
  const offer = useOfferWayBack()
  const [made, setMade] = useState<NewLink | null>(null)
  if (made) {
    return (
      <Dialog open onClose={onClose} title={t('people.linkTitle', { name: seat.name })}>
        <LinkShown made={made} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.wayBackTitle', { name: seat.name })}
      verb={t('people.wayBackDo')}
      busy={offer.isPending}
      error={offer.error}
      onDo={() => offer.mutate(seat.id, { onSuccess: setMade })}
    >
      <p>{t('people.wayBackNote')}</p>
    </Dialog>
  )
}
