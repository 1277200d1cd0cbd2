import type { PostView } from '@silian/server/contract/portal'
import { DemoTag, Facts, PageTop, Part, payText } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

/** A post with its schema.org properties as microdata: search engines read it, and no script is needed. */
export function PostPage(view: PostView) {
  const reader = useReader()
  const { t, f, href } = reader
  return (
    <article itemScope itemType="https://schema.org/JobPosting">
      <PageTop
        back={{ href: href('/posts'), word: t('portal:post.back') }}
        title={
          <>
            <span itemProp="title">
              <Words of={view.title} />
            </span>{' '}
            <DemoTag demo={view.demo} />
          </>
        }
        lead={
          <span itemProp="hiringOrganization" itemScope itemType="https://schema.org/Organization">
            <span itemProp="name">{view.organisationIsMember ? <a href={href(`/members/${view.organisationId}`)}><Words of={view.organisation} /></a> : <Words of={view.organisation} />}</span>
          </span>
        }
      />
      <div className="w">
        <meta itemProp="employmentType" content="INTERN" />
        <meta itemProp="datePosted" content={view.postedAt} />
        <meta itemProp="validThrough" content={`${view.validUntil}T23:59:59+08:00`} />
        <span itemProp="identifier" hidden>
          {view.number}
        </span>
        <Part title={t('portal:post.tasks')}>
          <p className="prose" itemProp="description">
            <Words of={view.tasks} />
          </p>
        </Part>
        <Part title={t('portal:post.facts')}>
          <Facts
            rows={[
              [t('portal:post.seats'), <span key="seats" itemProp="totalJobOpenings">{f.number(view.seats)}</span>],
              [t('portal:post.pay'), <><b><Pay {...view} /></b><span className="sub">{t('portal:post.payNote')}</span></>],
              view.hoursPerDay !== null && view.hoursPerWeek !== null && [t('portal:post.hours'), <span key="hours" itemProp="workHours">{t('portal:post.hoursText', { day: view.hoursPerDay, week: view.hoursPerWeek })}</span>],
              view.shift && [t('portal:post.shift'), `${t(`portal:shift.${view.shift as 'day'}`)}${reader.locale === 'en' ? ', ' : '，'}${t(view.nightWork ? 'portal:post.night' : 'portal:post.noNight')}`],
              view.lodging && [t('portal:post.lodging'), t(`portal:provided.${view.lodging as 'free'}`)],
              view.meals && [t('portal:post.meals'), t(`portal:provided.${view.meals as 'free'}`)],
              view.benefits && [t('portal:post.benefits'), <Words key="benefits" of={view.benefits} />],
              (view.address ?? view.town) && [t('portal:post.place'), <Place key="place" {...view} />],
              view.startsOn && [t('portal:post.period'), view.endsOn ? f.range(view.startsOn, view.endsOn) : f.fullDay(view.startsOn)],
              view.occupation && [t('portal:post.occupation'), <span key="occupation" itemProp="occupationalCategory"><Words of={view.occupation} /></span>],
              view.programmes.length > 0 && [t('portal:post.programmes'), <span key="programmes" lang={view.programmes[0]!.lang}>{view.programmes.map(({ text }) => text).join('、')}</span>],
              [t('portal:post.validUntil'), f.fullDay(view.validUntil)],
              [t('portal:post.posted'), f.fullDay(view.postedAt)],
            ]}
          />
          <p className="cap">{t('portal:post.number', { number: view.number })}</p>
        </Part>
        <Part title={t('portal:post.how')}>
          <p className="prose">{t('portal:post.howText')}</p>
          <p className="acts">
            <a className="btn" href={href('/help/student')}>
              {t('portal:home.roles.student.title')}
            </a>
            <a className="btn" href={href('/help/school')}>
              {t('portal:home.roles.school.title')}
            </a>
          </p>
        </Part>
      </div>
    </article>
  )
}

const unit: Record<string, string> = { hour: 'HOUR', day: 'DAY', month: 'MONTH', year: 'YEAR' }

function Pay(view: PostView) {
  const reader = useReader()
  if (view.payMin === null) return <>{payText(reader, view)}</>
  return (
    <span itemProp="baseSalary" itemScope itemType="https://schema.org/MonetaryAmount">
      <meta itemProp="currency" content="CNY" />
      <span itemProp="value" itemScope itemType="https://schema.org/QuantitativeValue">
        <meta itemProp="minValue" content={String(view.payMin)} />
        <meta itemProp="maxValue" content={String(view.payMax ?? view.payMin)} />
        <meta itemProp="unitText" content={unit[view.payPeriod ?? 'month']} />
        {payText(reader, view)}
      </span>
    </span>
  )
}

function Place({ town, address }: PostView) {
  return (
    <span itemProp="jobLocation" itemScope itemType="https://schema.org/Place">
      <span itemProp="address">{address ? <Words of={address} /> : town && <Words of={town} />}</span>
    </span>
  )
}
