import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { verifyCertificate } from '@silian/server/contract/placements/assessments'
import { call } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { Facts } from '../../../ui/sheet.tsx'
import css from './assessment.module.css'

/** For anybody who holds a certificate: real or not. */
export default function CertificatePage() {
  const { t } = useTranslation('assessment')
  const { day } = useFormat()
  const [search, setSearch] = useSearchParams()
  const asked = { number: search.get('number') ?? '', code: search.get('code') ?? '' }
  const [number, setNumber] = useState(asked.number)
  const [code, setCode] = useState(asked.code)
  const query = useQuery({ queryKey: ['certificates', asked], queryFn: ({ signal }) => call(verifyCertificate, { query: asked, signal }), enabled: asked.number !== '' && asked.code !== '' })
  return (
    <PhonePage title={t('certificate.title')}>
      <p className={css.note}>{t('certificate.lead')}</p>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ number: number.trim(), code: code.trim() })
        }}
      >
        <TextField label={t('certificate.number')} name="number" value={number} onChange={setNumber} autoComplete="off" autoCapitalize="characters" />
        <TextField label={t('certificate.code')} name="code" value={code} onChange={setCode} autoComplete="off" autoCapitalize="characters" />
        <Button type="submit" kind="primary" size="big" because={(number.trim() === '' || code.trim() === '') && t('certificate.number')}>
          {t('certificate.check')}
        </Button>
      </form>
      {(query.data || query.isError) && (
        <Loaded query={query}>
          {({ certificate }) =>
            certificate ? (
              <section className={css.card} role="status">
                <h2>{t('certificate.found')}</h2>
                <Facts
                  facts={[
                    [t('certificate.number'), certificate.number],
                    [t('certificate.holder'), certificate.name],
                    [t('documents.school'), certificate.schoolName],
                    [t('documents.unit'), certificate.unitName],
                    [t('documents.days'), `${day(certificate.startsOn)} – ${day(certificate.endsOn)}`],
                    [t('certificate.on'), day(certificate.on)],
                  ]}
                />
              </section>
            ) : (
              <p className={css.card} role="status">{t('certificate.unknown')}</p>
            )
          }
        </Loaded>
      )}
    </PhonePage>
  )
}
