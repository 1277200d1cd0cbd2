import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useSession } from '../../kernel/session.ts'
import { Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { IntroductionList } from './introductions/introduction-list.tsx'
import { AnswerProposals } from './proposals.tsx'

type Props = { problem: { id: string; kind: string; state: string } }

/** On the page of a technology need: what the matcher proposes, and the introductions there are. */
export function ProblemAnswers({ problem }: Props) {
  const { t } = useTranslation('technology')
  const role = useSession()?.seat?.role
  if (problem.kind !== 'technology' || role === 'student' || ['draft', 'submitted'].includes(problem.state)) return null
  return (
    <Stack>
      {role !== 'teacher' && role !== 'official' && (
        <Sheet title={t('answers.introductions')} aside={<Link href={`/answer-report?needId=${problem.id}`}>{t('answers.report')}</Link>}>
          <IntroductionList query={{ needId: problem.id }} />
        </Sheet>
      )}
      {['open', 'answered'].includes(problem.state) && <AnswerProposals needId={problem.id} />}
    </Stack>
  )
}
