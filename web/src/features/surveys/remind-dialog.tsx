import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useLookBeforeReminding, useRemind, type SurveyView } from './queries.ts'
import css from './surveys.module.css'

const namedAtMost = 6

/** What the silent firms received this month stands before the button: those at the threshold are left alone, or somebody says why not. */
export function RemindDialog({ survey, speaker, onClose }: { survey: SurveyView; speaker?: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('surveys')
  const toast = useToast()
  const look = useLookBeforeReminding(survey.id, speaker)
  const remind = useRemind(survey.id)
  const [sparing, setSparing] = useState(true)
  const [reason, setReason] = useState('')
  const above = look.data?.above ?? []
  const explained = above.length > 0 && !sparing
  const onDo = () =>
    remind.mutate(
      { ...(speaker ? { speaker } : {}), sparing: above.length > 0 && sparing, ...(explained && reason.trim() ? { reason: reason.trim() } : {}) },
      {
        onSuccess: (done) => {
          toast(t('progress.reminded', done))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('progress.remindTitle')} note={t('progress.remindNote')} verb={t('progress.remind')} because={!look.data ? t('progress.remindNote') : explained && reason.trim() === '' ? t('progress.remindReason') : null} busy={remind.isPending} error={remind.error} onDo={onDo}>
      <Loaded query={look} rows={3}>
        {({ silent, spread, threshold }) => (
          <>
            <p>{t('progress.remindSilent', { count: silent })}</p>
            <p className={css.note}>
              {spread
                .filter(({ firms }) => firms > 0)
                .map(({ contacts, firms }) => t(contacts === threshold ? 'progress.remindTimesMore' : 'progress.remindTimes', { count: contacts, firms }))
                .join(i18n.language === 'en' ? '; ' : '；')}
            </p>
            {above.length > 0 && (
              <>
                <p>
                  {t('progress.remindAbove', { count: above.length, threshold })}
                  {i18n.language === 'en' ? ': ' : '：'}
                  {above.slice(0, namedAtMost).map((one) => `${one.organisationName} ${one.forms + one.visits + one.calls}`).join(i18n.language === 'en' ? ', ' : '、')}
                  {above.length > namedAtMost && ` ${t('progress.remindMore', { count: above.length - namedAtMost })}`}
                </p>
                <CheckField label={t('progress.remindSpare')} checked={sparing} onChange={setSparing} />
                {!sparing && <TextArea name="reason" label={t('progress.remindReason')} rows={2} most={300} value={reason} onChange={setReason} />}
              </>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  )
}
