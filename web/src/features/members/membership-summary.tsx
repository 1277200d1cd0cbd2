import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { ThingProps } from '../inbox/things.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { MembershipHistory } from './membership-history.tsx'
import { MembershipLine } from './membership-line.tsx'
import { ApplicationFacts, ApplicationFiles } from './membership-parts.tsx'
import { OrganisationFacts } from './organisation-facts.tsx'
import { useMembership, useOrganisation } from './queries.ts'

/** In the inbox: the application, what is known of the applicant, and the decision, without leaving the page. */
export default function MembershipSummary({ subjectId, onDone }: ThingProps) {
  const { t } = useTranslation('members')
  const membership = useMembership(subjectId)
  const organisation = useOrganisation(membership.data?.organisation.id)
  return (
    <Loaded query={membership}>
      {(one) => (
        <Stack>
          <MembershipLine membership={one} plain />
          <DecisionBar membership={one} onDone={onDone} />
          <Sheet title={t('record.application')} level={3}>
            <ApplicationFacts membership={one} />
            {one.files.length > 0 && <ApplicationFiles membership={one} />}
          </Sheet>
          {organisation.data && (
            <Sheet title={t('record.profile')} level={3}>
              <OrganisationFacts organisation={organisation.data} />
            </Sheet>
          )}
          {one.can.readHistory && (
            <Sheet title={t('record.history')} level={3}>
              <MembershipHistory membershipId={one.id} />
            </Sheet>
          )}
        </Stack>
      )}
    </Loaded>
  )
}
