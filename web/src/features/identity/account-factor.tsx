import type { AccountView } from '@silian/server/contract/identity/account'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useMakeRecoveryCodes, useRefreshAccount } from './account-queries.ts'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'

/** The authenticator and the recovery codes. */
export function FactorSheet({ account }: { account: AccountView }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const refresh = useRefreshAccount()
  const [doing, setDoing] = useState<'nothing' | 'set-up' | 'codes'>('nothing')
  const [codes, setCodes] = useState<string[] | null>(null)
  if (account.demo) return null

  const show = (fresh: string[]) => {
    setDoing('nothing')
    setCodes(fresh)
    void refresh()
  }
  return (
    <Sheet title={t('factor.title')}>
      {codes ? (
        <RecoveryCodes codes={codes} login={account.login} verb={t('recovery.close')} onDone={() => setCodes(null)} />
      ) : doing === 'set-up' ? (
        <SecondFactorSetUp withPassword onDone={show} />
      ) : (
        <div className={css.form}>
          <p>{account.secondFactorAt ? <StateMark mood="done">{t('account.factorOn', { time: format.stamp(account.secondFactorAt) })}</StateMark> : t('account.factorOff')}</p>
          {account.secondFactorAt && <p className="small mut">{t('account.codesLeft', { count: account.recoveryCodesLeft })}</p>}
          {doing === 'codes' ? (
            <NewCodes onDone={show} />
          ) : (
            <div className={css.ways}>
              <Button size="form" onClick={() => setDoing('set-up')}>
                {account.secondFactorAt ? t('account.factorAgain') : t('setUp.start')}
              </Button>
              {account.secondFactorAt && (
                <Button size="form" onClick={() => setDoing('codes')}>
                  {t('account.codesNew')}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
    </Sheet>
  )
}

function NewCodes({ onDone }: { onDone: (codes: string[]) => void }) {
  const { t } = useTranslation('identity')
  const make = useMakeRecoveryCodes()
  const [code, setCode] = useState('')
  const { at, rest } = useFormErrors(make.error, ['code'])
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate(code, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) })
      }}
    >
      {rest ? <Refused error={rest} /> : null}
      <TextField name="code" label={t('factor.code')} hint={t('account.codesNote')} value={code} onChange={setCode} error={at.code} autoComplete="one-time-code" inputMode="numeric" maxLength={10} short />
      <div>
        <Button type="submit" size="form" kind="primary" busy={make.isPending}>
          {t('account.codesNew')}
        </Button>
      </div>
    </form>
  )
}
