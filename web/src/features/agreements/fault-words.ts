import { useTranslation } from 'react-i18next'

type Fault = { path: readonly (string | number)[]; code: string }
type Section = { code: string; title: string }

/** A fault of a draft or a template as a sentence: which part, and what about it. */
export function useFaultWords(sections: readonly Section[]) {
  const { t, i18n } = useTranslation('agreements')
  const factWord = (name: string) => (i18n.exists(`agreements:form.names.${name}`) ? t(`form.names.${name as 'post'}`) : name)
  return ({ path, code }: Fault): string => {
    const [where, which = '', part] = path.map(String)
    const what = where === 'sections' ? (sections.find((one) => one.code === which)?.title ?? which) : where === 'facts' ? factWord(which) : where === 'startsOn' || where === 'endsOn' ? t(`faults.${where}`) : which
    if (part === 'title') return t('faults.title', { what: which })
    if (code.startsWith('unknown_name:')) return t('faults.unknown_name', { what, name: code.slice(13) })
    return i18n.exists(`agreements:faults.${code}`) ? t(`faults.${code as 'empty'}`, { what, startsOn: '' }) : code
  }
}
