import { PageTop } from './parts.tsx'
import { useReader } from './reader.tsx'

export function FaultPage({ status, sentence, reference }: { status: number; sentence: string; reference: string | null }) {
  const { t, href } = useReader()
  return (
    <>
      <PageTop title={status === 404 ? t('portal:fault.title') : t('portal:fault.title500')} />
      <div className="w">
        <p className="prose">{sentence}</p>
        {reference && <p className="mono">{t('portal:fault.reference', { reference })}</p>}
        <p className="acts">
          <a className="btn pri" href={href('/')}>
            {t('portal:fault.home')}
          </a>
          <a className="btn" href={href('/help')}>
            {t('portal:help.title')}
          </a>
        </p>
      </div>
    </>
  )
}

/** An empty installation: the one thing to do is to found the alliance. */
export function FirstRunPage() {
  const { t, href } = useReader()
  return (
    <>
      <PageTop title={t('portal:firstRun.title')} lead={t('portal:firstRun.text')} />
      <div className="w">
        <p className="acts">
          <a className="btn pri big" href="/app/first-run">
            {t('portal:firstRun.link')}
          </a>
          <a className="btn big" href={href('/help/administrator')}>
            {t('portal:firstRun.help')}
          </a>
        </p>
      </div>
    </>
  )
}
