import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSession } from '../../kernel/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BurdenNote } from '../services/burden-note.tsx'
import { useBurden } from '../services/contact-queries.ts'
import { useIntroduce } from './introductions/queries.ts'
import css from './technology.module.css'

export type Pair = { title: string; needId: string; achievementId?: string; teamId?: string; /** Firms that are asked by it. */ firms: readonly string[] }

/** 一键发起对接: one sentence if one likes, and it lies with the other side. */
export function IntroduceDialog({ pair: { title, firms, ...pair }, onClose }: { pair: Pair; onClose: () => void }) {
  const { t } = useTranslation('technology')
  const toast = useToast()
  const [, navigate] = useLocation()
  const introduce = useIntroduce()
  const [message, setMessage] = useState('')
  // A firm reads only what it received itself.
  const looks = useSession()?.seat?.role !== 'enterprise_contact'
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
      <div className={css.under}>
        {looks && firms.map((organisationId) => <Received key={organisationId} organisationId={organisationId} />)}
        <TextArea label={t('proposals.message')} hint={t('proposals.messageHint')} rows={3} most={500} value={message} onChange={setMessage} />
      </div>
    </Dialog>
  )
}

/** What a firm received this month, before it is asked once more. */
function Received({ organisationId }: { organisationId: string }) {
  const burden = useBurden(organisationId)
  return burden.data ? <BurdenNote burden={burden.data} looked /> : null
}
