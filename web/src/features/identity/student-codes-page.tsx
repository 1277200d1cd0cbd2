import { issueStudentCodes, type StudentCodes } from '@silian/server/contract/identity/students'
import { listCohorts } from '@silian/server/contract/talent/programmes'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { ApiError, call } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './identity.module.css'

/** A class, its codes, a sheet of slips to cut apart. `?cohort=` comes from the class's own page. */
export default function StudentCodesPage() {
  const { t } = useTranslation('identity')
  const [search] = useSearchParams()
  const cohorts = useQuery({ queryKey: ['cohorts', 'for-codes'], queryFn: ({ signal }) => call(listCohorts, { query: { size: 100 }, signal }) })
  const [cohortId, setCohortId] = useState(search.get('cohort') ?? '')
  const [withAccount, setWithAccount] = useState(false)
  const issue = useMutation({ mutationFn: () => call(issueStudentCodes, { body: { cohortId, withAccount } }) })
  const nobody = issue.error instanceof ApiError && issue.error.code === 'not_found'
  return (
    <Page title={t('codes.title')} lead={t('codes.lead')} narrow crumbs={[{ label: t('people.title'), href: '/people' }]}>
      <Stack>
        <div className="no-print">
          <Sheet>
            <Loaded query={cohorts} rows={2}>
              {({ rows }) => (
                <form
                  className={css.form}
                  onSubmit={(event) => {
                    event.preventDefault()
                    issue.mutate()
                  }}
                >
                  <SelectField label={t('codes.cohort')} value={cohortId} onChange={setCohortId} options={rows.map((row) => ({ value: row.id, label: `${row.name}　${row.programmeName}` }))} />
                  <CheckField label={t('codes.withAccount')} checked={withAccount} onChange={setWithAccount} />
                  <p className="small mut">{t('codes.warning')}</p>
                  {issue.isError && !nobody && <Refused error={issue.error} />}
                  <div>
                    <Button type="submit" size="form" kind="primary" busy={issue.isPending} because={cohortId === '' && t('codes.chooseFirst')}>
                      {t('codes.do')}
                    </Button>
                  </div>
                </form>
              )}
            </Loaded>
          </Sheet>
        </div>
        {nobody && (
          <Sheet flush>
            <Empty>{t('codes.none')}</Empty>
          </Sheet>
        )}
        {issue.data && <Slips codes={issue.data} />}
      </Stack>
    </Page>
  )
}

function Slips({ codes }: { codes: StudentCodes }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  return (
    <Sheet
      title={t('codes.made', { count: codes.rows.length, time: format.deadline(codes.expiresAt) })}
      aside={
        <Button icon="print" onClick={() => window.print()}>
          {t('codes.print')}
        </Button>
      }
    >
      <ul className={css.slips}>
        {codes.rows.map((row) => (
          <li key={row.studentId} className={css.slip}>
            <b>{row.name}</b>　{row.studentNumber} {row.hasAccount && <small className="dim">{t('codes.has')}</small>}
            <span className={css.code} translate="no">
              {row.code}
            </span>
            <p className="note mut">
              {codes.schoolName}，{row.cohortName}
            </p>
            <p className="note mut">{t('codes.slip', { address: codes.address })}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
