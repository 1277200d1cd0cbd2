import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { NewPolicy } from '../insurance/policy-dialogs.tsx'
import { SendPapers } from './batch-dialogs.tsx'
import css from './desk.module.css'
import { GuardList } from './guard-list.tsx'
import { LawList, LawRefusal, type Found } from './law-refusal.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { line, onTheWay } from './moods.ts'
import { PapersSheet } from './papers-sheet.tsx'
import { PlacementHistory } from './placement-history.tsx'
import { useApproveChoice, useCheckPlacements, useGuards, usePlacement, useWaivers, type Guards, type PlacementAction, type PlacementState, type PlacementView } from './queries.ts'
import { TestsSheet } from './tests-sheet.tsx'
import { WaiverList } from './waiver-list.tsx'

/** One placement: where it stands, what bars the way and who must do it, its papers, and what happened. */
export default function PlacementPage() {
  const { placementId = '' } = useParams()
  const placement = usePlacement(placementId)
  return <Loaded query={placement}>{(one) => <Placement placement={one} />}</Loaded>
}

const order: readonly PlacementAction[] = ['activate', 'resume', 'suspend', 'change', 'endEarly', 'reopen', 'cancel']
const risky: readonly PlacementAction[] = ['endEarly', 'cancel', 'change', 'reopen', 'suspend']

function Placement({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation('placements')
  const guards = useGuards(placement.id)
  const [open, setOpen] = useState<PlacementAction | 'consent' | 'three_party' | 'insure' | null>(null)
  const uninsured = guards.data?.rows.some(({ edge, state }) => edge === 'insure' && state === 'block')
  const actions = order.filter((one) => placement.can[one])
  const school = placement.side === 'school'
  const preparing = onTheWay.includes(placement.state)
  return (
    <Page title={`${placement.studentName} · ${placement.unitName}`} crumbs={[{ label: t('title'), href: '/placements' }, { label: placement.number }]} lead={placement.demo ? t('record.demo') : undefined}>
      <Stack>
        <Line placement={placement} guards={guards.data} />
        {(actions.length > 0 || placement.can.edit || placement.state === 'active') && (
          <div className={css.acts}>
            {actions.filter((one) => !risky.includes(one)).map((one) => (
              <Button key={one} kind="primary" onClick={() => setOpen(one)}>
                {t(`actions.${one}`)}
              </Button>
            ))}
            {school && preparing && (
              <>
                <Button onClick={() => setOpen('consent')}>{t('actions.consent')}</Button>
                <Button onClick={() => setOpen('three_party')}>{t('actions.three_party')}</Button>
                <Check placementId={placement.id} />
              </>
            )}
            {school && uninsured && [...onTheWay, 'active', 'suspended'].includes(placement.state) && <Button onClick={() => setOpen('insure')}>{t('batch.insure')}</Button>}
            {placement.can.edit && <LinkButton href={`/placements/${placement.id}/edit`}>{t('actions.edit')}</LinkButton>}
            {!preparing && <LinkButton href={`/placements/${placement.id}/during`}>{t('record.during')}</LinkButton>}
            {['active', 'changed', 'ended_early', 'assessed', 'archived'].includes(placement.state) && <LinkButton href={`/placements/${placement.id}/assessment`}>{t('record.assessment')}</LinkButton>}
            {actions.filter((one) => risky.includes(one)).map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {t(`actions.${one}`)}
              </Button>
            ))}
          </div>
        )}
        {placement.selfChosen && !placement.chosenApprovedAt && school && preparing && <Approve placement={placement} />}
        {(open === 'consent' || open === 'three_party') && <SendPapers kind={open} ids={[placement.id]} onClose={() => setOpen(null)} onDone={() => setOpen(null)} />}
        {open === 'insure' && <NewPolicy placementIds={[placement.id]} onClose={() => setOpen(null)} onDone={() => setOpen(null)} />}
        {open && open !== 'consent' && open !== 'three_party' && open !== 'insure' && <MoveDialog placement={placement} action={open} onClose={() => setOpen(null)} />}
      </Stack>
      <TwoColumns
        aside={
          <>
            <FactsSheet placement={placement} />
            <Sheet title={t('record.history')}>
              <PlacementHistory placementId={placement.id} />
            </Sheet>
          </>
        }
      >
        <Loaded query={guards} rows={6}>
          {(data) => (
            <>
              {data.alarms.length > 0 && (
                <Sheet title={t('record.alarms')}>
                  <div className={css.law}>
                    <LawList findings={data.alarms.map((alarm): Found => ({ ...alarm, ...articleOf(data, alarm.ruleId) }))} />
                  </div>
                </Sheet>
              )}
              {placement.can.tend ? <Watched placement={placement} guards={data} /> : preparing && <GuardList guards={data} placementId={placement.id} waivers={[]} mayGiveReason={false} />}
            </>
          )}
        </Loaded>
        <PapersSheet placementId={placement.id} />
        <TestsSheet placement={placement} />
      </TwoColumns>
    </Page>
  )
}

const articleOf = (guards: Guards, ruleId: string): Pick<Found, 'article' | 'sourceStatus'> => {
  const row = guards.rows.find((one) => one.ruleId === ruleId)
  return { article: row?.article ?? null, sourceStatus: row?.sourceStatus ?? 'K' }
}

