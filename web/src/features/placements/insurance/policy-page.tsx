import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from '../desk/desk.module.css'
import { LawRefusal } from '../desk/law-refusal.tsx'
import { AddCovers, EndPolicy } from './policy-dialogs.tsx'
import { usePolicy, usePolicyFile, useUncover, type PolicyView } from './queries.ts'

/** One policy and whom it covers; a day without cover is named beside the student. */
export default function PolicyPage() {
  const { policyId = '' } = useParams()
  const policy = usePolicy(policyId)
  return <Loaded query={policy}>{(one) => <Policy policy={one} />}</Loaded>
}

type Cover = PolicyView['covers'][number]

function Policy({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation('placements')
  const { range, day } = useFormat()
  const uncover = useUncover()
  const file = usePolicyFile()
  const [open, setOpen] = useState<'add' | 'end' | null>(null)
  const columns: Column<Cover>[] = [
    { key: 'student', title: t('columns.student'), cell: (row) => <Link href={`/placements/${row.placementId}`}>{row.studentName}</Link> },
    { key: 'unit', title: t('columns.unit'), cell: (row) => row.unitName, desk: true },
    { key: 'days', title: t('columns.days'), cell: (row) => <span className="nw">{range(row.startsOn, row.endsOn)}</span> },
    { key: 'gap', title: t('insurance.coverage'), cell: (row) => <StateMark mood={row.gap ? 'refused' : 'done'}>{row.gap ? t('insurance.gap', { day: day(row.gap) }) : t('insurance.full')}</StateMark> },
    ...(policy.can.keep ? [{ key: 'uncover', title: t('insurance.uncover'), cell: (row: Cover) => <Button kind="text" size="cell" onClick={() => uncover.mutate({ id: policy.id, placementId: row.placementId })}>{t('insurance.uncover')}</Button> }] : []),
  ]
  return (
    <Page title={policy.number} crumbs={[{ label: t('title'), href: '/placements' }, { label: t('insurance.title'), href: '/insurance-policies' }, { label: policy.insurer }]} lead={policy.demo ? t('record.demo') : undefined}>
      <TwoColumns
        aside={
          <Sheet title={t('insurance.title')}>
            <div className={css.inner}>
              <Facts
                facts={[
                  [t('insurance.insurer'), policy.insurer], [t('insurance.kind'), t(`insurance.kinds.${policy.kind}`)], [t('insurance.payer'), t(`insurance.payers.${policy.payer}`)], [t('insurance.columns.days'), range(policy.startsOn, policy.endsOn)],
                  [t('insurance.endedOn'), policy.endedOn && day(policy.endedOn)], [t('insurance.remark'), policy.remark || null],
                  [t('insurance.files'), policy.files.length > 0 && policy.files.map((one) => <a key={one.id} href={urlOf(downloadFile, { params: { fileId: one.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">{one.name}</a>)],
                ]}
              />
              {policy.can.keep && (
                <p className={css.acts}>
                  <label className={css.upload}>
                    {t('insurance.addFile')}
                    <input type="file" className="sr" accept=".pdf,image/*" onChange={({ target }) => target.files?.[0] && file.mutate({ id: policy.id, file: target.files[0] })} />
                  </label>
                  {!policy.endedOn && <Button onClick={() => setOpen('end')}>{t('insurance.end')}</Button>}
                </p>
              )}
              <LawRefusal error={file.error ?? uncover.error} />
            </div>
          </Sheet>
        }
      >
        <DataTable name="covers" caption={t('insurance.covers')} columns={columns} rows={policy.covers} rowKey={(row) => row.placementId} total={policy.covers.length} tools={policy.can.keep && !policy.endedOn && <Button kind="primary" icon="plus" onClick={() => setOpen('add')}>{t('insurance.add')}</Button>} empty={<Empty>{t('insurance.whomNone')}</Empty>} />
      </TwoColumns>
      {open === 'add' && <AddCovers policy={policy} onClose={() => setOpen(null)} />}
      {open === 'end' && <EndPolicy policy={policy} onClose={() => setOpen(null)} />}
    </Page>
  )
}
