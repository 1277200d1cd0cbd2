import type { DecidedRound, HomeView } from '@silian/server/contract/portal'
import { NoticeList, RunningList } from './notices-page.tsx'
import { Became, ProblemTable } from './problems-page.tsx'
import { Part, PostTable } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

export function HomePage({ introduction, foundedOn, decided, notices, running, posts, problems, members, chains }: HomeView) {
  const { t, f, href } = useReader()
  return (
    <>
      <div className="lead">
        <div className="w">
          <div>
            <h1>{t('portal:home.promise')}</h1>
            <p className="say">{t('portal:home.lead')}</p>
            <div className="acts">
              <a className="btn pri big" href="/app/sign-in">
                {t('portal:home.ask')}
              </a>
              <a className="btn big" href={href('/posts')}>
                {t('portal:home.look')}
              </a>
            </div>
          </div>
          {decided ? <Decided {...decided} /> : <NothingDecided />}
        </div>
      </div>
      <div className="w">
        <WhatToDo />
        <Part title={t('portal:home.posts')} all={posts.open > 0 ? { href: href('/posts'), word: t('portal:home.allPosts', { count: posts.open }) } : null}>
          {posts.open > 0 ? <PostTable rows={posts.rows} /> : <p className="none">{t('portal:home.noPosts')}</p>}
        </Part>
        {problems.counts.live > 0 && (
          <Part title={t('portal:problems.title')} all={{ href: href('/needs'), word: t('portal:home.allNeeds', { count: problems.counts.live }) }}>
            <ProblemTable rows={problems.rows} />
            <Became counts={problems.counts} />
          </Part>
        )}
        <div className="two">
          <Part title={t('portal:home.running')}>{running.length > 0 ? <RunningList rows={running} /> : <p className="none">{t('portal:home.noRunning')}</p>}</Part>
          <Part title={t('portal:home.notices')} all={{ href: href('/notices'), word: t('portal:home.allNotices') }}>
            {notices.length > 0 ? <NoticeList rows={notices.slice(0, 4)} /> : <p className="none">{t('portal:home.noNotices')}</p>}
          </Part>
        </div>
        <Chains {...chains} />
        <Part title={t('portal:home.members')} all={{ href: href('/members'), word: t('portal:home.memberList') }}>
          <dl className="mem">
            {members.map(({ kind, count }) => (
              <div key={kind}>
                <dt>{t(`portal:kind.${kind}`)}</dt>
                <dd>
                  <a className="fig" href={href(`/members?kind=${kind}`)}>
                    {f.number(count)}
                  </a>
                </dd>
              </div>
            ))}
          </dl>
          <p className="cap intro">
            <Words of={introduction} />
            {foundedOn && introduction.text === '' && t('portal:home.founded', { day: f.fullDay(foundedOn) })}
          </p>
        </Part>
      </div>
    </>
  )
}

const groups = ['first', 'topThree', 'later', 'unplaced'] as const

/** States that do not overlap stand apart and are never added up. */
function Decided({ id, title, publishedAt, counts }: DecidedRound) {
  const { t, f, href } = useReader()
  return (
    <div className="ans">
      <h2>
        <span>{t('portal:home.decided', { title: title.text, count: counts.applicants })}</span>
        <span className="nw">{t('portal:home.asOf', { day: f.fullDay(publishedAt) })}</span>
      </h2>
      <div className="bar" role="img" aria-label={t('portal:home.groupsLabel', counts)}>
        {groups.map((group) => counts[group] > 0 && <i key={group} className={group} style={{ flexGrow: counts[group] }} />)}
      </div>
      <dl className="figures">
        {groups.map((group) => (
          <div key={group}>
            <dt>
              <i className={group} />
              {t(`portal:home.group.${group}`)}
            </dt>
            <dd>
              <a className="fig" href={href(`/notices/${id}?group=${group}#results`)}>
                {f.number(counts[group])}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('portal:home.decidedNote')}</p>
    </div>
  )
}

function NothingDecided() {
  const { t } = useReader()
  return (
    <div className="ans">
      <h2>{t('portal:home.notYet')}</h2>
      <p>{t('portal:home.notYetNote')}</p>
    </div>
  )
}

const roles = [
  ['enterprise', '/app/sign-in'],
  ['student', '/app/sign-in'],
  ['school', '/app/sign-in'],
  ['association', '/app/sign-in'],
] as const

function WhatToDo() {
  const { t, href } = useReader()
  return (
    <Part title={t('portal:home.whatToDo')} all={{ href: href('/help'), word: t('portal:help.all') }}>
      <ul className="roles">
        {roles.map(([role, address]) => (
          <li key={role}>
            <h3>{t(`portal:home.roles.${role}.title`)}</h3>
            <p>{t(`portal:home.roles.${role}.text`)}</p>
            <p className="ways">
              <a href={address}>{t(`portal:home.roles.${role}.link`)}</a>
              <a href={href(`/help/${role}`)} aria-label={`${t('portal:home.guide')}: ${t(`portal:home.roles.${role}.title`)}`}>
                {t('portal:home.guide')}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Chains(chains: HomeView['chains']) {
  const { t, f, href } = useReader()
  const figures = Object.fromEntries(Object.entries(chains).map(([name, value]) => [name, f.number(value)])) as Record<keyof typeof chains, string>
  const rows = [
    ['education', '/members?kind=school'],
    ['talent', '/posts'],
    ['industry', '/members?kind=enterprise'],
    ['innovation', '/members?kind=innovation_platform'],
  ] as const
  return (
    <Part title={t('portal:home.chains')}>
      <div className="four">
        {rows.map(([chain, path]) => (
          <a key={chain} className={chain} href={href(path)}>
            <h3>{t(`portal:home.chain.${chain}.title`)}</h3>
            <p>{t(`portal:home.chain.${chain}.text`, figures)}</p>
          </a>
        ))}
      </div>
    </Part>
  )
}
