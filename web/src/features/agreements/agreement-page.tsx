import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Redirect, useParams } from 'wouter'
import { getPaper } from '@silian/server/contract/agreements'
import { urlOf } from '../../kernel/api.ts'
import { useSession } from '../../kernel/session.ts'
import { AnchorButton, Button, LinkButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { RuleBlock } from '../../ui/rule-block.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { AgreementDecisions } from './agreement-decide.tsx'
import { AgreementFacts, AgreementHistory, AgreementLine, PartiesSheet, ScansSheet } from './agreement-parts.tsx'
import { AgreementText } from './agreement-text.tsx'
import css from './agreements.module.css'
import { useFaultWords } from './fault-words.ts'
import { useAgreement, type AgreementView, type PartyView } from './queries.ts'
import { ScanDrawer } from './scan-drawer.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { SlipDialog } from './slip-dialog.tsx'

/** One agreement: its words, who has signed, its papers, and what became of it. */
export default function AgreementPage() {
  const { agreementId = '' } = useParams()
  const role = useSession()?.seat?.role
  const agreement = useAgreement(agreementId)
  // Those who work on a telephone have a page of their own.
  if (role === 'student' || role === 'mentor') return <Redirect to={`/my/agreements/${agreementId}`} replace />
  return <Loaded query={agreement}>{(one) => <Agreement key={one.id} agreement={one} />}</Loaded>
}

function Agreement({ agreement }: { agreement: AgreementView }) {
  const { t } = useTranslation('agreements')
  const faultWords = useFaultWords(agreement.sections)
  const [signing, setSigning] = useState<PartyView | null>(null)
  const [handing, setHanding] = useState<PartyView | null>(null)
  const [bringing, setBringing] = useState(false)
  const draft = agreement.state === 'draft'
  return (
    <Page
      title={agreement.title}
      crumbs={[{ label: t('title'), href: '/agreements' }, { label: agreement.number }]}
      lead={agreement.parties.map(({ name }) => name).join('、')}
      actions={
        <>
          {agreement.can.edit && (
            <LinkButton icon="edit" href={`/agreements/${agreement.id}/edit`}>
              {t('actions.edit')}
            </LinkButton>
          )}
          {agreement.can.scan && (
            <Button icon="upload" onClick={() => setBringing(true)}>
              {t('actions.scan')}
            </Button>
          )}
          {agreement.can.print && (
            <AnchorButton icon="print" href={urlOf(getPaper, { params: { agreementId: agreement.id } })} target="_blank" rel="noreferrer">
              {t('actions.print')}
            </AnchorButton>
          )}
        </>
      }
    >
      <Stack>
        <AgreementLine agreement={agreement} />
        {draft && agreement.faults.length > 0 && (
          <Sheet title={t('record.faults')}>
            <ul className={css.faults}>
              {agreement.faults.map((fault) => (
                <li key={fault.path.join('.') + fault.code}>{agreement.can.edit ? <Link href={`/agreements/${agreement.id}/edit`}>{faultWords(fault)}</Link> : faultWords(fault)}</li>
              ))}
            </ul>
          </Sheet>
        )}
        {agreement.warnings.map(({ rule }) => (
          <RuleBlock key={rule} tone="asks" unread title={t(`record.warning.r${rule.replace('.', '_') as '1_17'}`)} />
        ))}
        <AgreementDecisions agreement={agreement} />
      </Stack>
      <TwoColumns
        aside={
          <>
            <PartiesSheet agreement={agreement} onSign={setSigning} onHandOver={setHanding} />
            <AgreementFacts agreement={agreement} />
            <ScansSheet agreement={agreement} />
            <Sheet title={t('record.history')}>
              <AgreementHistory agreementId={agreement.id} />
            </Sheet>
          </>
        }
      >
        <Sheet title={t(draft ? 'record.preview' : 'record.text')}>
          <AgreementText text={agreement.text} />
        </Sheet>
      </TwoColumns>
      {signing && <SignDialog agreement={agreement} party={signing} onClose={() => setSigning(null)} />}
      {handing && <SlipDialog agreement={agreement} party={handing} onClose={() => setHanding(null)} />}
      {bringing && <ScanDrawer onClose={() => setBringing(false)} />}
    </Page>
  )
}
