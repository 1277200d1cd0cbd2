import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Tabs, useTab } from '../../ui/tabs.tsx'
import { ConceptDrawer } from './concept-drawer.tsx'
import { Concepts } from './concepts.tsx'
import { DraftChanges } from './draft-changes.tsx'
import { useVersions, type ConceptRow } from './queries.ts'
import { Versions } from './versions.tsx'

/** 行业词库. */
export default function LexiconPage() {
  const { t } = useTranslation('lexicon')
  const all = useVersions()
  const [open, setOpen] = useState<ConceptRow | 'new' | null>(null)
  const draft = all.data?.rows.find(({ state }) => state === 'draft')
  const edits = all.data?.can.edit ?? false
  const tabs = [
    { key: 'published' as const, label: t('tabs.published') },
    { key: 'draft' as const, label: t('tabs.draft'), count: draft && draft.added + draft.changed + draft.removed },
    { key: 'versions' as const, label: t('tabs.versions'), count: all.data?.rows.length },
  ]
  const tab = useTab(tabs)
  return (
    <Page title={t('title')} lead={t('lead')} actions={edits && <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>{t('add')}</Button>}>
      <Tabs tabs={tabs} current={tab} label={t('title')} />
      <Loaded query={all} rows={10}>
        {({ rows, can }) =>
          tab === 'versions' ? (
            <Versions rows={rows} edits={can.edit} hasDraft={draft !== undefined} />
          ) : tab === 'draft' ? (
            <DraftChanges draft={draft} edits={can.edit} onOpen={setOpen} />
          ) : (
            <Concepts of={draft ? 'draft' : 'published'} onOpen={setOpen} />
          )
        }
      </Loaded>
      {open && <ConceptDrawer concept={open === 'new' ? null : open} edits={edits} onClose={() => setOpen(null)} />}
    </Page>
  )
}
