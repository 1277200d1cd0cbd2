import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { ReadAloud } from './read-aloud.tsx'
import css from './phone.module.css'

const heading = /^[一二三四五六七八九十]{1,3}、/
type Party = { role: string; name: string; signedOn: string | null }

/** The whole text before anything is asked, with who else signs. */
export function Paper({ text, parties, roleWord }: { text: string; parties: readonly Party[]; roleWord: (role: string) => string }) {
  const { t } = useTranslation('signing')
  const { day } = useFormat()
  const [title, ...lines] = text.split('\n')
  return (
    <>
      <ReadAloud text={text} />
      <article className={css.paper} lang="zh-Hans" translate="no">
        <h2>{title}</h2>
        {lines.map((line, at) => (line.trim() === '' ? null : heading.test(line) ? <h3 key={at}>{line}</h3> : <p key={at}>{line}</p>))}
      </article>
      <ul className={css.parties} aria-label={t('parties')}>
        {parties.map(({ role, name, signedOn }) => (
          <li key={role + name}>
            <span>
              <span className={css.quiet}>{roleWord(role)}</span> {name}
            </span>
            <span className="nw">{signedOn ? day(signedOn) : <span className={css.quiet}>{t('unsigned')}</span>}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
