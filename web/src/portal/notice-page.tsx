import type { NoticeView } from '@silian/server/contract/portal'
import { ObjectionPart } from './objection-part.tsx'
import { colon, Facts, PageTop, Part } from './parts.tsx'
import { useReader, Words } from './reader.tsx'
import { Results } from './results.tsx'

/** 公示: dates, figures, rule, list, how to check, how to object; on paper as well as on a screen. */
export function NoticePage(view: NoticeView) {
  const reader = useReader()
  const { t, f, href } = reader
  const { counts, weights } = view
  const { received } = view.objection
  return (
    <>
      <PageTop
        back={{ href: href('/notices'), word: t('portal:notice.back') }}
        title={<Words of={view.title} />}
        lead={
          <>
            <span className={`st ${view.state === 'publicity' ? 'now' : 'ok'}`}>{t(`portal:notice.state.${view.state}`)}</span>
            {view.publicityUntil && view.objection.open && (
              <span className="no-print">
                <b className="left">{f.left(view.publicityUntil)}</b>
                <a className="jump" href="#objection">
                  {t('portal:objection.title')}
                </a>
              </span>
            )}
          </>
        }
      />
      <div className="w">
        <Part title={t('portal:notice.figures')}>
          <dl className="mem">
            <div>
              <dt>{t('portal:notice.applicants')}</dt>
              <dd>
                <a className="fig" href={`${href(`/notices/${view.id}`)}#results`}>
                  {f.number(counts.applicants)}
                </a>
              </dd>
            </div>
            {(['first', 'topThree', 'later', 'unplaced'] as const).map((group) => (
              <div key={group}>
                <dt>{t(`portal:home.group.${group}`)}</dt>
                <dd>
                  <a className="fig" href={`${href(`/notices/${view.id}`)}?group=${group}#results`}>
                    {f.number(counts[group])}
                  </a>
                </dd>
              </div>
            ))}
          </dl>
          <Facts
            rows={[
              [t('portal:notice.number'), view.number],
              view.publicityUntil && [t('portal:notice.period'), t('portal:notice.periodText', { from: f.stamp(view.publishedAt), until: f.stamp(view.publicityUntil) })],
            ]}
          />
          <p className="cap">{t('portal:notice.objections', view.objections)}</p>
        </Part>
        <Part title={t('portal:notice.ruleTitle')}>
          <p className="prose">{t('portal:notice.rule', { ...weights, max: view.maxWishes })}</p>
          <ul className="prose">
            {view.rule.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="prose">
            <a href="/app/learn">{t('portal:notice.ruleWatch')}</a>
          </p>
          <h3 className="small-head">{t('portal:notice.claims')}</h3>
          <ul className="claims">
            {view.claims.map((claim, at) => (
              <li key={claim.name}>
                <p>
                  <span className={`st ${claim.holds ? 'ok' : 'open'}`}>
                    {t(`portal:notice.claim.${claim.name}`) + colon(reader) + t(claim.holds ? 'portal:notice.holds' : 'portal:notice.holdsNot')}
                  </span>
                </p>
                {/* Claims that rest on the same reason say it once, under the last of them. */}
                {claim.text !== view.claims[at + 1]?.text && <p className="mut">{claim.text}</p>}
              </li>
            ))}
          </ul>
        </Part>
        <Results {...view} />
        <Check {...view} />
        <ObjectionPart
          {...view.objection}
          action={href(`/notices/${view.id}`)}
          lead={t('portal:objection.lead')}
          bodyHint={t('portal:objection.bodyHint')}
          over={t('portal:objection.over')}
          receipt={received && <p>{t('portal:objection.receipt', { id: received.id, until: f.stamp(received.dueAt) })}</p>}
        />
      </div>
    </>
  )
}

function Check(view: NoticeView) {
  const { t, href } = useReader()
  return (
    <Part title={t('portal:notice.checkTitle')}>
      <p className="prose">{t('portal:notice.checkText')}</p>
      <p className="acts no-print">
        <a className="btn" href={`/api/public/rounds/${view.id}/round.json`} download>
          {t('portal:notice.download')}
        </a>
        <a className="btn txt" href={href('/help/verify')}>
          {t('portal:notice.moreAboutChecking')}
        </a>
      </p>
      <dl className="hashes">
        {(
          [
            [t('portal:notice.command'), 'npm run silian -- verify round.json'],
            [t('portal:notice.seed'), view.seed],
            [t('portal:notice.commitment'), view.commitment],
            [t('portal:notice.seedNote'), `printf %s ${view.seed} | sha256sum`],
            [`${t('portal:notice.digests')} · ${t('portal:notice.list')}`, view.digests.list],
            [`${t('portal:notice.digests')} · ${t('portal:notice.input')}`, view.digests.input],
            [`${t('portal:notice.digests')} · ${t('portal:notice.result')}`, view.digests.result],
          ] as const
        ).map(([word, code]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              <code>{code}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
