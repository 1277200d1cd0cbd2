import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './state-mark.module.css'

/** 第十八条 */
export const Article = ({ children }: { children: ReactNode }) => <span className={css.art}>{children}</span>

/** 原文待核: the text of a rule that nobody has read yet. */
export function Unread() {
  const { t } = useTranslation('ui')
  return <span className={css.unread}>{t('rule.unread')}</span>
}
