import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useSettled } from '../../../kernel/settled.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import css from '../practice.module.css'
import { useOpening, useOpenings, type OpeningRow } from '../queries.ts'

/** Where one can go: openings with places left, the earliest first. */
export default function OpeningsPage() {
  const { t } = useTranslation('practice')
  const [q, setQ] = useState('')
  const asked = useSettled(q, 300)
  const openings = useOpenings({ free: 'true', q: asked, size: 50 })
  const own = (
    <LinkButton size="big" href="/my/practice/new">
      {t('home.write')}
    </LinkButton>
  )
  return (
    <PhonePage title={t('openings.title')} back="/my/practice">
      <div className={css.stack}>
        <TextField label={t('openings.q')} type="search" value={q} onChange={setQ} />
        <Loaded query={openings} empty={({ rows }) => rows.length === 0 && <Empty action={own}>{t(asked ? 'openings.noneFound' : 'openings.none')}</Empty>}>
          {({ rows }) => (
            <>
              <div className={css.cards}>
                {rows.map((row) => (
                  <Card key={row.id} row={row} />
                ))}
              </div>
              {own}
            </>
          )}
        </Loaded>
      </div>
    </PhonePage>
  )
}

function Card({ row }: { row: OpeningRow }) {
  const { t } = useTranslation('practice')
  const { range } = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <article className={css.card}>
      <h2>{row.title}</h2>
      <p className={css.by}>
        {row.organisationName}
        {row.town && `　${row.town}`}
      </p>
      <p className={css.line}>
        <span>{t(`forms.${row.form}`)}</span>
        <span className={css.by}>{t('openings.free', { count: row.places - row.taken })}</span>
      </p>
      {row.startsOn && row.endsOn && <p className={css.by}>{`${t('openings.dates')}　${range(row.startsOn, row.endsOn)}`}</p>}
      <p className={css.by}>{t('openings.costs', { costs: row.costs })}</p>
      {open ? <More openingId={row.id} /> : <Button onClick={() => setOpen(true)}>{t('openings.more')}</Button>}
      <p className={css.deeds}>
        <LinkButton size="big" kind="primary" href={`/my/practice/new?opening=${row.id}`}>
          {t('openings.choose')}
        </LinkButton>
      </p>
    </article>
  )
}

function More({ openingId }: { openingId: string }) {
  const { t } = useTranslation('practice')
  const opening = useOpening(openingId)
  return (
    <Loaded query={opening} rows={2}>
      {(one) => (
        <dl className={css.facts}>
          {one.department && (
            <div>
              <dt>{t('openings.where')}</dt>
              <dd>{one.department}</dd>
            </div>
          )}
          <div>
            <dt>{t('openings.tasks')}</dt>
            <dd className={css.text}>{one.tasks}</dd>
          </div>
          <div>
            <dt>{t('openings.contact')}</dt>
            <dd>{[one.contactName, one.contactPhone].filter(Boolean).join('　')}</dd>
          </div>
        </dl>
      )}
    </Loaded>
  )
}
