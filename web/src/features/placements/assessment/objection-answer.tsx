import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { NumberField, TextArea } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAnswerObjection, type Assessment } from './queries.ts'
import css from './assessment.module.css'

/** The objection with its answer; the school puts marks right in both parts, or says why they stand. */
export function ObjectionAnswer({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('assessment')
  const toast = useToast()
  const { placement, scheme, objection, can } = assessment
  const reply = useAnswerObjection(placement.id)
  const issues = useIssues(reply.error)
  const [open, setOpen] = useState(false)
  const [uphold, setUphold] = useState<'yes' | 'no'>('no')
  const [answer, setAnswer] = useState('')
  const [marks, setMarks] = useState<Record<string, number | null>>(() => ({ ...assessment.unit?.marks, ...assessment.school?.marks }))
  const of = (part: 'unit' | 'school') => Object.fromEntries(scheme!.items.filter((item) => item.part === part).map(({ code }) => [code, marks[code] ?? 0]))
  return (
    <section className={css.card}>
      <h2>{t('page.objection')}</h2>
      <p>{objection!.reason}</p>
      <p className={css.note}>{t(`page.objectionStates.${objection!.state}`)}</p>
      {objection!.answer && <p>{objection!.answer}</p>}
      {can.answerObjection && <span className={css.deeds}><Button kind="primary" size="form" onClick={() => setOpen(true)}>{t('page.answer')}</Button></span>}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('page.answer')}
        verb={t(uphold === 'yes' ? 'page.uphold' : 'page.reject')}
        busy={reply.isPending}
        because={answer.trim().length < 5 && t('page.answerText')}
        error={reply.error}
        onDo={() =>
          reply.mutate({ uphold: uphold === 'yes', answer, ...(uphold === 'yes' ? { unitMarks: of('unit'), schoolMarks: of('school') } : {}) }, {
            onSuccess: () => {
              setOpen(false)
              toast(t('page.answered'))
            },
          })
        }
      >
        <div className={css.form}>
          <RadioGroup label={t('page.answer')} value={uphold} onChange={setUphold} options={[{ value: 'yes', label: t('page.uphold') }, { value: 'no', label: t('page.reject') }]} />
          {uphold === 'yes' && scheme!.items.map(({ code, title, part, weight }) => <NumberField key={code} label={`${title}（${t(`parts.${part}`)} ${weight}%）`} digits={1} value={marks[code] ?? null} onChange={(value) => setMarks((before) => ({ ...before, [code]: value }))} error={issues[`marks.${code}`]} short />)}
          <TextArea label={t('page.answerText')} value={answer} onChange={setAnswer} rows={4} most={2000} />
        </div>
      </Drawer>
    </section>
  )
}
