import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useSession } from '../../../kernel/session.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Tabs, useTab } from '../../../ui/tabs.tsx'
import { BatchesTab } from './batches-tab.tsx'
import { ChecksTab } from './checks-tab.tsx'
import { ExchangesTab } from './exchanges-tab.tsx'
import { useTotals, type Totals } from './queries.ts'
import { ResourcesTab } from './resources-tab.tsx'
import { StaysTab } from './stays-tab.tsx'
import { TotalsTab } from './totals-tab.tsx'

type Key = 'totals' | 'batches' | 'checks' | 'stays' | 'exchanges' | 'resources'
export type Side = 'county' | 'school' | 'firm' | 'office' | 'official' | 'teacher'

function sideOf(role: string | undefined, { planBatch }: Totals['can']): Side {
  if (role === 'school_contact') return planBatch ? 'county' : 'school'
  return role === 'secretariat' ? 'office' : role === 'official' ? 'official' : role === 'teacher' ? 'teacher' : 'firm'
}

/** 对口帮扶: each side its own rows, the totals for all. */
export default function AssistancePage() {
  const [search] = useSearchParams()
  const year = Number(search.get('of')) || undefined
  const totals = useTotals(year)
  return <Loaded query={totals}>{(data) => <Tabbed totals={data} />}</Loaded>
}

function Tabbed({ totals }: { totals: Totals }) {
  const { t } = useTranslation('assistanceOffice')
  const side = sideOf(useSession()?.seat?.role, totals.can)
  const { can } = totals
  const tabs = (['totals', 'batches', 'checks', 'stays', 'exchanges', 'resources'] as const).filter((key) => key === 'totals' || can[key]).map((key) => ({ key, label: t(`tabs.${key}`) }))
  const tab = useTab<Key>(tabs)
  return (
    <Page
      title={t('title')}
      lead={t(`lead.${side}`)}
      actions={
        can.care && (
          <LinkButton icon="phone" href="/my/care">
            {t('phone')}
          </LinkButton>
        )
      }
    >
      {tabs.length > 1 && <Tabs tabs={tabs} current={tab} label={t('title')} />}
      {tab === 'totals' && <TotalsTab totals={totals} />}
      {tab === 'batches' && <BatchesTab side={side} />}
      {tab === 'checks' && <ChecksTab side={side} />}
      {tab === 'stays' && <StaysTab side={side} />}
      {tab === 'exchanges' && <ExchangesTab side={side} mayPropose={can.proposeExchange} />}
      {tab === 'resources' && <ResourcesTab mayGive={can.giveResource} />}
    </Page>
  )
}
