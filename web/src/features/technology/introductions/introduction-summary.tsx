import { Loaded } from '../../../ui/loaded.tsx'
import { Stack } from '../../../ui/page.tsx'
import type { ThingProps } from '../../inbox/things.tsx'
import { IntroductionDecisions } from './introduction-decide.tsx'
import { IntroductionLine, Outcome, Parties, Why } from './introduction-parts.tsx'
import { useIntroduction } from './queries.ts'

/** In the inbox: the introduction and the answer to it, without leaving the page. */
export default function IntroductionSummary({ subjectId, onDone }: ThingProps) {
  const introduction = useIntroduction(subjectId)
  return (
    <Loaded query={introduction}>
      {(one) => (
        <Stack>
          <IntroductionLine introduction={one} plain />
          <Outcome introduction={one} />
          <IntroductionDecisions introduction={one} onDone={onDone} />
          <Parties introduction={one} level={3} />
          <Why introduction={one} level={3} />
        </Stack>
      )}
    </Loaded>
  )
}
