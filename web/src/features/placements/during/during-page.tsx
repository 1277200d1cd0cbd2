import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { getPlacement } from '@silian/server/contract/placements'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../kernel/api.ts'
import { useSession } from '../../../kernel/session.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Tabs, useTab } from '../../../ui/tabs.tsx'
import { PayTab } from '../pay/pay-tab.tsx'
import { RotaTab } from './rota-tab.tsx'
import { TasksTab } from './tasks-tab.tsx'

/** What runs while the student is there: task cards, shifts, pay; each side sees its own. */
export default function DuringPage() {
  const { placementId = '' } = useParams()
  const { t } = useTranslation('during')
  const office = useSession()?.seat?.role === 'secretariat'
  const placement = useQuery({ queryKey: ['placements', placementId], queryFn: ({ signal }) => call(getPlacement, { params: { placementId }, signal }) })
  const tabs = [{ key: 'tasks', label: t('tabs.tasks') }, { key: 'rota', label: t('tabs.rota') }, ...(office ? [] : [{ key: 'pay', label: t('tabs.pay') } as const])] as const
  const tab = useTab<'tasks' | 'rota' | 'pay'>(tabs)
  return (
    <Loaded query={placement}>
      {(one) => (
        <Page title={t('recordTitle', { name: one.studentName })} crumbs={[{ label: one.number }, { label: one.unitName, href: `/organisations/${one.organisationId}` }, { label: one.title }]}>
          <Stack>
            <Tabs tabs={tabs} current={tab} label={t('tabs.label')} />
            {tab === 'tasks' && <TasksTab placementId={placementId} />}
            {tab === 'rota' && <RotaTab placementId={placementId} />}
            {tab === 'pay' && <PayTab placementId={placementId} />}
          </Stack>
        </Page>
      )}
    </Loaded>
  )
}
