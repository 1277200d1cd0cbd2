import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import css from '../assistance.module.css'
import { ExchangeDialog, ReportDrawer } from './exchange-dialogs.tsx'
import { History } from './history.tsx'
import { useExchange, useExchangeHistory, type Exchange, type ExchangeAction } from './queries.ts'

const order: readonly ExchangeAction[] = ['accept', 'start', 'finish', 'decline', 'withdraw']
const line = ['proposed', 'accepted', 'under_way', 'finished'] as const

/** One exchange: home, host and the teacher see the same page. */
export default function ExchangePage() {
  const { exchangeId = '' } = useParams()
  const exchange = useExchange(exchangeId)
  return <Loaded query={exchange}>{(one) => <Record exchange={one} />}</Loaded>
}

function Record({ exchange }: { exchange: Exchange }) {
  const { t } = useTranslation('assistanceOffice')
  const { range, day } = useFormat()
  const history = useExchangeHistory(exchange.id)
  const [open, setOpen] = useState<ExchangeAction | 'report' | null>(null)
  const { can, state, days } = exchange
  const close = () => setOpen(null)
  const next = { host: exchange.hostName, day: day(state === 'under_way' ? exchange.endsOn : exchange.startsOn), count: days ?? 0 }
  return (
    <Page
      title={t('exchanges.record.title', { teacher: exchange.teacherName, purpose: t(`purposes.${exchange.purpose}`) })}
      crumbs={[{ label: t('title'), href: '/assistance' }, { label: t('exchanges.title'), href: '/assistance?tab=exchanges' }, { label: exchange.number }]}
      lead={[t(`directions.${exchange.direction}`), exchange.demo && t('exchanges.record.demo')].filter(Boolean).join(' · ')}
    >
      <Stack>
        <ChainLine steps={stepsOf<Exchange['state']>({ line, state, label: (one) => t(line.includes(one as 'proposed') ? `exchanges.line.${one as 'proposed'}` : `exchangeStates.${one}`) }, 'proposed')}>
          <NextBar>
            {t(`exchanges.next.${state}`, next)}
            {exchange.reason && ` ${t('exchanges.record.reason', { reason: exchange.reason })}`}
          </NextBar>
        </ChainLine>
        <div className={css.acts}>
          {order.map((one) => can[one] && (
            <Button key={one} kind={one === 'decline' || one === 'withdraw' ? 'risk' : 'primary'} because={one === 'finish' && !exchange.report && t('exchanges.decide.noReport')} onClick={() => setOpen(one)}>
              {t(`exchanges.actions.${one}`)}
            </Button>
          ))}
          {can.report && (
            <Button icon="edit" onClick={() => setOpen('report')}>
              {t(exchange.report ? 'exchanges.record.editReport' : 'exchanges.record.writeReport')}
            </Button>
          )}
        </div>
      </Stack>
      <TwoColumns
        aside={
          <Sheet title={t('exchanges.record.history')}>
            <History query={history} />
          </Sheet>
        }
      >
        <Sheet title={t('exchanges.record.what')}>
          <Facts
            facts={[
              [t('exchanges.record.home'), <Link key="home" href={`/organisations/${exchange.homeId}`}>{exchange.homeName}</Link>],
              [t('exchanges.record.host'), <Link key="host" href={`/organisations/${exchange.hostId}`}>{exchange.hostName}</Link>],
              [t('exchanges.record.subject'), exchange.subject],
              [t('exchanges.record.dates'), range(exchange.startsOn, exchange.endsOn)],
              [t('exchanges.record.endedOn'), exchange.endedOn && exchange.endedOn !== exchange.endsOn ? day(exchange.endedOn) : null],
              [t('exchanges.record.hostContact'), exchange.hostContact],
              [t('exchanges.form.plan'), exchange.plan ? <span key="plan" className={css.text}>{exchange.plan}</span> : null],
              [t('exchanges.record.days'), days === null ? null : t('exchanges.record.daysOf', { count: days })],
            ]}
          />
        </Sheet>
        {['accepted', 'under_way', 'finished'].includes(state) && (
          <Sheet title={t('exchanges.record.report')} aside={exchange.reportedAt && day(exchange.reportedAt)}>
            <p className={exchange.report ? css.text : 'dim'}>{exchange.report ?? t('exchanges.record.noReport')}</p>
          </Sheet>
        )}
      </TwoColumns>
      {open === 'report' ? <ReportDrawer exchange={exchange} onClose={close} /> : open && <ExchangeDialog exchange={exchange} action={open} onClose={close} />}
    </Page>
  )
}
