import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Matched, Reasons } from '../../technology/reasons.tsx'
import { usePay } from '../pay.ts'
import { NothingFits, SureReasons } from './fit-parts.tsx'
import { useFittingPosts, type FittingPost } from './queries.ts'
import css from './fits.module.css'

/** Open posts for one programme, the surest first, each with why. */
export default function FittingPostsPage() {
  const { programmeId = '' } = useParams()
  const { t } = useTranslation(['needs', 'talent'])
  const query = useFittingPosts(programmeId)
  return (
    <Loaded query={query}>
      {({ programme, rows, ...verdict }) => (
        <Page
          title={t('needs:fits.postsOf', { name: programme.name })}
          crumbs={[{ label: t('talent:programmes.title'), href: '/programmes' }, { label: programme.majorCode }, { label: programme.schoolName }]}
          lead={verdict.compared > 0 ? t('needs:fits.postsLead', { count: verdict.compared }) : t('needs:fits.postsNone')}
        >
          <Sheet title={t('needs:fits.posts')}>
            <NothingFits verdict={verdict} nothing={t('needs:fits.postsNothing')} next={t('needs:fits.postsNothingNext')} near={rows.length > 0} />
            <ul className={css.list}>
              {rows.map((row) => (
                <Row key={row.id} row={row} major={programme.name} />
              ))}
            </ul>
          </Sheet>
        </Page>
      )}
    </Loaded>
  )
}

function Row({ row, major }: { row: FittingPost; major: string }) {
  const { t } = useTranslation('needs')
  const { number, day } = useFormat()
  const pay = usePay()
  const facts = [row.organisationName, row.town, row.seats !== null && t('fits.seats', { count: row.seats }), pay(row), row.validUntil && t('fits.until', { day: day(row.validUntil) })].filter(Boolean)
  return (
    <li>
      <p className={css.top}>
        <Link href={`/needs/${row.id}`}>
          <Matched text={row.title} field="title" side="answer" reasons={row.reasons} />
        </Link>
        {row.fit > 0 && <span className="small mut nw">{t('fits.match', { fit: number(row.fit, 2) })}</span>}
      </p>
      <p className="small mut">{facts.join('　')}</p>
      <p className={css.text}>
        <Matched text={row.text} field="description" side="answer" reasons={row.reasons} />
      </p>
      <SureReasons named={row.named ? major : null} official={row.official && t('fits.official', { occupation: row.official })} />
      {row.reasons.length > 0 && <Reasons reasons={row.reasons} />}
    </li>
  )
}
