import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea, TextField } from '../../../ui/inputs.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading } from '../../../ui/phone-page.tsx'
import css from './phone.module.css'

type Channel = 'sms' | 'email' | 'paper' | 'totp' | 'ask'
type Work<Given> = { mutate: (given: Given, options?: { onSuccess?: () => void }) => void; isPending: boolean; error: unknown }
type Send = Work<void> & { data?: { channel: 'sms' | 'email' | 'paper' } }

/** What a signature is made of: the name, and a code that came another way. */
export function useSignFields() {
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  return { name, setName, code, setCode, ready: name.trim() !== '' && code.trim().length >= 4 }
}
type Fields = ReturnType<typeof useSignFields>

export function SignFields({ fields, role, channel, send, error }: { fields: Fields; role: string; channel: Channel; send: Send | null; error: unknown }) {
  const { t } = useTranslation('signing')
  return (
    <section className={css.sign}>
      <PhoneHeading>{t('as', { role })}</PhoneHeading>
      <p>{t('meaning')}</p>
      <TextField name="name" label={t('name')} hint={t('nameHint')} value={fields.name} maxLength={50} autoComplete="off" onChange={fields.setName} />
      {send && (
        <div>
          <Button size="big" busy={send.isPending} onClick={() => send.mutate()}>
            {t('send')}
          </Button>
          {send.data && <p role="status">{t(`sent.${send.data.channel}`)}</p>}
          {send.error ? <Refused error={send.error} /> : null}
        </div>
      )}
      <TextField name="code" label={t('code')} hint={t(`codeHint.${channel}`)} value={fields.code} maxLength={20} inputMode={channel === 'paper' || channel === 'ask' ? 'text' : 'numeric'} autoCapitalize="characters" autoComplete="one-time-code" onChange={fields.setCode} />
      {error ? <Refused error={error} /> : null}
    </section>
  )
}

/** The one button at the bottom: leads to the fields, and signs once they are filled in. */
export function SignButton({ fields, sign }: { fields: Fields; sign: { mutate: () => void; isPending: boolean } }) {
  const { t } = useTranslation('signing')
  const lead = () => {
    const field = document.querySelector<HTMLInputElement>(`.${css.sign} input[name=${fields.name.trim() === '' ? 'name' : 'code'}]`)
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }
  return (
    <Button kind="primary" size="big" busy={sign.isPending} onClick={() => (fields.ready ? sign.mutate() : lead())}>
      {t(fields.ready ? 'sign' : 'toFields')}
    </Button>
  )
}

/** 不同意: as easy as signing, with a reason. */
export function DeclineButton({ fields, needsCode, decline }: { fields: Fields; needsCode: boolean; decline: Work<string> }) {
  const { t } = useTranslation('signing')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      <Button size="big" onClick={() => setOpen(true)}>
        {t('decline')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('declineTitle')}
        note={t('declineNote')}
        verb={t('declineDo')}
        kind="risk"
        busy={decline.isPending}
        because={needsCode && !fields.ready ? t('nameMissing') : reason.trim().length < 2 ? t('declineReason') : null}
        error={decline.error}
        onDo={() => decline.mutate(reason.trim(), { onSuccess: () => setOpen(false) })}
      >
        <TextArea label={t('declineReason')} value={reason} onChange={setReason} most={500} />
      </Dialog>
    </>
  )
}
