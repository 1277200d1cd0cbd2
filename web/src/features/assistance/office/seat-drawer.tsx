import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Combobox } from '../../../ui/combobox.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { NumberField, TextField, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { beyondFields, useFaultWords, type Fault } from './faults.ts'
import { findAssistancePosts, useAddSeat, useChangeSeat, type Batch, type Seat } from './queries.ts'

/** One more line, or one that nobody has answered. */
export function SeatDrawer({ batch, seat, onClose }: { batch: Batch; seat: Seat | null; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const add = useAddSeat()
  const change = useChangeSeat()
  const [post, setPost] = useState<Option | null>(null)
  const [asked, setAsked] = useState<number | null>(seat?.asked ?? null)
  const [note, setNote] = useState(seat?.note ?? '')
  const [tried, setTried] = useState(false)
  const faults: Record<string, Fault> = {}
  if (!seat && !post) faults['postId'] = 'missing'
  else if (!seat && batch.seats.some(({ postId, state }) => postId === post?.value && ['planned', 'asked', 'confirmed'].includes(state))) faults['postId'] = 'twice'
  if (asked === null || asked < 1) faults['asked'] = 'missing'
  else if (asked > 500) faults['asked'] = 'too_big'
  const failed = add.error ?? change.error
  const error = useFaultWords(tried ? faults : {}, failed)
  const onDo = () => {
    setTried(true)
    if (asked === null || Object.keys(faults).length > 0) return
    const done = (words: string) => ({
      onSuccess: () => {
        toast(words)
        onClose()
      },
    })
    if (seat) change.mutate({ id: seat.id, asked, note: note.trim(), version: seat.version }, done(t('seat.saved')))
    else add.mutate({ id: batch.id, postId: post!.value, asked, note: note.trim() }, done(t('seat.added')))
  }
  return (
    <Drawer open onClose={onClose} title={seat ? t('seat.changeTitle', { post: seat.postTitle }) : t('seat.addTitle')} note={!seat && batch.state !== 'planning' ? t('seat.addNote') : undefined} verb={t(seat ? 'seat.save' : 'seat.add')} busy={add.isPending || change.isPending} error={beyondFields(failed, ['postId', 'asked', 'note'])} onDo={onDo}>
      {!seat && <Combobox name="postId" label={t('form.post')} hint={t('form.postHint')} value={post} error={error('postId')} search={findAssistancePosts} onChange={setPost} />}
      <NumberField name="asked" short label={t('form.seats')} value={asked} error={error('asked')} onChange={setAsked} />
      <TextField name="note" label={t('form.note')} hint={t('form.noteHint')} optional value={note} maxLength={300} error={error('note')} onChange={setNote} />
    </Drawer>
  )
}
