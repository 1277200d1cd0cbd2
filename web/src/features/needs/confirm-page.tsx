import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { PhonePage } from '../../ui/phone-page.tsx'
import { Facts } from '../../ui/sheet.tsx'
import css from './needs.module.css'
import { usePay } from './pay.ts'
import { useMove, useNeed, type NeedView } from './queries.ts'

/** 还有效: one tap, on a phone, from the mail or the inbox. */
export default function ConfirmPage() {
  const { needId = '' } = useParams()
  const { t } = useTranslation('needs')
  const need = useNeed(needId)
  if (need.data) return <Confirm need={need.data} />
  return (
    <PhonePage title={t('confirm.title')} back="/inbox">
      <Loaded query={need}>{() => null}</Loaded>
    </PhonePage>
  )
}

function Confirm({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const { number, range, day, deadline } = useFormat()
  const pay = usePay()
  const move = useMove()
  const [validUntil, setValidUntil] = useState(need.validUntil ?? '')
  const mayConfirm = need.can.confirm && !move.isSuccess
  const href = `/needs/${need.id}`
  return (
    <PhonePage
      narrow
      title={t('confirm.title')}
      back="/inbox"
      due={mayConfirm && need.next.until ? { title: t('confirm.due', { due: deadline(need.next.until) }), note: t('confirm.dueNote') } : undefined}
      foot={
        mayConfirm ? (
          <>
            <Button size="big" kind="primary" busy={move.isPending} onClick={() => move.mutate({ id: need.id, action: 'confirm', version: need.version, ...(validUntil ? { validUntil } : {}) })}>
              {t('confirm.still')}
            </Button>
            <LinkButton size="big" href={href}>
              {t('confirm.not')}
            </LinkButton>
          </>
        ) : (
          <LinkButton size="big" href={href}>
            {t('confirm.open')}
          </LinkButton>
        )
      }
    >
      <div className={css.confirm}>
        <h2>{need.title}</h2>
        {move.isSuccess && <p role="status">{t('confirm.done', { day: need.next.until ? day(need.next.until) : '' })}</p>}
        {!need.can.confirm && !move.isSuccess && <p>{t('confirm.closedAlready')}</p>}
        {move.isError && <Refused error={move.error} />}
        <Facts
          facts={[
            [t('columns.organisation'), need.organisationName],
            [t('columns.seats'), number(need.seats)],
            [t('columns.pay'), pay(need)],
            [t('columns.period'), need.startsOn && need.endsOn ? range(need.startsOn, need.endsOn) : t('unknown')],
            [t('columns.number'), need.number],
          ]}
        />
        {mayConfirm && <DateField label={t('confirm.extend')} value={validUntil} onChange={setValidUntil} />}
      </div>
    </PhonePage>
  )
}
