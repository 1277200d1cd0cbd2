import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import type { ListState } from '../../ui/list-state.ts'
import { Empty } from '../../ui/loaded.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useAskedWords } from './asked-words.ts'
import { useCancelContact, type ContactRow } from './contact-queries.ts'
import css from './services.module.css'

type Props = { rows: ContactRow[]; list?: ListState; total?: number; own?: boolean; empty: string }

/** Forms, visits and calls as rows. */
export function ContactTable({ rows, list, total, own, empty }: Props) {
  const { t } = useTranslation('services')
  const { day } = useFormat()
  const asked = useAskedWords()
  const toast = useToast()
  const cancel = useCancelContact()
  const firm: Column<ContactRow> = { key: 'organisation', title: t('contact.columns.organisation'), cell: (row) => row.organisationName }
  const columns: Column<ContactRow>[] = [
    { key: 'happenedOn', title: t('contact.columns.happenedOn'), cell: (row) => <span className="nw">{day(row.happenedOn)}</span> },
    ...(own ? [] : [firm]),
    { key: 'kind', title: t('contact.columns.kind'), cell: (row) => <span className="nw">{row.cancelled ? t('contact.cancelled') : t(`contact.kinds.${row.kind}`)}</span> },
    { key: 'by', title: t('contact.columns.by'), cell: (row) => row.by ?? t('contact.byProduct'), desk: !own },
    {
      key: 'purpose', title: t('contact.columns.purpose'),
      cell: (row) => (
        <>
          {row.purpose ?? asked(row.asked)}
          {row.reason && <small className={css.told}>{row.reason}</small>}
          {row.can.cancel && (
            <Button kind="text" onClick={() => cancel.mutate(row.id, { onSuccess: () => toast(t('contact.cancelDone')) })}>
              {t('contact.cancel')}
            </Button>
          )}
        </>
      ),
    },
    { key: 'source', title: t('contact.columns.source'), cell: (row) => t(`contact.sources.${row.source}`), desk: true },
  ]
  return <DataTable name="firm-contacts" caption={t('contact.title')} columns={columns} rows={rows} rowKey={(row) => row.id} list={list} total={total} empty={<Empty>{empty}</Empty>} />
}
