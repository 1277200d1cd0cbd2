import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/inputs.tsx'
import { PasswordField } from './password-field.tsx'

export type Newcomer = { name: string; login: string; password: string }
export const newcomerFields = ['name', 'login', 'password'] as const

/** What a new account needs, and nothing that decides its role. */
export function NewcomerFields({ value, onChange, at }: { value: Newcomer; onChange: (value: Newcomer) => void; at: Record<string, string> }) {
  const { t } = useTranslation('identity')
  const set = (change: Partial<Newcomer>) => onChange({ ...value, ...change })
  return (
    <>
      <TextField name="name" label={t('name')} value={value.name} onChange={(name) => set({ name })} error={at.name} autoComplete="name" maxLength={50} />
      <TextField
        name="login"
        label={t('login')}
        hint={t('loginHint')}
        value={value.login}
        onChange={(login) => set({ login: login.toLowerCase() })}
        error={at.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
      />
      <PasswordField fresh value={value.password} onChange={(password) => set({ password })} error={at.password} />
    </>
  )
}
