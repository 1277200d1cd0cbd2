import { PageTop } from './parts.tsx'
import { useReader } from './reader.tsx'

/** Reached from a mail, by somebody who is not signed in. Opening the link changes nothing: mail programs open links by themselves. */
export function UnsubscribePage({ done }: { done: boolean }) {
  const { t } = useReader()
  return (
    <>
      <PageTop title={t('subscriptions:unsubscribe.title')} />
      <div className="w">
        <p className="prose">{t(done ? 'subscriptions:unsubscribe.done' : 'subscriptions:unsubscribe.ask')}</p>
        {!done && (
          <form method="post" className="acts">
            <button type="submit" className="btn pri">
              {t('subscriptions:unsubscribe.button')}
            </button>
          </form>
        )}
      </div>
    </>
  )
}
