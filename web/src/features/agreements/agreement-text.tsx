import { useTranslation } from 'react-i18next'
import css from './agreements.module.css'

const heading = /^[一二三四五六七八九十]{1,3}、/

/** The exact words, as they are signed: the first line is the title, numbered lines head their sections. */
export function AgreementText({ text, level = 3 }: { text: string; level?: 2 | 3 }) {
  const { t, i18n } = useTranslation('agreements')
  // A draft's blanks by their names; a text that is signed has none.
  const blank = (_whole: string, name: string) => `〔${i18n.exists(`agreements:form.names.${name}`) ? t(`form.names.${name as 'post'}`) : name}〕`
  const [title, ...lines] = text.replaceAll(/\{\{\s*([a-zA-Z]+)\s*\}\}/g, blank).split('\n')
  const Head = `h${level}` as const
  const Part = `h${level + 1}` as 'h3' | 'h4'
  return (
    // Documents are Chinese whatever the reader's language.
    <article className={css.paper} lang="zh-Hans" translate="no">
      <Head className={css.paperTitle}>{title}</Head>
      {lines.map((line, at) => (line.trim() === '' ? null : heading.test(line) ? <Part key={at}>{line}</Part> : <p key={at}>{line}</p>))}
    </article>
  )
}
