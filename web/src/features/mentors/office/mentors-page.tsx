import { useTranslation } from 'react-i18next'
import { useSession } from '../../../kernel/session.ts'
import { Page } from '../../../ui/page.tsx'
import { Tabs, useTab } from '../../../ui/tabs.tsx'
import { ListTab } from './list-tab.tsx'
import { NeedsTab } from './needs-tab.tsx'

type Key = 'list' | 'needs'

/** 产业导师: appointments and needs, for schools and for the firms whose people teach. */
export default function MentorsPage() {
  const { t } = useTranslation('mentorOffice')
  const role = useSession()?.seat?.role
  const side = role === 'school_contact' ? 'school' : role === 'secretariat' || role === 'official' || role === 'teacher' ? 'others' : 'firm'
  const keys: readonly Key[] = side === 'others' ? ['needs'] : ['list', 'needs']
  const tabs = keys.map((key) => ({ key, label: t(`tabs.${key}`) }))
  const tab = useTab<Key>(tabs)
  return (
    <Page title={t('title')} lead={t(`lead.${side}`)}>
      {tabs.length > 1 && <Tabs tabs={tabs} current={tab} label={t('title')} />}
      {tab === 'list' ? <ListTab side={side} /> : <NeedsTab side={side} />}
    </Page>
  )
}
