import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { DealDecisions } from './deal-decide.tsx'
import { DealDialog } from './deal-dialog.tsx'
import { DealFacts, DealHistory, DealLine, RegistrationSheet } from './deal-parts.tsx'
import { MilestonesSheet, MoneySheet } from './money-sheets.tsx'
import { NoticeSheet, PaperSheet } from './paper-sheet.tsx'
import { ObjectionsSheet } from './objections-sheet.tsx'
import { useDeal, type DealView } from './queries.ts'

/** One technology contract: the paper, its registration, what was reached and paid, and what it brought. */
export default function DealPage() {
  const { dealId = '' } = useParams()
  const deal = useDeal(dealId)
  return <Loaded query={deal}>{(one) => <Deal deal={one} />}</Loaded>
}

function Deal({ deal }: { deal: DealView }) {
  const { t } = useTranslation('deals')
  const [editing, setEditing] = useState(false)
  return (
    <Page
      title={deal.title}
      crumbs={[{ label: t('title'), href: '/deals' }, { label: deal.number }]}
      lead={`${deal.providerName} → ${deal.clientName}`}
      actions={
        deal.can.edit && (
          <Button icon="edit" onClick={() => setEditing(true)}>
            {t('form.editTitle')}
          </Button>
        )
      }
    >
      <Stack>
        <DealLine deal={deal} />
        <DealDecisions deal={deal} />
      </Stack>
      <TwoColumns
        aside={
          <>
            <PaperSheet deal={deal} />
            <NoticeSheet deal={deal} />
            <ObjectionsSheet deal={deal} />
            <Sheet title={t('record.history')}>
              <DealHistory dealId={deal.id} />
            </Sheet>
          </>
        }
      >
        <DealFacts deal={deal} />
        <RegistrationSheet deal={deal} />
        <MilestonesSheet deal={deal} />
        <MoneySheet deal={deal} />
      </TwoColumns>
      {editing && <DealDialog introductionId={deal.introductionId} title={deal.title} deal={deal} onClose={() => setEditing(false)} />}
    </Page>
  )
}
