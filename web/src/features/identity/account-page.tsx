import { useTranslation } from 'react-i18next'
import { useSession } from '../../kernel/session.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { PhonePage } from '../../ui/phone-page.tsx'
import { useAccount } from './account-queries.ts'
import { FactorSheet } from './account-factor.tsx'
import { OidcSheet, SeatsSheet, SessionsSheet } from './account-lists.tsx'
import { PasswordSheet } from './account-password.tsx'
import { PreferencesSheet } from './account-preferences.tsx'
import { useSignOut } from './queries.ts'

/** Everything about oneself, on the desk. */
export default function AccountPage() {
  const { t } = useTranslation(['identity', 'ui'])
  const query = useAccount()
  return (
    <Page title={t('account.title')} lead={query.data && `${query.data.name}　${query.data.login}`} narrow>
      <Loaded query={query}>
        {(account) => (
          <>
            {account.demo && <Banner>{t('account.demo')}</Banner>}
            <TwoColumns
              aside={
                <>
                  <SeatsSheet />
                  <OidcSheet account={account} />
                  <SessionsSheet />
                </>
              }
            >
              <PreferencesSheet key={account.email ?? ''} account={account} />
              <PasswordSheet account={account} />
              <FactorSheet account={account} />
            </TwoColumns>
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The same on a phone. */
export function StudentAccountPage() {
  const { t } = useTranslation(['identity', 'ui'])
  const query = useAccount()
  const session = useSession()
  const signOut = useSignOut()
  return (
    <PhonePage title={t('account.title')} back="/wishes" help="/my/help">
      <Loaded query={query}>
        {(account) => (
          <Stack>
            {account.demo && <Banner>{t('account.demo')}</Banner>}
            <PreferencesSheet key={account.email ?? ''} account={account} />
            <PasswordSheet account={account} />
            <FactorSheet account={account} />
            {session && session.seats.length > 1 && <SeatsSheet />}
            <OidcSheet account={account} />
            <SessionsSheet />
            <Button size="big" busy={signOut.isPending} onClick={() => signOut.mutate()}>
              {t('ui:signOut')}
            </Button>
          </Stack>
        )}
      </Loaded>
    </PhonePage>
  )
}
