import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { AllianceSheet } from './alliance-sheet.tsx'
import { ProfileSheet } from './organisation-sheets.tsx'
import { useOrganisation } from './queries.ts'
import { RepresentationSheet } from './representation-sheet.tsx'

/** An organisation, member or not: its profile, where it belongs, who speaks for it. */
export default function OrganisationPage() {
  const { t, i18n } = useTranslation('members')
  const { organisationId = '' } = useParams()
  const [, navigate] = useLocation()
  const organisation = useOrganisation(organisationId)
  return (
    <Loaded query={organisation}>
      {(one) => (
        <Page title={(i18n.language === 'en' && one.nameEn) || one.name} crumbs={[{ label: t('title'), href: '/members' }, { label: t(`kinds.${one.kind}`) }]}>
          <Stack>
            {organisation.isError && <Refused error={organisation.error} />}
            <AllianceSheet organisation={one} onBegun={(id) => navigate(`/members/${id}/application`)} />
            <ProfileSheet organisation={one} />
            <RepresentationSheet organisation={one} />
          </Stack>
        </Page>
      )}
    </Loaded>
  )
}
