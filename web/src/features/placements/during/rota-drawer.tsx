import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingView } from '@silian/server/contract/needs/law'
import { ApiError } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { DateField, NumberField, SelectField, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './desk.module.css'
import { FindingList } from './finding-list.tsx'
import { useWriteRota, type Rota } from './queries.ts'

type Line = { key: string; day: string; from: string; until: string; breakMinutes: number; filingNumber: string; filedOn: string; reason: string; filed: boolean }
const lineOf = ({ id, day, from, until, breakMinutes, filingNumber, filedOn, reason }: Rota['planned'][number]): Line => ({ key: id, day, from, until, breakMinutes, filingNumber: filingNumber ?? '', filedOn: filedOn ?? '', reason: reason ?? '', filed: filingNumber !== null })
const fresh = (day: string): Line => ({ key: crypto.randomUUID(), day, from: '08:30', until: '17:30', breakMinutes: 60, filingNumber: '', filedOn: '', reason: '', filed: false })

/** The whole week at once; begun from its working days, or, for what came, from the plan. */
export function RotaDrawer({ rota, kind, placementId, onClose }: { rota: Rota; kind: 'planned' | 'actual'; placementId: string; onClose: () => void }) {
  const { t } = useTranslation('during')
  const { day, weekday } = useFormat()
  const toast = useToast()
  const write = useWriteRota(placementId, rota.week)
  const issues = useIssues(write.error)
  const known = rota[kind]
  const within = rota.days.filter((one) => one.day >= rota.startsOn && one.day <= rota.lastDay)
  const [lines, setLines] = useState<Line[]>(() => (known.length > 0 ? known.map(lineOf) : kind === 'actual' ? rota.planned.map((one) => ({ ...lineOf(one), key: crypto.randomUUID() })) : within.filter(({ works }) => works).map((one) => fresh(one.day))))
  const set = (key: string, change: Partial<Line>) => setLines((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const findings = write.error instanceof ApiError ? ((write.error.details.findings as FindingView[] | undefined) ?? []) : []
  const reasons = kind === 'actual' || findings.some(({ severity }) => severity === 'warn')
  const onDo = () =>
    write.mutate(
      { kind, seen: known.map(({ id }) => id), shifts: lines.map(({ key: _key, filed, filingNumber, filedOn, reason, ...line }) => ({ ...line, filingNumber: filed ? filingNumber || null : null, filedOn: filed ? filedOn || null : null, reason: reason || null })) },
      {
        onSuccess: () => {
          toast(t('rota.saved'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t(kind === 'planned' ? 'rota.titlePlanned' : 'rota.titleActual', { week: day(rota.week) })} note={t('rota.lead')} verb={t(kind === 'planned' ? 'rota.save' : 'rota.saveActual')} onDo={onDo} busy={write.isPending} error={findings.length > 0 || Object.keys(issues).length > 0 ? undefined : write.error}>
      <div className={css.group}>
        {findings.length > 0 && (
          <div role="alert">
            <b>{t(findings.some(({ severity }) => severity === 'block') ? 'rota.forbidden' : 'rota.warned')}</b>
            <FindingList findings={findings} group="during" />
          </div>
        )}
        {lines.map((line, at) => (
          <div key={line.key} className={css.stack}>
            <SelectField label={t('visits.columns.day')} none={null} value={line.day} error={issues[`shifts.${at}.day`]} options={rota.days.map((one) => ({ value: one.day, label: `${day(one.day)} ${weekday(one.day)}${one.works ? '' : `（${t('rota.rest')}）`}` }))} onChange={(value) => set(line.key, { day: value })} />
            <TextField type="time" label={t('rota.from')} value={line.from} error={issues[`shifts.${at}.from`]} onChange={(from) => set(line.key, { from })} />
            <TextField type="time" label={t('rota.until')} value={line.until} error={issues[`shifts.${at}.until`]} onChange={(until) => set(line.key, { until })} />
            <NumberField label={t('rota.breakMinutes')} value={line.breakMinutes} error={issues[`shifts.${at}.breakMinutes`]} onChange={(value) => set(line.key, { breakMinutes: value ?? 0 })} />
            {line.filed && (
              <>
                <TextField label={t('rota.filingNumber')} value={line.filingNumber} maxLength={60} error={issues[`shifts.${at}.filingNumber`]} onChange={(filingNumber) => set(line.key, { filingNumber })} />
                <DateField label={t('rota.filedOn')} value={line.filedOn} error={issues[`shifts.${at}.filedOn`]} onChange={(filedOn) => set(line.key, { filedOn })} />
              </>
            )}
            {reasons && <TextField label={t('rota.reason')} hint={t('rota.reasonHint')} value={line.reason} maxLength={300} onChange={(reason) => set(line.key, { reason })} />}
            <div className={css.deeds}>
              {!line.filed && <Button kind="text" onClick={() => set(line.key, { filed: true })}>{t('rota.exception')}</Button>}
              <Button kind="text" onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}>{t('rota.remove')}</Button>
            </div>
          </div>
        ))}
        <Button onClick={() => setLines([...lines, fresh(within[0]?.day ?? rota.week)])}>{t('rota.add')}</Button>
      </div>
    </Drawer>
  )
}
