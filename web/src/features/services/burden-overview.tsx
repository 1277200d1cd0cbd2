import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportBurden } from '@silian/server/contract/services/contacts'
import { Link } from 'wouter'
import { download } from '../../kernel/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Bars, Figures } from '../../ui/figures.tsx'
import { NumberField } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useAskedWords } from './asked-words.ts'
import { ExportButton } from './export-button.tsx'
import { useBurdenOfAll, useSetThreshold, type BurdenOfAll } from './contact-queries.ts'
import css from './services.module.css'

/** For the office and the authority: how the month is spread over firms, what asked, and which firms are at the threshold. Firms only, never people. */
export function BurdenOverview({ month }: { month: string }) {
  const all = useBurdenOfAll(month)
  return <Loaded query={all}>{(data) => <Overview data={data} />}</Loaded>
}

function Overview({ data }: { data: BurdenOfAll }) {
  const { t } = useTranslation('services')
  const asked = useAskedWords()
  const [changing, setChanging] = useState(false)
  const last = data.spread.length - 1
  return (
    <>
      <Figures
        figures={[
          { label: t('contact.firms'), value: data.firms },
          { label: t('contact.forms'), value: data.forms },
          { label: t('contact.visits'), value: data.visits },
          { label: t('contact.calls'), value: data.calls },
        ]}
      />
      <Sheet title={t('contact.spread')} aside={t('contact.thresholdOf', { count: data.threshold })}>
        <Bars
          caption={t('contact.spread')}
          heads={[t('contact.spreadTimes'), t('contact.spreadFirms')]}
          bars={data.spread.map(({ contacts, firms }, at) => ({ label: t(at === last ? 'contact.timesMore' : 'contact.times', { count: contacts }), value: firms, tone: contacts >= data.threshold ? 'zhe' : 'qing' }))}
        />
        <div className={css.decisions}>
          {data.can.setThreshold && <Button onClick={() => setChanging(true)}>{t('contact.setThreshold')}</Button>}
          <ExportButton label={t('contact.exportFirms')} bring={() => download(exportBurden, { query: { month: data.month } })} />
        </div>
      </Sheet>
      <Sheet title={t('contact.above')}>
        {data.above.length === 0 ? (
          <p className="dim">{t('contact.aboveNone')}</p>
        ) : (
          <ul className={css.rows}>
            {data.above.map(({ organisationId, organisationName, forms, visits, calls }) => (
              <li key={organisationId}>
                <Link href={`/organisations/${organisationId}`}>{organisationName}</Link>
                <small>{t('contact.sum', { forms, visits, calls })}</small>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
      <Sheet title={t('contact.sourcesTitle')}>
        <Bars caption={t('contact.sourcesTitle')} heads={[t('contact.columns.purpose'), t('contact.count')]} bars={data.sources.map((one) => ({ label: `${asked(one.asked)}　${t(`contact.kinds.${one.kind}`)}`, value: one.count }))} />
      </Sheet>
      {changing && <ThresholdDialog now={data.threshold} onClose={() => setChanging(false)} />}
    </>
  )
}

function ThresholdDialog({ now, onClose }: { now: number; onClose: () => void }) {
  const { t } = useTranslation('services')
  const toast = useToast()
  const set = useSetThreshold()
  const [monthly, setMonthly] = useState<number | null>(now)
  const onDo = () =>
    set.mutate(monthly!, {
      onSuccess: () => {
        toast(t('contact.thresholdSaved'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('contact.setThreshold')} verb={t('contact.setThreshold')} because={monthly === null ? t('contact.thresholdLabel') : null} onDo={onDo} busy={set.isPending} error={set.error}>
      <NumberField short label={t('contact.thresholdLabel')} value={monthly} onChange={setMonthly} />
    </Dialog>
  )
}
