import { useTranslation } from 'react-i18next'

/** What a contact was about, from the noun that asked: 技术和服务需求, 调查. */
export function useAskedWords(): (asked: string | null) => string {
  const { t, i18n } = useTranslation('services')
  return (asked) => {
    const noun = asked?.split('.')[0] ?? 'hand'
    // class_intake and class_term are both about an order class.
    const known = [noun, noun.split('_')[0]!].find((one) => i18n.exists(`services:contact.asked.${one}`))
    return t(`contact.asked.${(known ?? 'other') as 'other'}`)
  }
}
