import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Stack } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { ThingProps } from '../../inbox/things.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { ProblemFacts } from './problem-facts.tsx'
import { ProblemHistory } from './problem-history.tsx'
import { ProblemLine } from './problem-line.tsx'
import { Reason, Solution } from './problem-page.tsx'
import { useProblem } from './queries.ts'

/** In the inbox: the problem and the decision, without leaving the page. */
export default function ProblemSummary({ subjectId, onDone }: ThingProps) {
  const { t } = useTranslation('problems')
  const problem = useProblem(subjectId)
  return (
    <Loaded query={problem}>
      {(one) => (
        <Stack>
          <ProblemLine problem={one} plain />
          <Reason problem={one} />
          <DecisionBar problem={one} onDone={onDone} />
          {one.can.edit && <LinkButton kind="primary" icon="edit" href={`/problems/${one.id}/edit`}>{t('edit')}</LinkButton>}
          <Solution problem={one} level={3} />
          <ProblemFacts problem={one} whole={one.whole} level={3} />
          <Sheet title={t('record.history')} level={3}>
            <ProblemHistory needId={one.id} />
          </Sheet>
        </Stack>
      )}
    </Loaded>
  )
}
