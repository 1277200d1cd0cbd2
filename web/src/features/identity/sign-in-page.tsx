import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Redirect, useSearchParams } from 'wouter'
import { LanguageMenu } from '../../person.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { PlainPage } from '../../ui/plain-page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { CodeStep } from './code-step.tsx'
import { DemoPanel } from './demo-panel.tsx'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { OidcButton } from './oidc-button.tsx'
import { PasswordField } from './password-field.tsx'
import { useEnter, useSignIn, useSignInOffer, useSignOut, useVisitor } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'

/** Password, then the second step: to give, or to set up. Comes back to where somebody wanted to go. */
export default function SignInPage() {
  const { t } = useTranslation('identity')
  const [search] = useSearchParams()
  const visitor = useVisitor()
  const offer = useSignInOffer()
  const enter = useEnter()
  const signOut = useSignOut()
  const [codes, setCodes] = useState<string[] | null>(null)
  const then = search.get('then') ?? '/'
  const go = () => void enter(then.startsWith('/') && !then.startsWith('//') ? then : '/')
  const step = codes ? 'codes' : (visitor.data?.secondFactor ?? 'password')

  if (step === 'done') return <Redirect to={then} replace />
  const title = { password: t('signIn.title'), needed: t('factor.title'), missing: t('setUp.title'), codes: t('setUp.title') }[step]
  const lead = { password: undefined, needed: t('factor.lead'), missing: t('setUp.lead'), codes: undefined }[step]
  const demoAccounts = (step === 'password' && offer.data?.demoAccounts) || []
  return (
    <PlainPage title={title} lead={lead} narrow={demoAccounts.length === 0} tools={<LanguageMenu />}>
      <div className={demoAccounts.length > 0 ? css.two : undefined}>
        <Sheet>
          <Loaded query={visitor} rows={4}>
            {(session) =>
              codes ? (
                <RecoveryCodes codes={codes} login={session?.account.login ?? ''} verb={t('recovery.go')} onDone={go} />
              ) : !session ? (
                <PasswordStep onDone={(standing) => (standing === 'done' ? go() : void visitor.refetch())} />
              ) : session.secondFactor === 'needed' ? (
                <CodeStep demoCode={offer.data?.demoAccounts.find(({ login }) => login === session.account.login)?.code ?? null} onDone={go} onOther={() => signOut.mutate()} />
              ) : (
                <SecondFactorSetUp onDone={setCodes} />
              )
            }
          </Loaded>
        </Sheet>
        {demoAccounts.length > 0 && <DemoPanel accounts={demoAccounts} asOf={offer.dataUpdatedAt} onDone={go} />}
      </div>
    </PlainPage>
  )
}

function PasswordStep({ onDone }: { onDone: (standing: 'done' | 'needed' | 'missing') => void }) {
  const { t } = useTranslation('identity')
  const { data: offer } = useSignInOffer()
  const signIn = useSignIn()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const { at, rest } = useFormErrors(signIn.error, ['login', 'password'])
  if (offer?.firstRun) return <Redirect to="/first-run" replace />
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        signIn.mutate({ login, password }, { onSuccess: ({ secondFactor }) => onDone(secondFactor) })
      }}
    >
      {rest ? <Refused error={rest} /> : null}
      <TextField name="login" label={t('loginOrAddress')} value={login} onChange={setLogin} error={at.login} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} />
      <PasswordField value={password} onChange={setPassword} error={at.password} />
      <Button type="submit" kind="primary" size="big" busy={signIn.isPending}>
        {t('signIn.do')}
      </Button>
      {offer?.oidcName && (
        <>
          <p className={css.or}>{t('signIn.or')}</p>
          <OidcButton purpose="sign_in">{t('signIn.with', { name: offer.oidcName })}</OidcButton>
        </>
      )}
      <div className={css.notes}>
        <p>
          <Link href="/student">{t('signIn.student')}</Link>
        </p>
        <p>{t('signIn.invited')}</p>
      </div>
    </form>
  )
}
