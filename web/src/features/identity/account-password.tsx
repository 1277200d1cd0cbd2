import type { AccountView } from '@silian/server/contract/identity/account'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useChangePassword } from './account-queries.ts'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { PasswordField } from './password-field.tsx'

export function PasswordSheet({ account }: { account: AccountView }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const toast = useToast()
  const change = useChangePassword()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { at, rest } = useFormErrors(change.error, ['current', 'password', 'next'])
  if (account.demo) return null
  const changed = account.passwordChangedAt
  return (
    <Sheet title={t('account.passwordTitle')} aside={changed ? t('account.passwordChanged', { time: format.stamp(changed) }) : t('account.passwordNever')}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate(
            { current, next },
            {
              onSuccess: () => {
                setCurrent('')
                setNext('')
                toast(t('account.changed'))
              },
            },
          )
        }}
      >
        {account.passwordIsOld && (
          <p>
            <StateMark mood="waits">{t('account.passwordOld')}</StateMark>
          </p>
        )}
        {rest ? <Refused error={rest} /> : null}
        <PasswordField name="current" label={t('account.current')} value={current} onChange={setCurrent} error={at.current} />
        <PasswordField fresh name="password" label={t('account.next')} value={next} onChange={setNext} error={at.password ?? at.next} />
        <div>
          <Button type="submit" size="form" busy={change.isPending}>
            {t('account.change')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
