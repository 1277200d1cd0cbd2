import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import type { MyComplaint } from './queries.ts'
import css from './way-out.module.css'

type Props = { complaint: MyComplaint; busy: boolean; error: unknown; onReply: (body: { text?: string; close?: boolean }, done: () => void) => void }

/** What was complained of and what came back: the same for one who signed in and one with a receipt. */
export function ComplaintThread({ complaint, busy, error, onReply }: Props) {
  const { t } = useTranslation('wayout')
  const { stamp, deadline } = useFormat()
  const [text, setText] = useState('')
  return (
    <article className={css.card}>
      <p className={css.note}>
        {complaint.number} · {complaint.authorityName} · {t(`complaint.topics.${complaint.topic}`)} · {t(`complaint.states.${complaint.state}`)}
        {complaint.dueAt && ` · ${t('complaint.until', { due: deadline(complaint.dueAt) })}`}
      </p>
      <p>{complaint.text}</p>
      {complaint.messages.map(({ id, kind, text: words, at }) => (
        <div key={id} className={kind === 'reply' ? css.mine : kind === 'question' ? css.asked : css.answer}>
          <small className={css.note}>
            {t(`complaint.messages.${kind}`)} · {stamp(at)}
          </small>
          <p>{words}</p>
        </div>
      ))}
      {complaint.looks.map(({ at, reason }) => (
        <p key={at} className={css.note}>
          {t('complaint.looks', { at: stamp(at), reason })}
        </p>
      ))}
      {complaint.can.reply && <TextArea label={t('complaint.reply')} optional value={text} onChange={setText} rows={2} most={5000} />}
      {error !== null && error !== undefined && <Refused error={error} />}
      {complaint.can.reply && (
        <span className={css.deeds}>
          <Button size="form" busy={busy} because={text.trim().length < 2 && t('complaint.reply')} onClick={() => onReply({ text }, () => setText(''))}>
            {t('complaint.sendReply')}
          </Button>
          <Button kind="text" size="form" busy={busy} onClick={() => onReply({ close: true }, () => {})}>
            {t('complaint.settle')}
          </Button>
        </span>
      )}
    </article>
  )
}
