import { useTranslation } from 'react-i18next'
import { exportOffers, offerStates, pricings } from '@silian/server/contract/services/offers'
import { serviceFamilies } from '@silian/server/contract/needs/problems'
import { download } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { LinkButton } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { ExportButton } from './export-button.tsx'
import { offerMoods } from './moods.ts'
import { usePrice } from './price.ts'
import { useOffers, type OfferQuery, type OfferRow } from './queries.ts'
import { RatingFigure } from './rating-figure.tsx'
import css from './services.module.css'

const offering = ['secretariat', 'enterprise_contact', 'school_contact', 'park_contact', 'association_contact', 'platform_contact']

/** What providers offer: newest first, as a list that can be sent. */
export default function OffersPage() {
  const columns = useColumns()
  const { t } = useTranslation(['services', 'problems'])
  const list = useListState()
  const offers = offering.includes(useSession()?.seat?.role ?? '')
  const filters: Filter[] = [
    { key: 'q', label: t('offer.filters.q'), kind: 'text' },
    { key: 'family', label: t('offer.filters.family'), kind: 'select', options: serviceFamilies.map((value) => ({ value, label: t(`problems:families.${value}`) })) },
    { key: 'state', label: t('offer.filters.state'), kind: 'select', options: offerStates.map((value) => ({ value, label: t(`offer.states.${value}`) })) },
    { key: 'pricing', label: t('offer.filters.pricing'), kind: 'select', options: pricings.map((value) => ({ value, label: t(`offer.pricings.${value}`) })) },
    ...(offers ? ([{ key: 'mine', label: t('offer.filters.mine'), kind: 'select', options: [{ value: 'true', label: t('offer.filters.mineOnly') }] }] as const) : []),
  ]
  const query = list.query as OfferQuery
  const { page: _page, size: _size, ...shown } = query
  const found = useOffers(query)
  const write = (
    <LinkButton kind="primary" icon="plus" href="/services/new">
      {t('offer.new')}
    </LinkButton>
  )
  return (
    <Page title={t('offer.title')} lead={t('offer.lead')}>
      <QueryForm filters={filters} list={list} inSight={5} />
      <Loaded query={found} rows={12}>
        {(data) => (
          <DataTable
            name="service-offers"
            caption={t('offer.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/services/${row.id}`}
            list={list}
            total={data.total}
            tools={
              <>
                <ExportButton label={t('offer.export')} bring={() => download(exportOffers, { query: shown })} />
                {offers && write}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={offers && write}>{t(offers ? 'offer.empty' : 'offer.emptyOthers')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): Column<OfferRow>[] {
  const { t, i18n } = useTranslation(['services', 'problems'])
  const { day } = useFormat()
  const price = usePrice()
  const english = i18n.language === 'en'
  return [
    {
      key: 'title', title: t('offer.columns.title'), width: '18rem',
      cell: (row) => (
        <span className={css.title}>
          {(english && row.titleEn) || row.title}
          <small>{row.organisationName}</small>
        </span>
      ),
    },
    { key: 'organisation', title: t('offer.columns.organisation'), cell: (row) => row.organisationName, desk: true },
    { key: 'family', title: t('offer.columns.family'), cell: (row) => <span className="nw">{t(`problems:families.${row.family}`)}</span>, desk: true },
    { key: 'state', title: t('offer.columns.state'), cell: (row) => <StateMark mood={offerMoods[row.state]}>{t(`offer.states.${row.state}`)}</StateMark> },
    { key: 'price', title: t('offer.columns.pricing'), cell: (row) => <span className="nw">{price(row)}</span> },
    { key: 'rating', title: t('offer.columns.rating'), cell: (row) => <RatingFigure rating={row.rating} offerId={row.id} />, desk: true },
    { key: 'capacity', title: t('offer.columns.capacity'), cell: (row) => (row.capacity === null ? t('offer.capacityFree', { running: row.running }) : t('offer.capacityOf', { running: row.running, capacity: row.capacity })), desk: true, spare: true },
    { key: 'answerDays', title: t('offer.columns.answerDays'), cell: (row) => t('offer.answerDaysOf', { count: row.answerDays }), desk: true },
    { key: 'validUntil', title: t('offer.columns.validUntil'), cell: (row) => <span className="nw">{row.validUntil ? day(row.validUntil) : '—'}</span>, sortable: true, desk: true },
    { key: 'number', title: t('offer.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
    { key: 'createdAt', title: t('offer.columns.createdAt'), cell: (row) => day(row.createdAt), sortable: true, desk: true, spare: true },
  ]
}
