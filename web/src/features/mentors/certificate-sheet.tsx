import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Banner } from '../../ui/banner.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import css from './mentors.module.css'
import type { Certificate } from './queries.ts'

/** 聘书, on A4: number, code, seal. */
export function CertificateSheet({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('mentors')
  const { fullDay } = useFormat()
  const { mentorName, employerName, schoolName, title, startsOn, endsOn, appointedOn } = certificate
  return (
    <>
      {certificate.state === 'ended' && <Banner>{t('certificate.ended')}</Banner>}
      <PrintSheet
        from={schoolName}
        dated={t('certificate.number', { number: certificate.number })}
        title={t('certificate.title')}
        code={{ number: t('certificate.code', { code: certificate.code }), image: `data:image/svg+xml,${encodeURIComponent(certificate.qr)}`, alt: t('certificate.check') }}
        seal={
          <>
            {schoolName}
            <br />
            {fullDay(appointedOn)}
            <br />
            {t('certificate.seal')}
          </>
        }
      >
        <div className={css.certificate}>
          <strong>{mentorName}</strong>
          <p>{t('certificate.body', { mentor: mentorName, employer: employerName, title, from: fullDay(startsOn), to: fullDay(endsOn) })}</p>
        </div>
      </PrintSheet>
    </>
  )
}
