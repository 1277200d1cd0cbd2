import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../../ui/button.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import css from '../desk/desk.module.css'
import type { Question } from './queries.ts'

const topics = ['general', 'machine', 'electric', 'fire', 'chemical', 'traffic', 'health', 'rights'] as const
const kinds = ['single', 'multiple', 'truth'] as const

type Props = { question: Question; onChange: (question: Question) => void; onDone: () => void; onRemove: () => void }

/** One question: words, options, which are right, and why. */
export function QuestionEditor({ question, onChange, onDone, onRemove }: Props) {
  const { t } = useTranslation('placements')
  const set = (change: Partial<Question>) => onChange({ ...question, ...change })
  const toggle = (at: number) => set({ answer: question.kind === 'multiple' ? (question.answer.includes(at) ? question.answer.filter((one) => one !== at) : [...question.answer, at].sort()) : [at] })
  const drop = (at: number) => set({ options: question.options.filter((_one, index) => index !== at), answer: question.answer.filter((one) => one !== at).map((one) => (one > at ? one - 1 : one)) })
  const become = (kind: Question['kind']) => set(kind === 'truth' ? { kind, options: [{ text: '对', textEn: 'True' }, { text: '错', textEn: 'False' }], answer: [question.answer[0] === 1 ? 1 : 0] } : { kind, answer: kind === 'single' ? question.answer.slice(0, 1) : question.answer })
  return (
    <div className={css.editor}>
      <FieldRow>
        <SelectField label={t('bank.topic')} none={null} value={question.topic} options={topics.map((value) => ({ value, label: t(`bank.topics.${value}`) }))} onChange={(topic) => set({ topic: topic as 'fire' })} />
        <SelectField label={t('bank.kind')} none={null} value={question.kind} options={kinds.map((value) => ({ value, label: t(`bank.kinds.${value}`) }))} onChange={(kind) => become(kind as 'single')} />
      </FieldRow>
      <TextArea label={t('bank.text')} most={300} value={question.text} onChange={(text) => set({ text })} />
      <fieldset>
        <legend className="small mut">{t('bank.options')}</legend>
        {question.options.map((option, at) => (
          <div key={at} className={css.option}>
            <label>
              <input type={question.kind === 'multiple' ? 'checkbox' : 'radio'} checked={question.answer.includes(at)} onChange={() => toggle(at)} /> {t('bank.right')}
            </label>
            <TextField tool label={`${t('bank.options')} ${at + 1}`} value={option.text} maxLength={200} disabled={question.kind === 'truth'} onChange={(text) => set({ options: question.options.map((one, index) => (index === at ? { ...one, text } : one)) })} />
            {question.kind !== 'truth' && question.options.length > 2 && <IconButton name="close" label={t('bank.remove')} onClick={() => drop(at)} />}
          </div>
        ))}
        {question.kind !== 'truth' && question.options.length < 6 && (
          <Button kind="text" onClick={() => set({ options: [...question.options, { text: '', textEn: null }] })}>
            {t('bank.addOption')}
          </Button>
        )}
      </fieldset>
      <TextField label={t('bank.why')} optional value={question.why} maxLength={300} onChange={(why) => set({ why })} />
      <div className={css.acts}>
        <Button kind="primary" onClick={onDone}>
          {t('bank.ready')}
        </Button>
        <Button kind="text" onClick={onRemove}>
          {t('bank.remove')}
        </Button>
      </div>
    </div>
  )
}
