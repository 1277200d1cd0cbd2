import { Loaded } from '../../../ui/loaded.tsx'
import { Stack } from '../../../ui/page.tsx'
import type { ThingProps } from '../../inbox/things.tsx'
import { DealDecisions } from './deal-decide.tsx'
import { DealFacts, DealLine, RegistrationSheet } from './deal-parts.tsx'
import { useDeal } from './queries.ts'

/** In the inbox: the contract and the next step, without leaving the page. */
export default function DealSummary({ subjectId, onDone }: ThingProps) {
  const deal = useDeal(subjectId)
  return (
    <Loaded query={deal}>
      {(one) => (
        <Stack>
          <DealLine deal={one} plain />
          <DealDecisions deal={one} onDone={onDone} />
          <DealFacts deal={one} level={3} />
          <RegistrationSheet deal={one} />
        </Stack>
      )}
    </Loaded>
  )
}
