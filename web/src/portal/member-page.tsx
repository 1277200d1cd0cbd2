import type { MemberView } from '@silian/server/contract/portal'
import { DemoTag, Facts, PageTop, Part, PostTable, Tag } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

export function MemberPage(view: MemberView) {
  const { t, f, href } = useReader()
  return (
    <>
      <PageTop
        back={{ href: href('/members'), word: t('portal:member.back') }}
        title={
          <>
            <Words of={view.name} /> <DemoTag demo={view.demo} />
            {view.directoryEntry && <Tag kind="plain">{t('portal:mark.directory')}</Tag>}
          </>
        }
      />
      <div className="w">
        {view.inPublicityUntil && <p className="notice-line">{t('portal:member.inPublicity', { day: f.fullDay(view.inPublicityUntil) })}</p>}
        <Facts
          rows={[
            [t('portal:member.kind'), t(`portal:kind.${view.kind}`)],
            // A directory entry is not said to hold a seat: nobody there has confirmed it.
            !view.directoryEntry && !view.inPublicityUntil && [t('portal:member.seat'), t(`portal:seat.${view.seat as 'member'}`)],
            view.town && [t('portal:member.town'), <Words key="town" of={view.town} />],
            view.industry && [t('portal:member.industry'), <Words key="industry" of={view.industry} />],
            view.website && [t('portal:member.website'), <a key="website" href={view.website} rel="nofollow">{view.website}</a>],
            view.since && !view.directoryEntry && [t('portal:member.since'), f.fullDay(view.since)],
            view.certificateNumber && !view.directoryEntry && [t('portal:member.certificate'), view.certificateNumber],
            view.fact && [t('portal:member.fact'), <Words key="fact" of={view.fact} />],
          ]}
        />
        {view.directoryEntry && <p className="cap">{t('portal:member.directory')}</p>}
        {view.demo && <p className="cap">{t('portal:member.demo')}</p>}
        {!view.directoryEntry && (view.kind === 'enterprise' || view.posts.length > 0) && (
          <Part title={t('portal:member.posts')}>{view.posts.length > 0 ? <PostTable rows={view.posts} /> : <p className="none">{t('portal:member.noPosts')}</p>}</Part>
        )}
      </div>
    </>
  )
}
