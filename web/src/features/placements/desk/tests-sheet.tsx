import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { DateField, NumberField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './desk.module.css'
import { LawRefusal } from './law-refusal.tsx'
import { useRecordTest, useTests, type PlacementView } from './queries.ts'

/** Safety tests: on the phone, or on paper with its scan. */
export function TestsSheet({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation(['placements', 'internship'])
  const { day } = useFormat()
  const tests = useTests(placement.id)
  const [recording, setRecording] = useState(false)
  return (
    <Sheet title={t('record.tests')} aside={tests.data?.can.record ? <Button kind="text" size="cell" onClick={() => setRecording(true)}>{t('actions.recordTest')}</Button> : undefined}>
      <Loaded query={tests} rows={1} empty={({ rows }) => rows.length === 0 && <p className="mut">{t('record.noTests')}</p>}>
        {({ rows }) => (
          <ul className={css.rows}>
            {rows.map((test) => (
              <li key={test.id} className={css.rowHead}>
                <span>
                  {day(test.passedOn ?? test.startedAt)}
                  {test.paper && `　${t('record.paperTest')}`}
                  {test.total !== null && `　${t('record.testScore', { correct: test.correct ?? 0, total: test.total })}`}
                </span>
                <StateMark mood={test.passed ? 'done' : test.passed === null ? 'waits' : 'gone'}>{test.passed ? t('internship:test.passed') : test.passed === null ? t('internship:stepStates.now') : t('internship:test.failed')}</StateMark>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {recording && <RecordTest placement={placement} onClose={() => setRecording(false)} />}
    </Sheet>
  )
}

function RecordTest({ placement, onClose }: { placement: PlacementView; onClose: () => void }) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const record = useRecordTest()
  const [passedOn, setPassedOn] = useState('')
  const [correct, setCorrect] = useState<number | null>(null)
  const [total, setTotal] = useState<number | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const missing = !passedOn || correct === null || total === null || !file
  const onDo = () =>
    record.mutate(
      { id: placement.id, file: file!, fields: { passedOn, correct: String(correct), total: String(total) } },
      {
        onSuccess: ({ passed }) => {
          toast(t(passed ? 'bank.record.done' : 'bank.record.failed'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('bank.record.title', { student: placement.studentName })} note={t('bank.record.note')} verb={t('bank.record.do')} because={missing ? t('bank.record.note') : null} busy={record.isPending} onDo={onDo}>
      <DateField label={t('bank.record.passedOn')} max={placement.startsOn} value={passedOn} onChange={setPassedOn} />
      <FieldRow>
        <NumberField label={t('bank.record.correct')} value={correct} onChange={setCorrect} />
        <NumberField label={t('bank.record.total')} value={total} onChange={setTotal} />
      </FieldRow>
      <FileField label={t('bank.record.file')} accept=".pdf,image/*" chosen={file?.name} onFile={setFile} />
      <LawRefusal error={record.error} />
    </Dialog>
  )
}
