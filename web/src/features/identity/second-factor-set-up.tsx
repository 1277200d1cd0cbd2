import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Refused, Skeleton } from '../../ui/loaded.tsx'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { PasswordField } from './password-field.tsx'
import { useConfirmSecondFactor, useStartSecondFactor } from './queries.ts'

type Props = {
  /** Signed in for long: the password is asked again before anything is shown. */
  withPassword?: boolean
  onDone: (recoveryCodes: string[]) => void
}

/** Scan, type the first code, done. The recovery codes come back once. */
export function SecondFactorSetUp({ withPassword, onDone }: Props) {
  const start = useStartSecondFactor()
  const begin = useEffectEvent(() => start.mutate(undefined))
  useEffect(() => {
    if (!withPassword) begin()
  }, [withPassword])

  if (start.data) return <Scan {...start.data} onDone={onDone} />
  if (withPassword) return <AskPassword busy={start.isPending} error={start.error} onGive={(password) => start.mutate(password)} />
  return start.isError ? <Refused error={start.error} onRetry={() => start.mutate(undefined)} /> : <Skeleton rows={4} />
}

function AskPassword({ busy, error, onGive }: { busy: boolean; error: unknown; onGive: (password: string) => void }) {
  const { t } = useTranslation('identity')
  const [password, setPassword] = useState('')
  const { at, rest } = useFormErrors(error, ['current'])
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        onGive(password)
      }}
    >
      {rest ? <Refused error={rest} /> : null}
      <PasswordField name="current" label={t('setUp.password')} value={password} onChange={setPassword} error={at.current} />
      <div>
        <Button type="submit" size="form" kind="primary" busy={busy}>
          {t('setUp.start')}
        </Button>
      </div>
    </form>
  )
}

function Scan({ secret, url, qr, onDone }: { secret: string; url: string; qr: string } & Pick<Props, 'onDone'>) {
  const { t } = useTranslation('identity')
  const confirm = useConfirmSecondFactor()
  const [code, setCode] = useState('')
  const { at, rest } = useFormErrors(confirm.error, ['code'])
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate(code, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) })
      }}
    >
      <ol className={css.stages}>
        <li>
          <h2>{t('setUp.app')}</h2>
          <p className="small mut">{t('setUp.appNote')}</p>
        </li>
        <li>
          <h2>{t('setUp.scan')}</h2>
          <img className={css.qr} src={qr} width={176} height={176} alt={t('setUp.picture')} />
          <details className={css.byHand}>
            <summary>{t('setUp.byHand')}</summary>
            <p className={css.secret} translate="no">
              {secret}
            </p>
          </details>
          <a className={css.onPhone} href={url}>
            {t('setUp.open')}
          </a>
        </li>
        <li>
          <h2 id="set-up-code">{t('setUp.type')}</h2>
          <TextField name="code" label={t('factor.code')} value={code} onChange={setCode} error={at.code} autoComplete="one-time-code" inputMode="numeric" spellCheck={false} maxLength={10} short />
        </li>
      </ol>
      {rest ? <Refused error={rest} /> : null}
      <Button type="submit" kind="primary" size="big" busy={confirm.isPending}>
        {t('setUp.do')}
      </Button>
    </form>
  )
}
