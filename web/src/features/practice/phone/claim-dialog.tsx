import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, NumberField, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { lengthOf } from '../days.ts'
import { useAddClaim } from '../queries.ts'

type Written = { organisationName: string; startsOn: string; endsOn: string; typed: number | null; source: string }

/** Past days: written down as claimed; the evidence comes next. The school's office says whose; null is nobody yet. */
export function ClaimDialog({ teacherId, onClose, children }: { teacherId?: string | null; onClose: () => void; children?: ReactNode }) {
  const { t } = useTranslation('practice')
  const toast = useToast()
  const add = useAddClaim()
  const draft = useDraft<Written>(`practice-claim.${teacherId === undefined ? 'mine' : 'office'}`, { organisationName: '', startsOn: '', endsOn: '', typed: null, source: '' })
  const { organisationName, startsOn, endsOn, typed, source } = draft.value
  const days = typed ?? lengthOf(startsOn, endsOn)
  const fault = (field: string) => {
    const code = add.error instanceof ApiError ? add.error.issues.find(({ path }) => path[0] === field)?.code : undefined
    return code && ['before_start', 'future', 'too_far', 'too_many'].includes(code) ? t(`claim.faults.${code as 'future'}`) : null
  }
  const invalid = add.error instanceof ApiError && add.error.code === 'invalid_input'
  const missing = !organisationName.trim() || !startsOn || !endsOn || !days || teacherId === null
  const onDo = () =>
    add.mutate({ organisationName: organisationName.trim(), startsOn, endsOn, days: days!, source: source.trim(), ...(teacherId ? { teacherId } : {}) }, {
      onSuccess: () => {
        draft.clear()
        toast(t('claim.saved'))
        onClose()
      },
    })
  return (
    <Drawer open onClose={onClose} title={t('claim.title')} note={t('claim.note')} verb={t('claim.save')} busy={add.isPending} because={missing && t('plan.gaps.missing')} error={invalid ? null : add.error} onDo={onDo}>
      {children}
      <TextField label={t('claim.organisation')} value={organisationName} maxLength={100} onChange={(value) => draft.set({ organisationName: value })} />
      <FieldRow>
        <DateField label={t('claim.from')} value={startsOn} onChange={(value) => draft.set({ startsOn: value })} />
        <DateField label={t('claim.until')} value={endsOn} error={fault('endsOn')} onChange={(value) => draft.set({ endsOn: value })} />
      </FieldRow>
      <NumberField short label={t('claim.days')} hint={t('claim.daysHint')} value={days} error={fault('days')} onChange={(value) => draft.set({ typed: value })} />
      <TextField label={t('claim.source')} hint={t('claim.sourceHint')} optional value={source} maxLength={200} onChange={(value) => draft.set({ source: value })} />
    </Drawer>
  )
}
