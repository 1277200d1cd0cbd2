import { useTranslation } from 'react-i18next'

/** Why a button waits: what is still to be filled in, by name; null when nothing is. */
export function useFill(): (...missing: (string | false)[]) => string | null {
  const { t, i18n } = useTranslation('placements')
  return (...missing) => {
    const names = missing.filter((one) => one !== false)
    return names.length > 0 ? t('fill', { what: names.join(i18n.language === 'en' ? ', ' : '、') }) : null
  }
}
