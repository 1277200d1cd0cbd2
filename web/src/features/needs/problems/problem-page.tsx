import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Banner } from '../../../ui/banner.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { ProblemAnswers } from '../../technology/problem-answers.tsx'
import css from '../needs.module.css'
import { DecisionBar } from './decision-bar.tsx'
import { ProblemFacts } from './problem-facts.tsx'
import { ProblemFiles } from './problem-files.tsx'
import { ProblemHistory } from './problem-history.tsx'
import { ProblemLine } from './problem-line.tsx'
import { ProblemServices } from '../../services/problem-services.tsx'
import { useProblem, type ProblemView } from './queries.ts'

/** One technology or service need: where it stands, who acts next, what it asks, who answers, what happened. */
export default function ProblemPage() {
  const { needId = '' } = useParams()
  const problem = useProblem(needId)
  return <Loaded query={problem}>{(one) => <Problem problem={one} />}</Loaded>
}

function Problem({ problem }: { problem: ProblemView }) {
  const { t, i18n } = useTranslation('problems')
  const title = (i18n.language === 'en' && problem.titleEn) || problem.title
  return (
    <Page
      title={title}
      crumbs={[{ label: t(`kinds.${problem.kind}`), href: `/needs?tab=${problem.kind}` }, { label: problem.number }, { label: problem.organisationName, href: `/organisations/${problem.organisationId}` }]}
      lead={[problem.spokenByName && t('record.spokenBy', { name: problem.spokenByName }), problem.demo && t('record.demo')].filter(Boolean).join('　') || undefined}
      actions={
        problem.can.edit && (
          <LinkButton kind="primary" icon="edit" href={`/problems/${problem.id}/edit`}>
            {t('edit')}
          </LinkButton>
        )
      }
    >
      <Stack>
        <ProblemLine problem={problem} />
        <Reason problem={problem} />
        <DecisionBar problem={problem} />
      </Stack>
      <TwoColumns
        aside={
          <>
            <Sheet title={t('record.history')}>
              <ProblemHistory needId={problem.id} />
            </Sheet>
            <Sheet title={t('record.manager')}>
              <p>{problem.managerName ?? t('record.managerNobody')}</p>
            </Sheet>
          </>
        }
      >
        <Solution problem={problem} />
        {problem.kind === 'service' && problem.verifiedAt && <ProblemServices problem={problem} />}
        <ProblemFacts problem={problem} whole={problem.whole} />
        <ProblemAnswers problem={problem} />
        {problem.whole && (
          <Sheet title={t('record.files')} aside={<span className={css.shut}>{t('record.private')}</span>}>
            <ProblemFiles problem={problem} />
          </Sheet>
        )}
        {problem.granted.length > 0 && (
          <Sheet title={t('record.granted')}>
            <ul>
              {problem.granted.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Sheet>
        )}
      </TwoColumns>
    </Page>
  )
}

/** Why it was sent back, declined, or is open again: for the parties. */
export function Reason({ problem }: { problem: ProblemView }) {
  const { t } = useTranslation('problems')
  const { state, reason, declineCode } = problem
  if (state === 'declined' && declineCode) return <Banner>{t('record.declined', { code: t(`declineCodes.${declineCode}`), reason: reason ?? '' })}</Banner>
  if (!reason) return null
  if (state === 'draft') return <Banner>{t('record.returned', { reason })}</Banner>
  return state === 'open' ? <Banner>{t('record.notSolved', { reason })}</Banner> : null
}

export function Solution({ problem, level = 2 }: { problem: ProblemView; level?: 2 | 3 }) {
  const { t } = useTranslation('problems')
  const { day } = useFormat()
  if (!problem.solution) return null
  return (
    <Sheet level={level} title={t('record.solution')} aside={problem.solvedAt ? t('record.confirmed', { day: day(problem.solvedAt) }) : t('record.unconfirmed')}>
      <Facts
        facts={[
          [t('decide.solution'), <span key="solution" className={css.tasks}>{problem.solution}</span>],
          [t('decide.solutionBy'), problem.solutionByName ?? t('record.solutionOwn')],
        ]}
      />
    </Sheet>
  )
}
