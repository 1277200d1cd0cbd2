import { useState } from 'react'
import { Loaded } from '../../ui/loaded.tsx'
import { Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { ThingProps } from '../inbox/things.tsx'
import { AgreementDecisions } from './agreement-decide.tsx'
import { AgreementFacts, AgreementLine, PartiesSheet } from './agreement-parts.tsx'
import { AgreementText } from './agreement-text.tsx'
import { useAgreement, type AgreementView, type PartyView } from './queries.ts'
import { SignDialog } from './sign-dialog.tsx'
import { SlipDialog } from './slip-dialog.tsx'

/** In the inbox: the words, who has signed, and the next step, without leaving the page. */
export default function AgreementSummary({ subjectId, onDone }: ThingProps) {
  const agreement = useAgreement(subjectId)
  return <Loaded query={agreement}>{(one) => <Summary agreement={one} onDone={onDone} />}</Loaded>
}

function Summary({ agreement, onDone }: { agreement: AgreementView; onDone: () => void }) {
  const [signing, setSigning] = useState<PartyView | null>(null)
  const [handing, setHanding] = useState<PartyView | null>(null)
  return (
    <Stack>
      <AgreementLine agreement={agreement} plain />
      <PartiesSheet agreement={agreement} level={3} onSign={setSigning} onHandOver={setHanding} />
      <AgreementDecisions agreement={agreement} onDone={onDone} />
      <Sheet level={3}>
        <AgreementText text={agreement.text} />
      </Sheet>
      <AgreementFacts agreement={agreement} level={3} />
      {signing && <SignDialog agreement={agreement} party={signing} onClose={() => setSigning(null)} onDone={onDone} />}
      {handing && <SlipDialog agreement={agreement} party={handing} onClose={() => setHanding(null)} />}
    </Stack>
  )
}
