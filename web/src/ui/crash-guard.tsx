import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import css from './loaded.module.css'
import { Icon } from './icon.tsx'

type State = { failed: boolean }

/** A bug on a page takes down that page only, and says what is safe. */
export class CrashGuard extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Crash /> : this.props.children
  }
}

function Crash() {
  const { t } = useTranslation('ui')
  return (
    <div className={[css.notice, css.failed, css.crash].join(' ')} role="alert">
      <Icon name="warn" />
      <strong>{t('state.crash')}</strong>
      <p>{t('state.crashWhy')}</p>
      <div className={css.acts}>
        {/* Not a redraw: after an update of the server the page's own code may be gone. */}
        <Button kind="primary" onClick={() => location.reload()}>
          {t('state.reload')}
        </Button>
      </div>
    </div>
  )
}
