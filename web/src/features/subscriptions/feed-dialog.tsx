import { feedScopes, type FeedScope } from '@silian/server/contract/subscriptions/searches'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useCloseFeed, useOpenFeed, type SavedSearch } from './queries.ts'
import { SecretShown } from './secret-shown.tsx'

/** First what it shows, then the address, once. */
export function FeedDialog({ search, onClose }: { search: SavedSearch; onClose: () => void }) {
  const { t } = useTranslation('subscriptions')
  const toast = useToast()
  const open = useOpenFeed()
  const close = useCloseFeed()
  const [scope, setScope] = useState<FeedScope>(search.feed ?? 'public')
  const title = t('feedTitle', { name: search.name })
  if (open.data) {
    return (
      <Dialog open onClose={onClose} title={title}>
        <SecretShown label={t('feed')} secret={open.data.url} note={t('feedNote')} />
      </Dialog>
    )
  }
  const takeBack = () =>
    close.mutate(search.id, {
      onSuccess: () => {
        toast(t('feedClosed'))
        onClose()
      },
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      verb={t(search.feed ? 'feedRenew' : 'feedMake')}
      busy={open.isPending || close.isPending}
      error={open.error ?? close.error}
      onDo={() => open.mutate({ id: search.id, scope })}
      others={
        search.feed && (
          <Button size="form" onClick={takeBack}>
            {t('feedClose')}
          </Button>
        )
      }
    >
      <RadioGroup label={t('feedScope')} value={scope} onChange={setScope} options={feedScopes.map((value) => ({ value, label: t(`scope.${value}`), note: t(`scopeNote.${value}`) }))} />
    </Dialog>
  )
}
