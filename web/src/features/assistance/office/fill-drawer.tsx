import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, type ErrorCode } from '../../../kernel/api.ts'
import { useSettled } from '../../../kernel/settled.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { SelectField, TextField, type Option } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { LawList, type Found } from '../../placements/desk/law-refusal.tsx'
import { findTeachers } from '../../placements/desk/queries.ts'
import css from '../assistance.module.css'
import { useCandidates, useFillSeat, type Seat } from './queries.ts'

type Barred = { studentId: string; studentName: string; code: string; findings: Found[] }

/** Which students take the seats of a line; all or none, and all that stands in the way. */
export function FillDrawer({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const fill = useFillSeat()
  const [cohortId, setCohort] = useState('')
  const [q, setQ] = useState('')
  const asked = useSettled(q.trim())
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [supervisor, setSupervisor] = useState<Option | null>(null)
  const candidates = useCandidates(seat.id, { ...(cohortId ? { cohortId } : {}), ...(asked ? { q: asked } : {}) })
  const free = candidates.data?.free ?? (seat.confirmed ?? 0) - seat.members
  const because = chosen.length === 0 ? t('fill.nobody') : chosen.length > free ? t('fill.tooMany', { count: free }) : null
  const onDo = () =>
    fill.mutate({ id: seat.id, studentIds: [...chosen], ...(supervisor ? { supervisorId: supervisor.value } : {}) }, {
      onSuccess: ({ made }) => {
        toast(t('fill.done', { count: made }))
        onClose()
      },
    })
  return (
    <Drawer open onClose={onClose} title={t('fill.title', { firm: seat.organisationName })} note={t('fill.lead')} verb={t('fill.verb', { count: chosen.length })} busy={fill.isPending} because={because} onDo={onDo}>
      <p className={css.intro}>{[seat.postTitle, t('fill.free', { count: free }), t('fill.chosen', { count: chosen.length })].join('　')}</p>
      <Loaded query={candidates} rows={4}>
        {(data) => (
          <>
            <SelectField label={t('fill.cohort')} value={cohortId} none={t('fill.allCohorts')} options={data.cohorts.map(({ id, name, students }) => ({ value: id, label: `${name}（${students}）` }))} onChange={setCohort} />
            <TextField label={t('fill.q')} type="search" optional value={q} maxLength={60} onChange={setQ} />
            {data.rows.length === 0 ? (
              <p className="dim">{t('fill.none')}</p>
            ) : (
              <>
                <div className={`${css.acts} ${css.gap}`}>
                  {free > 0 && <Button onClick={() => setChosen([...new Set([...chosen, ...data.rows.map(({ studentId }) => studentId)])].slice(0, free))}>{t('fill.first', { count: Math.min(free, data.rows.length) })}</Button>}
                  {chosen.length > 0 && <Button kind="text" onClick={() => setChosen([])}>{t('fill.clear')}</Button>}
                </div>
                <div className={`${css.pick} ${css.gap}`}>
                  <CheckGroup
                    label={t('fill.students')}
                    values={data.rows.map(({ studentId }) => studentId).filter((id) => chosen.includes(id))}
                    options={data.rows.map((row) => ({ value: row.studentId, label: row.studentName, note: [row.studentNumber, row.cohortName, row.minor && t('fill.minor'), row.minor && !row.hasGuardian && t('fill.noGuardian'), !row.hasAccount && t('fill.noAccount')].filter(Boolean).join('　') }))}
                    onChange={(values) => setChosen([...chosen.filter((id) => !data.rows.some(({ studentId }) => studentId === id)), ...values])}
                  />
                </div>
                {data.more > 0 && <p className={css.note}>{t('fill.more', { count: data.more })}</p>}
              </>
            )}
            {data.leftOut.length > 0 && <LeftOut rows={data.leftOut} />}
          </>
        )}
      </Loaded>
      <Combobox label={t('fill.supervisor')} hint={t('fill.supervisorHint')} optional value={supervisor} search={findTeachers} onChange={setSupervisor} />
      {fill.isError && <BarredList error={fill.error} />}
    </Drawer>
  )
}

function LeftOut({ rows }: { rows: readonly { studentId: string; studentName: string; cohortName: string; code: 'placed' | 'in_batch' | 'under_16'; placementNumber: string | null }[] }) {
  const { t } = useTranslation('assistanceOffice')
  return (
    <details className={css.gap}>
      <summary>{t('fill.leftOut', { count: rows.length })}</summary>
      <ul className={css.out}>
        {rows.map((row) => (
          <li key={row.studentId}>{[row.studentName, row.cohortName, t(`fill.codes.${row.code}`, { number: row.placementNumber ?? '' })].join('　')}</li>
        ))}
      </ul>
    </details>
  )
}

/** Every student the law keeps out, with every rule. */
function BarredList({ error }: { error: unknown }) {
  const { t, i18n } = useTranslation('assistanceOffice')
  const say = useWording()
  const barred = error instanceof ApiError ? (error.details['students'] as Barred[] | undefined) : undefined
  if (!barred || barred.length === 0) return <Refused error={error} />
  return (
    <div role="alert" className={css.barred}>
      <p>{t('fill.refused')}</p>
      {barred.map((one) => (
        <div key={one.studentId}>
          <p>
            <b>{one.studentName}</b>
          </p>
          {one.findings.length > 0 ? <LawList findings={one.findings} /> : <small>{i18n.exists(`assistanceOffice:fill.codes.${one.code}`) ? t(`fill.codes.${one.code as 'in_batch'}`) : say(new ApiError(one.code as ErrorCode))}</small>}
        </div>
      ))}
    </div>
  )
}
