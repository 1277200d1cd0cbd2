import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { educations, lineKinds } from '@silian/server/contract/surveys/responses'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../ui/inputs.tsx'
import { findCodes } from '../needs/queries.ts'
import type { Draft } from './answer-form.ts'

type Props = { line: Draft; number: number; onKeep: (line: Draft) => void; onRemove?: () => void; onClose: () => void }

/** One line of demand. What is wrong with it is said when the whole answer is sent, all at once. */
export function LineDrawer({ line, number, onKeep, onRemove, onClose }: Props) {
  const { t } = useTranslation('surveys')
  const [draft, setDraft] = useState(line)
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const [skills, setSkills] = useState(line.skills?.join('\n') ?? '')
  const keep = () => onKeep({ ...draft, skills: [...new Set(skills.split('\n').map((one) => one.trim()).filter((one) => one !== ''))] })
  return (
    <Drawer open onClose={onClose} title={t('answer.lineTitle', { number })} verb={t('answer.keep')} onDo={keep}>
      <Combobox
        name="occupationCode"
        label={t('line.occupation')}
        hint={t('line.occupationHint')}
        value={draft.occupationCode ? { value: draft.occupationCode, label: draft.occupationName ?? draft.occupationCode } : null}
        search={(text, signal) => findCodes('occupation', text, signal, '细类')}
        onChange={(option) => set({ occupationCode: option?.value ?? '', occupationName: option?.label ?? null })}
      />
      <FieldRow>
        <NumberField name="people" label={t('line.people')} unit={t('line.person')} value={draft.people} onChange={(people) => set({ people })} />
        <SelectField name="kind" label={t('line.kind')} none={null} value={draft.kind} options={lineKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(kind) => set({ kind })} />
      </FieldRow>
      <FieldRow>
        <SelectField name="education" label={t('line.education')} none={null} value={draft.education} options={educations.map((value) => ({ value, label: t(`educations.${value}`) }))} onChange={(education) => set({ education })} />
        <NumberField name="experienceYears" label={t('line.experienceYears')} unit={t('line.year')} value={draft.experienceYears ?? null} onChange={(experienceYears) => set({ experienceYears })} />
      </FieldRow>
      <SelectField name="skillGrade" label={t('line.skillGrade')} none={t('skillGrades.any')} value={draft.skillGrade ? `${draft.skillGrade}` : ''} options={([5, 4, 3, 2, 1] as const).map((grade) => ({ value: `${grade}`, label: t(`skillGrades.g${grade}`) }))} onChange={(grade) => set({ skillGrade: grade === '' ? null : Number(grade) })} />
      <FieldRow>
        <NumberField name="payMin" label={t('line.payMin')} optional unit={t('line.yuan')} value={draft.payMin ?? null} onChange={(payMin) => set({ payMin })} />
        <NumberField name="payMax" label={t('line.payMax')} optional unit={t('line.yuan')} value={draft.payMax ?? null} onChange={(payMax) => set({ payMax })} />
      </FieldRow>
      <TextField name="startMonth" label={t('line.startMonth')} placeholder="2027-03" value={draft.startMonth} maxLength={7} onChange={(startMonth) => set({ startMonth })} />
      <TextArea name="skills" label={t('line.skills')} hint={t('line.skillsHint')} optional value={skills} onChange={setSkills} />
      {onRemove && (
        <Button kind="risk" onClick={onRemove}>
          {t('answer.remove')}
        </Button>
      )}
    </Drawer>
  )
}
