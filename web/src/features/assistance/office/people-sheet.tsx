import { stepNames } from '@silian/server/contract/assistance/batches'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Article } from '../../../ui/law.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useRuleWords } from '../../needs/rule-parts.tsx'
import { placementMoods } from '../../placements/desk/moods.ts'
import { Wide } from '../../placements/assessment/wide.tsx'
import css from '../assistance.module.css'
import { levelMoods } from '../moods.ts'
import type { Batch, Member, Step } from './queries.ts'

type Props = { batch: Batch; mayFile: boolean; onFile: () => void; tools: ReactNode }
type Lack = { member: Member; step: Step }
/** To let somebody begin is a decision of the school: it lacks only what bars it. */
const lacks = ({ step, done, missing }: Step) => (step === 'activate' ? missing.length > 0 : !done)

/** Every student with the steps of law, read from the placement; a firm sees who comes, not what is missing. */
export function PeopleSheet({ batch, mayFile, onFile, tools }: Props) {
  const { t } = useTranslation('assistanceOffice')
  const [lack, setLack] = useState<Lack | null>(null)
  const { people, side } = batch
  const onWay = people.filter(({ steps }) => steps.length > 0)
  const short = onWay.filter(({ steps }) => steps.some(lacks))
  const counts = [
    people.length > onWay.length && side !== 'firm' && t('record.there', { count: people.length - onWay.length }),
    onWay.length > short.length && t('record.ready', { count: onWay.length - short.length }),
    short.length > 0 && t('record.short', { count: short.length }),
  ].filter((one) => one !== false)
  return (
    <Sheet title={t('record.members')} aside={<span className={css.acts}>{counts.join('　')}{tools}</span>} flush={people.length > 0}>
      {people.length === 0 ? (
        <p className="dim">{t(side === 'firm' ? 'record.noMembersFirm' : 'record.noMembers')}</p>
      ) : (
        <Wide label={t('record.members')}>
          <Table people={people} side={side} onLack={setLack} steps={onWay.length > 0} />
        </Wide>
      )}
      {lack && <LackDrawer lack={lack} side={side} mayFile={mayFile} onFile={onFile} onClose={() => setLack(null)} />}
    </Sheet>
  )
}

function Table({ people, side, steps, onLack }: { people: readonly Member[]; side: Batch['side']; steps: boolean; onLack: (lack: Lack) => void }) {
  const { t } = useTranslation(['assistanceOffice', 'assistance', 'placements'])
  const { day } = useFormat()
  const care = side !== 'firm' && people.some(({ lastCheck }) => lastCheck)
  return (
    <table className={css.table}>
      <caption className="sr">{t('record.members')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('record.student')}</th>
          <th scope="col">{t('record.where')}</th>
          <th scope="col">{t('batches.columns.placementState')}</th>
          {care && <th scope="col">{t('record.care')}</th>}
          {steps && stepNames.map((step) => (
            <th key={step} scope="col">
              {t(`stepNames.${step}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((member) => (
          <tr key={member.placementId}>
            <th scope="row">
              <Link href={`/placements/${member.placementId}`}>{member.studentName}</Link>
              <small>{member.cohortName}</small>
            </th>
            <td>
              {member.firmName}
              <small>{member.postTitle}</small>
            </td>
            <td>
              <StateMark mood={placementMoods[member.placementState]}>{t(`placements:states.${member.placementState}`)}</StateMark>
            </td>
            {care && (
              <td>
                {member.lastCheck ? (
                  <>
                    <StateMark mood={levelMoods[member.lastCheck.level]}>{t(`assistance:levels.${member.lastCheck.level}`)}</StateMark>
                    <small>{t('checks.weekOf', { from: day(member.lastCheck.weekOn) })}</small>
                  </>
                ) : (
                  '—'
                )}
              </td>
            )}
            {steps && stepNames.map((name) => <StepCell key={name} name={name} member={member} onLack={onLack} />)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function StepCell({ name, member, onLack }: { name: Step['step']; member: Member; onLack: (lack: Lack) => void }) {
  const { t } = useTranslation('assistanceOffice')
  const step = member.steps.find((one) => one.step === name)
  if (step?.step === 'activate' && !lacks(step)) return <td>—</td>
  // Who has begun went through every step.
  if (!step || step.done)
    return (
      <td className={css.done}>
        <Icon name="check" />
        <span className="sr">{t('record.done')}</span>
      </td>
    )
  return (
    <td className={css.missing}>
      <Button kind="text" size="cell" aria-label={t('record.lacksOf', { name: member.studentName, step: t(`stepNames.${name}`) })} onClick={() => onLack({ member, step })}>
        {t('record.lacks')}
      </Button>
    </td>
  )
}

/** What is missing, who puts it right, and the way there. */
function LackDrawer({ lack: { member, step }, side, mayFile, onFile, onClose }: { lack: Lack; side: Batch['side']; mayFile: boolean; onFile: () => void; onClose: () => void }) {
  const { t } = useTranslation(['assistanceOffice', 'rules'])
  const words = useRuleWords()
  const onGo = () => {
    onClose()
    onFile()
  }
  return (
    <Drawer open onClose={onClose} title={t('record.missingTitle', { step: t(`stepNames.${step.step}`), name: member.studentName })} note={t('record.missingNote')}>
      {step.missing.length === 0 && <p>{t('record.nothing')}</p>}
      <ul className={css.rows}>
        {step.missing.map((one, at) => (
          <li key={at}>
            <p>
              <b>{words.name(one.ruleId)}</b> {one.article && <Article>{one.article}</Article>}
            </p>
            <p>{words.finding(one)}</p>
            <p className={css.by}>{t('record.whoOf', { who: t(`record.who.${one.who}`) })}</p>
          </li>
        ))}
      </ul>
      <div className={`${css.acts} ${css.below}`}>
        {step.step === 'file' && member.filing && <LinkButton kind="primary" href={`/placement-filings/${member.filing.id}`}>{t('record.goFiling')}</LinkButton>}
        {step.step === 'file' && !member.filing && mayFile && <Button kind="primary" onClick={onGo}>{t('record.goFile')}</Button>}
        <LinkButton kind={step.step === 'file' ? 'plain' : 'primary'} href={`/placements/${member.placementId}`}>
          {t('record.goPlacement')}
        </LinkButton>
        {step.step === 'insure' && side === 'school' && <LinkButton href="/insurance-policies">{t('record.goInsurance')}</LinkButton>}
      </div>
    </Drawer>
  )
}
