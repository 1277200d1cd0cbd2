import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { dealKinds, pricings } from '@silian/server/contract/technology/deals'
import { useIssues } from '../../../kernel/wording.ts'
import { CheckField } from '../../../ui/choices.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useChangeDeal, useDraftDeal, type DealFields, type DealKind, type DealView } from './queries.ts'

/** 民法典's kinds of each kind; the server holds the same list. */
export const subtypes = {
  development: ['commissioned', 'joint'],
  transfer: ['patent_right', 'patent_application', 'know_how', 'software', 'other'],
  licence: ['exclusive', 'sole', 'ordinary', 'know_how'],
  consulting: ['consulting'],
  service: ['service', 'training', 'agency'],
} as const
export type Subtype = (typeof subtypes)[DealKind][number]

const yuan = (wan: number | null) => Math.max(0, Math.round((wan ?? 0) * 10_000))

/** The contract's facts, before it is signed. Money is written in 万元. */
export function DealDialog({ introductionId, title, deal, onClose }: { introductionId: string; title: string; deal: DealView | null; onClose: () => void }) {
  const { t } = useTranslation('deals')
  const toast = useToast()
  const [, navigate] = useLocation()
  const draft = useDraftDeal()
  const change = useChangeDeal()
  const error = draft.error ?? change.error
  const faults = useIssues(error)
  const [name, setName] = useState(deal?.title ?? title)
  const [kind, setKind] = useState<DealKind>(deal?.kind ?? 'development')
  const [subtype, setSubtype] = useState<string>(deal?.subtype ?? 'commissioned')
  const [total, setTotal] = useState<number | null>(deal ? deal.totalAmount / 10_000 : null)
  const [technical, setTechnical] = useState<number | null>(deal ? deal.technicalAmount / 10_000 : null)
  const [pricing, setPricing] = useState<DealFields['pricing']>(deal?.pricing ?? 'agreed')
  const [isPublic, setPublic] = useState(deal?.providerPublic ?? false)
  const choose = (to: DealKind) => {
    setKind(to)
    setSubtype(subtypes[to][0])
  }
  const onDo = () => {
    const body = { title: name.trim(), kind, subtype, totalAmount: yuan(total), technicalAmount: yuan(technical), pricing, providerPublic: isPublic }
    const done = (id: string) => {
      toast(t('form.saved'))
      onClose()
      navigate(`/deals/${id}`)
    }
    if (deal) change.mutate({ id: deal.id, version: deal.version, ...body }, { onSuccess: ({ id }) => done(id) })
    else draft.mutate({ introductionId, ...body }, { onSuccess: ({ id }) => done(id) })
  }
  return (
    <Drawer open onClose={onClose} title={t(deal ? 'form.editTitle' : 'form.newTitle')} verb={t('form.save')} onDo={onDo} busy={draft.isPending || change.isPending} error={error}>
      <TextField name="title" label={t('form.title')} value={name} maxLength={100} error={faults['title']} onChange={setName} />
      <FieldRow>
        <SelectField label={t('form.kind')} hint={t('form.kindHint')} value={kind} options={dealKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(value) => choose(value as DealKind)} />
        <SelectField label={t('form.subtype')} value={subtype} options={subtypes[kind].map((value) => ({ value, label: t(`subtypes.${value}`) }))} onChange={setSubtype} />
      </FieldRow>
      <FieldRow>
        <NumberField name="totalAmount" label={t('form.total')} digits={2} unit={t('form.wan')} value={total} error={faults['totalAmount']} onChange={setTotal} />
        <NumberField name="technicalAmount" label={t('form.technical')} hint={t('form.technicalHint')} digits={2} unit={t('form.wan')} value={technical} error={faults['technicalAmount']} onChange={setTechnical} />
      </FieldRow>
      <SelectField label={t('form.pricing')} value={pricing} options={pricings.map((value) => ({ value, label: t(`pricings.${value}`) }))} onChange={(value) => setPricing(value as typeof pricing)} />
      <CheckField label={t('form.providerPublic')} checked={isPublic} onChange={setPublic} />
    </Drawer>
  )
}
