import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../mentors.module.css'
import { useApply, useMentorNeed, useProfile, type MentorNeed } from '../queries.ts'

/** What a school looks for; a mentor applies with a sentence of his own. */
export default function NeedPage() {
  const { needId = '' } = useParams()
  const { t } = useTranslation('mentors')
  const need = useMentorNeed(needId)
  if (need.data) return <Need need={need.data} />
  return (
    <PhonePage title={t('need.title')} back="/my/mentoring">
      <Loaded query={need}>{() => null}</Loaded>
    </PhonePage>
  )
}

function Need({ need }: { need: MentorNeed }) {
  const { t } = useTranslation('mentors')
  const { fullDay } = useFormat()
  const [, navigate] = useLocation()
  const toast = useToast()
  const profile = useProfile()
  const apply = useApply()
  const draft = useDraft(`mentor-application.${need.id}`, { statement: '' })
  const [asked, setAsked] = useState(false)
  const { statement } = draft.value
  const short = [...statement.trim()].length < 10
  const incomplete = profile.data !== undefined && profile.data.missing.length > 0
  const onApply = () => {
    setAsked(true)
    if (short) return
    apply.mutate({ needId: need.id, statement: statement.trim() }, {
      onSuccess: ({ id }) => {
        draft.clear()
        toast(t('need.applied'))
        navigate(`/my/mentoring/${id}`, { replace: true })
      },
    })
  }
  const facts: readonly (readonly [string, string | null])[] = [
    [t('need.school'), need.schoolName],
    [t('need.field'), need.field || null],
    [t('need.duties'), need.duties],
    [t('need.conditions'), need.conditions || null],
    [t('need.hours'), need.hoursPerYear === null ? null : t('perYear', { count: need.hoursPerYear })],
    [t('need.term'), t('need.termOf', { count: need.termMonths })],
    [t('need.pay'), need.pay || null],
    [t('need.places'), `${need.taken}/${need.places}`],
    [t('need.until'), need.validUntil && fullDay(need.validUntil)],
  ]
  return (
    <PhonePage
      title={need.title}
      back="/my/mentoring"
      footNote={need.can.apply && !incomplete && <DraftLine saved={draft.saved} />}
      foot={
        !need.can.apply ? undefined : incomplete ? (
          <LinkButton size="big" kind="primary" href="/my/mentoring/profile">
            {t('need.fill')}
          </LinkButton>
        ) : (
          <Button size="big" kind="primary" busy={apply.isPending} onClick={onApply}>
            {t('need.apply')}
          </Button>
        )
      }
    >
      <div className={css.fields}>
        <dl className={css.facts}>
          {facts.map(([name, value]) => value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={css.text}>{value}</dd>
            </div>
          ))}
        </dl>
        {need.can.apply ? <p className={css.by}>{t('need.note')}</p> : <p role="status">{t('need.closed')}</p>}
        {need.can.apply && !incomplete && <TextArea name="statement" label={t('need.statement')} hint={t('need.statementHint')} rows={4} most={1000} value={statement} error={asked && short ? t('need.tooShort') : null} onChange={(text) => draft.set({ statement: text })} />}
        {apply.isError && <Refused error={apply.error} />}
      </div>
    </PhonePage>
  )
}
