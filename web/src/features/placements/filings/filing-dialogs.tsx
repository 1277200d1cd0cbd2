import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useIssues } from '../../../kernel/wording.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, TextArea, TextField, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFill } from '../desk/fill.ts'
import { LawRefusal } from '../desk/law-refusal.tsx'
import { findTeachers } from '../desk/queries.ts'
import { useMoveFiling, usePrepareFiling, type FilingMove, type FilingView } from './queries.ts'

const kinds = ['ordinary', 'cross_province', 'abroad'] as const

export function NewFiling({ placementIds = [], onClose }: { placementIds?: string[]; onClose: () => void }) {
  const { t } = useTranslation('placements')
  const fill = useFill()
  const [, navigate] = useLocation()
  const toast = useToast()
  const prepare = usePrepareFiling()
  const [form, setForm] = useState({ kind: 'cross_province' as (typeof kinds)[number], title: '', authority: '' })
  const [escort, setEscort] = useState<Option | null>(null)
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const onDo = () =>
    prepare.mutate(
      { ...form, escortId: escort?.value ?? null, placementIds },
      {
        onSuccess: ({ id }) => {
          toast(t('filings.prepared'))
          navigate(`/placement-filings/${id}`)
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('filings.newTitle')} note={placementIds.length > 0 ? t('insurance.whomCount', { count: placementIds.length }) : t('filings.noMembers')} verb={t('filings.new')} because={fill(form.title.trim().length < 2 && t('filings.name'))} busy={prepare.isPending} onDo={onDo}>
      <RadioGroup inline label={t('filings.kind')} value={form.kind} options={kinds.map((value) => ({ value, label: t(`filings.kinds.${value}`) }))} onChange={(kind) => set({ kind })} />
      <TextField label={t('filings.name')} value={form.title} maxLength={100} onChange={(title) => set({ title })} />
      <TextField label={t('filings.authority')} optional value={form.authority} maxLength={100} onChange={(authority) => set({ authority })} />
      {form.kind !== 'ordinary' && <Combobox label={t('filings.escort')} value={escort} search={findTeachers} onChange={setEscort} />}
      <LawRefusal error={prepare.error} />
    </Drawer>
  )
}

/** Sent, answered with its numbers, came back, prepared again. */
export function MoveFiling({ filing, action, onClose }: { filing: FilingView; action: FilingMove['action']; onClose: () => void }) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const move = useMoveFiling()
  const [form, setForm] = useState({ consentNumber: filing.consentNumber ?? '', consentOn: filing.consentOn ?? '', filingNumber: '', filedOn: '', reason: '' })
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const over = filing.kind !== 'ordinary'
  const fill = useFill()
  const issues = useIssues(move.error)
  const filed = action === 'file'
  const because = fill(
    filed && over && !form.consentNumber && t('filings.consentNumber'), filed && over && !form.consentOn && t('filings.consentOn'), filed && !form.filingNumber && t('filings.filingNumber'), filed && !form.filedOn && t('filings.filedOn'),
    ['return', 'reopen'].includes(action) && form.reason.trim().length < 2 && t('filings.reason'),
  )
  const body = action === 'file' ? { filingNumber: form.filingNumber, filedOn: form.filedOn, ...(over ? { consentNumber: form.consentNumber, consentOn: form.consentOn } : {}) } : action === 'send' ? {} : { reason: form.reason }
  const onDo = () =>
    move.mutate(
      { id: filing.id, action, version: filing.version, ...body },
      {
        onSuccess: () => {
          toast(t('filings.moved'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t(`filings.${action}`)} verb={t(`filings.${action}`)} because={because} busy={move.isPending} onDo={onDo}>
      {action === 'file' && (
        <>
          {over && (
            <FieldRow>
              <TextField label={t('filings.consentNumber')} value={form.consentNumber} maxLength={60} onChange={(consentNumber) => set({ consentNumber })} />
              <DateField label={t('filings.consentOn')} error={issues.consentOn} value={form.consentOn} onChange={(consentOn) => set({ consentOn })} />
            </FieldRow>
          )}
          <FieldRow>
            <TextField label={t('filings.filingNumber')} value={form.filingNumber} maxLength={60} onChange={(filingNumber) => set({ filingNumber })} />
            <DateField label={t('filings.filedOn')} error={issues.filedOn} value={form.filedOn} onChange={(filedOn) => set({ filedOn })} />
          </FieldRow>
        </>
      )}
      {(action === 'return' || action === 'reopen') && <TextArea label={t('filings.reason')} most={500} value={form.reason} onChange={(reason) => set({ reason })} />}
      <LawRefusal error={move.error} />
    </Dialog>
  )
}
