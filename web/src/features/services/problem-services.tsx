import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useNeedServices } from './queries.ts'
import { RequestState } from './requests-page.tsx'
import { RouteDrawer } from './route-drawer.tsx'
import css from './services.module.css'
import { TakeDialog } from './take-dialog.tsx'

/** On the page of a service need: to whom it was routed, what became of it, and the window that routes it. */
export function ProblemServices({ problem }: { problem: { id: string; title: string; secrecy: 'open' | 'nda' } }) {
  const { t } = useTranslation('services')
  const { day } = useFormat()
  const services = useNeedServices(problem.id)
  const [open, setOpen] = useState<'route' | 'take' | null>(null)
  return (
    <Sheet title={t('request.section.title')}>
      <Loaded query={services} rows={2}>
        {({ rows, can, burden }) => (
          <div className={css.group}>
            {rows.length === 0 ? (
              <p className="dim">{t(can.route ? 'request.section.none' : 'request.section.noneOthers')}</p>
            ) : (
              <ul className={css.rows}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <span className={css.line}>
                      <Link href={`/service-requests/${row.id}`}>{row.providerName}</Link>
                      <span>
                        <RequestState row={row} />
                      </span>
                    </span>
                    <small>{[row.number, row.offerTitle, day(row.routedAt)].filter(Boolean).join('　')}</small>
                  </li>
                ))}
              </ul>
            )}
            {(can.route || can.take) && (
              <div className={css.decisions}>
                {can.route && (
                  <Button kind="primary" onClick={() => setOpen('route')}>
                    {t('request.section.route')}
                  </Button>
                )}
                {can.take && (
                  <Button kind={can.route ? 'plain' : 'primary'} onClick={() => setOpen('take')}>
                    {t('request.section.take')}
                  </Button>
                )}
              </div>
            )}
            {open === 'route' && <RouteDrawer needId={problem.id} title={problem.title} burden={burden} onClose={() => setOpen(null)} />}
            {open === 'take' && <TakeDialog problem={problem} onClose={() => setOpen(null)} />}
          </div>
        )}
      </Loaded>
    </Sheet>
  )
}
