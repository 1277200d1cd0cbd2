import { useTranslation } from 'react-i18next'
import { facts, sentenceRoles } from '@silian/server/contract/services/policies'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../ui/inputs.tsx'
import { emptyCondition, shapeOf, type TypedCondition, type TypedSentence } from './policy-form.ts'
import type { Fact } from './policy-queries.ts'
import css from './services.module.css'

/** One sentence as it stands in the document, and what it asks, as data. */
export function SentenceEditor({ at, sentence, onChange }: { at: number; sentence: TypedSentence; onChange: (sentence: TypedSentence | null) => void }) {
  const { t } = useTranslation('services')
  const set = (changes: Partial<TypedSentence>) => onChange({ ...sentence, ...changes })
  const change = (place: number, condition: TypedCondition | null) => set({ conditions: sentence.conditions.flatMap((one, index) => (index !== place ? [one] : condition ? [condition] : [])) })
  return (
    <div className={css.sentence} role="group" aria-label={t('policy.form.sentence', { count: at + 1 })}>
      <TextArea label={`${t('policy.form.sentence', { count: at + 1 })}　${t('policy.form.text')}`} value={sentence.text} most={1000} onChange={(text) => set({ text })} />
      <RadioGroup inline label={t('policy.form.role')} value={sentence.role} options={sentenceRoles.map((value) => ({ value, label: t(`policy.roles.${value}`) }))} onChange={(role) => set({ role })} />
      {sentence.role !== 'plain' && sentence.conditions.map((condition, place) => <ConditionRow key={place} condition={condition} onChange={(one) => change(place, one)} />)}
      <div className={css.decisions}>
        {sentence.role !== 'plain' && (
          <Button kind="text" icon="plus" onClick={() => set({ conditions: [...sentence.conditions, emptyCondition] })}>
            {t('policy.form.addCondition')}
          </Button>
        )}
        <Button kind="text" onClick={() => onChange(null)}>
          {t('policy.form.removeSentence')}
        </Button>
      </div>
    </div>
  )
}

function ConditionRow({ condition, onChange }: { condition: TypedCondition; onChange: (condition: TypedCondition | null) => void }) {
  const { t } = useTranslation('services')
  const set = (changes: Partial<TypedCondition>) => onChange({ ...condition, ...changes })
  const shape = shapeOf(condition.fact)
  return (
    <div className={css.condition}>
      <SelectField label={t('policy.form.fact')} none={null} value={condition.fact} options={facts.map((value) => ({ value, label: t(`policy.facts.${value}`) }))} onChange={(fact) => set({ fact: fact as Fact, list: '' })} />
      {shape === 'bounds' ? (
        <FieldRow>
          <NumberField label={t('policy.form.min')} value={condition.min} onChange={(min) => set({ min })} />
          <NumberField label={t('policy.form.max')} value={condition.max} onChange={(max) => set({ max })} />
        </FieldRow>
      ) : shape === 'is' ? (
        <SelectField label={t('policy.form.is')} none={null} value={String(condition.is)} options={[{ value: 'true', label: t('policy.yes') }, { value: 'false', label: t('policy.no') }]} onChange={(is) => set({ is: is === 'true' })} />
      ) : (
        <Choice condition={condition} set={set} />
      )}
      <Button kind="text" onClick={() => onChange(null)}>
        {t('policy.form.removeCondition')}
      </Button>
    </div>
  )
}

const known: Partial<Record<Fact, readonly string[]>> = {
  kind: ['enterprise', 'school', 'park', 'innovation_platform', 'association'],
  size: ['large', 'medium', 'small', 'micro'],
  seat: ['member', 'council', 'standing_council', 'vice_chair', 'chair'],
}

/** Codes and towns are typed; what has only a few values is chosen. */
function Choice({ condition, set }: { condition: TypedCondition; set: (changes: Partial<TypedCondition>) => void }) {
  const { t } = useTranslation(['services', 'members'])
  const values = known[condition.fact]
  const prefixes = shapeOf(condition.fact) === 'prefixes'
  if (!values) return <TextField label={t(prefixes ? 'policy.form.prefixes' : 'policy.form.in')} hint={t(prefixes ? 'policy.form.prefixesHint' : 'policy.form.inHint')} value={condition.list} onChange={(list) => set({ list })} />
  const chosen = condition.list.split('、').filter((one) => one !== '')
  const group = { kind: 'kinds', size: 'sizes', seat: 'seats' }[condition.fact as 'kind']
  return (
    <fieldset>
      <legend className="small mut">{t('policy.form.in')}</legend>
      {values.map((value) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => set({ list: values.filter((one) => (one === value) !== chosen.includes(one)).join('、') })} /> {t(`members:${group}.${value}` as 'members:kinds.school')}{' '}
        </label>
      ))}
    </fieldset>
  )
}
