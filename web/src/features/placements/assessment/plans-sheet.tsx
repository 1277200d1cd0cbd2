import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { SelectField, TextField } from '../../../ui/inputs.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAddPlan, useCohorts, usePlans, useRemovePlan, type Plan } from './desk-queries.ts'
import css from './assessment.module.css'

/** 实习方案 of whole classes: one file stands in the archive of every student of the class. */
export function PlansSheet() {
  const { t } = useTranslation('papers')
  const { day } = useFormat()
  const plans = usePlans()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Plan | null>(null)
  const add = plans.data?.can.add && (
    <Button icon="upload" onClick={() => setAdding(true)}>
      {t('plans.add')}
    </Button>
  )
  return (
    <Sheet title={t('plans.title')} aside={add}>
      <p className={css.note}>{t('plans.lead')}</p>
      <Loaded query={plans} rows={2} empty={({ rows }) => rows.length === 0 && <Empty>{t('plans.empty')}</Empty>}>
        {({ rows, can }) => (
          <table className={css.lines}>
            <tbody>
              {rows.map((plan) => (
                <tr key={plan.id}>
                  <th scope="row">{plan.cohortName}</th>
                  <td>
                    <a href={urlOf(downloadFile, { params: { fileId: plan.fileId }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
                      {plan.title}
                    </a>
                  </td>
                  <td className="nw">{day(plan.createdAt)}</td>
                  <td>
                    {can.add && (
                      <Button kind="text" size="cell" onClick={() => setRemoving(plan)}>
                        {t('plans.remove')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {adding && <AddPlan onClose={() => setAdding(false)} />}
      {removing && <RemovePlan plan={removing} onClose={() => setRemoving(null)} />}
    </Sheet>
  )
}

function AddPlan({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('papers')
  const toast = useToast()
  const cohorts = useCohorts()
  const add = useAddPlan()
  const [cohortId, setCohortId] = useState('')
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const done = () => {
    onClose()
    toast(t('plans.added'))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('plans.addTitle')}
      note={t('plans.lead')}
      verb={t('plans.add')}
      busy={add.isPending}
      because={(!cohortId || !file) && t('plans.missing')}
      error={add.error}
      onDo={() => add.mutate({ cohortId, file: file!, title: title.trim() || file!.name }, { onSuccess: done })}
    >
      <SelectField label={t('plans.cohort')} value={cohortId} options={(cohorts.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={setCohortId} />
      <TextField label={t('plans.name')} optional hint={t('plans.nameHint')} value={title} maxLength={100} onChange={setTitle} />
      <FileField label={t('plans.file')} accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx" onFile={setFile} chosen={file?.name ?? null} />
    </Dialog>
  )
}

function RemovePlan({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('papers')
  const toast = useToast()
  const remove = useRemovePlan()
  const done = () => {
    onClose()
    toast(t('plans.removed'))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('plans.removeTitle', { title: plan.title })}
      note={t('plans.removeNote')}
      verb={t('plans.remove')}
      kind="risk"
      busy={remove.isPending}
      error={remove.error}
      onDo={() => remove.mutate({ cohortId: plan.cohortId, paperId: plan.id }, { onSuccess: done })}
    />
  )
}
