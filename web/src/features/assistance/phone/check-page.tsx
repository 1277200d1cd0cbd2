import { levels, questions } from '@silian/server/contract/assistance/checks'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../phone.module.css'
import { shiftDay } from '../days.ts'
import { useCare, useWriteCheck, type CareRow, type CheckForm } from '../queries.ts'

/** One student, one week: six questions, on the whole, and what was said. */
export default function CheckPage() {
  const { t } = useTranslation('assistance')
  const { placementId = '', weekOn = '' } = useParams()
  const care = useCare(weekOn)
  const row = care.data?.rows.find((one) => one.placementId === placementId)
  if (row?.check?.handled) return <Handled row={row} check={row.check} weekOn={weekOn} />
  if (row) return <Form key={`${placementId}.${weekOn}`} row={row} weekOn={weekOn} />
  return (
    <PhonePage title={t('check.title')} back={`/my/care?week=${weekOn}`}>
      <Loaded query={care}>{() => <Empty>{t('check.gone')}</Empty>}</Loaded>
    </PhonePage>
  )
}

type Question = (typeof questions)[number]
type Answer = 'yes' | 'no' | 'unsure'
type Level = (typeof levels)[number]
type Written = { answers: Partial<Record<Question, Answer>>; level: Level | ''; note: string }
type Fault = 'missing' | 'too_short' | 'not_fine' | 'lower'

/** Every fault at once, by field. */
function faultsOf({ answers, level, note }: Written, before: Level | undefined): Partial<Record<Question | 'level' | 'note', Fault>> {
  const faults: Partial<Record<Question | 'level' | 'note', Fault>> = {}
  for (const question of questions) if (!answers[question]) faults[question] = 'missing'
  if (!level) faults.level = 'missing'
  else if (level === 'fine' && Object.values(answers).includes('no')) faults.level = 'not_fine'
  else if (before && levels.indexOf(level) < levels.indexOf(before)) faults.level = 'lower'
  if (level && level !== 'fine' && [...note.trim()].length < 5) faults.note = 'too_short'
  return faults
}

/** Closed by what the school did: to be read only. */
function Handled({ row, check, weekOn }: { row: CareRow; check: NonNullable<CareRow['check']>; weekOn: string }) {
  const { t } = useTranslation('assistance')
  return (
    <PhonePage title={t('check.title')} back={`/my/care?week=${weekOn}`}>
      <Whom row={row} weekOn={weekOn}>
        <dl className={css.facts}>
          {questions.map((question) => (
            <div key={question}>
              <dt>{t(`questions.${question}`)}</dt>
              <dd>{t(`replies.${check.answers[question]}`)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <StateMark mood="done">{t(`levels.${check.level}`)}</StateMark>
        </p>
        <p className={css.text}>{check.note}</p>
        <p className={css.text}>{t('check.handled', { done: check.handled })}</p>
      </Whom>
    </PhonePage>
  )
}

function Whom({ row, weekOn, children }: { row: CareRow; weekOn: string; children?: ReactNode }) {
  const { range } = useFormat()
  return (
    <article className={css.card}>
      <h2>{row.studentName}</h2>
      <p className={css.by}>
        {row.firmName} · {row.postTitle}
      </p>
      <p className={css.by}>{range(weekOn, shiftDay(weekOn, 6))}</p>
      {children}
    </article>
  )
}

function Form({ row, weekOn }: { row: CareRow; weekOn: string }) {
  const { t } = useTranslation('assistance')
  const [, navigate] = useLocation()
  const toast = useToast()
  const write = useWriteCheck()
  const { check } = row
  const [version] = useState(check?.version ?? 0)
  const draft = useDraft<Written>(`care.${row.placementId}.${weekOn}.${version}`, { answers: check?.answers ?? {}, level: check?.level ?? '', note: check?.note ?? '' })
  const { answers, level, note } = draft.value
  const [tried, setTried] = useState(false)
  const back = `/my/care?week=${weekOn}`
  const faults = tried ? faultsOf(draft.value, check?.level) : {}
  const error = (field: Question | 'level' | 'note') => (faults[field] ? t(`check.faults.${faults[field]}`) : null)
  const count = Object.keys(faults).length
  const onSave = () => {
    setTried(true)
    if (level === '' || Object.keys(faultsOf(draft.value, check?.level)).length > 0) return
    write.mutate({ placementId: row.placementId, weekOn, answers: answers as CheckForm['answers'], level, note: note.trim(), version }, {
      onSuccess: () => {
        draft.clear()
        toast(t('check.saved'))
        navigate(back, { replace: true })
      },
    })
  }
  const other = write.isError && !(write.error instanceof ApiError && write.error.code === 'invalid_input' && count > 0)
  return (
    <PhonePage
      title={t('check.title')}
      back={back}
      footNote={count > 0 ? t('check.left', { count }) : <DraftLine saved={draft.saved} />}
      foot={
        <Button kind="primary" size="big" busy={write.isPending} onClick={onSave}>
          {t('check.save')}
        </Button>
      }
    >
      <Whom row={row} weekOn={weekOn} />
      <div className={css.deeds}>
        <Button size="big" icon="check" onClick={() => draft.set({ answers: Object.fromEntries(questions.map((one) => [one, 'yes'])), level: check && check.level !== 'fine' ? check.level : 'fine' })}>
          {t('check.allYes')}
        </Button>
      </div>
      <div className={`${css.fields} ${css.apart}`}>
        {questions.map((question) => (
          <RadioGroup<Answer>
            key={question}
            name={question}
            inline
            label={t(`questions.${question}`)}
            value={answers[question] ?? ''}
            error={error(question)}
            options={(['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: t(`replies.${value}`) }))}
            onChange={(value) => draft.set({ answers: { ...answers, [question]: value } })}
          />
        ))}
        <RadioGroup<Level> name="level" label={t('check.level')} value={level} error={error('level')} options={levels.map((value) => ({ value, label: t(`levels.${value}`), note: t(`levelNotes.${value}`) }))} onChange={(value) => draft.set({ level: value })} />
        <TextArea name="note" label={t('check.note')} hint={t('check.noteHint')} optional={level === '' || level === 'fine'} rows={4} most={1000} value={note} error={error('note')} onChange={(value) => draft.set({ note: value })} />
        {other && <Refused error={write.error} />}
      </div>
    </PhonePage>
  )
}
