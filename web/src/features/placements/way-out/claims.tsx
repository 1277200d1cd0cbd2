import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { DateField, NumberField, SelectField, TextField } from '../../../ui/inputs.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useOpenClaim, useStepClaim, type IncidentView } from './desk-queries.ts'
import css from './way-out.module.css'

type Claim = IncidentView['claims'][number]
const payees = ['student', 'guardian', 'school', 'unit', 'hospital'] as const
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** From the report to the settlement, each step with its day. */
export function Claims({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation('wayout')
  const { day, money } = useFormat()
  const [opening, setOpening] = useState(false)
  const [stepping, setStepping] = useState<Claim | null>(null)
  return (
    <Sheet title={t('incident.claims')} aside={incident.can.claim && <Button kind="text" onClick={() => setOpening(true)}>{t('incident.openClaim')}</Button>}>
      {incident.claims.length === 0 && <p className={css.note}>{t('incident.nobody')}</p>}
      {incident.claims.map((claim) => (
        <div key={claim.id} className={css.card}>
          <Facts
            facts={[
              [t('incident.policy'), `${claim.insurer} ${claim.policyNumber}`],
              [t('incident.claimNumber'), claim.claimNumber],
              [t('incident.columns.state'), claim.steps.map(({ state, onDay }) => `${t(`incident.claimStates.${state}`)} ${day(onDay)}`).join(' → ')],
              [t('incident.claimed'), claim.claimed !== null && money(claim.claimed)],
              [t('incident.approved'), claim.approved !== null && money(claim.approved)],
              [t('incident.paid'), claim.paid !== null && `${money(claim.paid)} → ${t(`incident.payees.${claim.payee ?? 'student'}`)}`],
              [t('incident.remark'), claim.refusal],
            ]}
          />
          {claim.next.length > 0 && <span className={css.deeds}><Button onClick={() => setStepping(claim)}>{t('incident.step')}</Button></span>}
        </div>
      ))}
      {opening && <OpenClaim incident={incident} onClose={() => setOpening(false)} />}
      {stepping && <StepClaim incidentId={incident.id} claim={stepping} onClose={() => setStepping(null)} />}
    </Sheet>
  )
}

function OpenClaim({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const open = useOpenClaim(incident.id)
  const issues = useIssues(open.error)
  const [policyId, setPolicyId] = useState(incident.policies[0]?.id ?? '')
  const [claimNumber, setClaimNumber] = useState('')
  const [claimed, setClaimed] = useState<number | null>(null)
  const [reportedOn, setReportedOn] = useState(today)
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('incident.openClaim')}
      verb={t('incident.openClaim')}
      busy={open.isPending}
      because={policyId === '' && t('incident.noPolicy')}
      error={open.error}
      onDo={() =>
        open.mutate({ policyId, claimNumber, claimed, reportedOn }, {
          onSuccess: () => {
            onClose()
            toast(t('incident.noted'))
          },
        })
      }
    >
      <div className={css.form}>
        <SelectField label={t('incident.policy')} value={policyId} onChange={setPolicyId} none={incident.policies.length === 0 ? t('incident.noPolicy') : null} options={incident.policies.map(({ id, number, insurer }) => ({ value: id, label: `${insurer} ${number}` }))} />
        <TextField label={t('incident.claimNumber')} optional value={claimNumber} onChange={setClaimNumber} maxLength={60} />
        <NumberField label={t('incident.claimed')} optional digits={2} value={claimed} onChange={setClaimed} error={issues.claimed} short />
        <DateField label={t('incident.reportedOn')} value={reportedOn} onChange={setReportedOn} error={issues.reportedOn} short />
      </div>
    </Drawer>
  )
}

function StepClaim({ incidentId, claim, onClose }: { incidentId: string; claim: Claim; onClose: () => void }) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const step = useStepClaim(incidentId)
  const issues = useIssues(step.error)
  const [to, setTo] = useState(claim.next[0]!)
  const [onDay, setOnDay] = useState(today)
  const [remark, setRemark] = useState('')
  const [sum, setSum] = useState<number | null>(to === 'settled' ? claim.approved : claim.claimed)
  const [payee, setPayee] = useState<(typeof payees)[number]>('student')
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('incident.step')}
      verb={t(`incident.claimStates.${to}`)}
      busy={step.isPending}
      error={step.error}
      onDo={() =>
        step.mutate({ claimId: claim.id, to, onDay, remark, ...(to === 'assessed' && sum !== null ? { approved: sum } : {}), ...(to === 'settled' && sum !== null ? { paid: sum, payee } : {}) }, {
          onSuccess: () => {
            onClose()
            toast(t('incident.noted'))
          },
        })
      }
    >
      <div className={css.form}>
        <SelectField label={t('incident.stepTo')} none={null} value={to} onChange={(value) => setTo(value as typeof to)} options={claim.next.map((value) => ({ value, label: t(`incident.claimStates.${value}`) }))} />
        <DateField label={t('incident.onDay')} value={onDay} onChange={setOnDay} error={issues.onDay} short />
        {to === 'assessed' && <NumberField label={t('incident.approved')} digits={2} value={sum} onChange={setSum} error={issues.approved} short />}
        {to === 'settled' && <NumberField label={t('incident.paid')} digits={2} value={sum} onChange={setSum} error={issues.paid} short />}
        {to === 'settled' && <SelectField label={t('incident.payee')} none={null} value={payee} onChange={(value) => setPayee(value as 'student')} options={payees.map((value) => ({ value, label: t(`incident.payees.${value}`) }))} />}
        <TextField label={t('incident.remark')} value={remark} onChange={setRemark} error={issues.remark} maxLength={500} />
      </div>
    </Drawer>
  )
}
