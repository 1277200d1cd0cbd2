import { downloadFile } from '@silian/server/contract/files'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../mentors.module.css'
import { useDraftContract, type Mentorship } from '../queries.ts'
import { PaperContractDialog, TermsDrawer } from './terms-drawer.tsx'

/** The contract: its terms first, then signed on line or on paper. Without one nobody is appointed. */
export function ContractSheet({ mentorship }: { mentorship: Mentorship }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const { fullDay } = useFormat()
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraftContract(mentorship.id)
  const [open, setOpen] = useState<'terms' | 'paper' | null>(null)
  const { can, contract, termFaults } = mentorship
  const onDraft = () =>
    draft.mutate(undefined, {
      onSuccess: ({ id }) => {
        toast(t('record.agreementDone'))
        navigate(`/agreements/${id}`)
      },
    })
  return (
    <Sheet title={t('record.contract')}>
      <div className={css.form}>
        <p>{contract.signedOn ? t('mentors:record.contractSigned', { day: fullDay(contract.signedOn) }) : t('mentors:record.contractNone')}</p>
        {termFaults.length > 0 && <p className={css.due}>{t('record.contractNeeds')}</p>}
        <p className={css.pair}>
          {can.terms && <Button kind={termFaults.length > 0 ? 'primary' : 'plain'} onClick={() => setOpen('terms')}>{t('record.termsEdit')}</Button>}
          {can.agreement && <Button busy={draft.isPending} onClick={onDraft}>{t('record.agreement')}</Button>}
          {can.contract && termFaults.length === 0 && <Button icon="upload" onClick={() => setOpen('paper')}>{t('record.paperContract')}</Button>}
          {contract.agreementId && <LinkButton href={`/agreements/${contract.agreementId}`}>{t('mentors:record.toAgreement')}</LinkButton>}
          {contract.file && (
            <a href={urlOf(downloadFile, { params: { fileId: contract.file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
              {contract.file.name}
            </a>
          )}
        </p>
        {draft.isError && <Refused error={draft.error} />}
      </div>
      {open === 'terms' && <TermsDrawer mentorship={mentorship} onClose={() => setOpen(null)} />}
      {open === 'paper' && <PaperContractDialog mentorshipId={mentorship.id} onClose={() => setOpen(null)} />}
    </Sheet>
  )
}
