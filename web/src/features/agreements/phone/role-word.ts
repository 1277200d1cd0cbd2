import { useTranslation } from 'react-i18next'

/** The few roles a telephone meets, without the words of the desk. */
export function useRoleWord() {
  const { t, i18n } = useTranslation('signing')
  return (role: string) => (i18n.exists(`signing:roles.${role}`) ? t(`roles.${role as 'party'}`) : t('roles.party'))
}
