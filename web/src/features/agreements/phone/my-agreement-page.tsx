import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { getAgreement, getPaper } from '@silian/server/contract/agreements'
import { sendCode } from '@silian/server/contract/agreements/signing'
import type { Reply } from '@silian/server/contract'
import { call, urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useMoveAgreement, useSign } from '../queries.ts'
import { Paper } from './paper.tsx'
import css from './phone.module.css'
import { useRoleWord } from './role-word.ts'
import { DeclineButton, SignButton, SignFields, useSignFields } from './sign-fields.tsx'

type View = Reply<typeof getAgreement>

/** One's own agreement on a telephone: the student's, a teacher's, a mentor's. */
export default function MyAgreementPage() {
  const { t } = useTranslation('signing')
  const { agreementId = '' } = useParams()
  const query = useQuery({ queryKey: ['agreements', 'one', agreementId], queryFn: ({ signal }) => call(getAgreement, { params: { agreementId }, signal }) })
  return query.data ? <Mine agreement={query.data} /> : <PhonePage title={t('title')} back="/my/agreements" narrow><Loaded query={query}>{() => null}</Loaded></PhonePage>
}

function Mine({ agreement }: { agreement: View }) {
  const { t } = useTranslation('signing')
  const { day } = useFormat()
  const roleWord = useRoleWord()
  const session = useSession()
  const student = session?.seat?.role === 'student'
  const hasTotp = session?.secondFactor === 'done' && !student
  const fields = useSignFields()
  const sign = useSign()
  const move = useMoveAgreement()
  const mine = agreement.parties.find(({ can }) => can.sign)
  const own = agreement.parties.find(({ kind, studentId, organisationId, signedOn }) => signedOn !== null && (kind === 'student' ? studentId === session?.seat?.studentId : kind === 'organisation' ? organisationId === session?.seat?.organisationId : kind === 'teacher' || kind === 'person'))
  const send = useMutation({ mutationFn: () => call(sendCode, { params: { agreementId: agreement.id, partyId: mine!.id } }) })
  const waiting = agreement.parties.filter(({ turn }) => turn).map(({ name }) => name)
  const decline = { ...move, mutate: (reason: string, options?: { onSuccess?: () => void }) => move.mutate({ id: agreement.id, action: 'decline', reason, version: agreement.version }, options) }
  return (
    <PhonePage
      title={t('title')}
      back="/my/agreements"
      help={student ? '/my/help' : undefined}
      narrow
      foot={
        mine && (
          <>
            {agreement.can.decline && <DeclineButton fields={fields} needsCode={false} decline={decline} />}
            <SignButton fields={fields} sign={{ ...sign, mutate: () => sign.mutate({ id: agreement.id, partyId: mine.id, name: fields.name, code: fields.code, textHash: agreement.textHash!, version: agreement.version }) }} />
          </>
        )
      }
    >
      {agreement.keeperName && <p className={css.lead}>{t('from', { name: agreement.keeperName })}</p>}
      {mine && <p className={css.lead}>{t('read')}</p>}
      {own?.signedOn && <p role="status">{t('signed', { day: day(own.signedOn) })}</p>}
      {agreement.state === 'signing' && !mine && waiting.length > 0 && <p role="status">{t('waitingOthers', { names: waiting.join('、') })}</p>}
      {agreement.state === 'concluded' && <p>{t('signedAll')}</p>}
      {agreement.state !== 'signing' && agreement.state !== 'concluded' && agreement.state !== 'draft' && <p role="status">{t(`ended.${agreement.state}`)}</p>}
      <Paper text={agreement.text} parties={agreement.parties} roleWord={roleWord} />
      <p className={css.links}>
        {agreement.can.print && (
          <a href={urlOf(getPaper, { params: { agreementId: agreement.id } })} target="_blank" rel="noreferrer">
            {t('paper')}
          </a>
        )}
        <a href={`/verify/${agreement.code}`}>{t('verify')}</a>
      </p>
      {mine && <SignFields fields={fields} role={roleWord(mine.role)} channel={hasTotp ? 'totp' : (send.data?.channel ?? 'ask')} send={hasTotp ? null : send} error={sign.error} />}
      {mine && student && <p className={css.quiet}>{t('printNote')}</p>}
    </PhonePage>
  )
}
