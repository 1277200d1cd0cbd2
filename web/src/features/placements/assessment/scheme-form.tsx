import { useTranslation } from 'react-i18next'
import { useDraft } from '../../../kernel/draft.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/inputs.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useCohorts, useKeepScheme, useProgrammes, type Scheme } from './desk-queries.ts'
import css from './assessment.module.css'

type Item = Scheme['items'][number]
type Form = { title: string; scope: 'school' | 'programme' | 'cohort'; programmeId: string; cohortId: string; passMark: number | null; items: Item[] }
const item = (code: string, part: Item['part'], kind: Item['kind'], weight: number): Item => ({ code, title: '', part, kind, weight, guide: '' })

export function SchemeForm({ scheme, onClose }: { scheme: Scheme | null; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'assessment'])
  const toast = useToast()
  const keep = useKeepScheme()
  const issues = useIssues(keep.error)
  const programmes = useProgrammes()
  const cohorts = useCohorts()
  const draft = useDraft<Form>(`assessment.scheme.${scheme?.id ?? 'new'}`, scheme
    ? { title: scheme.title, scope: scheme.cohortId ? 'cohort' : scheme.programmeId ? 'programme' : 'school', programmeId: scheme.programmeId ?? '', cohortId: scheme.cohortId ?? '', passMark: scheme.passMark, items: scheme.items }
    : { title: '', scope: 'school', programmeId: '', cohortId: '', passMark: 60, items: [item('i1', 'unit', 'process', 50), item('i2', 'school', 'process', 20), item('i3', 'school', 'result', 30)] })
  const { title, scope, programmeId, cohortId, passMark, items } = draft.value
  const set = (index: number, change: Partial<Item>) => draft.set({ items: items.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  const sum = Math.round(items.reduce((total, { weight }) => total + weight, 0) * 100) / 100
  return (
    <Sheet title={t('schemes.add')}>
      <div className={css.form}>
        <TextField label={t('schemes.name')} name="title" value={title} onChange={(value) => draft.set({ title: value })} error={issues.title} maxLength={100} />
        <RadioGroup label={t('schemes.scope')} value={scope} onChange={(value) => draft.set({ scope: value })} options={(['school', 'programme', 'cohort'] as const).map((value) => ({ value, label: t(`schemes.scopes.${value}`) }))} inline />
        {scope === 'programme' && <SelectField label={t('schemes.programme')} value={programmeId} onChange={(value) => draft.set({ programmeId: value })} options={(programmes.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} error={issues.programmeId} />}
        {scope === 'cohort' && <SelectField label={t('schemes.cohort')} value={cohortId} onChange={(value) => draft.set({ cohortId: value })} options={(cohorts.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} error={issues.cohortId} />}
        <NumberField label={t('schemes.passMark')} value={passMark} onChange={(value) => draft.set({ passMark: value })} error={issues.passMark} short />
        {items.map((one, index) => (
          <div key={one.code} className={css.item}>
            <TextField label={t('schemes.item')} value={one.title} onChange={(value) => set(index, { title: value })} error={issues[`items.${index}.title`]} maxLength={50} />
            <SelectField label={t('schemes.part')} none={null} value={one.part} onChange={(value) => set(index, { part: value as Item['part'] })} options={(['unit', 'school'] as const).map((value) => ({ value, label: t(`assessment:parts.${value}`) }))} />
            <SelectField label={t('schemes.kind')} none={null} value={one.kind} onChange={(value) => set(index, { kind: value as Item['kind'] })} options={(['process', 'result', 'attendance'] as const).map((value) => ({ value, label: t(`assessment:itemKinds.${value}`) }))} />
            <NumberField label={t('schemes.weight')} digits={2} value={one.weight} onChange={(value) => set(index, { weight: value ?? 0 })} />
            <TextField label={t('schemes.guide')} optional value={one.guide} onChange={(value) => set(index, { guide: value })} maxLength={300} />
            <Button kind="text" onClick={() => draft.set({ items: items.filter((_, at) => at !== index) })}>{t('schemes.remove')}</Button>
          </div>
        ))}
        <span className={css.deeds}>
          <Button onClick={() => draft.set({ items: [...items, item(`i${Date.now().toString(36)}`, 'unit', 'process', 0)] })}>{t('schemes.addItem')}</Button>
          <span className={sum === 100 ? css.note : css.missing}>{t('schemes.sum', { sum })}</span>
          <DraftLine saved={draft.saved} />
        </span>
        {keep.isError && <Refused error={keep.error} />}
        <span className={css.deeds}>
          <Button
            kind="primary"
            busy={keep.isPending}
            because={title.trim().length < 2 ? t('schemes.name') : items.some((one) => one.title.trim() === '') && t('schemes.item')}
            onClick={() =>
              keep.mutate({ ...(scheme ? { id: scheme.id } : {}), version: scheme?.version ?? 1, title, items, passMark: passMark ?? 60, programmeId: scope === 'programme' ? programmeId || null : null, cohortId: scope === 'cohort' ? cohortId || null : null }, {
                onSuccess: () => {
                  draft.clear()
                  toast(t('schemes.saved'))
                  onClose()
                },
              })
            }
          >
            {t('schemes.save')}
          </Button>
        </span>
      </div>
    </Sheet>
  )
}
