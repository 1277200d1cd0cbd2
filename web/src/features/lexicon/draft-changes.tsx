import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChangeList } from './change-list.tsx'
import css from './lexicon.module.css'
import { Preview } from './preview.tsx'
import { useChanges, useDiscard, usePublish, type Concept, type VersionView } from './queries.ts'

type Props = { draft: VersionView | undefined; edits: boolean; onOpen: (concept: Concept) => void }

/** What the draft would change, and the two ways to end it. */
export function DraftChanges({ draft, edits, onOpen }: Props) {
  const { t } = useTranslation('lexicon')
  if (!draft) return <Empty>{t('noDraft')}</Empty>
  return (
    <div className={css.body}>
      <Changes draft={draft} onOpen={edits ? onOpen : undefined} />
      {edits && <Preview number={draft.number} />}
      {edits && <Ending draft={draft} />}
    </div>
  )
}

function Changes({ draft, onOpen }: { draft: VersionView; onOpen?: (concept: Concept) => void }) {
  const { t } = useTranslation('lexicon')
  const changes = useChanges(draft.number)
  return (
    <Sheet title={t('differs', { added: draft.added, changed: draft.changed, removed: draft.removed })}>
      <Loaded query={changes}>{({ rows }) => <ChangeList rows={rows} onOpen={onOpen} />}</Loaded>
    </Sheet>
  )
}

function Ending({ draft }: { draft: VersionView }) {
  const { t } = useTranslation('lexicon')
  const toast = useToast()
  const publish = usePublish()
  const discard = useDiscard()
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null)
  const [note, setNote] = useState('')
  const close = () => setAsking(null)
  return (
    <p>
      <Button kind="primary" onClick={() => setAsking('publish')}>{t('publish')}</Button> <Button onClick={() => setAsking('discard')}>{t('discard')}</Button>
      <Dialog
        open={asking === 'publish'}
        onClose={close}
        title={t('publishTitle', { number: draft.number })}
        note={t('publishNote')}
        verb={t('publish')}
        busy={publish.isPending}
        error={publish.error}
        onDo={() =>
          publish.mutate(note.trim(), {
            onSuccess: ({ number }) => {
              toast(t('published', { number }))
              close()
            },
          })
        }
      >
        <TextArea name="note" label={t('note')} hint={t('noteHint')} most={500} value={note} onChange={setNote} />
      </Dialog>
      <Dialog
        open={asking === 'discard'}
        onClose={close}
        title={t('discardTitle')}
        note={t('discardNote')}
        verb={t('discard')}
        busy={discard.isPending}
        error={discard.error}
        onDo={() =>
          discard.mutate(undefined, {
            onSuccess: () => {
              toast(t('discarded'))
              close()
            },
          })
        }
      />
    </p>
  )
}
