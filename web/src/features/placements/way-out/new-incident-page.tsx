import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { incidentKinds, severities } from '@silian/server/contract/placements/incidents'
import { useDraft } from '../../../kernel/draft.ts'
import { useSession } from '../../../kernel/session.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { MomentField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useLivePlacements, useReportIncident } from './queries.ts'
import css from './way-out.module.css'

type Wish = { placementId: string; kind: (typeof incidentKinds)[number] | ''; severity: (typeof severities)[number]; happenedAt: string; place: string; text: string }

/** Whoever is there reports it: student, teacher or firm; from here 24 hours run. */
export default function NewIncidentPage() {
  const { t } = useTranslation('wayout')
  const student = useSession()?.seat?.role === 'student'
  const query = useLivePlacements()
  const report = useReportIncident()
  const issues = useIssues(report.error)
  const toast = useToast()
  const [, go] = useLocation()
  const [now] = useState(() => new Date().toISOString())
  const draft = useDraft<Wish>('placements.incident', { placementId: '', kind: '', severity: 'light', happenedAt: now, place: '', text: '' })
  const wish = draft.value
  const back = student ? '/my/way-out' : '/incidents'
  return (
    <Loaded query={query}>
      {({ rows }) => {
        const placementId = wish.placementId || (rows.length === 1 ? rows[0]!.id : '')
        return (
          <PhonePage
            title={t('incident.reportTitle')}
            back={back}
            footNote={<DraftLine saved={draft.saved} />}
            foot={
              <Button
                kind="primary"
                size="big"
                busy={report.isPending}
                because={placementId === '' ? t('incident.which') : wish.kind === '' ? t('incident.kind') : wish.place.trim().length < 2 ? t('incident.place') : wish.text.trim().length < 5 && t('incident.text')}
                onClick={() =>
                  report.mutate({ placementId, kind: wish.kind as 'other', severity: wish.severity, happenedAt: wish.happenedAt, place: wish.place, text: wish.text }, {
                    onSuccess: ({ id, number }) => {
                      draft.clear()
                      toast(t('incident.sent', { number }))
                      go(student ? back : `/incidents/${id}`)
                    },
                  })
                }
              >
                {t('incident.send')}
              </Button>
            }
          >
            <div className={css.form}>
              <p className={css.danger}>{t('home.danger')}</p>
              {rows.length > 1 && <SelectField label={t('incident.which')} none="—" value={placementId} onChange={(value) => draft.set({ placementId: value })} options={rows.map((row) => ({ value: row.id, label: student ? row.unitName : `${row.studentName} · ${row.unitName}` }))} />}
              <RadioGroup label={t('incident.kind')} value={wish.kind} onChange={(kind) => draft.set({ kind })} options={incidentKinds.map((value) => ({ value, label: t(`incident.kinds.${value}`) }))} inline />
              <RadioGroup label={t('incident.severity')} value={wish.severity} onChange={(severity) => draft.set({ severity })} options={severities.map((value) => ({ value, label: t(`incident.severities.${value}`) }))} inline />
              <MomentField label={t('incident.happenedAt')} name="happenedAt" error={issues.happenedAt} value={wish.happenedAt} onChange={(happenedAt) => draft.set({ happenedAt: happenedAt ?? now })} />
              <TextField label={t('incident.place')} name="place" error={issues.place} value={wish.place} onChange={(place) => draft.set({ place })} maxLength={200} />
              <TextArea label={t('incident.text')} name="text" error={issues.text} value={wish.text} onChange={(text) => draft.set({ text })} rows={5} most={2000} />
              {report.isError && <Refused error={report.error} />}
            </div>
          </PhonePage>
        )
      }}
    </Loaded>
  )
}
