import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { declineByLink, getLinkPaper, lookAtLink, sendLinkCode, signByLink, type LinkView } from '@silian/server/contract/agreements/signing'
import { call, urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { currentLocale, setLocale } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { Paper } from './paper.tsx'
import css from './phone.module.css'
import { useRoleWord } from './role-word.ts'
import { DeclineButton, SignButton, SignFields, useSignFields } from './sign-fields.tsx'

/** For whoever has the link: no account. The whole text, then name and code; or no, with a reason. */
export default function SignPage() {
  const { t } = useTranslation('signing')
  const { token = '' } = useParams()
  const query = useQuery({ queryKey: ['signing', token], queryFn: ({ signal }) => call(lookAtLink, { body: { token }, signal }), retry: false })
  return query.data ? <Sign token={token} link={query.data} /> : <PhonePage title={t('title')} narrow><Loaded query={query}>{() => null}</Loaded></PhonePage>
}

function Sign({ token, link }: { token: string; link: LinkView }) {
  const { t } = useTranslation('signing')
  const { day } = useFormat()
  const roleWord = useRoleWord()
  const client = useQueryClient()
  const again = { onSettled: () => client.invalidateQueries({ queryKey: ['signing', token] }) }
  const fields = useSignFields()
  const { name, code } = fields
  const send = useMutation({ mutationFn: () => call(sendLinkCode, { body: { token } }) })
  const sign = useMutation({ mutationFn: () => call(signByLink, { body: { token, name, code, textHash: link.textHash } }), ...again })
  const decline = useMutation({ mutationFn: (reason: string) => call(declineByLink, { body: { token, name, code, reason } }), ...again })
  const open = link.state === 'signing' && link.me.signedOn === null
  const mine = open && link.before.length === 0
  return (
    <PhonePage
      title={t('title')}
      narrow
      foot={
        mine && (
          <>
            <DeclineButton fields={fields} needsCode decline={decline} />
            <SignButton fields={fields} sign={sign} />
          </>
        )
      }
    >
      {link.keeperName && <p className={css.lead}>{t('from', { name: link.keeperName })}</p>}
      {link.me.studentName && <p className={css.about}>{t('forStudent', { name: link.me.studentName })}</p>}
      {mine && <p className={css.lead}>{t('read')}</p>}
      {open && link.before.length > 0 && <p role="status">{t('before', { names: link.before.join('、') })}</p>}
      {link.me.signedOn && <p role="status">{t('signed', { day: day(link.me.signedOn) })}</p>}
      {link.state === 'concluded' && <p>{t('signedAll')}</p>}
      {link.state !== 'signing' && link.state !== 'concluded' && link.state !== 'draft' && <p role="status">{t(`ended.${link.state}`)}</p>}
      <Paper text={link.text} parties={link.parties} roleWord={roleWord} />
      <p className={css.links}>
        <a href={urlOf(getLinkPaper, { params: { token } })} target="_blank" rel="noreferrer">
          {t('paper')}
        </a>
        <a href="/verify">{t('verify')}</a>
      </p>
      {mine && <SignFields fields={fields} role={roleWord(link.me.role)} channel={link.codeBy} send={link.codeBy === 'paper' ? null : send} error={sign.error} />}
      {mine && <p className={css.quiet}>{t('printNote')}</p>}
      <Languages />
    </PhonePage>
  )
}

/** Each language by its own name; whoever opens a link has no account to keep a choice. */
const languages = [['zh-Hans', '简体中文'], ['zh-Hant', '繁體中文'], ['en', 'English']] as const

function Languages() {
  return (
    <p className={css.links}>
      {languages
        .filter(([locale]) => locale !== currentLocale())
        .map(([locale, name]) => (
          <Button key={locale} kind="text" lang={locale} onClick={() => void setLocale(locale)}>
            {name}
          </Button>
        ))}
    </p>
  )
}
