import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { CertificateSheet } from '../certificate-sheet.tsx'
import { useCertificate } from '../queries.ts'

/** One's own certificate, to show or to print. */
export default function CertificatePage() {
  const { mentorshipId = '' } = useParams()
  const { t } = useTranslation('mentors')
  const certificate = useCertificate(mentorshipId)
  return (
    <PhonePage
      title={t('certificate.title')}
      back={`/my/mentoring/${mentorshipId}`}
      foot={
        <Button size="big" onClick={() => print()}>
          {t('certificate.print')}
        </Button>
      }
    >
      <Loaded query={certificate}>{(one) => <CertificateSheet certificate={one} />}</Loaded>
    </PhonePage>
  )
}
