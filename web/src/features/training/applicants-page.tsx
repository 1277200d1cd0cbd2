import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useDraft } from '../../kernel/draft.ts'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { NumberField, TextField } from '../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { FormBar } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApplicants, useScore } from './queries.ts'
import css from './training.module.css'

type Applicants = NonNullable<ReturnType<typeof useApplicants>['data']>
type Given = Record<string, { score: number | null; refused: string } | undefined>

/** The firm’s marks of those who signed up for its class. */
export default function ApplicantsPage() {
  const { intakeId = '', classId = '' } = useParams()
  const applicants = useApplicants(intakeId, classId)
  return <Loaded query={applicants}>{(data) => <Table intakeId={intakeId} classId={classId} data={data} />}</Loaded>
}

function Table({ intakeId, classId, data }: { intakeId: string; classId: string; data: Applicants }) {
  const { t } = useTranslation('training')
  const { deadline, number } = useFormat()
  const toast = useToast()
  const save = useScore()
  const draft = useDraft<Given>(`class-scores.${intakeId}.${classId}`, {})
  const [left, setLeft] = useState<number | null>(null)
  const of = (row: Applicants['rows'][number]) => draft.value[row.studentId] ?? { score: row.score, refused: row.refused ?? '' }
  const changed = data.rows.filter((row) => draft.value[row.studentId] !== undefined)
  const send = () =>
    save.mutate(
      { intakeId, classId, rows: changed.map((row) => ({ studentId: row.studentId, score: of(row).refused.trim() ? null : of(row).score, refused: of(row).refused.trim() || null })) },
      {
        onSuccess: (done) => {
          draft.clear()
          setLeft(done.left)
          toast(done.left === 0 ? t('applicants.savedAll') : t('applicants.saved', { left: done.left }))
        },
      },
    )
  return (
    <Page title={data.title} crumbs={[{ label: t('title'), href: '/order-classes' }, { label: t('intake.title'), href: `/class-intakes/${intakeId}` }, { label: t('applicants.title') }]} lead={`${t('applicants.lead')} ${data.can.score ? deadline(data.scoreUntil) : ''}`}>
      <Sheet title={t('applicants.title')} aside={data.can.score && <DraftLine saved={draft.saved} />} flush>
        {data.rows.length === 0 ? (
          <Empty>{t('applicants.none')}</Empty>
        ) : (
          <div className={css.wide}>
            <table className={`${css.table} ${css.flush}`}>
              <thead>
                <tr>
                  {(['name', 'statement', 'schoolMark', 'score', 'refused', 'result'] as const).map((key) => (
                    <th key={key} scope="col">
                      {t(`applicants.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.studentId}>
                    <td>
                      {row.name}
                      <small className={css.small}>{row.cohortName}</small>
                    </td>
                    <td className={css.text}>{row.statement || '—'}</td>
                    <td>{row.schoolMark === null ? '—' : number(row.schoolMark, 1)}</td>
                    {data.can.score ? (
                      <>
                        <td>
                          <NumberField tool short label={`${t('applicants.score')} ${row.name}`} digits={1} value={of(row).score} onChange={(score) => draft.set({ [row.studentId]: { ...of(row), score } })} />
                        </td>
                        <td>
                          <TextField tool label={`${t('applicants.refused')} ${row.name}`} maxLength={200} value={of(row).refused} onChange={(refused) => draft.set({ [row.studentId]: { ...of(row), refused } })} />
                        </td>
                      </>
                    ) : (
                      <>
                        <td>{row.score === null ? '—' : number(row.score, 1)}</td>
                        <td>{row.refused ?? '—'}</td>
                      </>
                    )}
                    <td className="nw">{t(`applicants.results.${row.result}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Sheet>
      {save.error ? <Refused error={save.error} /> : null}
      {data.can.score && data.rows.length > 0 && (
        <FormBar note={left === null ? t('applicants.hint') : left === 0 ? t('applicants.savedAll') : t('applicants.saved', { left })}>
          <Button size="form" kind="primary" busy={save.isPending} because={changed.length === 0 && t('applicants.hint')} onClick={send}>
            {t('applicants.save')}
          </Button>
        </FormBar>
      )}
    </Page>
  )
}
