import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField, RadioGroup } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { DateField, TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAskForChange, useWayOut } from './queries.ts'
import css from './way-out.module.css'

type Wish = { kind: 'change' | 'leave' | ''; safety: boolean; reason: string; wantedOn: string }

/** Another post, or out. Nobody can refuse the second; for the sake of safety it stops at once. */
export default function ChangePage() {
  const { t } = useTranslation('wayout')
  const query = useWayOut()
  const ask = useAskForChange()
  const issues = useIssues(ask.error)
  const toast = useToast()
  const [, go] = useLocation()
  const draft = useDraft<Wish>('placements.change', { kind: '', safety: false, reason: '', wantedOn: '' })
  const { kind, safety, reason, wantedOn } = draft.value
  return (
    <Loaded query={query}>
      {({ places: [place] }) => (
        <PhonePage
          title={t('change.title')}
          back="/my/way-out"
          footNote={<DraftLine saved={draft.saved} />}
          foot={
            <Button
              kind="primary"
              size="big"
              busy={ask.isPending}
              because={!place?.live ? t('home.none') : kind === '' ? t('change.kind') : reason.trim().length < 5 && t('change.reason')}
              onClick={() =>
                ask.mutate({ placementId: place!.id, kind: kind as 'leave', safety, reason, wantedOn: wantedOn || null }, {
                  onSuccess: ({ number, suspended }) => {
                    draft.clear()
                    toast(t(suspended ? 'change.sentSafety' : 'change.sent', { number }))
                    go('/my/way-out')
                  },
                })
              }
            >
              {t('change.send')}
            </Button>
          }
        >
          <div className={css.form}>
            {place && <p className={css.at}>{t('home.at', { unit: place.unitName, title: place.title })}</p>}
            <p className={css.note}>{t('change.right')}</p>
            <RadioGroup label={t('change.kind')} name="kind" value={kind} onChange={(value) => draft.set({ kind: value })} options={(['change', 'leave'] as const).map((value) => ({ value, label: t(`change.kinds.${value}`) }))} />
            <CheckField label={t('change.safety')} hint={t('change.safetyNote')} checked={safety} onChange={(value) => draft.set({ safety: value })} />
            <TextArea label={t('change.reason')} name="reason" hint={t('change.reasonHint')} error={issues.reason} value={reason} onChange={(value) => draft.set({ reason: value })} rows={5} most={2000} />
            {!safety && <DateField label={t('change.wantedOn')} name="wantedOn" optional error={issues.wantedOn} value={wantedOn} onChange={(value) => draft.set({ wantedOn: value ?? '' })} />}
            {ask.isError && <Refused error={ask.error} />}
          </div>
        </PhonePage>
      )}
    </Loaded>
  )
}
