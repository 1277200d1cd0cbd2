import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty, Refused } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './agreements.module.css'
import { useHandOverMany } from './queries.ts'
import { CodeList, Slip } from './slips.tsx'

/** `?ids=`: for everybody in turn who has no account, a link to carry home and, on a sheet of its own, a code to tell by telephone. Making them again makes the earlier ones void. */
export default function SlipsPage() {
  const { t } = useTranslation('agreements')
  const [search] = useSearchParams()
  const hand = useHandOverMany()
  // Printed one after the other, so that nobody hands out both on one sheet.
  const [part, setPart] = useState<'links' | 'codes'>('links')
  const print = (what: 'links' | 'codes') => {
    flushSync(() => setPart(what))
    window.print()
  }
  const ids = (search.get('ids') ?? '').split(',').filter(Boolean).slice(0, 200)
  const slips = hand.data?.rows.filter(({ sentBy }) => sentBy === null) ?? []
  const sent = hand.data?.rows.filter(({ sentBy }) => sentBy !== null) ?? []
  return (
    <Page title={t('hand.title')} lead={<span className="no-print">{t('hand.lead')}</span>} crumbs={[{ label: t('title'), href: '/agreements' }]}>
      {!hand.data && ids.length > 0 && (
        <Sheet>
          <p>{t('hand.why')}</p>
          <p className="small mut">{t('hand.once')}</p>
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
        <Stack>
          <div className="no-print">
            <Banner>{`${t('hand.why')}${t('hand.once')}`}</Banner>
          </div>
          <div data-printed={part === 'links'} className={css.part}>
            <Sheet
              title={t('hand.links', { count: slips.length })}
              aside={
                <Button icon="print" onClick={() => print('links')}>
                  {t('hand.printLinks')}
                </Button>
              }
            >
              <ul className={css.slips}>
                {slips.map((one) => (
                  <li key={one.partyId}>
                    <Slip handed={one} />
                  </li>
                ))}
              </ul>
            </Sheet>
          </div>
          <div data-printed={part === 'codes'} className={css.part}>
            <Sheet
              title={t('hand.codes', { count: slips.length })}
              aside={
                <Button icon="print" onClick={() => print('codes')}>
                  {t('hand.printCodes')}
                </Button>
              }
            >
              <CodeList rows={slips} />
            </Sheet>
          </div>
        </Stack>
      )}
    </Page>
  )
}
