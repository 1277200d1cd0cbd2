import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportContacts } from '@silian/server/contract/services/contacts'
import { download } from '../../kernel/api.ts'
import { useSession } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { BurdenOverview } from './burden-overview.tsx'
import { ExportButton } from './export-button.tsx'
import { ContactDrawer } from './contact-drawer.tsx'
import { useBurden, useContacts } from './contact-queries.ts'
import { ContactTable } from './contact-table.tsx'
import { MonthField, useMonth } from './month-field.tsx'

/** How often firms were asked, visited and called: a firm sees its own, the office all, the authority the numbers of all, whoever visits what they wrote down. */
export default function BurdenPage() {
  const { t } = useTranslation('services')
  const seat = useSession()?.seat
  const [writing, setWriting] = useState(false)
  const [month, setMonth] = useMonth()
  const whole = seat?.role === 'secretariat' || seat?.role === 'official'
  const firm = seat?.role === 'enterprise_contact' ? seat.organisationId : null
  return (
    <Page title={t(firm ? 'contact.mine' : 'contact.title')} lead={t(firm ? 'contact.leadMine' : whole ? 'contact.lead' : 'contact.leadWritten')} actions={
        <>
          <ExportButton label={t('contact.export')} bring={() => download(exportContacts, { query: { month, ...(firm ? { organisationId: firm } : seat?.role === 'secretariat' ? {} : { mine: 'true' }) } })} />
          <Button kind="primary" icon="plus" onClick={() => setWriting(true)}>
            {t('contact.write')}
          </Button>
        </>
      }>
      <Stack>
        <MonthField month={month} onChange={setMonth} />
        {whole && <BurdenOverview month={month} />}
        {firm ? <Own organisationId={firm} month={month} /> : <Written month={month} office={seat?.role === 'secretariat'} />}
      </Stack>
      {writing && <ContactDrawer onClose={() => setWriting(false)} />}
    </Page>
  )
}

function Own({ organisationId, month }: { organisationId: string; month: string }) {
  const { t } = useTranslation('services')
  const burden = useBurden(organisationId, month)
  return (
    <Loaded query={burden}>
      {({ rows, forms, visits, calls }) => (
        <Sheet flush title={t('contact.sum', { forms, visits, calls })}>
          <ContactTable rows={rows} own empty={t('contact.emptyMine')} />
          <p className="small mut pad">{t('contact.mineNote')}</p>
        </Sheet>
      )}
    </Loaded>
  )
}

function Written({ month, office }: { month: string; office: boolean }) {
  const { t } = useTranslation('services')
  const list = useListState()
  const contacts = useContacts({ page: list.page, size: list.size, month, ...(office ? {} : { mine: 'true' }) })
  return (
    <Sheet flush title={t(office ? 'contact.allTitle' : 'contact.writtenTitle')}>
      <Loaded query={contacts}>{(data) => <ContactTable rows={data.rows} list={list} total={data.total} empty={t(office ? 'contact.empty' : 'contact.emptyWritten')} />}</Loaded>
    </Sheet>
  )
}
