import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { AnchorButton, Button, LinkButton } from '../../../ui/button.tsx'
import { CheckField, RadioGroup } from '../../../ui/choices.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAskForHelp, useMyHelp } from './queries.ts'
import css from './student.module.css'

const topics = ['question', 'unsafe', 'unfair', 'pay', 'other'] as const

/** Whom I can ask; and a way past school and firm. */
export default function HelpPage() {
  const { t } = useTranslation('student')
  const format = useFormat()
  const query = useMyHelp()
  return (
    <PhonePage title={t('help.title')} back="/wishes">
      <Loaded query={query}>
        {({ contacts, rows }) => (
          <>
            <LinkButton size="big" className={css.wide} href="/my/way-out">
              {t('help.wayOut')}
            </LinkButton>
            <PhoneHeading>{t('help.contacts')}</PhoneHeading>
            <ul className={css.posts}>
              {contacts.map((contact) => (
                <li key={contact.role + contact.name} className={css.post}>
                  <div>
                    <h3>{contact.name}</h3>
                    <p className={css.by}>{t(`help.roles.${contact.role as 'teacher'}`)}</p>
                  </div>
                  {contact.phone && (
                    <AnchorButton size="form" icon="phone" href={`tel:${contact.phone}`}>
                      {t('help.call')}
                    </AnchorButton>
                  )}
                </li>
              ))}
            </ul>
            <Ask />
            <PhoneHeading>{t('help.mine')}</PhoneHeading>
            {rows.length === 0 && <p className={css.by}>{t('help.none')}</p>}
            <ul className={css.posts}>
              {rows.map((row) => (
                <li key={row.id} className={css.off}>
                  <p className={css.by}>
                    {t(`help.topics.${row.topic}`)} · {format.stamp(row.createdAt)} · {t(row.state === 'open' ? 'help.waiting' : 'help.answered')}
                  </p>
                  <p>{row.body}</p>
                  {row.answer && <p className={css.answer}>{row.answer}</p>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </PhonePage>
  )
}

function Ask() {
  const { t } = useTranslation('student')
  const toast = useToast()
  const ask = useAskForHelp()
  const [topic, setTopic] = useState<(typeof topics)[number]>('question')
  const [body, setBody] = useState('')
  const [pastParties, setPastParties] = useState(false)
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        ask.mutate({ topic, body, pastParties }, {
          onSuccess: () => {
            setBody('')
            toast(t('help.sent'))
          },
        })
      }}
    >
      <PhoneHeading>{t('help.ask')}</PhoneHeading>
      <RadioGroup label={t('help.topic')} value={topic} onChange={setTopic} options={topics.map((value) => ({ value, label: t(`help.topics.${value}`) }))} inline />
      <TextArea label={t('help.body')} value={body} onChange={setBody} rows={4} most={2000} />
      <CheckField label={t('help.past')} hint={t('help.pastNote')} checked={pastParties} onChange={setPastParties} />
      {ask.isError && <Refused error={ask.error} />}
      <Button type="submit" kind="primary" size="big" className={css.wide} busy={ask.isPending} because={body.trim().length < 2 && t('help.body')}>
        {t('help.send')}
      </Button>
    </form>
  )
}
