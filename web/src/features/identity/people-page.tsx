import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../kernel/session.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Tabs, useTab } from '../../ui/tabs.tsx'
import css from './identity.module.css'
import { InvitationsTab } from './invitations-tab.tsx'
import { InviteDrawer } from './invite-drawer.tsx'
import { useInvitations } from './people-queries.ts'
import { SeatsTab } from './seats-tab.tsx'

/** Who may act for whom; the office sees all, a contact the own organisation. */
export default function PeoplePage() {
  const { t } = useTranslation('identity')
  const session = useSession()
  const waiting = useInvitations({ page: 1, size: 20 })
  const [inviting, setInviting] = useState(false)
  const tabs = [
    { key: 'seats', label: t('people.tabSeats') },
    { key: 'invitations', label: t('people.tabInvitations'), count: waiting.data?.total },
  ] as const
  const tab = useTab(tabs)
  if (!session) return null
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        <>
          {session.seat?.role === 'school_contact' && <LinkButton href="/student-codes">{t('codes.title')}</LinkButton>}
          <Button kind="primary" icon="plus" onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        </>
      }
    >
      <Tabs tabs={tabs} current={tab} label={t('people.title')} />
      <Sheet flush className={css.under}>
        {tab === 'seats' ? <SeatsTab session={session} /> : <InvitationsTab onInvite={() => setInviting(true)} />}
      </Sheet>
      <InviteDrawer open={inviting} session={session} onClose={() => setInviting(false)} />
    </Page>
  )
}
