import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/choices.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useMyIntake, useSignUp, type MyIntake } from './queries.ts'
import css from './classes.module.css'

type ChoiceClass = MyIntake['classes'][number]
type Rules = 'under_16' | 'employed'

export default function ChoosePage() {
  const { t } = useTranslation('training')
  const { intakeId = '' } = useParams()
  const query = useMyIntake(intakeId)
  if (query.data) return <Choose key={query.data.signedAt} intake={query.data} />
  return (
    <PhonePage title={t('my.choose.title')} back="/my/classes" help="/my/help">
      <Loaded query={query}>{() => null}</Loaded>
    </PhonePage>
  )
}

function Choose({ intake }: { intake: MyIntake }) {
  const { t } = useTranslation(['training', 'ui'])
  const format = useFormat()
  const say = useWording()
  const toast = useToast()
  const send = useSignUp(intake.id)
  const draft = useDraft(`class-choice.${intake.id}`, { choices: [...intake.choices] as string[], statement: intake.statement })
  const [employed, setEmployed] = useState(false)
  const open = intake.can.sign
  const byId = new Map(intake.classes.map((one) => [one.id, one]))
  const chosen = (open ? draft.value.choices : intake.choices).flatMap((id) => byId.get(id) ?? [])
  const free = intake.classes.filter((one) => one.forbidden.length === 0 && !chosen.includes(one))
  const barred = intake.classes.filter((one) => one.forbidden.length > 0)
  const full = chosen.length >= intake.maxChoices
  const set = (choices: readonly ChoiceClass[]) => draft.set({ choices: choices.map(({ id }) => id) })
  const move = (from: number, to: number) => set(chosen.toSpliced(from, 1).toSpliced(to, 0, chosen[from]!))
  /** A promise, because the page of a sign-up that was sent is a new one, and nothing would call back the old one. */
  const submit = (choices: string[]) =>
    void send.mutateAsync({ choices, statement: draft.value.statement, employed }).then(
      () => {
        draft.clear()
        toast(choices.length > 0 ? t('my.choose.done', { count: choices.length }) : t('my.choose.withdrawn'))
      },
      () => undefined,
    )
  return (
    <PhonePage
      title={t('my.choose.title')}
      back="/my/classes"
      help="/my/help"
      due={{ title: open ? t('my.due', { when: format.deadline(intake.signUpUntil) }) : t('my.choose.closedNote'), note: intake.title }}
      footNote={
        open && (
          <>
            {intake.signedAt && t('my.choose.signedAt', { when: format.moment(intake.signedAt) })}
            {send.isError && (
              <span className={css.no} role="alert">
                {say(send.error)}
              </span>
            )}
          </>
        )
      }
      foot={
        open && (
          <>
            <Button kind="primary" size="big" busy={send.isPending} because={chosen.length === 0 && t('my.choose.most', { most: intake.maxChoices })} onClick={() => submit(chosen.map(({ id }) => id))}>
              {t(intake.signedAt ? 'my.choose.again' : 'my.choose.submit')}
            </Button>
            {intake.signedAt && (
              <Button size="big" busy={send.isPending} onClick={() => submit([])}>
                {t('my.choose.withdraw')}
              </Button>
            )}
          </>
        )
      }
    >
      {open && (
        <>
          <p className={css.tip}>{t('my.choose.voluntary')}</p>
          {intake.minor && <p className={css.warn}>{t('my.choose.guardian')}</p>}
        </>
      )}
      <PhoneHeading aside={`${chosen.length}/${intake.maxChoices}`}>{t('my.choose.mine')}</PhoneHeading>
      <p className={css.tip}>{t(chosen.length === 0 ? 'my.choose.most' : 'my.choose.tip', { most: intake.maxChoices })}</p>
      <ol className={css.chosen}>
        {chosen.map((one, at) => (
          <li key={one.id}>
            <span className={css.place}>{at + 1}</span>
            <div>
              <h3>{one.title}</h3>
              <p className={css.by}>{one.organisationName}</p>
              {open && (
                <button type="button" className={css.link} onClick={() => set(chosen.filter((it) => it !== one))}>
                  {t('my.choose.remove')}
                </button>
              )}
            </div>
            {open && (
              <div className={css.moves}>
                <IconButton name="up" size={20} label={at === 0 ? t('ui:list.first') : t('ui:list.up', { name: one.title })} disabled={at === 0} onClick={() => move(at, at - 1)} />
                <IconButton name="down" size={20} label={at === chosen.length - 1 ? t('ui:list.last') : t('ui:list.down', { name: one.title })} disabled={at === chosen.length - 1} onClick={() => move(at, at + 1)} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {open && free.length > 0 && <PhoneHeading>{t('my.choose.rest')}</PhoneHeading>}
      {open && free.map((one) => (
        <ClassCard key={one.id} one={one}>
          <Button size="big" icon="plus" because={full && t('my.choose.most', { most: intake.maxChoices })} aria-label={`${t('my.choose.add')} ${one.title}`} onClick={() => set([...chosen, one])}>
            {t('my.choose.add')}
          </Button>
        </ClassCard>
      ))}
      {barred.length > 0 && <PhoneHeading>{t('my.choose.closed')}</PhoneHeading>}
      {barred.map((one) => (
        <ClassCard key={one.id} one={one}>
          {one.forbidden.map(({ code }) => (
            <p key={code} className={css.no}>
              {t(`rules.${code as Rules}`)}
            </p>
          ))}
        </ClassCard>
      ))}
      {open && (
        <div className={css.form}>
          <TextArea label={t('my.choose.statement')} optional rows={3} most={500} value={draft.value.statement} onChange={(statement) => draft.set({ statement })} />
          <CheckField label={t('my.choose.employed')} checked={employed} error={employed ? t('rules.employed') : null} onChange={setEmployed} />
        </div>
      )}
    </PhonePage>
  )
}

function ClassCard({ one, children }: { one: ChoiceClass; children: ReactNode }) {
  const { t } = useTranslation('training')
  const { fullDay, number } = useFormat()
  return (
    <article className={css.card}>
      <h3>{one.title}</h3>
      <p className={css.by}>
        {one.organisationName} · {one.postTitle}
      </p>
      <p className={css.by}>{t('my.choose.pay', { pay: number(one.payFloor) })}</p>
      <p className={css.by}>{t('my.choose.seats', { count: one.seats, min: one.minSeats })}</p>
      <details>
        <summary>{t('my.choose.details')}</summary>
        <p>{t('my.choose.days', { from: fullDay(one.startsOn), until: fullDay(one.endsOn) })}</p>
        {one.courses.length > 0 && <p>{t('my.choose.courses', { list: one.courses.join('、') })}</p>}
        {one.benefits && <p>{t('my.choose.benefits', { text: one.benefits })}</p>}
        <p>{t('my.choose.costs', { costs: one.costs })}</p>
        <p>{t('my.choose.quitting', { quitting: one.quitting })}</p>
      </details>
      <div className={css.deeds}>{children}</div>
    </article>
  )
}
