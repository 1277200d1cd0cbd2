import { useTranslation } from 'react-i18next'

/** What a party is called; rooms may name roles of their own, which are parties like any other. */
export function useRoleWord() {
  const { t, i18n } = useTranslation('agreements')
  return (role: string) => (i18n.exists(`agreements:roles.${role}`) ? t(`roles.${role as 'party'}`) : t('roles.party'))
}
