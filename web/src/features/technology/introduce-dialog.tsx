import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useIntroduce } from './introductions/queries.ts'

export type Pair = { title: string; needId: string; achievementId?: string; teamId?: string }

/** 一键发起对接: one sentence if one likes, and it lies with the other side. */
export function IntroduceDialog({ pair: { title, ...pair }, onClose }: { pair: Pair; onClose: () => void }) {
  const { t } = useTranslation('technology')
  const toast = useToast()
  const [, navigate] = useLocation()
  const introduce = useIntroduce()
  const [message, setMessage] = useState('')
  const onDo = () =>
    introduce.mutate(
      { ...pair, proposed: true, ...(message.trim() ? { message: message.trim() } : {}) },
      {
        onSuccess: ({ id }) => {
          toast(t('proposals.sent'))
          onClose()
          navigate(`/introductions/${id}`)
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('proposals.ask', { title })} note={t('proposals.note')} verb={t('proposals.introduce')} onDo={onDo} busy={introduce.isPending} error={introduce.error}>
      <TextArea label={t('proposals.message')} hint={t('proposals.messageHint')} rows={3} most={500} value={message} onChange={setMessage} />
    </Dialog>
  )
}
