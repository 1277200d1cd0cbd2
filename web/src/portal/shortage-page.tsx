import type { PortalPage } from '@silian/server/contract/portal'
import { DemoTag, PageTop } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

type View = Extract<PortalPage, { name: 'shortage' }>['view']
type Published = NonNullable<View['published']>

const dimensions = ['contrast', 'education', 'experience', 'requirement', 'pay'] as const

/** Which occupations are scarce, how that was worked out, and the same as a file. */
export function ShortagePage({ leastFirms, published }: View) {
  const { t } = useReader()
  return (
    <>
      <PageTop title={t('surveys:catalogue')} lead={t('surveys:public.lead', { least: leastFirms })} />
      <div className="w">{published ? <Catalogue {...published} /> : <p className="none">{t('surveys:public.none')}</p>}</div>
    </>
  )
}

function Catalogue({ year, title, publishedAt, weights, weightsReason, cutOff, usualPay, rows, demo }: Published) {
  const { t, f, href, locale } = useReader()
  const file = (format: 'xlsx' | 'csv') => href(`/shortage.${format}`)
  return (
    <>
      <p className="count">
        <Words of={title} /> <DemoTag demo={demo} /> {t('surveys:public.published', { day: f.fullDay(publishedAt), count: rows.length })}
      </p>
      <p className="cap">{t('surveys:list.formula', { ...weights, cutOff, usualPay: usualPay === null ? t('number.unknown') : f.number(usualPay) })}</p>
      {weightsReason && <p className="cap">{t('surveys:list.weightsWhy', { reason: weightsReason.text })}</p>}
      <p className="cap">
        <a href={file('xlsx')}>{t('surveys:list.export')}</a> · <a href={file('csv')}>{t('surveys:list.exportCsv')}</a>
      </p>
      <table className="list">
        <caption className="sr">{t('surveys:public.table', { year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('surveys:columns.occupationName')}</th>
            <th scope="col" className="n">{t('surveys:columns.total')}</th>
            <th scope="col" className="n">{t('surveys:columns.people')}</th>
            <th scope="col" className="n">{t('surveys:columns.graduates')}</th>
            <th scope="col">{t('surveys:public.scores')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.occupationCode}>
              <th scope="row">
                <Words of={row.occupation} />
                <span className="sub">
                  {row.occupationCode} · {t('surveys:public.firms', { count: row.firms })}
                </span>
              </th>
              <td className="n" data-label={t('surveys:columns.total')}>
                {f.number(row.total, 1)}
                <span className="sub">{t(row.scarce ? 'surveys:scarce' : 'surveys:notScarce')}</span>
              </td>
              <td className="n" data-label={t('surveys:columns.people')}>{f.number(row.people)}</td>
              <td className="n" data-label={t('surveys:columns.graduates')}>{f.number(row.graduates)}</td>
              <td data-label={t('surveys:public.scores')}>
                {dimensions.map((one) => `${t(`surveys:columns.${one}`)} ${f.number(row.scores[one], 1)}`).join(locale === 'en' ? ', ' : '，')}
                {row.step !== 0 && row.stepReason && (
                  <span className="sub">
                    {t(row.step > 0 ? 'surveys:list.up' : 'surveys:list.down')}{locale === 'en' ? ': ' : '：'}<Words of={row.stepReason} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
