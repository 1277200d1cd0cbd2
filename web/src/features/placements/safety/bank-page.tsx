import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { NumberField, TextField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../desk/desk.module.css'
import { faultOf, isBlank } from './faults.ts'
import { QuestionEditor } from './question-editor.tsx'
import { useBank, useDropBank, usePublishBank, useSaveBank, type Bank, type BankVersion, type Question } from './queries.ts'

/** 安全题库: what is in force, and the next version while somebody works on it. */
export default function BankPage() {
  const { t } = useTranslation('placements')
  const bank = useBank()
  return (
    <Page title={t('bank.title')} lead={t('bank.lead')} crumbs={[{ label: t('title'), href: '/placements' }, { label: t('tools.bank') }]}>
      <Loaded query={bank} rows={8}>{(data) => (data.draft ? <Draft key={data.draft.version} bank={data} draft={data.draft} /> : <Current bank={data} />)}</Loaded>
    </Page>
  )
}

function Current({ bank }: { bank: Bank }) {
  const { t } = useTranslation('placements')
  const { day } = useFormat()
  const save = useSaveBank()
  const [q, setQ] = useState('')
  const { current } = bank
  const shown = current.questions.filter(({ text }) => q === '' || text.includes(q))
  return (
    <TwoColumns aside={<Versions bank={bank} />}>
      <Sheet
        title={current.version === null ? t('bank.starter') : t('bank.version', { version: current.version })}
        aside={[current.publishedAt && t('bank.publishedAt', { day: day(current.publishedAt) }), t('bank.questions', { count: current.questions.length }), `${t('bank.drawn')} ${current.drawn}`, `${t('bank.passMark')} ${current.passMark}`].filter(Boolean).join('　')}
      >
        <div className={css.acts}>
          {bank.can.keep && (
            <Button kind="primary" busy={save.isPending} onClick={() => save.mutate({ drawn: current.drawn, passMark: current.passMark, questions: current.questions })}>
              {t('bank.edit')}
            </Button>
          )}
          <TextField tool label={t('bank.searching')} value={q} onChange={setQ} />
        </div>
        {save.error && <Refused error={save.error} />}
        <ol className={css.rows}>
          {shown.map((question) => (
            <li key={question.text}>
              <div className={css.rowHead}>
                <b>{question.text}</b>
                <small className="nw">
                  {t(`bank.topics.${question.topic}`)} · {t(`bank.kinds.${question.kind}`)}
                </small>
              </div>
              <small>{question.options.map(({ text }, at) => (question.answer.includes(at) ? `✓ ${text}` : text)).join('　')}</small>
              {question.why && <small>{question.why}</small>}
            </li>
          ))}
        </ol>
      </Sheet>
    </TwoColumns>
  )
}

function Versions({ bank }: { bank: Bank }) {
  const { t } = useTranslation('placements')
  const { day } = useFormat()
  if (bank.versions.length === 0) return null
  return (
    <Sheet title={t('bank.versions')}>
      <ul className={css.rows}>
        {bank.versions.map((one) => (
          <li key={one.version}>
            {t('bank.version', { version: one.version })}
            <small>{[one.publishedAt && t('bank.publishedAt', { day: day(one.publishedAt) }), t('bank.questions', { count: one.questions }), t('bank.tests', { count: one.tests })].filter(Boolean).join('　')}</small>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const blank: Question = { topic: 'general', kind: 'single', text: '', textEn: null, options: [{ text: '', textEn: null }, { text: '', textEn: null }], answer: [0], why: '', whyEn: null }

/** What is right, or what the question still lacks. */
function Answer({ question }: { question: Question }) {
  const { t, i18n } = useTranslation('placements')
  const fault = faultOf(question)
  return fault ? <StateMark mood="refused">{t(`bank.faults.${fault}`)}</StateMark> : <StateMark mood="done">{question.answer.map((at) => question.options[at]?.text).join(i18n.language === 'en' ? ', ' : '、')}</StateMark>
}

function Draft({ bank, draft }: { bank: Bank; draft: BankVersion }) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const save = useSaveBank()
  const publish = usePublishBank()
  const drop = useDropBank()
  const form = useDraft<{ drawn: number | null; passMark: number | null; questions: readonly Question[] }>(`safety_bank.${draft.version ?? 1}`, { drawn: draft.drawn, passMark: draft.passMark, questions: draft.questions })
  const { drawn, passMark, questions } = form.value
  const setQuestions = (changed: readonly Question[]) => form.set({ questions: changed })
  const faulty = questions.filter((one) => !isBlank(one) && faultOf(one) !== null).length
  const because = faulty > 0 ? t('bank.faulty', { count: faulty }) : null
  const [editing, setEditing] = useState<number | null>(null)
  const [asking, setAsking] = useState<'publish' | 'drop' | null>(null)
  const put = (index: number, question: Question | null) => setQuestions(question === null ? questions.filter((_one, at) => at !== index) : questions.map((one, at) => (at === index ? question : one)))
  const keep = (then: () => void) => save.mutate({ drawn: drawn ?? 20, passMark: passMark ?? 80, questions: questions.filter((one) => !isBlank(one)) }, { onSuccess: () => (form.clear(), then()) })
  return (
    <TwoColumns aside={<Versions bank={bank} />}>
      <Stack>
        <Sheet title={t('bank.draft', { version: draft.version ?? 1 })} aside={t('bank.questions', { count: questions.length })}>
          <div className={css.stretch}>
            <FieldRow>
              <NumberField label={t('bank.drawn')} value={drawn} onChange={(changed) => form.set({ drawn: changed })} />
              <NumberField label={t('bank.passMark')} value={passMark} onChange={(changed) => form.set({ passMark: changed })} />
            </FieldRow>
            <div className={css.acts}>
              <Button kind="primary" busy={save.isPending} because={because} onClick={() => keep(() => toast(t('bank.saved')))}>
                {t('bank.save')}
              </Button>
              <Button because={because ?? ((drawn ?? 0) > questions.length ? t('bank.faults.too_few') : null)} onClick={() => setAsking('publish')}>
                {t('bank.publish')}
              </Button>
              <Button
                icon="plus"
                onClick={() => {
                  setQuestions([blank, ...questions])
                  setEditing(0)
                }}
              >
                {t('bank.add')}
              </Button>
              <Button kind="text" onClick={() => setAsking('drop')}>
                {t('bank.drop')}
              </Button>
              <DraftLine saved={form.saved} />
            </div>
            {save.error && <Refused error={save.error} />}
          </div>
        </Sheet>
        <Sheet flush>
          <ol className={css.questions}>
            {questions.map((question, index) => (
              <li key={index}>
                {editing === index ? (
                  <QuestionEditor question={question} onChange={(changed) => put(index, changed)} onDone={() => setEditing(null)} onRemove={() => (put(index, null), setEditing(null))} />
                ) : (
                  <button type="button" className={css.line} onClick={() => setEditing(index)}>
                    <b>{question.text || t('bank.add')}</b>
                    <small>
                      {t(`bank.topics.${question.topic}`)} · {t(`bank.kinds.${question.kind}`)}
                    </small>
                    <Answer question={question} />
                  </button>
                )}
              </li>
            ))}
          </ol>
        </Sheet>
      </Stack>
      <Dialog open={asking === 'publish'} onClose={() => setAsking(null)} title={t('bank.publish')} note={t('bank.publishNote')} verb={t('bank.publish')} busy={save.isPending || publish.isPending} error={publish.error ?? save.error} onDo={() => keep(() => void publish.mutateAsync().then(() => toast(t('bank.published')), () => undefined))} />
      <Dialog open={asking === 'drop'} onClose={() => setAsking(null)} title={t('bank.drop')} note={t('bank.dropNote')} verb={t('bank.drop')} kind="risk" busy={drop.isPending} error={drop.error} onDo={() => void drop.mutateAsync().then(form.clear, () => undefined)} />
    </TwoColumns>
  )
}
