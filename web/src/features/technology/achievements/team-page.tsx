import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { IntroductionList } from '../introductions/introduction-list.tsx'
import { NeedProposals } from '../proposals.tsx'
import { useTeam, type TeamView } from '../queries.ts'
import { TeamDrawer } from './team-drawer.tsx'
import css from '../technology.module.css'

/** One team: what it can do, which needs it may answer, and what became of it. */
export default function TeamPage() {
  const { teamId = '' } = useParams()
  const team = useTeam(teamId)
  return <Loaded query={team}>{(one) => <Team team={one} />}</Loaded>
}

function Team({ team }: { team: TeamView }) {
  const { t, i18n } = useTranslation('technology')
  const [editing, setEditing] = useState(false)
  const role = useSession()?.seat?.role ?? ''
  const english = i18n.language === 'en'
  const { joined } = useFormat()
  const part = !['student', 'teacher', 'official', 'mentor'].includes(role)
  return (
    <Page
      title={(english && team.nameEn) || team.name}
      crumbs={[{ label: t('tabs.teams'), href: '/achievements?tab=teams' }, { label: team.number }, { label: team.organisationName, href: `/organisations/${team.organisationId}` }]}
      lead={[team.state === 'withdrawn' && t('team.withdrawn'), team.demo && t('record.demo')].filter(Boolean).join('　') || undefined}
      actions={
        team.can.edit && (
          <Button kind="primary" icon="edit" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      <TwoColumns
        aside={
          part && (
            <Sheet title={t('record.introductions')} aside={<Link href={`/answer-report?teamId=${team.id}`}>{t('record.said')}</Link>}>
              <IntroductionList query={{ teamId: team.id }} />
            </Sheet>
          )
        }
      >
        <Sheet title={t('columns.abilities')}>
          <p className={css.text}>{(english && team.abilitiesEn) || team.abilities}</p>
          <Facts
            facts={[
              [t('columns.leader'), team.leaderName],
              [t('columns.headcount'), team.headcount],
              [t('columns.fields'), joined(team.fields.map((field) => field.name ?? field.code))],
            ]}
          />
        </Sheet>
        {team.state === 'open' && <NeedProposals of={{ teamId: team.id }} />}
      </TwoColumns>
      {editing && <TeamDrawer team={team} onClose={() => setEditing(false)} />}
    </Page>
  )
}
