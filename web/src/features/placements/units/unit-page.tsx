import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from '../desk/desk.module.css'
import { LawList, LawRefusal, type Found } from '../desk/law-refusal.tsx'
import { useUnitWaivers } from '../desk/queries.ts'
import { WaiverList } from '../desk/waiver-list.tsx'
import { useAddPhoto, useUnit, type UnitView } from './queries.ts'
import { CheckDialog, CooperationDialog, DecisionDialog, ExceptionDialog } from './unit-dialogs.tsx'
import { unitMoods } from './units-page.tsx'

/** One unit as this school knows it: visited, looked up, decided; and the placements there. */
export default function UnitPage() {
  const { unitId = '' } = useParams()
  const unit = useUnit(unitId)
  return <Loaded query={unit}>{(one) => <Unit unit={one} />}</Loaded>
}

type Open = 'check' | 'decide' | 'cooperation' | 'exception' | null
export const headings = ['qualifications', 'credit', 'management', 'work', 'hours', 'workplace', 'living', 'healthSafety'] as const

function Unit({ unit }: { unit: UnitView }) {
  const { t } = useTranslation('placements')
  const { day, number } = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  /** What is to be done first, so that its button leads. */
  const first = unit.obstacles[0]?.ruleId
  return (
    <Page title={unit.name} crumbs={[{ label: t('units.title'), href: '/units' }, { label: unit.schoolName }]} lead={unit.demo ? t('record.demo') : undefined}>
      <Stack>
        <Sheet title={t('units.obstacles')} aside={<StateMark mood={unitMoods[unit.state]}>{t(`units.states.${unit.state}`)}</StateMark>}>
          <div className={css.inner}>
            {unit.state === 'listed' && unit.listedOn && <p>{t('units.listed', { day: day(unit.listedOn), minutes: unit.minutesNumber ?? '' })}</p>}
            {unit.obstacles.length > 0 ? (
              <div className={css.law}>
                <LawList findings={unit.obstacles as Found[]} />
              </div>
            ) : (
              unit.state !== 'listed' && <p>{t('units.obstaclesNone')}</p>
            )}
            {(unit.can.visit || unit.can.list) && (
              <p className={css.acts}>
                {unit.can.visit && <LinkButton kind={first === '1.10' ? 'primary' : 'plain'} href={`/units/${unit.id}/visit`}>{t('units.writeVisit')}</LinkButton>}
                {unit.can.visit && <Button kind={first === '1.11' ? 'primary' : 'plain'} onClick={() => setOpen('check')}>{t('units.writeCheck')}</Button>}
                {unit.can.list && <Button kind={unit.obstacles.length === 0 && unit.state !== 'listed' ? 'primary' : 'plain'} onClick={() => setOpen('decide')}>{t('units.decide')}</Button>}
              </p>
            )}
          </div>
        </Sheet>
      </Stack>
      <TwoColumns
        aside={
          <>
            <Sheet title={t('units.facts')}>
              <Facts
                facts={[
                  [t('units.organisation'), <Link key="unit" href={`/organisations/${unit.organisationId}`}>{unit.name}</Link>],
                  [t('units.uscc'), unit.uscc ?? '—'],
                  [t('units.industry'), unit.industryCode ?? '—'],
                  [t('units.staffCount'), unit.staffCount === null ? '—' : number(unit.staffCount)],
                  [t('units.proposedBy'), t(`proposers.${unit.proposedBy}`)],
                  [t('units.cooperation'), unit.cooperationFrom && unit.cooperationUntil ? t('units.cooperationTerm', { from: day(unit.cooperationFrom), until: day(unit.cooperationUntil) }) : t('units.cooperationNone')],
                  [t('units.columns.placements'), <Link key="placements" href={`/placements?organisationId=${unit.organisationId}`}>{unit.placements}</Link>],
                ]}
              />
              {unit.can.list && <p className={css.acts}><Button kind="text" onClick={() => setOpen('cooperation')}>{t('units.cooperationEdit')}</Button></p>}
            </Sheet>
            <Exceptions unit={unit} onAdd={() => setOpen('exception')} />
          </>
        }
      >
        <Visits unit={unit} />
        <Sheet title={t('units.checks')}>
          {unit.checks.length === 0 ? (
            <p className="mut">{t('units.noChecks')}</p>
          ) : (
            <ul className={css.rows}>
              {unit.checks.map((check) => (
                <li key={check.id}>
                  <div className={css.rowHead}>
                    <span>{day(check.checkedOn)}　{check.sources}</span>
                    <StateMark mood={check.dishonestSince || check.safetyViolationOn ? 'refused' : 'done'}>{t(check.dishonestSince || check.safetyViolationOn ? 'units.check.found' : 'units.check.clean')}</StateMark>
                  </div>
                  <small>{[check.dishonestSince && `${t('units.check.dishonestSince')} ${day(check.dishonestSince)}`, check.safetyViolationOn && `${t('units.check.safetyViolationOn')} ${day(check.safetyViolationOn)}`, check.writtenBy].filter(Boolean).join('　')}</small>
                </li>
              ))}
            </ul>
          )}
        </Sheet>
        <Sheet title={t('units.decisions')}>
          {unit.decisions.length === 0 ? (
            <p className="mut">{t('units.noDecisions')}</p>
          ) : (
            <ul className={css.rows}>
              {unit.decisions.map((one) => (
                <li key={one.id}>
                  <b>{t(`units.decision.decisions.${one.decision}`)}</b>　{day(one.decidedOn)}　{t(`units.decision.bodies.${one.body}`)}　{one.minutesNumber}
                  <small>{[one.reason, one.writtenBy].filter(Boolean).join('　')}</small>
                </li>
              ))}
            </ul>
          )}
        </Sheet>
      </TwoColumns>
      {open === 'check' && <CheckDialog unit={unit} onClose={close} />}
      {open === 'decide' && <DecisionDialog unit={unit} onClose={close} />}
      {open === 'cooperation' && <CooperationDialog unit={unit} onClose={close} />}
      {open === 'exception' && <ExceptionDialog unit={unit} onClose={close} />}
    </Page>
  )
}

