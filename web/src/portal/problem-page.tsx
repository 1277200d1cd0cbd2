import type { ProblemPublicView } from '@silian/server/contract/portal'
import { DemoTag, Facts, PageTop, Part } from './parts.tsx'
import { ProblemState } from './problems-page.tsx'
import { useReader, Words } from './reader.tsx'

/** One need as anybody may read it: the question, where it stands, how it ended, and every step with its day. */
export function ProblemPage(view: ProblemPublicView) {
  const { t, f, href } = useReader()
  const ended = ['solved', 'declined', 'expired'].includes(view.state)
  return (
    <article>
      <PageTop
        back={ended ? { href: href('/needs/ended'), word: t('portal:problem.backEnded') } : { href: href('/needs'), word: t('portal:problem.back') }}
        title={
          <>
            <Words of={view.title} /> <DemoTag demo={view.demo} />
          </>
        }
        lead={view.organisationIsMember ? <a href={href(`/members/${view.organisationId}`)}><Words of={view.organisation} /></a> : <Words of={view.organisation} />}
      />
      <div className="w">
        <End view={view} />
        <Part title={t('portal:problem.question')}>
          <p className="prose">
            <Words of={view.description} />
          </p>
          {view.confidential && <p className="cap">{t('portal:problem.confidential')}</p>}
        </Part>
        <Part title={t('portal:problem.facts')}>
          <Facts
            rows={[
              [t('portal:problems.state'), <ProblemState key="state" row={view} />],
              view.family && [t('portal:problem.family'), t(`problems:families.${view.family as 'talent_training'}`)],
              view.presentValue && [t('portal:problem.present'), <Words key="present" of={view.presentValue} />],
              view.wantedValue && [t('portal:problem.wanted'), <Words key="wanted" of={view.wantedValue} />],
              view.fields.length > 0 && [t('portal:problems.field'), <span key="fields" lang={view.fields[0]!.lang}>{view.fields.map(({ text }) => text).join('、')}</span>],
              view.wantedBy && [t('portal:problem.wantedBy'), f.fullDay(view.wantedBy)],
              [t('portal:problem.validUntil'), f.fullDay(view.validUntil)],
            ]}
          />
          <p className="cap">{t('portal:problem.number', { number: view.number })}</p>
        </Part>
        <Part title={t('portal:problem.steps')}>
          <dl className="facts">
            {view.steps.map((step, at) => (
              <div key={at}>
                <dt>{f.fullDay(step.at)}</dt>
                <dd>{t(`problems:events.${eventOf(step) as 'opened'}`)}</dd>
              </div>
            ))}
          </dl>
        </Part>
        {!ended && (
          <Part title={t('portal:problem.how')}>
            <p className="prose">{t('portal:problem.howText')}</p>
            <p className="acts">
              <a className="btn pri" href={`/app/problems/${view.id}`}>
                {t('portal:nav.signIn')}
              </a>
            </p>
          </Part>
        )}
      </div>
    </article>
  )
}

function End({ view }: { view: ProblemPublicView }) {
  const { t } = useReader()
  if (view.state === 'declined' && view.declineCode) return <p className="prose">{t('portal:problem.declined', { reason: t(`problems:declineCodes.${view.declineCode as 'unclear'}`) })}</p>
  if (view.state === 'expired') return <p className="prose">{t('portal:problem.expired')}</p>
  if (!view.solution) return null
  return (
    <Part title={t('portal:problem.solution')}>
      <p className="prose">
        <Words of={view.solution} />
      </p>
      <p className="cap">{view.solutionBy ? t('portal:problem.solutionBy', { name: view.solutionBy.text }) : t('portal:problem.solutionOwn')}</p>
    </Part>
  )
}

const eventOf = ({ event, level, toldAuthority }: ProblemPublicView['steps'][number]) =>
  event === 'escalated' ? (level === 1 ? 'escalated1' : toldAuthority ? 'escalated2' : 'escalated2Nobody') : event === 'expired' && !toldAuthority ? 'expiredNobody' : event