/** For those of the school: the rules with the way to give a reason, and the reasons given. */
function Watched({ placement, guards }: { placement: PlacementView; guards: Guards }) {
  const { t } = useTranslation('placements')
  const waivers = useWaivers(placement.id)
  const rows = waivers.data?.rows ?? []
  const live = [...onTheWay, 'active', 'suspended'].includes(placement.state)
  return (
    <>
      {live && <GuardList guards={guards} placementId={placement.id} waivers={rows} mayGiveReason />}
      {rows.length > 0 && (
        <Sheet title={t('record.waivers')}>
          <WaiverList rows={rows} />
        </Sheet>
      )}
    </>
  )
}

function Check({ placementId }: { placementId: string }) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const check = useCheckPlacements()
  return (
    <Button busy={check.isPending} onClick={() => check.mutate([placementId], { onSuccess: ({ moved }) => toast(t('batch.checked', { count: moved })) })}>
      {t('actions.check')}
    </Button>
  )
}

function Approve({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation('placements')
  const approve = useApproveChoice()
  return (
    <Sheet title={t('form.selfChosen')}>
      <div className={css.inner}>
        <p className={css.text}>{placement.refusal}</p>
        <Button kind="primary" busy={approve.isPending} onClick={() => approve.mutate({ id: placement.id, version: placement.version })}>
          {t('actions.approveChoice')}
        </Button>
        <LawRefusal error={approve.error} />
      </div>
    </Sheet>
  )
}

function Line({ placement, guards }: { placement: PlacementView; guards?: Guards }) {
  const { t } = useTranslation('placements')
  const { day } = useFormat()
  const { moments } = placement
  const passed: Partial<Record<PlacementState, string | null | undefined>> = {
    draft: moments['createdAt'], vetted: moments['vettedAt'], consented: moments['consentedAt'], signed: moments['signedAt'], insured: moments['insuredAt'], trained: moments['trainedAt'], active: moments['activatedAt'], assessed: moments['assessedAt'],
    archived: moments['archivedAt'],
  }
  const reached = [...line].reverse().find((one) => passed[one]) ?? 'draft'
  const steps = stepsOf<PlacementState>({ line, state: placement.state, label: (one) => ((line as readonly string[]).includes(one) ? t(`line.${one as 'draft'}`) : t(`states.${one}`)), note: (one) => (passed[one] ? day(passed[one]) : undefined) }, reached)
  const next = guards?.next
  return (
    <ChainLine steps={steps}>
      <NextBar>
        {next ? (
          <>
            {t(`next.${next.edge as 'vet'}`)} {next.barred > 0 ? t('next.barred', { count: next.barred }) : t('next.ready')} {t('next.start', { day: day(placement.startsOn) })}
          </>
        ) : (
          t(`next.${placement.state as 'active'}`)
        )}
      </NextBar>
    </ChainLine>
  )
}

function FactsSheet({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation('placements')
  const { range, day, number } = useFormat()
  const { terms } = placement
  const person = (name: string | null, phone: string | null) => (name ? [name, phone].filter(Boolean).join('　') : t('record.notNamed'))
  const pay = terms.payMin == null || !terms.payPeriod ? null : `${terms.payMax != null && terms.payMax !== terms.payMin ? `${number(terms.payMin)}–${number(terms.payMax)}` : number(terms.payMin)} ${t(`paper.payPeriod.${terms.payPeriod}`)}`
  return (
    <Sheet title={t('record.facts')}>
      <Facts
        facts={[
          [t('record.student'), <Link key="student" href={`/students/${placement.studentId}`}>{`${placement.studentName}　${placement.cohortName}`}</Link>],
          [t('record.school'), placement.schoolName],
          [t('record.unit'), <Link key="unit" href={`/organisations/${placement.organisationId}`}>{placement.unitName}</Link>],
          [t('record.terms'), [terms.title, placement.kind === 'orientation' && t('kinds.orientation'), placement.scheme === 'apprenticeship' && t('schemes.apprenticeship')].filter(Boolean).join(' · ')],
          [t('record.days'), range(placement.startsOn, placement.endsOn)],
          [t('record.endedOn'), placement.endedOn && day(placement.endedOn)],
          [t('record.supervisor'), person(placement.supervisorName, placement.supervisorPhone)],
          [t('record.mentor'), person(placement.mentorName, placement.mentorPhone)],
          [t('record.pay'), pay],
          [t('record.hours'), terms.hoursPerDay != null && terms.hoursPerWeek != null && t('record.hoursValue', { day: terms.hoursPerDay, week: terms.hoursPerWeek })],
          [t('record.place'), (terms.town && terms.address?.includes(terms.town) ? terms.address : [terms.town, terms.address].filter(Boolean).join(' ')) || null],
          [t('record.tasks'), terms.tasks && <span className={css.text}>{terms.tasks}</span>],
          [t('record.lodging'), placement.lodging ? t(`lodgings.${placement.lodging}`) : t('record.notStated')],
          [t('record.consentOn'), placement.lodgingConsentOn && day(placement.lodgingConsentOn)],
          [t('record.healthCheckOn'), placement.healthCheckOn && day(placement.healthCheckOn)],
          [t('record.refusal'), placement.refusedOn && `${day(placement.refusedOn)}　${placement.refusal ?? ''}`],
          [t('record.reason'), placement.reason],
          [t('record.previous'), placement.previousId && <Link key="previous" href={`/placements/${placement.previousId}`}>{t('record.previous')}</Link>],
        ]}
      />
    </Sheet>
  )
}
