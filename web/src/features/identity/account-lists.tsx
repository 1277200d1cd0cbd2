import type { AccountView } from '@silian/server/contract/identity/account'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useEndOneSession, useEndOtherSessions, useMySessions, useUnlinkOidc } from './account-queries.ts'
import { deviceName } from './device-name.ts'
import css from './identity.module.css'
import { OidcButton } from './oidc-button.tsx'
import { useTakeSeat } from './queries.ts'

export function SeatsSheet() {
  const { t } = useTranslation(['identity', 'ui'])
  const session = useSession()
  const take = useTakeSeat()
  return (
    <Sheet title={t('account.seats')}>
      <p className="small mut">{t('account.seatNote')}</p>
      {take.isError && <Refused error={take.error} />}
      <ul>
        {session?.seats.map((seat) => (
          <li key={seat.id} className={css.row}>
            <div>
              <b>{seat.organisationName ?? seat.allianceName}</b>
              <p>{t(`ui:roles.${seat.role as 'secretariat'}`)}</p>
            </div>
            {seat.id === session.seat?.id ? (
              <StateMark mood="now">{t('account.seatNow')}</StateMark>
            ) : (
              <Button busy={take.isPending} onClick={() => take.mutate(seat.id)}>
                {t('account.seatTake')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

export function SessionsSheet() {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const toast = useToast()
  const query = useMySessions()
  const endOne = useEndOneSession()
  const endOthers = useEndOtherSessions()
  const done = (count: number) => toast(t('account.ended', { count }))
  return (
    <Sheet title={t('account.sessions')}>
      <Loaded query={query} rows={2}>
        {({ rows }) => (
          <>
            {(endOne.error ?? endOthers.error) && <Refused error={endOne.error ?? endOthers.error} />}
            <ul>
              {rows.map((row) => (
                <li key={row.id} className={css.row}>
                  <div>
                    <b>{deviceName(row.userAgent) ?? t('account.unknownDevice')}</b>
                    <p>{t('account.lastSeen', { time: format.stamp(row.lastSeenAt) })}</p>
                    <p>{t('account.from', { time: format.stamp(row.createdAt), address: row.address })}</p>
                  </div>
                  {row.current ? (
                    <StateMark mood="now">{t('account.thisDevice')}</StateMark>
                  ) : (
                    <Button onClick={() => endOne.mutate(row.id, { onSuccess: () => done(1) })}>{t('account.end')}</Button>
                  )}
                </li>
              ))}
            </ul>
            {rows.length > 2 && (
              <Button busy={endOthers.isPending} onClick={() => endOthers.mutate(undefined, { onSuccess: ({ sessionsEnded }) => done(sessionsEnded) })}>
                {t('account.endOthers')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Sheet>
  )
}

export function OidcSheet({ account }: { account: AccountView }) {
  const { t } = useTranslation('identity')
  const toast = useToast()
  const unlink = useUnlinkOidc()
  if (!account.oidc || account.demo) return null
  const { name, linked } = account.oidc
  return (
    <Sheet title={t('account.oidc')}>
      <div className={css.form}>
        <p>{linked ? t('account.oidcLinked', { name }) : t('account.oidcNot', { name })}</p>
        {unlink.isError && <Refused error={unlink.error} />}
        <div>
          {linked ? (
            <Button size="form" busy={unlink.isPending} onClick={() => unlink.mutate(undefined, { onSuccess: () => toast(t('account.unlinked')) })}>
              {t('account.oidcUnlink')}
            </Button>
          ) : (
            <OidcButton purpose="link">{t('account.oidcLink', { name })}</OidcButton>
          )}
        </div>
      </div>
    </Sheet>
  )
}
