import type { AccountView } from '@silian/server/contract/identity/account'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setLocale } from '../../kernel/i18n.ts'
import { setLargeText } from '../../kernel/text-size.ts'
import { languages } from '../../person.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/choices.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { SelectField, TextField } from '../../ui/inputs.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useChangeAccount } from './account-queries.ts'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'

/** Language and text size act at once; addresses when they are saved. */
export function PreferencesSheet({ account }: { account: AccountView }) {
  const { t } = useTranslation('identity')
  const toast = useToast()
  const change = useChangeAccount()
  const [email, setEmail] = useState(account.email ?? '')
  const [phone, setPhone] = useState(account.phone?.replace('+86', '') ?? '')
  const { at, rest } = useFormErrors(change.error, ['email', 'phone'])
  return (
    <Sheet title={t('account.personal')}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ email: email.trim() || null, phone: phone.trim() ? `+86${phone.replaceAll(/\D/g, '').replace(/^86(?=1\d{10})/, '')}` : null }, { onSuccess: () => toast(t('account.saved')) })
        }}
      >
        {rest ? <Refused error={rest} /> : null}
        <FieldRow>
          <SelectField
            label={t('account.language')}
            none={null}
            value={account.locale}
            options={languages.map(([value, label]) => ({ value, label }))}
            onChange={(value) => {
              const locale = value as AccountView['locale']
              change.mutate({ locale })
              void setLocale(locale)
            }}
          />
          <CheckField
            label={t('account.largeText')}
            checked={account.largeText}
            onChange={(largeText) => {
              change.mutate({ largeText })
              setLargeText(largeText)
            }}
          />
        </FieldRow>
        {!account.demo && (
          <>
            <TextField name="email" label={t('account.email')} hint={t('account.emailHint')} optional type="email" autoComplete="email" value={email} onChange={setEmail} error={at.email} maxLength={200} />
            <TextField name="phone" label={t('account.phone')} hint={t('account.phoneHint')} optional type="tel" autoComplete="tel-national" value={phone} onChange={setPhone} error={at.phone} maxLength={20} short />
          </>
        )}
        <CheckField label={t('account.digest')} checked={account.digest} onChange={(digest) => change.mutate({ digest })} />
        {!account.demo && (
          <div>
            <Button type="submit" size="form" busy={change.isPending}>
              {t('account.save')}
            </Button>
          </div>
        )}
      </form>
    </Sheet>
  )
}
