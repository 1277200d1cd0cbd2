import { useTranslation } from 'react-i18next'

/** The sentence of a fault: of a cell, or of the comparison with what is kept. */
export function useReason(): (reason: string, params: Record<string, string | number>) => string {
  const { t, i18n } = useTranslation(['imports', 'sheet'])
  const say = t as unknown as (key: string, params: Record<string, string | number>) => string
  return (reason, params) => say(i18n.exists(`sheet:${reason}`) ? `sheet:${reason}` : `imports:reasons.${reason}`, params)
}
