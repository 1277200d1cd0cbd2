import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useSession } from '../../kernel/session.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { AllianceSheet } from './alliance-sheet.tsx'
import { ProfileSheet } from './organisation-sheets.tsx'
import { useOrganisation } from './queries.ts'
import { RepresentationSheet } from './representation-sheet.tsx'

/** 我的单位: filled in once, used everywhere; and the way into the alliance. */
export default function MyOrganisationPage() {
  const { t } = useTranslation('members')
  const [, navigate] = useLocation()
  const organisationId = useSession()?.seat?.organisationId
  const organisation = useOrganisation(organisationId)
  if (!organisationId) {
    return (
      <Page title={t('mine.title')}>
        <Empty action={<Link href="/members">{t('title')}</Link>}>{t('mine.none')}</Empty>
      </Page>
    )
  }
  return (
    <Loaded query={organisation}>
      {(one) => (
        <Page title={one.name} crumbs={[{ label: t('mine.title') }]} lead={t('mine.lead')}>
          <Stack>
            <AllianceSheet organisation={one} onBegun={(id) => navigate(`/members/${id}/application`)} />
            <ProfileSheet organisation={one} />
            <RepresentationSheet organisation={one} />
          </Stack>
        </Page>
      )}
    </Loaded>
  )
}
