import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { CertificateSheet } from '../certificate-sheet.tsx'
import { useCertificate } from '../queries.ts'

/** 聘书 on A4, with a code by which anybody checks it. */
export default function CertificatePage() {
  const { mentorshipId = '' } = useParams()
  const { t } = useTranslation('mentors')
  const certificate = useCertificate(mentorshipId)
  return (
    <Page
      narrow
      title={t('certificate.title')}
      crumbs={[{ label: t('certificate.back'), href: `/mentors/${mentorshipId}` }]}
      actions={
        <Button kind="primary" icon="print" onClick={() => print()}>
          {t('certificate.print')}
        </Button>
      }
    >
      <Loaded query={certificate}>{(one) => <CertificateSheet certificate={one} />}</Loaded>
    </Page>
  )
}
