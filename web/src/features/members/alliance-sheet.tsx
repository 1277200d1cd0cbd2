import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import css from './members.module.css'
import { isEnded } from './membership-line.tsx'
import { moods } from './moods.ts'
import { useAlliances, useBegin, type OrganisationView } from './queries.ts'

/** Each alliance, and how this organisation stands to it; the way in where there is one. */
export function AllianceSheet({ organisation, onBegun }: { organisation: OrganisationView; onBegun: (membershipId: string) => void }) {
  const { t, i18n } = useTranslation('members')
  const alliances = useAlliances()
  const begin = useBegin()
  const nameOf = (one: { name: string; nameEn: string }) => (i18n.language === 'en' ? one.nameEn : one.name)
  // The last one counts: who left may come back.
  const memberships = new Map(organisation.memberships.map((one) => [one.allianceId, one]))

  return (
    <Sheet title={t('record.memberships')}>
      {begin.isError && <Refused error={begin.error} />}
      <Loaded query={alliances} rows={2}>
        {(data) => (
          <ul className={css.rows}>
            {data.alliances.map((alliance) => {
              const membership = memberships.get(alliance.id)
              const mayApply = organisation.can.apply && (!membership || (isEnded(membership.state) && membership.state !== 'suspended'))
              return (
                <li key={alliance.id}>
                  <span>
                    {membership ? <Link href={`/members/${membership.id}`}>{nameOf(alliance)}</Link> : nameOf(alliance)}{' '}
                    <span className="dim small">{t('mine.membersCount', { count: alliance.members })}</span>
                  </span>
                  {membership && (
                    <>
                      <span className="small">{t(`seats.${membership.seat}`)}</span>
                      <StateMark mood={moods[membership.state]}>{t(`states.${membership.state}`)}</StateMark>
                      {membership.state === 'draft' && organisation.can.apply && <Link href={`/members/${membership.id}/application`}>{t('mine.continueDraft')}</Link>}
                      {membership.certificateNumber && <span className="small dim">{membership.certificateNumber}</span>}
                    </>
                  )}
                  {mayApply && (
                    <Button kind="primary" busy={begin.isPending} onClick={() => begin.mutate({ allianceId: alliance.id, organisationId: organisation.id }, { onSuccess: ({ id }) => onBegun(id) })}>
                      {t('mine.apply')}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
    </Sheet>
  )
}
