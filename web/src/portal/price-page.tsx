import type { PriceNoticeView } from '@silian/server/contract/portal'
import { ObjectionPart } from './objection-part.tsx'
import { Facts, PageTop, Part } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

/** An agreed price while it is published: what it is, until when, and how to object. */
export function PricePage({ objection: { received, ...form }, ...view }: PriceNoticeView) {
  const { t, f, href } = useReader()
  const answer = received?.answer
  return (
    <>
      <PageTop
        back={{ href: href('/achievements'), word: t('portal:price.back') }}
        title={<Words of={view.title} />}
        lead={
          <>
            <span className={`st ${form.open ? 'now' : 'ok'}`}>{t(form.open ? 'portal:price.state' : 'portal:price.over')}</span>
            {form.open && (
              <a className="jump no-print" href="#objection">
                {t('portal:objection.title')}
              </a>
            )}
          </>
        }
      />
      <div className="w">
        <Part title={t('portal:price.facts')}>
          <Facts
            rows={[
              [t('portal:price.achievement'), <Words key="title" of={view.title} />],
              [t('portal:price.provider'), <Words key="provider" of={view.provider} />],
              [t('portal:price.kind'), `${t(`deals:kinds.${view.kind as 'licence'}`)}　${t(`deals:subtypes.${view.subtype as 'ordinary'}`)}`],
              [t('portal:price.price'), t('technology:price', { wan: f.wan(view.price) })],
              [t('portal:price.period'), t('portal:price.periodText', { from: f.fullDay(view.from), until: f.fullDay(view.until) })],
            ]}
          />
          <p className="cap">{t('portal:price.why')}</p>
          <p className="cap">{t('portal:price.count', { count: view.objections.made, answered: view.objections.answered })}</p>
        </Part>
        <ObjectionPart
          {...form}
          action={href(`/prices/${view.id}`)}
          lead={t('portal:price.lead', { provider: view.provider.text })}
          bodyHint={t('portal:price.bodyHint')}
          over={t('portal:price.closed')}
          receipt={
            received && (
              <>
                <p>{t('portal:price.receipt', { number: received.number, until: f.stamp(received.dueAt) })}</p>
                {answer && (
                  <>
                    <p>
                      <b>{t('portal:price.answered', { day: f.fullDay(answer.at), outcome: t(`portal:price.${answer.outcome}`) })}</b>
                    </p>
                    <blockquote className="kept">{answer.text}</blockquote>
                  </>
                )}
              </>
            )
          }
        />
      </div>
    </>
  )
}
