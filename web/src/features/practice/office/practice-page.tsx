import { useTranslation } from 'react-i18next'
import { useSession } from '../../../kernel/session.ts'
import { Page } from '../../../ui/page.tsx'
import { Tabs, useTab } from '../../../ui/tabs.tsx'
import { ClaimsTab } from './claims-tab.tsx'
import { CoverageTab } from './coverage-tab.tsx'
import { OpeningsTab } from './openings-tab.tsx'
import { PlansTab } from './plans-tab.tsx'
import { RosterTab } from './roster-tab.tsx'
import { SettingTab } from './setting-tab.tsx'

type Key = 'plans' | 'roster' | 'openings' | 'claims' | 'setting' | 'coverage'
type Side = 'school' | 'head' | 'office' | 'firm'
const tabsOf: Record<Side, readonly Key[]> = { school: ['plans', 'roster', 'openings', 'claims', 'setting'], head: ['plans', 'roster', 'openings'], office: ['coverage', 'openings'], firm: ['plans', 'openings'] }
const sideOf = (role: string | undefined): Side => (role === 'school_contact' ? 'school' : role === 'teacher' ? 'head' : role === 'secretariat' || role === 'official' ? 'office' : 'firm')

/** 教师企业实践: each side its own part of it. */
export default function PracticePage() {
  const { t } = useTranslation('practiceOffice')
  const side = sideOf(useSession()?.seat?.role)
  const tabs = tabsOf[side].map((key) => ({ key, label: t(`tabs.${key}`) }))
  const tab = useTab<Key>(tabs)
  return (
    <Page title={t('title')} lead={t(`lead.${side}`)}>
      <Tabs tabs={tabs} current={tab} label={t('title')} />
      {tab === 'plans' && <PlansTab side={side} />}
      {tab === 'roster' && <RosterTab side={side} />}
      {tab === 'openings' && <OpeningsTab side={side} />}
      {tab === 'claims' && <ClaimsTab />}
      {tab === 'setting' && <SettingTab />}
      {tab === 'coverage' && <CoverageTab />}
    </Page>
  )
}
