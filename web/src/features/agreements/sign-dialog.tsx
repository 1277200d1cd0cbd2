import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueries } from '@tanstack/react-query'
import { getAgreement } from '@silian/server/contract/agreements'
import { ApiError, call, type ErrorCode } from '../../kernel/api.ts'
import { useSession } from '../../kernel/session.ts'
import { useWording } from '../../kernel/wording.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Skeleton } from '../../ui/loaded.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './agreements.module.css'
import { useSign, useSignMany, type AgreementView, type PartyView } from './queries.ts'

/** For one's house, at the desk: typed name and the code of the authenticator, for the very text that was shown. */
export function SignDialog({ agreement, party, onClose, onDone }: { agreement: AgreementView; party: PartyView; onClose: () => void; onDone?: () => void }) {
  const { t } = useTranslation('agreements')
  const toast = useToast()
  const sign = useSign()
  const fields = useFields()
  const done = () => {
    toast(t('signDialog.done'))
    onClose()
    onDone?.()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('signDialog.title', { number: agreement.number })}
      note={t('signDialog.note')}
      verb={t('actions.sign')}
      busy={sign.isPending}
      because={fields.because}
      error={sign.error}
      onDo={() => sign.mutate({ id: agreement.id, partyId: party.id, name: fields.name, code: fields.code, textHash: agreement.textHash!, version: agreement.version }, { onSuccess: done })}
    >
      {fields.content}
    </Dialog>
  )
}

/** Many with one code. Their texts are fetched first: what is signed is what can be read here now. */
export function SignManyDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const { t } = useTranslation('agreements')
  const say = useWording()
  const toast = useToast()
  const sign = useSignMany()
  const fields = useFields()
  const found = useQueries({ queries: ids.map((id) => ({ queryKey: ['agreements', 'one', id], queryFn: () => call(getAgreement, { params: { agreementId: id } }) })) })
  const agreements = found.flatMap(({ data }) => (data?.textHash ? [data] : []))
  const refused = sign.data?.refused ?? []
  const done = (data: { signed: number; refused: unknown[] }) => {
    toast(t('signDialog.manyDone', { signed: data.signed }))
    if (data.refused.length === 0) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('signDialog.many', { count: ids.length })}
      note={t('signDialog.note')}
      verb={refused.length > 0 ? undefined : t('actions.sign')}
      busy={sign.isPending}
      because={fields.because}
      error={sign.error}
      onDo={() => sign.mutate({ agreements: agreements.map(({ id, textHash }) => ({ id, textHash: textHash! })), name: fields.name, code: fields.code }, { onSuccess: done })}
    >
      {refused.length > 0 ? (
        <>
          <p>{t('signDialog.manyRefused', { count: refused.length })}</p>
          <ul className={css.faults}>
            {refused.map(({ id, number, code }) => (
              <li key={id}>{`${number}　${say(new ApiError(code as ErrorCode))}`}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          {found.some(({ isPending }) => isPending) ? <Skeleton rows={2} /> : <p className="small mut">{agreements.map(({ number, title }) => `${number} ${title}`).join('；')}</p>}
          {fields.content}
        </>
      )}
    </Dialog>
  )
}

function useFields() {
  const { t } = useTranslation('agreements')
  const session = useSession()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  return {
    name,
    code,
    because: name.trim() === '' || code.trim().length < 4 ? `${t('signDialog.name')}、${t('signDialog.code')}` : null,
    content: (
      <>
        <TextField name="name" label={t('signDialog.name')} hint={t('signDialog.nameHint', { name: session?.account.name ?? '' })} value={name} maxLength={50} autoComplete="off" onChange={setName} />
        <TextField name="code" short label={t('signDialog.code')} hint={t('signDialog.codeHint')} value={code} maxLength={20} inputMode="numeric" autoComplete="one-time-code" onChange={setCode} />
      </>
    ),
  }
}
