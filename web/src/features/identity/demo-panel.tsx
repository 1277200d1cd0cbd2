import type { DemoAccount } from '@silian/server/contract/identity'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './identity.module.css'
import { useEnterDemo } from './queries.ts'
import { useSecondsLeft } from './seconds-left.ts'

/** Only where the server says that this is a demonstration. */
export function DemoPanel({ accounts, asOf, onDone }: { accounts: readonly DemoAccount[]; asOf: number; onDone: () => void }) {
  const { t } = useTranslation('identity')
  const enter = useEnterDemo()
  const withCode = accounts.find(({ code }) => code !== null)
  const left = useSecondsLeft(withCode?.codeSecondsLeft ?? 0, asOf)
  return (
    <Sheet title={t('demo.title')}>
      <p className="small mut">{t('demo.lead')}</p>
      <dl className={css.keys}>
        <dt>{t('demo.password')}</dt>
        <dd translate="no">{accounts[0]?.password}</dd>
        {withCode && (
          <>
            <dt>{t('demo.code')}</dt>
            <dd translate="no">
              {withCode.code} <small className="dim">{t('demo.left', { count: left })}</small>
            </dd>
          </>
        )}
      </dl>
      {enter.isError && <Refused error={enter.error} />}
      <Group title={t('demo.staff')} accounts={accounts.filter(({ role }) => role !== 'student')} busy={enter.isPending} onEnter={(account) => enter.mutate(account, { onSuccess: onDone })} />
      <Group title={t('demo.students')} accounts={accounts.filter(({ role }) => role === 'student')} busy={enter.isPending} onEnter={(account) => enter.mutate(account, { onSuccess: onDone })} />
    </Sheet>
  )
}

function Group({ title, accounts, busy, onEnter }: { title: string; accounts: readonly DemoAccount[]; busy: boolean; onEnter: (account: DemoAccount) => void }) {
  const { t } = useTranslation(['identity', 'ui'])
  const language = currentLocale() === 'en' ? 'en' : 'zh'
  if (accounts.length === 0) return null
  return (
    <>
      <h3 className={css.group}>{title}</h3>
      <ul className={css.people}>
        {accounts.map((account) => (
          <li key={account.login}>
            <div>
              <b>{account.purpose?.[language] ?? t(`ui:roles.${account.role as 'secretariat'}`)}</b>
              <small>
                {account.name} · {account.placeName}
              </small>
              <small className="mono" translate="no">
                {account.login}
              </small>
            </div>
            <Button onClick={() => onEnter(account)} because={undefined} busy={busy} aria-label={t('demo.enter', { name: account.name })}>
              {t('signIn.do')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
