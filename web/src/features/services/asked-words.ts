import { useTranslation } from 'react-i18next'

/** What a contact was about, from the noun that asked: 技术和服务需求, 调查. */
export function useAskedWords(): (asked: string | null) => string {
  const { t, i18n } = useTranslation('services')
  return (asked) => {
    const noun = asked?.split('.')[0] ?? 'hand'
    return t(`contact.asked.${(i18n.exists(`services:contact.asked.${noun}`) ? noun : 'other') as 'other'}`)
  }
}
