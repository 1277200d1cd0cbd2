import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../ui/chain-line.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { History } from './history.tsx'
import { OfferDialog } from './offer-dialog.tsx'
import { usePrice } from './price.ts'
import { useOffer, useOfferHistory, type OfferAction, type OfferState, type OfferView } from './queries.ts'
import { RatingFigure } from './rating-figure.tsx'
import css from './services.module.css'

/** One service that is offered: what one gets, how, where it stands, what was said of it. */
export default function OfferPage() {
  const { offerId = '' } = useParams()
  const offer = useOffer(offerId)
  return <Loaded query={offer}>{(one) => <Offer offer={one} />}</Loaded>
}

const order: readonly OfferAction[] = ['verify', 'confirm', 'return', 'revise', 'close', 'decline']

function Offer({ offer }: { offer: OfferView }) {
  const { t, i18n } = useTranslation(['services', 'problems'])
  const { day } = useFormat()
  const price = usePrice()
  const history = useOfferHistory(offer.id)
  const actions = order.filter((one) => offer.can[one])
  const [open, setOpen] = useState<OfferAction | null>(null)
  const title = (i18n.language === 'en' && offer.titleEn) || offer.title
  return (
    <Page
      title={title}
      crumbs={[{ label: t('offer.title'), href: '/services' }, { label: offer.number }, { label: offer.organisationName, href: `/organisations/${offer.organisationId}` }]}
      lead={offer.demo ? t('offer.record.demo') : undefined}
      actions={offer.can.edit && <LinkButton kind="primary" icon="edit" href={`/services/${offer.id}/edit`}>{t('offer.record.edit')}</LinkButton>}
    >
      <Stack>
        <Line offer={offer} />
        {offer.reason && offer.state !== 'open' && <Banner>{offer.state === 'draft' ? t('offer.record.returned', { reason: offer.reason }) : offer.state === 'declined' ? t('offer.record.declined', { reason: offer.reason }) : offer.reason}</Banner>}
        {actions.length > 0 && <div className={css.decisions}>
          {actions.map((one) => (
            <Button key={one} kind={one === 'verify' || one === 'confirm' ? 'primary' : one === 'decline' ? 'risk' : 'plain'} onClick={() => setOpen(one)}>
              {t(`offer.actions.${one}`)}
            </Button>
          ))}
        </div>}
        {open && <OfferDialog offer={offer} action={open} onClose={() => setOpen(null)} />}
      </Stack>
      <TwoColumns aside={<Sheet title={t('offer.record.history')}><History query={history} group="offer" /></Sheet>}>
        <Sheet title={t('offer.record.what')}>
          <Facts
            facts={[
              [t('offer.form.family'), t(`problems:families.${offer.family}`)],
              [t('offer.form.description'), <span key="description" className={css.text}>{offer.description || '—'}</span>],
              [t('offer.form.audience'), offer.audience || '—'],
            ]}
          />
        </Sheet>
        <Sheet title={t('offer.record.terms')}>
          <Facts
            facts={[
              [t('offer.form.pricing'), price(offer)],
              [t('offer.columns.capacity'), offer.capacity === null ? t('offer.capacityFree', { running: offer.running }) : t('offer.capacityOf', { running: offer.running, capacity: offer.capacity })],
              [t('offer.columns.answerDays'), t('offer.answerDaysOf', { count: offer.answerDays })],
              [t('offer.form.contactName'), [offer.contactName, offer.contactPhone].filter(Boolean).join('　') || '—'],
              [t('offer.form.validUntil'), offer.validUntil ? day(offer.validUntil) : '—'],
              [t('offer.record.ratings'), <RatingFigure key="rating" rating={offer.rating} offerId={offer.id} />],
            ]}
          />
        </Sheet>
      </TwoColumns>
    </Page>
  )
}

function Line({ offer }: { offer: OfferView }) {
  const { t } = useTranslation('services')
  const { day, deadline } = useFormat()
  const passed: Partial<Record<OfferState, string | null>> = { draft: offer.createdAt, submitted: offer.submittedAt, open: offer.verifiedAt }
  const line = ['draft', 'submitted', 'open'] as const
  const note = (one: OfferState) => (one === 'closed' && offer.closeCode ? t(`offer.closeCodes.${offer.closeCode}`) : one === offer.state && offer.until ? deadline(offer.until) : passed[one] ? day(passed[one]) : undefined)
  const steps = stepsOf<OfferState>({ line, state: offer.state, label: (one) => t(`offer.states.${one}`), note }, offer.verifiedAt ? 'open' : 'submitted')
  const key = offer.state === 'draft' && offer.reason ? 'draftReturned' : offer.closeCode === 'expired' ? 'expired' : offer.state
  return (
    <ChainLine steps={steps}>
      <NextBar>{t(`offer.next.${key}`, { due: offer.until ? deadline(offer.until) : '' })}</NextBar>
    </ChainLine>
  )
}
