import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import css from './mine.module.css'
import { answersOf, keepAnswers, readAnswers, type Answers } from './test-answers.ts'
import { useFinishTest, useMine, useStartTest, useTests, type Asked, type Drawn, type Marked } from './queries.ts'

/** 安全考试: one question at a time; what was answered stays on the phone until it is handed in. */
export default function TestPage() {
  const { t } = useTranslation('internship')
  const mine = useMine()
  return (
    <Loaded query={mine} rows={3}>
      {({ placement }) => (placement ? <Entry placementId={placement.id} /> : <PhonePage title={t('test.title')} back="/my/placement">{t('none')}</PhonePage>)}
    </Loaded>
  )
}

function Entry({ placementId }: { placementId: string }) {
  const { t } = useTranslation('internship')
  const { day } = useFormat()
  const tests = useTests(placementId)
  const start = useStartTest()
  const [marked, setMarked] = useState<Marked | null>(null)
  const begin = () => {
    setMarked(null)
    start.mutate(placementId)
  }
  if (marked) return <Result marked={marked} onAgain={begin} />
  if (start.data) return <Test key={start.data.testId} placementId={placementId} drawn={start.data} onMarked={setMarked} />
  return (
    <Loaded query={tests} rows={2}>
      {({ drawn, passMark, passedOn, can }) => (
        <PhonePage
          title={t('test.title')}
          back="/my/placement"
          help="/my/help"
          foot={
            can.take ? (
              <Button kind="primary" size="big" busy={start.isPending} onClick={begin}>
                {t('takeTest')}
              </Button>
            ) : (
              <LinkButton size="big" href="/my/placement">
                {t('test.back')}
              </LinkButton>
            )
          }
        >
          {passedOn ? <p className={css.score}>{t('test.passedOn', { day: day(passedOn) })}</p> : can.take ? <p>{t('test.lead', { count: drawn, mark: passMark })}</p> : <p>{t('test.late')}</p>}
          {start.error && <Refused error={start.error} />}
        </PhonePage>
      )}
    </Loaded>
  )
}

function Test({ placementId, drawn, onMarked }: { placementId: string; drawn: Drawn; onMarked: (marked: Marked) => void }) {
  const { t } = useTranslation('internship')
  const [answers, setAnswers] = useState<Answers>(() => readAnswers(drawn.testId))
  const [at, setAt] = useState(0)
  const finish = useFinishTest()
  const total = drawn.questions.length
  const question = drawn.questions[at]!
  const open = drawn.questions.filter(({ id }) => (answers[id] ?? []).length === 0)
  const choose = (chosen: number[]) => {
    const next = { ...answers, [question.id]: chosen }
    setAnswers(next)
    keepAnswers(drawn.testId, next)
  }
  const last = at === total - 1
  return (
    <PhonePage
      title={t('test.title')}
      back="/my/placement"
      help="/my/help"
      footNote={last && open.length > 0 ? `${t('test.open', { count: open.length })}。${t('test.openNote')}` : null}
      foot={
        <>
          {at > 0 && (
            <Button size="big" onClick={() => setAt(at - 1)}>
              {t('test.previous')}
            </Button>
          )}
          {last ? (
            <Button kind="primary" size="big" busy={finish.isPending} onClick={() => finish.mutate({ placementId, testId: drawn.testId, answers: answersOf(answers) }, { onSuccess: (marked) => (keepAnswers(drawn.testId, null), onMarked(marked)) })}>
              {t(finish.isPending ? 'test.sending' : 'test.hand')}
            </Button>
          ) : (
            <Button kind="primary" size="big" onClick={() => setAt(at + 1)}>
              {t('test.next')}
            </Button>
          )}
        </>
      }
    >
      <div className={css.bar}>
        <i style={{ width: `${((at + 1) / total) * 100}%` }} />
      </div>
      <p className={css.by}>
        {t('test.question', { n: at + 1, total })}　{t(`test.${question.kind}`)}
      </p>
      <Question key={question.id} question={question} chosen={answers[question.id] ?? []} onChoose={choose} />
      {last && open.length > 0 && (
        <p>
          <Button kind="text" onClick={() => setAt(drawn.questions.indexOf(open[0]!))}>
            {t('test.backTo', { n: drawn.questions.indexOf(open[0]!) + 1 })}
          </Button>
        </p>
      )}
      {finish.error && <Refused error={finish.error} />}
    </PhonePage>
  )
}

function Question({ question, chosen, onChoose }: { question: Asked; chosen: readonly number[]; onChoose: (chosen: number[]) => void }) {
  const many = question.kind === 'multiple'
  const toggle = (at: number) => onChoose(many ? (chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at]) : [at])
  return (
    <fieldset className={css.options}>
      <legend>{question.text}</legend>
      {question.options.map(({ at, text }) => (
        <label key={at} className={css.option}>
          <input type={many ? 'checkbox' : 'radio'} name={question.id} checked={chosen.includes(at)} onChange={() => toggle(at)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Result({ marked, onAgain }: { marked: Marked; onAgain: () => void }) {
  const { t } = useTranslation('internship')
  return (
    <PhonePage
      title={t('test.title')}
      back="/my/placement"
      help="/my/help"
      foot={
        marked.passed ? (
          <LinkButton kind="primary" size="big" href="/my/placement">
            {t('test.back')}
          </LinkButton>
        ) : (
          <Button kind="primary" size="big" onClick={onAgain}>
            {t('test.again')}
          </Button>
        )
      }
    >
      <p className={css.score}>{t(marked.passed ? 'test.passed' : 'test.failed')}</p>
      <p>{t('test.score', { correct: marked.correct, total: marked.total })}</p>
      {marked.wrong.length > 0 && (
        <>
          <h2>{t('test.wrong')}</h2>
          <ul className={css.wrong}>
            {marked.wrong.map(({ text, right, why }) => (
              <li key={text}>
                {text}
                <small>{t('test.right', { answers: right.join('、') })}</small>
                <small>{why}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </PhonePage>
  )
}
