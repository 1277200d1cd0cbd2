import { inLanguage, languages, useReader } from './reader.tsx'

/** Each language in its own writing. */
const names = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' } as const

export function Footer() {
  const { t, locale, path, search, href, alliance, demo } = useReader()
  return (
    <footer className="foot">
      <div className="w">
        <div>
          <p>
            <b>{alliance ? t('portal:footer.office', { alliance: alliance.text }) : t('productLong')}</b>
          </p>
          <p>{t('portal:footer.product')}</p>
          {demo && alliance && <p>{t('portal:footer.demo')}</p>}
        </div>
        <ul>
          <li>
            <a href={href('/shortage')}>{t('surveys:catalogue')}</a>
          </li>
          <li>
            <a href={href('/internship-units')}>{t('portal:units.title')}</a>
          </li>
          <li>
            <a href={href('/help/student')}>{t('portal:footer.rights')}</a>
          </li>
          <li>
            <a href={href('/help/verify')}>{t('portal:footer.verify')}</a>
          </li>
          <li>
            <a href={href('/verify')}>{t('agreements:check.title')}</a>
          </li>
          <li>
            <a href={href('/help/privacy')}>{t('portal:footer.privacy')}</a>
          </li>
        </ul>
        <ul>
          <li>
            <a href={href('/feed.xml')}>{t('portal:footer.feed')}</a>
          </li>
          <li>
            <a href="/api/docs">{t('portal:footer.api')}</a>
          </li>
        </ul>
        <nav aria-label={t('portal:footer.language')}>
          <ul>
            {languages.map((one) => (
              <li key={one}>
                <a href={inLanguage(one, path) + search} hrefLang={one} lang={one} aria-current={one === locale ? 'true' : undefined}>
                  {names[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
