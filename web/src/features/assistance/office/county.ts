import { useTranslation } from 'react-i18next'

/** The county by its division code. */
export function useCounty(): (code: string) => string {
  const { t, i18n } = useTranslation('assistanceOffice')
  return (code) => (i18n.exists(`assistanceOffice:counties.c${code}`) ? t(`counties.c${code as '522633'}`) : code)
}
