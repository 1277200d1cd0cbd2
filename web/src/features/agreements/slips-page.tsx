import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Empty, Refused } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './agreements.module.css'
import { useHandOverMany } from './queries.ts'
import { Slip } from './slip-dialog.tsx'

/** `?ids=`: slips for everybody in turn who has no account, to print and cut apart. Making them again makes the earlier ones void. */
export default function SlipsPage() {
  const { t } = useTranslation('agreements')
  const [search] = useSearchParams()
  const hand = useHandOverMany()
  const ids = (search.get('ids') ?? '').split(',').filter(Boolean).slice(0, 200)
  const slips = hand.data?.rows.filter(({ sentBy }) => sentBy === null) ?? []
  const sent = hand.data?.rows.filter(({ sentBy }) => sentBy !== null) ?? []
  return (
    <Page title={t('hand.title')} lead={<span className="no-print">{t('hand.lead')}</span>} crumbs={[{ label: t('title'), href: '/agreements' }]}>
      {!hand.data && ids.length > 0 && (
        <Sheet>
          <p>{t('hand.once')}</p>
          <p className={css.acts}>
            <Button kind="primary" busy={hand.isPending} onClick={() => hand.mutate(ids)}>
              {t('hand.make', { count: ids.length })}
            </Button>
          </p>
          {hand.isError && <Refused error={hand.error} />}
        </Sheet>
      )}
      {(ids.length === 0 || hand.data?.rows.length === 0) && (
        <Sheet flush>
          <Empty>{t('hand.none')}</Empty>
        </Sheet>
      )}
      {sent.length > 0 && (
        <Sheet>
          {sent.map((one) => (
            <p key={one.partyId}>{t('hand.sent', { name: one.name, channel: t(`hand.by.${one.sentBy!}`) })}</p>
          ))}
        </Sheet>
      )}
      {slips.length > 0 && (
        <Sheet
          title={t('hand.made', { count: slips.length })}
          aside={
            <Button icon="print" onClick={() => window.print()}>
              {t('hand.print')}
            </Button>
          }
        >
          <p className="small mut no-print">{t('hand.once')}</p>
          <ul className={css.slips}>
            {slips.map((one) => (
              <li key={one.partyId}>
                <Slip handed={one} />
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  )
}
