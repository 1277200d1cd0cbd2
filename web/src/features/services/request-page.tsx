import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../ui/chain-line.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { History } from './history.tsx'
import { useRequest, useRequestHistory, type RequestAction, type RequestState, type RequestView } from './queries.ts'
import { RatingSheet } from './rating-sheet.tsx'
import { RequestDialog } from './request-dialog.tsx'
import css from './services.module.css'

/** One request: what was asked of whom, what was promised and delivered, and what the asker says of it. */
export default function RequestPage() {
  const { requestId = '' } = useParams()
  const request = useRequest(requestId)
  return <Loaded query={request}>{(one) => <Request request={one} />}</Loaded>
}

const order: readonly RequestAction[] = ['accept', 'deliver', 'confirm', 'object', 'withdraw', 'decline']
const primary: readonly RequestAction[] = ['accept', 'deliver', 'confirm']

function Request({ request }: { request: RequestView }) {
  const { t } = useTranslation(['services', 'problems'])
  const { day, stamp } = useFormat()
  const history = useRequestHistory(request.id)
  const actions = order.filter((one) => request.can[one])
  const [open, setOpen] = useState<RequestAction | null>(null)
  const long = (text: string | null) => text && <span className={css.text}>{text}</span>
  return (
    <Page title={request.needTitle} crumbs={[{ label: t('request.back'), href: '/service-requests' }, { label: request.number }, { label: request.providerName, href: `/organisations/${request.providerId}` }]} lead={request.demo ? t('offer.record.demo') : undefined}>
      <Stack>
        <Line request={request} />
        {actions.length > 0 && <div className={css.decisions}>
          {actions.map((one) => (
            <Button key={one} kind={primary.includes(one) ? 'primary' : one === 'decline' || one === 'withdraw' ? 'risk' : 'plain'} onClick={() => setOpen(one)}>
              {t(`request.actions.${one}`)}
            </Button>
          ))}
        </div>}
        {open && <RequestDialog request={request} action={open} onClose={() => setOpen(null)} />}
        {request.can.rate && <RatingSheet request={request} />}
      </Stack>
      <TwoColumns aside={<Sheet title={t('request.history')}><History query={history} group="request" /></Sheet>}>
        <Sheet title={t('request.record')}>
          {!request.whole && <p className="small mut">{t('request.keptBack')}</p>}
          <Facts
            facts={[
              [t('request.facts.needFacts'), <Link key="need" href={`/problems/${request.needId}`}>{`${request.needNumber}　${request.needTitle}`}</Link>],
              [t('request.columns.family'), t(`problems:families.${request.family}`)],
              [t('request.columns.asker'), request.askerName],
              [t('request.columns.provider'), request.providerName],
              [t('request.facts.offer'), request.offerId ? <Link key="offer" href={`/services/${request.offerId}`}>{request.offerTitle}</Link> : t('request.facts.noOffer')],
              [t('request.facts.routedAs'), `${t(`request.facts.${request.routedAs}`)}　${stamp(request.routedAt)}`],
              [t('request.facts.message'), long(request.message)],
              [t('request.facts.plan'), long(request.plan)],
              [t('request.facts.deliverBy'), request.deliverBy && day(request.deliverBy)],
              [t('request.facts.delivery'), long(request.delivery)],
              [t('request.facts.objection'), long(request.objection)],
              [t('request.facts.confirmedAt'), request.confirmedAt && stamp(request.confirmedAt)],
              [t('request.facts.code'), request.declineCode && t(`problems:declineCodes.${request.declineCode}`)],
              [t('request.facts.reason'), long(request.reason)],
            ]}
          />
        </Sheet>
        {request.stars !== null && (
          <Sheet title={t('request.ratingSheet')} aside={request.ratedAt ? day(request.ratedAt) : undefined}>
            <p>{t(`rating.labels.s${request.stars as 1}`)}</p>
            {request.words && <p className={css.text}>{request.words}</p>}
          </Sheet>
        )}
      </TwoColumns>
    </Page>
  )
}

function Line({ request }: { request: RequestView }) {
  const { t } = useTranslation('services')
  const { day, deadline } = useFormat()
  const line = ['routed', 'accepted', 'delivered', 'confirmed', 'rated'] as const
  const passed: Partial<Record<RequestState, string | null>> = { routed: request.routedAt, accepted: request.acceptedAt, delivered: request.deliveredAt, confirmed: request.confirmedAt, rated: request.ratedAt }
  const note = (one: RequestState) => (one === request.state && request.dueAt ? deadline(request.dueAt) : passed[one] ? day(passed[one]) : request.endedAt && one === request.state ? day(request.endedAt) : undefined)
  const reached: RequestState = request.deliveredAt ? 'delivered' : request.acceptedAt ? 'accepted' : 'routed'
  const steps = stepsOf<RequestState>({ line, state: request.state, label: (one) => t(`request.line.${one}`), note }, reached).map((step) => (step.key === 'rated' && request.state === 'rated' ? { ...step, state: 'done' as const } : step))
  const { providerName: provider, askerName: asker } = request
  return (
    <ChainLine steps={steps}>
      <NextBar>{t(`request.next.${request.state}`, { provider, asker, due: request.dueAt ? deadline(request.dueAt) : '' })}</NextBar>
    </ChainLine>
  )
}
