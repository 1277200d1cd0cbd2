import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DottedFigure } from '../../ui/dotted-figure.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { useRatings, type RatingSum } from './queries.ts'
import css from './services.module.css'

/** What was said of a service, with how many said it. */
export function RatingWords({ rating }: { rating: RatingSum }) {
  const { t } = useTranslation('services')
  if (rating.count === 0) return <span className="dim">{t('rating.none')}</span>
  return <>{rating.average === null ? t('rating.few', { count: rating.count }) : t('rating.average', { average: rating.average, count: rating.count })}</>
}

/** The same as a figure that opens to the ratings behind it. */
export function RatingFigure({ rating, offerId }: { rating: RatingSum; offerId: string }) {
  const { t } = useTranslation('services')
  const [open, setOpen] = useState(false)
  if (rating.count === 0) return <RatingWords rating={rating} />
  return (
    <>
      <DottedFigure label={t('rating.figure')} onOpen={() => setOpen(true)}>
        <RatingWords rating={rating} />
      </DottedFigure>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('rating.title')}>
        <Ratings offerId={offerId} />
      </Dialog>
    </>
  )
}

function Ratings({ offerId }: { offerId: string }) {
  const { t } = useTranslation('services')
  const { day } = useFormat()
  const ratings = useRatings({ offerId })
  return (
    <Loaded query={ratings} rows={3} empty={(data) => data.rows.length === 0 && <Empty>{t('rating.empty')}</Empty>}>
      {({ rows }) => (
        <ul className={css.rows}>
          {rows.map((row) => (
            <li key={row.requestId}>
              {t(`rating.labels.s${row.stars as 1}`)}
              {row.words && <p className={css.text}>{row.words}</p>}
              <small>{[day(row.ratedAt), row.askerName, row.requestNumber].filter(Boolean).join('　')}</small>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
