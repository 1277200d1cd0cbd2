import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { CheckGroup } from '../../ui/choices.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { TextArea, type Option } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useToast } from '../../ui/toast.tsx'
import { findOrganisations } from '../needs/problems/queries.ts'
import { BurdenNote } from './burden-note.tsx'
import { usePrice } from './price.ts'
import { useRoute, useSuggestions, type NeedServices, type Suggestion } from './queries.ts'
import { RatingWords } from './rating-figure.tsx'
import css from './services.module.css'

type Props = { needId: string; title: string; burden: NeedServices['burden']; onClose: () => void }

/** The window: chooses offers, or an organisation where none fits, having seen what each firm was asked this month. */
export function RouteDrawer({ needId, title, burden, onClose }: Props) {
  const { t } = useTranslation('services')
  const toast = useToast()
  const suggestions = useSuggestions(needId)
  const route = useRoute()
  const [chosen, setChosen] = useState<string[]>([])
  const [provider, setProvider] = useState<Option | null>(null)
  const [message, setMessage] = useState('')
  const [reason, setReason] = useState('')
  const targets = [...chosen.map((offerId) => ({ offerId })), ...(provider ? [{ providerId: provider.value }] : [])]
  const burdens = (suggestions.data?.rows ?? []).flatMap((row) => (chosen.includes(row.offerId) && row.burden ? [row.burden] : []))
  const over = burdens.some(({ forms, visits, calls, threshold }) => forms + visits + calls >= threshold)
  const onDo = () =>
    route.mutate(
      { needId, targets, ...(message ? { message } : {}), ...(reason ? { reason } : {}) },
      {
        onSuccess: ({ ids }) => {
          toast(t('request.section.routed', { count: ids.length }))
          onClose()
        },
      },
    )
  const because = targets.length === 0 ? t('request.section.choose') : targets.length > 5 ? t('request.section.most') : null
  return (
    <Drawer open onClose={onClose} title={t('request.section.routeTitle', { title })} note={t('request.section.note')} verb={t('request.section.route')} because={because} onDo={onDo} busy={route.isPending} error={route.error}>
      <div className={css.group}>
        {burden && <BurdenNote burden={burden} looked />}
        <Loaded query={suggestions} rows={4}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="dim">{t('request.section.nothing')}</p>
            ) : (
              <CheckGroup label={t('offer.title')} hint={t('request.section.suggestions')} values={chosen} options={rows.map((row) => ({ value: row.offerId, label: row.title, note: <Note row={row} />, disabled: row.full }))} onChange={setChosen} />
            )
          }
        </Loaded>
        {burdens.map((one) => (
          <BurdenNote key={one.organisationId} burden={one} />
        ))}
        <Combobox label={t('request.section.provider')} hint={t('request.section.providerHint')} optional value={provider} search={findOrganisations} onChange={setProvider} />
        <TextArea label={t('request.section.message')} hint={t('request.section.messageHint')} optional value={message} most={500} onChange={setMessage} />
        {(over || route.isError) && <TextArea label={t('contact.reason')} hint={t('contact.reasonHint')} optional={!over} value={reason} most={300} onChange={setReason} />}
      </div>
    </Drawer>
  )
}

function Note({ row }: { row: Suggestion }) {
  const { t } = useTranslation('services')
  const { joined } = useFormat()
  const price = usePrice()
  const facts = [
    row.providerName, price(row), `${t('offer.columns.answerDays')} ${t('offer.answerDaysOf', { count: row.answerDays })}`,
    row.full && t('request.section.full'),
    row.before && t('request.section.before', { state: t(`request.states.${row.before}`) }),
    row.shared.length > 0 && t('request.section.shared', { words: joined(row.shared) }),
  ]
  return (
    <>
      {facts.filter(Boolean).join('　')}　<RatingWords rating={row.rating} />
    </>
  )
}
