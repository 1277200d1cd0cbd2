import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Reasons } from '../../technology/reasons.tsx'
import { NothingFits, SureReasons } from './fit-parts.tsx'
import { useFittingProgrammes, type FittingProgramme } from './queries.ts'
import css from './fits.module.css'

/** On the page of a post: programmes of the alliance's schools that fit it, each with why and how many leave. */
export function FittingProgrammes({ needId }: { needId: string }) {
  const { t } = useTranslation('needs')
  const query = useFittingProgrammes(needId)
  return (
    <Sheet title={t('fits.programmes')}>
      <Loaded query={query} rows={3}>
        {({ rows, ...verdict }) => (
          <>
            <NothingFits verdict={verdict} nothing={t('fits.programmesNothing')} next={t('fits.programmesNothingNext')} near={false} />
            {!verdict.nothingFits && <p className="small mut">{t('fits.programmesLead', { count: verdict.compared })}</p>}
            <ul className={css.list}>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Sheet>
  )
}

function Row({ row }: { row: FittingProgramme }) {
  const { t } = useTranslation(['needs', 'talent'])
  const { number } = useFormat()
  const leaving = row.leaving.map(({ year, students }) => t('needs:fits.leaving', { year, count: students }))
  return (
    <li>
      <p className={css.top}>
        <Link href={`/programmes/${row.id}/posts`}>{row.name}</Link>
        {row.fit > 0 && <span className="small mut nw">{t('needs:fits.match', { fit: number(row.fit, 2) })}</span>}
      </p>
      <p className="small mut">{[row.schoolName, t(`talent:levels.${row.level}`), row.majorCode, ...leaving].join('　')}</p>
      <SureReasons named={row.named ? row.majorName : null} official={row.official && t('needs:fits.officialOf', { occupation: row.official })} />
      {row.reasons.length > 0 && <Reasons reasons={row.reasons} />}
    </li>
  )
}
