import { finishOidc } from '@silian/server/contract/identity/oidc'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { call } from '../../kernel/api.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Refused, Skeleton } from '../../ui/loaded.tsx'
import { PlainPage } from '../../ui/plain-page.tsx'
import { useEnter, useNextStep } from './queries.ts'
import { takeTicket } from './oidc-ticket.ts'

/** Where the other system sends people back to. */
export default function OidcPage() {
  const { t } = useTranslation('identity')
  const [, navigate] = useLocation()
  const enter = useEnter()
  const goOn = useNextStep()
  const asked = useRef(false)
  const finish = useMutation({
    mutationFn: () => call(finishOidc, { body: { ticket: takeTicket(), search: location.search } }),
    onSuccess: ({ purpose, secondFactor }) => (purpose === 'link' ? navigate('/account', { replace: true }) : secondFactor === 'done' ? void enter() : goOn()),
  })
  const comeBack = useEffectEvent(() => {
    if (asked.current) return
    asked.current = true
    finish.mutate()
  })
  useEffect(() => comeBack(), [])

  return (
    <PlainPage title={finish.isError ? t('oidc.title') : t('oidc.going')} narrow>
      {finish.isError ? <Refused error={finish.error} actions={<LinkButton href="/sign-in">{t('oidc.back')}</LinkButton>} /> : <Skeleton rows={2} />}
    </PlainPage>
  )
}
