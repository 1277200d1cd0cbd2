import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../ui/choices.tsx'
import { TextField } from '../../ui/inputs.tsx'

type Props = { label?: string; value: string; onChange: (value: string) => void; error?: string; name?: string; /** A new one: the rules are told, and it can be looked at instead of being typed twice. */ fresh?: boolean }

export function PasswordField({ label, value, onChange, error, name = 'password', fresh }: Props) {
  const { t } = useTranslation('identity')
  const [shown, setShown] = useState(false)
  return (
    <>
      <TextField
        name={name}
        label={label ?? t('password')}
        type={shown ? 'text' : 'password'}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        value={value}
        onChange={onChange}
        error={error}
        hint={fresh ? t('passwordHint') : undefined}
      />
      {fresh && <CheckField label={t('showPassword')} checked={shown} onChange={setShown} />}
    </>
  )
}
