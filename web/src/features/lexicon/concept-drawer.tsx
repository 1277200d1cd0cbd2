import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../kernel/api.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { facets, usePutConcept, useRemoveConcept, type Concept, type ConceptRow, type Facet } from './queries.ts'

type Props = { concept: ConceptRow | null; edits: boolean; onClose: () => void }
type Faulty = { shared: { term: string; elsewhere: string }[]; faults: { code: 'no_terms' | 'repeated_id' | 'unknown_broader' | 'unknown_related' | 'own_ancestor'; value: string }[] }

const linesOf = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
const textOf = (lines: readonly string[]) => lines.join('\n')

export function ConceptDrawer({ concept, edits, onClose }: Props) {
  const { t } = useTranslation('lexicon')
  const toast = useToast()
  // Taken out by the draft: keeping it brings it back, and there is nothing to take out.
  const removed = concept?.change === 'removed'
  const put = usePutConcept()
  const remove = useRemoveConcept()
  const [id, setId] = useState(concept?.id ?? '')
  const [terms, setTerms] = useState(textOf(concept?.terms.slice(1) ?? []))
  const [facet, setFacet] = useState<Facet>(concept?.facet ?? 'object')
  const [broader, setBroader] = useState(textOf(concept?.broader ?? []))
  const [related, setRelated] = useState(textOf(concept?.related ?? []))
  const refused = put.error instanceof ApiError && put.error.code === 'lexicon_faulty' ? (put.error.details as Faulty) : null
  const faultsAt = (...codes: string[]) => refused?.faults.filter(({ code }) => codes.includes(code)).map(({ code, value }) => t(`faults.${code}`, { value })).join(' ') || undefined
  const shared = refused?.shared.map((one) => t('shared', one)).join(' ') || undefined

  const onDo = () => {
    const name = id.trim()
    const written: Concept = { id: name, terms: [concept?.terms[0] ?? name, ...linesOf(terms)], facet, broader: linesOf(broader), related: linesOf(related) }
    const before = concept && !removed && { id: concept.id, terms: concept.terms, facet: concept.facet, broader: concept.broader, related: concept.related }
    put.mutate(
      { concept: written, before: before || null },
      {
        onSuccess: (done) => {
          toast(t('saved', done))
          onClose()
        },
      },
    )
  }
  const onRemove = () =>
    remove.mutate(concept!.id, {
      onSuccess: () => {
        toast(t('removed'))
        onClose()
      },
    })

  return (
    <Drawer open onClose={onClose} title={concept ? t('editTitle', { id: concept.id }) : t('addTitle')} verb={edits ? t('save') : undefined} busy={put.isPending || remove.isPending} error={put.error ?? remove.error} onDo={edits ? onDo : undefined}>
      {!concept && <TextField name="id" label={t('fields.id')} hint={t('fields.idHint')} value={id} maxLength={60} onChange={setId} />}
      <TextArea name="terms" label={t('fields.terms')} hint={t('fields.termsHint')} optional rows={6} value={terms} disabled={!edits} error={shared ?? faultsAt('no_terms', 'repeated_id')} onChange={setTerms} />
      <SelectField name="facet" label={t('fields.facet')} value={facet} disabled={!edits} options={facets.map((value) => ({ value, label: t(`facets.${value}`) }))} onChange={(value) => setFacet(value as Facet)} />
      <TextArea name="broader" label={t('fields.broader')} hint={t('fields.broaderHint')} optional rows={3} value={broader} disabled={!edits} error={faultsAt('unknown_broader', 'own_ancestor')} onChange={setBroader} />
      <TextArea name="related" label={t('fields.related')} hint={t('fields.relatedHint')} optional rows={3} value={related} disabled={!edits} error={faultsAt('unknown_related')} onChange={setRelated} />
      {concept && !removed && edits && (
        <p>
          <Button kind="risk" onClick={onRemove}>
            {t('remove')}
          </Button>{' '}
          {t('removeNote')}
        </p>
      )}
    </Drawer>
  )
}
