import { acceptInvitation, comeBack, joinByInvitation, lookAtInvitation, type InvitationView } from '@silian/server/contract/identity/invitations'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { call } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import type { SessionView } from '../../kernel/session.ts'
import { LanguageMenu } from '../../person.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { PlainPage } from '../../ui/plain-page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { NewcomerFields, newcomerFields } from './newcomer-fields.tsx'
import { PasswordField } from './password-field.tsx'
import { useEnter, useNextStep, useVisitor } from './queries.ts'

/** Behind the link of an invitation. It says who invites to what, and takes only what an account needs. */
export default function InvitePage() {
  const { t } = useTranslation('identity')
  const { token = '' } = useParams()
  const visitor = useVisitor()
  const invitation = useQuery({ queryKey: ['invitation', token], queryFn: ({ signal }) => call(lookAtInvitation, { body: { token }, signal }), retry: false })
  const isBack = invitation.data?.kind === 'way_back'
  return (
    <PlainPage title={isBack ? t('invite.backTitle') : t('invite.title')} narrow tools={<LanguageMenu />}>
      <Sheet>
        {invitation.isError ? (
          <Refused error={invitation.error} actions={<LinkButton href="/sign-in">{t('signIn.do')}</LinkButton>} />
        ) : (
          <Loaded query={invitation} rows={5}>
            {(offer) =>
              offer.kind === 'way_back' ? <WayBack token={token} offer={offer} /> : visitor.data === undefined ? null : <Offer token={token} offer={offer} visitor={visitor.data} />
            }
          </Loaded>
        )}
      </Sheet>
    </PlainPage>
  )
}

function Offer({ token, offer, visitor }: { token: string; offer: InvitationView; visitor: SessionView | null }) {
  const { t } = useTranslation(['identity', 'ui'])
  const format = useFormat()
  const [another, setAnother] = useState(false)
  const asMe = visitor?.secondFactor === 'done' && !another
  return (
    <div className={css.form}>
      <div className={css.offer}>
        <p className="small mut">{offer.invitedByName ? t('invite.from', { inviter: offer.invitedByName }) : t('invite.fromNobody')}</p>
        <h2>{offer.organisationName ?? offer.allianceName}</h2>
        <p>{t(`ui:roles.${offer.role as 'secretariat'}`)}</p>
        <p className="small dim">{t('invite.until', { time: format.deadline(offer.expiresAt) })}</p>
      </div>
      {asMe ? <Join token={token} visitor={visitor} onOther={() => setAnother(true)} /> : <NewAccount token={token} offer={offer} />}
    </div>
  )
}

function Join({ token, visitor, onOther }: { token: string; visitor: SessionView; onOther: () => void }) {
  const { t } = useTranslation('identity')
  const enter = useEnter()
  const join = useMutation({ mutationFn: () => call(joinByInvitation, { body: { token } }), onSuccess: () => enter() })
  return (
    <>
      <p>{t('invite.asMe', { name: visitor.account.name })}</p>
      {join.isError && <Refused error={join.error} />}
      <Button kind="primary" size="big" busy={join.isPending} onClick={() => join.mutate()}>
        {t('invite.join')}
      </Button>
      <div className={css.ways}>
        <Button kind="text" onClick={onOther}>
          {t('invite.instead')}
        </Button>
      </div>
    </>
  )
}

function NewAccount({ token, offer }: { token: string; offer: InvitationView }) {
  const { t } = useTranslation('identity')
  const goOn = useNextStep()
  const [given, setGiven] = useState({ name: offer.name, login: '', password: '' })
  const accept = useMutation({ mutationFn: () => call(acceptInvitation, { body: { token, ...given } }), onSuccess: goOn })
  const { at, rest } = useFormErrors(accept.error, newcomerFields)
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        accept.mutate()
      }}
    >
      {rest ? <Refused error={rest} /> : null}
      <NewcomerFields value={given} onChange={setGiven} at={at} />
      <Button type="submit" kind="primary" size="big" busy={accept.isPending}>
        {t('invite.do')}
      </Button>
      <div className={css.notes}>
        <p>{t('invite.next')}</p>
        <p>{t('invite.haveAccount')}</p>
      </div>
    </form>
  )
}

function WayBack({ token, offer }: { token: string; offer: InvitationView }) {
  const { t } = useTranslation('identity')
  const goOn = useNextStep()
  const [password, setPassword] = useState('')
  const back = useMutation({ mutationFn: () => call(comeBack, { body: { token, password } }), onSuccess: goOn })
  const { at, rest } = useFormErrors(back.error, ['password'])
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        back.mutate()
      }}
    >
      <p>{t('invite.backLead', { login: offer.login ?? '' })}</p>
      {rest ? <Refused error={rest} /> : null}
      <input type="hidden" autoComplete="username" value={offer.login ?? ''} readOnly />
      <PasswordField fresh value={password} onChange={setPassword} error={at.password} />
      <Button type="submit" kind="primary" size="big" busy={back.isPending}>
        {t('invite.backDo')}
      </Button>
    </form>
  )
}
