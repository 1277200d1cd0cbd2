import type { InvitationRow, NewLink } from '@silian/server/contract/identity/invitations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded, Refused } from '../../ui/loaded.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './identity.module.css'
import { LinkShown } from './link-shown.tsx'
import { useInvitations, useRenew, useWithdraw } from './people-queries.ts'

/** Links that are out and not used: send again, or withdraw. */
export function InvitationsTab({ onInvite }: { onInvite: () => void }) {
  const { t } = useTranslation(['identity', 'ui'])
  const format = useFormat()
  const list = useListState()
  const query = useInvitations(list)
  const renew = useRenew()
  const [withdrawing, setWithdrawing] = useState<InvitationRow | null>(null)
  const [made, setMade] = useState<{ link: NewLink; name: string } | null>(null)

  const columns: Column<InvitationRow>[] = [
    {
      key: 'name',
      title: t('people.person'),
      cell: (row) => (
        <>
          {row.name}
          <small>{row.email ?? t(row.kind === 'seat' ? 'people.kindSeat' : 'people.kindBack')}</small>
        </>
      ),
    },
    {
      key: 'seat',
      title: t('people.role'),
      cell: (row) => (
        <>
          {t(`ui:roles.${row.role as 'secretariat'}`)}
          <small>{row.organisationName ?? row.allianceName}</small>
        </>
      ),
    },
    { key: 'expires', title: t('people.expires'), cell: (row) => (row.expired ? <StateMark mood="gone">{t('people.expired')}</StateMark> : <span className="nw">{format.stamp(row.expiresAt)}</span>) },
    { key: 'by', title: t('people.invitedBy'), desk: true, cell: (row) => row.invitedByName ?? '—' },
    {
      key: 'deeds',
      title: t('people.deeds'),
      cell: (row) => (
        <span className={css.ways}>
          <Button kind="text" busy={renew.isPending && renew.variables === row.id} onClick={() => renew.mutate(row.id, { onSuccess: (link) => setMade({ link, name: row.name }) })}>
            {t('people.renew')}
          </Button>
          <Button kind="text" onClick={() => setWithdrawing(row)}>
            {t('people.withdraw')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <>
      {renew.isError && <Refused error={renew.error} />}
      <Loaded query={query}>
        {({ rows, total }) => (
          <DataTable
            name="invitations"
            caption={t('people.tabInvitations')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            list={list}
            total={total}
            empty={<Empty action={<Button kind="primary" onClick={onInvite}>{t('people.invite')}</Button>}>{t('people.noInvitations')}</Empty>}
          />
        )}
      </Loaded>
      {withdrawing && <WithdrawDialog invitation={withdrawing} onClose={() => setWithdrawing(null)} />}
      {made && (
        <Dialog open onClose={() => setMade(null)} title={t('people.linkTitle', { name: made.name })}>
          <LinkShown made={made.link} />
        </Dialog>
      )}
    </>
  )
}

function WithdrawDialog({ invitation, onClose }: { invitation: InvitationRow; onClose: () => void }) {
  const { t } = useTranslation('identity')
  const toast = useToast()
  const withdraw = useWithdraw()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.withdrawTitle', { name: invitation.name })}
      note={t('people.withdrawNote')}
      verb={t('people.withdraw')}
      kind="risk"
      busy={withdraw.isPending}
      error={withdraw.error}
      onDo={() =>
        withdraw.mutate(invitation.id, {
          onSuccess: () => {
            toast(t('people.withdrawn'))
            onClose()
          },
        })
      }
    />
  )
}
