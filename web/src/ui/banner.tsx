import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './banner.module.css'
import { Icon } from './icon.tsx'

/** One ochre line under the top bar. */
export const Banner = ({ children }: { children: ReactNode }) => (
  <div className={css.banner} role="status">
    <Icon name="warn" />
    <span>{children}</span>
  </div>
)

/** Reading and writing go on; what waits is counted. */
export function OfflineBanner({ waiting = 0 }: { waiting?: number }) {
  const { t } = useTranslation('ui')
  return (
    <Banner>
      {t('state.offline')} {waiting > 0 && t('state.queued', { count: waiting })}
    </Banner>
  )
}
