import type { RuleFault } from '@silian/algorithms/round-faults'
import type { RulesView } from '@silian/server/contract/rounds/rule'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { ErrorSummary } from '../../../ui/field.tsx'
import { NumberField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { FormBar } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useRules, useSaveRules } from '../desk/queries.ts'
import { ClaimsPanel } from './claims-panel.tsx'
import { useFaultsAt, useFaultText } from './fault-text.ts'
import { LimitsSheet } from './limits-sheet.tsx'
import { MechanismSheet } from './mechanism-sheet.tsx'
import css from './rule.module.css'
import { bodyOf, faultsOf, formOf, ruledOf, type Change, type RulesForm } from './rules-form.ts'
import { SeatsSheet } from './seats-sheet.tsx'
import { TiesSheet } from './ties-sheet.tsx'

/** All a round is set to, on one page; beside it what that keeps. Once wishes are open the round's own page tells it. */
export default function RulesPage() {
  const { t } = useTranslation(['matching', 'rounds'])
  const { roundId = '' } = useParams()
  const query = useRules(roundId)
  if (query.data && !query.data.can.edit) return <Redirect to={`/rounds/${roundId}`} replace />
  if (query.data) return <Rules key={query.data.version} view={query.data} />
  return (
    <Page title={t('title')} crumbs={[{ label: t('rounds:nav'), href: '/rounds' }]}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

function Rules({ view }: { view: RulesView }) {
  const { t } = useTranslation(['matching', 'rounds'])
  const { stamp } = useFormat()
  const [, navigate] = useLocation()
  const toast = useToast()
  const save = useSaveRules(view.roundId)
  const draft = useDraft<RulesForm>(`rounds.${view.roundId}.rules.${view.version}`, formOf(view))
  const form = draft.value
  const { set } = draft
  const onChange: Change = useCallback((change) => set(change), [set])
  const faults = faultsOf(view, form)
  const faultsAt = useFaultsAt(faults)
  const errors = useErrors(view, faults)
  const props = { view, form, faultsAt, onChange }
  /** A promise, because the page of settings that were kept is a new one, and nothing would call back the old one. */
  const onSave = () =>
    void save.mutateAsync(bodyOf(view, form)).then(
      () => {
        draft.clear()
        toast(t('saved'))
        navigate(`/rounds/${view.roundId}`)
      },
      () => undefined,
    )
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ label: t('rounds:nav'), href: '/rounds' }, { label: view.number, href: `/rounds/${view.roundId}` }, { label: view.title }]}>
      {draft.restoredAt && (
        <p className={css.restored}>
          {t('restored', { at: stamp(draft.restoredAt) })}{' '}
          <Button kind="text" onClick={draft.discard}>
            {t('discard')}
          </Button>
        </p>
      )}
      <div className={css.page}>
        <Stack>
          <MechanismSheet {...props} />
          {form.rule.mechanism !== 'total-satisfaction' && <TiesSheet rule={form.rule} faultsAt={faultsAt} onChange={(rule) => onChange({ rule })} />}
          <SeatsSheet {...props} />
          <LimitsSheet {...props} />
          <Sheet title={t('privacy.title')}>
            <NumberField
              short
              label={t('privacy.label')}
              hint={t('privacy.note')}
              value={form.rule.privacyFloor}
              onChange={(privacyFloor) => onChange({ rule: { ...form.rule, privacyFloor: Math.max(1, Math.min(10, Math.round(privacyFloor ?? 3))) } })}
            />
          </Sheet>
        </Stack>
        <aside className={css.aside}>
          <ClaimsPanel ruled={ruledOf(view, form)} further={view.further} />
          <ErrorSummary errors={errors} />
          {save.isError && <Refused error={save.error} />}
        </aside>
      </div>
      <FormBar note={faults.length === 0 && t('noFaults')}>
        <Button kind="primary" size="form" busy={save.isPending} because={faults.length > 0 && t('faults', { count: errors.length })} onClick={onSave}>
          {t('save')}
        </Button>
        <DraftLine saved={draft.saved} />
      </FormBar>
    </Page>
  )
}

/** Every fault with a name, and a jump to where it is put right; of many posts with the same fault the first. */
function useErrors(view: RulesView, faults: readonly RuleFault[]) {
  const { t } = useTranslation('matching')
  const text = useFaultText()
  const fieldName = (field: string) => (field === 'reserves' ? t('feature.reserves') : field === 'schoolCap' ? t('posts.schoolCap') : field === 'target' ? t('posts.target') : field === 'minimum' ? t('posts.minimum') : '')
  const places = new Map<string, { name: string; label: string; error: string; count: number }>()
  for (const fault of faults) {
    const [group, at, field] = fault.path
    const label =
      group === 'weights' ? t('weights') : group === 'limits' ? [t('limits.title'), typeof at === 'number' && String(at + 1)].filter(Boolean).join(' ') : group === 'posts' ? `${view.posts[at as number]!.title} ${fieldName(String(field))}` : at === 'mechanism' ? t('mechanism.title') : t('ties.title')
    // What the mechanism cannot keep has no column of its own: there is a button that takes it away.
    const name = group === 'rule' ? String(at) : group === 'posts' && fault.code === 'does_not_fit' ? `misfit-${String(field)}` : [group, at, group === 'posts' && field !== 'scoring' && field].filter((part) => part !== undefined && part !== false).join('-')
    const key = group === 'posts' ? `posts ${String(field)} ${fault.code}` : name + fault.code
    const before = places.get(key)
    places.set(key, before ? { ...before, count: before.count + 1 } : { name, label, error: text(fault), count: 1 })
  }
  return [...places.values()].map(({ count, label, ...place }) => ({ ...place, label: count > 1 ? `${label}（${count}）` : label }))
}
