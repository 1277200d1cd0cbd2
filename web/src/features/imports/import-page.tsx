import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { FaultsSheet } from './faults-sheet.tsx'
import { useImport } from './queries.ts'
import { ResultSheet } from './result-sheet.tsx'

export default function ImportPage() {
  const { t } = useTranslation('imports')
  const { importId = '' } = useParams()
  const query = useImport(importId)
  return (
    <Page title={query.data?.fileName ?? t('title')} crumbs={[{ label: t('back'), href: '/imports' }, { label: query.data?.number ?? '' }]}>
      <Loaded query={query}>
        {(one) => (
          <Stack>
            <ResultSheet one={one} />
            {one.groups.length > 0 && <FaultsSheet one={one} />}
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}
