import type { LetterView } from '@silian/server/contract/rounds/letters'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { useAnswer } from './queries.ts'

/** Print, and while answers are asked for: accept or decline. */
export function AnswerFoot({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('student')
  const format = useFormat()
  const answer = useAnswer(letter.roundId)
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      {letter.answer && <p>{t(letter.answer === 'accepted' ? 'letter.accepted' : 'letter.declined', { when: format.stamp(letter.answeredAt!) })}</p>}
      <Button size="big" icon="print" onClick={() => window.print()}>
        {t('letter.print')}
      </Button>
      {letter.can.answer && (
        <>
          <Button size="big" onClick={() => setDeclining(true)}>
            {t('letter.decline')}
          </Button>
          <Button kind="primary" size="big" busy={answer.isPending} onClick={() => answer.mutate({ answer: 'accepted' })}>
            {t('letter.accept')}
          </Button>
        </>
      )}
      <Dialog
        open={declining}
        onClose={() => setDeclining(false)}
        title={t('letter.declineTitle')}
        note={t('letter.declineNote')}
        verb={t('letter.declineDo')}
        kind="risk"
        busy={answer.isPending}
        because={reason.trim().length === 0 && t('letter.declineLabel')}
        error={answer.error}
        onDo={() => answer.mutate({ answer: 'declined', reason }, { onSuccess: () => setDeclining(false) })}
      >
        <TextArea label={t('letter.declineLabel')} value={reason} onChange={setReason} most={500} />
      </Dialog>
    </>
  )
}
