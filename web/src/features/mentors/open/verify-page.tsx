import { useQuery } from '@tanstack/react-query'
import { verifyMentorCertificate } from '@silian/server/contract/mentors/mentorships/notices'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { ApiError, call } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { Facts } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from '../mentors.module.css'

/** For anybody who holds a certificate: was it issued, and does it still hold. */
export default function VerifyPage() {
  const { code = '' } = useParams()
  const { t } = useTranslation('mentors')
  const { fullDay } = useFormat()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState(code)
  const found = useQuery({ queryKey: ['mentor-certificates', code], queryFn: ({ signal }) => call(verifyMentorCertificate, { params: { code }, signal }), enabled: code !== '', retry: false })
  const unknown = found.error instanceof ApiError && found.error.code === 'not_found'
  return (
    <PhonePage title={t('verify.title')}>
      <div className={css.stack}>
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            navigate(`/mentor-certificates/${encodeURIComponent(typed.trim().toUpperCase())}`)
          }}
        >
          <TextField name="code" label={t('verify.code')} hint={t('verify.codeHint')} value={typed} maxLength={40} autoComplete="off" autoCapitalize="characters" onChange={setTyped} />
          <Button type="submit" size="big" kind="primary" because={typed.trim() === '' && t('verify.codeMissing')}>
            {t('verify.check')}
          </Button>
        </form>
        {unknown && <p role="alert" className={css.card}>{t('verify.notFound')}</p>}
        {code !== '' && !unknown && (
          <Loaded query={found} rows={3}>
            {(one) => (
              <section role="status" className={css.card}>
                <h2>
                  <StateMark mood={one.state === 'valid' ? 'done' : 'gone'}>{t(`verify.${one.state}`)}</StateMark>
                </h2>
                <p>{one.state === 'valid' ? t('verify.validText') : t('verify.endedText', { day: one.endedOn ? fullDay(one.endedOn) : '' })}</p>
                <Facts
                  facts={[
                    [t('verify.number'), one.number],
                    [t('verify.mentor'), one.mentorName],
                    [t('verify.employer'), one.employerName],
                    [t('verify.school'), one.schoolName],
                    [t('verify.as'), one.title],
                    [t('verify.term'), `${fullDay(one.startsOn)} — ${fullDay(one.endsOn)}`],
                    [t('verify.appointedOn'), fullDay(one.appointedOn)],
                  ]}
                />
              </section>
            )}
          </Loaded>
        )}
      </div>
    </PhonePage>
  )
}
