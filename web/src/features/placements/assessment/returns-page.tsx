import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useFormat } from '../../../kernel/format.ts'
import { useReturnForms } from './desk-queries.ts'
import { ReturnEditor } from './return-editor.tsx'
import css from './assessment.module.css'

export default function ReturnsPage() {
  const { t } = useTranslation(['papers', 'assessment'])
  const { stamp } = useFormat()
  const query = useReturnForms()
  const [adding, setAdding] = useState(false)
  return (
    <Page title={t('returns.title')} lead={t('returns.lead')} narrow actions={query.data?.can.write && !adding && <Button kind="primary" onClick={() => setAdding(true)}>{t('returns.add')}</Button>}>
      <Stack>
      {adding && <ReturnEditor form={null} onClose={() => setAdding(false)} />}
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && !adding && <Empty>{t('returns.empty')}</Empty>}>
        {({ rows }) => (
          <Stack>
            {rows.map((form) => (
              <Sheet key={form.id} title={form.title} aside={<LinkButton href={`/return-forms/${form.id}`}>{t('returns.open')}</LinkButton>}>
                <p className={css.note}>{form.columns.map(({ heading }) => heading).join('、')}</p>
                {form.note && <p className={css.note}>{form.note}</p>}
                <p className={css.note}>{t('returns.updated', { name: form.updatedBy ?? '', at: stamp(form.updatedAt) })}</p>
              </Sheet>
            ))}
          </Stack>
        )}
      </Loaded>
      </Stack>
    </Page>
  )
}
