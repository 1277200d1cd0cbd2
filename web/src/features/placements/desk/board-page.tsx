import { useTranslation } from 'react-i18next'
import { placementStates } from '@silian/server/contract/placements'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Article, Unread } from '../../../ui/law.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useRuleWords } from '../../needs/rule-parts.tsx'
import css from './desk.module.css'
import { placementMoods } from './moods.ts'
import { useBoard } from './queries.ts'

/** 看板: how many stand where, what is not lawful, who starts soon and what they lack, which units have to be seen again. */
export default function BoardPage() {
  const { t } = useTranslation(['placements', 'rules'])
  const { day } = useFormat()
  const words = useRuleWords()
  const board = useBoard()
  return (
    <Page title={t('board.title')} lead={t('board.lead')} crumbs={[{ label: t('title'), href: '/placements' }, { label: t('tools.board') }]} actions={<LinkButton href="/placements">{t('board.seeAll')}</LinkButton>}>
      <Loaded query={board} rows={10}>
        {({ states, alarms, soon, soonTotal, units }) => (
          <Stack>
            <Sheet title={t('board.states')} flush>
              <div className={css.counts}>
                {placementStates.flatMap((state) => {
                  const count = states.find((one) => one.state === state)?.count ?? 0
                  return count > 0 || ['draft', 'active'].includes(state) ? (
                    <Link key={state} href={`/placements?state=${state}`}>
                      <b>{count}</b>
                      <StateMark mood={placementMoods[state]}>{t(`states.${state}`)}</StateMark>
                    </Link>
                  ) : []
                })}
              </div>
            </Sheet>
            <div className={css.pair}>
              <Sheet title={t('board.alarms')} aside={<Link href="/placements?alarm=true">{t('board.seeAll')}</Link>}>
                {alarms.length === 0 ? (
                  <p className="mut">{t('board.alarmsNone')}</p>
                ) : (
                  <ul className={css.rows}>
                    {alarms.map(({ ruleId, severity, placements, units: ofUnits, article, sourceStatus }) => (
                      <li key={ruleId}>
                        <div className={css.rowHead}>
                          <b>
                            {words.name(ruleId)} {article ? <Article>{article}</Article> : sourceStatus === 'K' && <Unread />}
                          </b>
                          <StateMark mood={severity === 'block' ? 'refused' : 'waits'}>{t(`guard.${severity}`)}</StateMark>
                        </div>
                        <small>{[placements > 0 && t('board.alarmLine', { placements }), ofUnits > 0 && t('board.alarmUnits', { units: ofUnits })].filter(Boolean).join('　')}</small>
                      </li>
                    ))}
                  </ul>
                )}
              </Sheet>
              <Sheet title={t('board.units')} aside={<Link href="/units">{t('units.title')}</Link>}>
                {units.length === 0 ? (
                  <p className="mut">{t('board.unitsNone')}</p>
                ) : (
                  <ul className={css.rows}>
                    {units.map((unit) => (
                      <li key={unit.id}>
                        <Link href={`/units/${unit.id}`}>{unit.name}</Link>
                        <small>{[unit.visitedOn && t('board.visited', { day: day(unit.visitedOn) }), unit.checkedOn && t('board.checked', { day: day(unit.checkedOn) }), t('board.here', { count: unit.placements })].filter(Boolean).join('　')}</small>
                      </li>
                    ))}
                  </ul>
                )}
              </Sheet>
            </div>
            <Sheet title={t('board.soon')} aside={t('board.soonTotal', { count: soonTotal })}>
              {soon.length === 0 ? (
                <p className="mut">{t('board.soonNone')}</p>
              ) : (
                <ul className={css.rows}>
                  {soon.map((row) => (
                    <li key={row.id}>
                      <div className={css.rowHead}>
                        <Link href={`/placements/${row.id}`}>
                          <b>{row.studentName}</b>　{row.unitName}
                        </Link>
                        <span>
                          {t('next.start', { day: day(row.startsOn) })}　<StateMark mood={placementMoods[row.state]}>{t(`states.${row.state}`)}</StateMark>
                        </span>
                      </div>
                      <small>
                        {row.missing.length === 0
                          ? t('board.ready')
                          : `${t('board.missing')}：${row.missing.map(({ ruleId, who }) => `${words.name(ruleId)}（${t(`rules:who.${who}`)}）`).join('、')}`}
                      </small>
                    </li>
                  ))}
                </ul>
              )}
            </Sheet>
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}
