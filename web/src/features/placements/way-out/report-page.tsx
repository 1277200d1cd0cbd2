import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { reportTopics } from '@silian/server/contract/placements/reports'
import { useDraft } from '../../../kernel/draft.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useReportProblem, useWayOut } from './queries.ts'
import css from './way-out.module.css'

type Topic = (typeof reportTopics)[number]

/** A problem, to the school. */
export default function ReportPage() {
  const { t } = useTranslation('wayout')
  const query = useWayOut()
  const report = useReportProblem()
  const issues = useIssues(report.error)
  const toast = useToast()
  const [, go] = useLocation()
  const draft = useDraft<{ topic: Topic | ''; text: string }>('placements.report', { topic: '', text: '' })
  const { topic, text } = draft.value
  return (
    <Loaded query={query}>
      {({ places: [place] }) => (
        <PhonePage
          title={t('report.title')}
          back="/my/way-out"
          footNote={<DraftLine saved={draft.saved} />}
          foot={
            <Button
              kind="primary"
              size="big"
              busy={report.isPending}
              because={!place ? t('home.none') : topic === '' ? t('report.topic') : text.trim().length < 5 && t('report.text')}
              onClick={() =>
                report.mutate({ placementId: place!.id, topic: topic as Topic, text }, {
                  onSuccess: ({ number }) => {
                    draft.clear()
                    toast(t('report.sent', { number }))
                    go('/my/way-out')
                  },
                })
              }
            >
              {t('report.send')}
            </Button>
          }
        >
          <div className={css.form}>
            {place && <p className={css.at}>{t('home.at', { unit: place.unitName, title: place.title })}</p>}
            <RadioGroup label={t('report.topic')} name="topic" value={topic} onChange={(value) => draft.set({ topic: value })} options={reportTopics.map((value) => ({ value, label: t(`report.topics.${value}`) }))} inline />
            {topic === 'papers' && <p className={css.note}>{t('report.papersRule')}</p>}
            <TextArea label={t('report.text')} name="text" hint={t('report.textHint')} error={issues.text} value={text} onChange={(value) => draft.set({ text: value })} rows={6} most={2000} />
            {report.isError && <Refused error={report.error} />}
          </div>
        </PhonePage>
      )}
    </Loaded>
  )
}
