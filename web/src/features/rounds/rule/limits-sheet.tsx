import { fits, limitKinds, type LimitKind } from '@silian/algorithms/round-rule'
import type { RulesView } from '@silian/server/contract/rounds/rule'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../../ui/button.tsx'
import { NumberField, SelectField, type Option } from '../../../ui/inputs.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { FaultsAt } from './fault-text.ts'
import css from './rule.module.css'
import type { Change, LimitForm, RulesForm } from './rules-form.ts'

type Props = { view: RulesView; form: RulesForm; faultsAt: FaultsAt; onChange: Change }

/** At most so many over several posts; only where the mechanism keeps such limits, or some are left from before. */
export function LimitsSheet({ view, form, faultsAt, onChange }: Props) {
  const { t } = useTranslation('matching')
  const { limits, rule } = form
  const kinds = limitKinds.filter((kind) => fits(rule.mechanism, kind))
  if (kinds.length === 0 && limits.length === 0) return null
  const add = (kind: LimitKind) => onChange({ limits: [...limits, { kind, organisationId: null, schoolId: null, region: null, most: null }] })
  const fault = faultsAt('limits')
  return (
    <Sheet title={t('limits.title')}>
      <p className={css.note}>
        {t('limits.note')} {rule.mechanism === 'flexible' && t('limits.note2')}
      </p>
      <div id="field-limits" tabIndex={-1}>
        {limits.length === 0 && <p className="mut">{t('limits.empty')}</p>}
        {fault && <p className={css.fault}>{fault}</p>}
      </div>
      <ol className={css.limits}>
        {limits.map((limit, at) => (
          <li key={at} id={`field-limits-${at}`} tabIndex={-1}>
            <span className={css.number}>{at + 1}</span>
            <Limit view={view} limit={limit} at={at} onChange={(changed) => onChange({ limits: limits.with(at, changed) })} />
            <IconButton name="trash" label={t('limits.remove', { n: at + 1 })} onClick={() => onChange({ limits: limits.toSpliced(at, 1) })} />
            {faultsAt('limits', at) && <p className={css.fault}>{faultsAt('limits', at)}</p>}
          </li>
        ))}
      </ol>
      <div className={css.buttons}>
        {kinds.map((kind) => (
          <Button key={kind} icon="plus" onClick={() => add(kind)}>
            {t(`limits.add.${kind}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  )
}

function Limit({ view, limit, at, onChange }: { view: RulesView; limit: LimitForm; at: number; onChange: (limit: LimitForm) => void }) {
  const { t } = useTranslation('matching')
  const firms = [...new Map(view.posts.map(({ organisationId, organisationName }) => [organisationId, organisationName]))].map(([value, label]): Option => ({ value, label }))
  const schools = view.schools.map(({ id, name }): Option => ({ value: id, label: name }))
  const regions = view.regions.map(({ code, name }): Option => ({ value: code, label: name }))
  return (
    <div className={css.limit}>
      {limit.kind === 'school_firm' && (
        <SelectField tool label={t('limits.school')} value={limit.schoolId ?? ''} none={t('limits.everySchool')} options={schools} onChange={(schoolId) => onChange({ ...limit, schoolId: schoolId || null })} />
      )}
      {limit.kind !== 'region' && (
        <SelectField
          tool
          label={t('limits.firm')}
          value={limit.organisationId ?? ''}
          none={limit.kind === 'school_firm' ? t('limits.everyFirm') : undefined}
          options={firms}
          onChange={(organisationId) => onChange({ ...limit, organisationId: organisationId || null })}
        />
      )}
      {limit.kind === 'region' && <SelectField tool label={t('limits.region')} value={limit.region ?? ''} options={regions} onChange={(region) => onChange({ ...limit, region: region || null })} />}
      <NumberField tool short name={`limits-${at}-most`} label={t('limits.most')} value={limit.most} onChange={(most) => onChange({ ...limit, most: most === null ? null : Math.max(0, Math.round(most)) })} />
    </div>
  )
}