function Visits({ unit }: { unit: UnitView }) {
  const { t } = useTranslation('placements')
  const { day } = useFormat()
  const photo = useAddPhoto()
  return (
    <Sheet title={t('units.visits')}>
      {unit.visits.length === 0 && <p className="mut">{t('units.noVisits')}</p>}
      <ul className={css.rows}>
        {unit.visits.map((visit, index) => (
          <li key={visit.id} className={css.visit}>
            <div className={css.rowHead}>
              <b>{day(visit.visitedOn)}　{visit.visitors}</b>
              <StateMark mood={visit.conclusion === 'suitable' ? 'done' : visit.conclusion === 'after_repair' ? 'waits' : 'refused'}>{t(`units.visit.conclusions.${visit.conclusion}`)}</StateMark>
            </div>
            <details open={index === 0}>
              <summary className="small mut">{headings.map((one) => t(`units.visit.headings.${one}`)).join(' · ')}</summary>
              <Facts wide facts={[...headings.map((one) => [t(`units.visit.headings.${one}`), <span key={one} className={css.text}>{visit[one]}</span>] as const), [t('units.visit.remark'), visit.remark || null]]} />
            </details>
            {visit.photos.length > 0 && (
              <p className={css.photos}>
                {visit.photos.map((file) => {
                  const href = urlOf(downloadFile, { params: { fileId: file.id }, query: { inline: 'true' } })
                  return (
                    <a key={file.id} href={href} target="_blank" rel="noreferrer">
                      <img src={href} alt={file.name} loading="lazy" />
                    </a>
                  )
                })}
              </p>
            )}
            {unit.can.visit && (
              <label className={css.upload}>
                {t('units.addPhoto')}
                <input type="file" className="sr" accept="image/*" onChange={({ target }) => target.files?.[0] && photo.mutate({ unitId: unit.id, visitId: visit.id, file: target.files[0] })} />
              </label>
            )}
          </li>
        ))}
      </ul>
      <LawRefusal error={photo.error} />
    </Sheet>
  )
}

function Exceptions({ unit, onAdd }: { unit: UnitView; onAdd: () => void }) {
  const { t } = useTranslation('placements')
  const waivers = useUnitWaivers(unit.id)
  return (
    <Sheet title={t('units.exceptions')}>
      <p className="small mut">{t('units.exceptionNote')}</p>
      <Loaded query={waivers} rows={1}>
        {({ rows }) => <WaiverList rows={rows} />}
      </Loaded>
      {unit.can.visit && (
        <p className={css.acts}>
          <Button kind="text" onClick={onAdd}>{t('units.addException')}</Button>
        </p>
      )}
    </Sheet>
  )
}
