import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** A tag as people call it; what nobody worded stands as it is. */
export function useTagName() {
  const { t, i18n } = useTranslation('rounds')
  return useCallback((tag: string) => (i18n.exists(`rounds:tag.${tag}`) ? t(`tag.${tag as 'paired_county'}`) : tag), [t, i18n])
}
