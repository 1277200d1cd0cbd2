import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import css from './members.module.css'
import { useCertificate, type CertificateView } from './queries.ts'

/** 成员证书 on A4, with a code by which anybody checks it. */
export default function CertificatePage() {
  const { t } = useTranslation('members')
  const { membershipId = '' } = useParams()
  const certificate = useCertificate(membershipId)
  return (
    <Page
      narrow
      title={t('certificate.title')}
      crumbs={[{ label: t('certificate.back'), href: `/members/${membershipId}` }]}
      actions={
        <Button kind="primary" icon="print" onClick={() => print()}>
          {t('certificate.print')}
        </Button>
      }
    >
      <Loaded query={certificate}>{(one) => <Certificate certificate={one} />}</Loaded>
    </Page>
  )
}

function Certificate({ certificate }: { certificate: CertificateView }) {
  const { t, i18n } = useTranslation('members')
  const { fullDay } = useFormat()
  const english = i18n.language === 'en'
  const alliance = english ? certificate.allianceNameEn : certificate.allianceName
  const name = (english && certificate.organisationNameEn) || certificate.organisationName
  return (
    <>
      {certificate.state === 'suspended' && <Banner>{t('certificate.suspended')}</Banner>}
      <PrintSheet
        from={alliance}
        dated={fullDay(certificate.approvedOn)}
        title={t('certificate.title')}
        code={{ number: t('certificate.number', { number: certificate.number }), image: `data:image/svg+xml,${encodeURIComponent(certificate.qr)}`, alt: t('certificate.verify') }}
        seal={
          <>
            {alliance}
            <br />
            {fullDay(certificate.approvedOn)}
            <br />
            {t('certificate.seal')}
          </>
        }
      >
        <div className={css.certificate}>
          <p>{t('certificate.lead')}</p>
          <strong>{name}</strong>
          <p>{t('certificate.body', { alliance, seat: t(`seats.${certificate.seat}`) })}</p>
          <p>{t('certificate.since', { day: fullDay(certificate.approvedOn) })}</p>
          {certificate.uscc && <p className="dim">{t('certificate.uscc', { uscc: certificate.uscc })}</p>}
        </div>
      </PrintSheet>
    </>
  )
}
