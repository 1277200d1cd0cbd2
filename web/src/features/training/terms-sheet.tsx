import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, NumberField, TextArea } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useAddTerm, useEvaluate, usePlaces, useTerms, type ClassView, type TermView } from './queries.ts'
import css from './training.module.css'

/** Term by term: what each side says, and its marks. */
export function TermsSheet({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  const { range } = useFormat()
  const terms = useTerms(one.id)
  const [adding, setAdding] = useState(false)
  const [at, setAt] = useState<TermView | null>(null)
  return (
    <Sheet title={t('record.terms')}>
      <Loaded query={terms} rows={2} empty={({ rows }) => rows.length === 0 && <p className="dim">{t('term.none')}</p>}>
        {({ rows }) => (
          <ul className={css.list}>
            {rows.map((term) => (
              <li key={term.id}>
                <p className={css.top}>
                  <b>{t('term.title', { number: term.number })}</b>
                  <span className="dim">{range(term.startsOn, term.endsOn)}</span>
                  {term.can.evaluate && (
                    <Button kind="text" size="cell" onClick={() => setAt(term)}>
                      {t('term.evaluate')}
                    </Button>
                  )}
                </p>
                <Facts facts={[[t('term.school'), term.schoolNote ?? <span key="s" className="dim">{t('term.notYet')}</span>], [t('term.firm'), term.firmNote ?? <span key="f" className="dim">{t('term.notYet')}</span>]]} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {one.can.term && (
        <div className={css.acts}>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('term.add')}
          </Button>
        </div>
      )}
      {adding && <TermDrawer one={one} onClose={() => setAdding(false)} />}
      {at && <EvaluateDrawer one={one} term={at} onClose={() => setAt(null)} />}
    </Sheet>
  )
}

function TermDrawer({ one, onClose }: { one: ClassView; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const add = useAddTerm()
  const [startsOn, setStartsOn] = useState(one.startsOn)
  const [endsOn, setEndsOn] = useState('')
  const onDo = () => add.mutate({ id: one.id, startsOn, endsOn }, { onSuccess: () => (toast(t('term.added')), onClose()) })
  return (
    <Drawer open onClose={onClose} title={t('term.add')} verb={t('term.add')} onDo={onDo} busy={add.isPending} error={add.error} because={(!startsOn || !endsOn || endsOn <= startsOn) && t('form.faults.out_of_order')}>
      <FieldRow>
        <DateField label={t('term.startsOn')} min={one.startsOn} max={one.endsOn} value={startsOn} onChange={setStartsOn} />
        <DateField label={t('term.endsOn')} min={startsOn} max={one.endsOn} value={endsOn} onChange={setEndsOn} />
      </FieldRow>
    </Drawer>
  )
}

function EvaluateDrawer({ one, term, onClose }: { one: ClassView; term: TermView; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const evaluate = useEvaluate()
  const places = usePlaces(one.id)
  const own = one.side === 'firm' ? ('firmMark' as const) : ('schoolMark' as const)
  const [note, setNote] = useState((one.side === 'firm' ? term.firmNote : term.schoolNote) ?? '')
  const [marks, setMarks] = useState<Record<string, number | null>>(Object.fromEntries(term.marks.map((row) => [row.placeId, row[own]])))
  const given = Object.entries(marks).flatMap(([placeId, mark]) => (mark === null ? [] : [{ placeId, mark }]))
  const onDo = () => evaluate.mutate({ id: term.id, note, marks: given }, { onSuccess: () => (toast(t('term.saved')), onClose()) })
  return (
    <Drawer open onClose={onClose} title={`${t('term.evaluate')}：${t('term.title', { number: term.number })}`} verb={t('term.evaluate')} onDo={onDo} busy={evaluate.isPending} error={evaluate.error} because={note.trim().length < 5 && t('form.faults.missing')}>
      <TextArea label={t('term.note')} hint={t('term.noteHint')} rows={4} most={2000} value={note} onChange={setNote} />
      {(places.data?.rows ?? []).filter(({ state }) => state === 'enrolled').map((row) => (
        <NumberField key={row.id} short label={row.name} digits={1} value={marks[row.id] ?? null} onChange={(mark) => setMarks({ ...marks, [row.id]: mark })} />
      ))}
    </Drawer>
  )
}
