import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { NumberField, TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ObjectionAnswer } from './objection-answer.tsx'
import { useAssessment, useGiveMarks, usePublishResult, type Assessment } from './queries.ts'
import { Result } from './result.tsx'
import css from './assessment.module.css'

/** Mentor and supervisor mark, each their own part, on a phone or a desk. */
export default function MarkPage() {
  const { t } = useTranslation('assessment')
  const { placementId = '' } = useParams()
  const mentor = useSession()?.seat?.role === 'mentor'
  const query = useAssessment(placementId)
  return (
    <PhonePage title={t('title')} back={mentor ? '/mentor' : '/assessments'}>
      <Loaded query={query}>{(assessment) => <Marking assessment={assessment} />}</Loaded>
    </PhonePage>
  )
}

function Marking({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('assessment')
  const { day } = useFormat()
  const toast = useToast()
  const publish = usePublishResult(assessment.placement.id)
  const { placement, scheme, state, can, missing, summary, opensOn, objection } = assessment
  const marking = can.markUnit || can.markSchool
  const school = useSession()?.seat?.role === 'school_contact'
  return (
    <>
      <p>
        <b>{placement.studentName}</b>　{placement.cohortName} · {placement.unitName} · {placement.title}
      </p>
      <p className={css.note}>
        {day(placement.startsOn)} – {day(placement.endedOn ?? placement.endsOn)}　{placement.number}
      </p>
      {!scheme && <p>{t('page.noScheme')}</p>}
      {state === 'published' ? <Result assessment={assessment} /> : !marking && scheme && <p className={css.note}>{t('page.opens', { day: day(opensOn) })}</p>}
      {(['unit', 'school'] as const).map((part) => (can[part === 'unit' ? 'markUnit' : 'markSchool'] ? <Marks key={part} assessment={assessment} part={part} /> : null))}
      {objection && <ObjectionAnswer assessment={assessment} />}
      <PhoneHeading>{t('page.summary')}</PhoneHeading>
      <p className={css.card}>{summary?.handedInAt ? summary.text : t('page.notWritten')}</p>
      {state !== 'published' && missing.length > 0 && <p className={css.note}>{t('page.missing', { list: missing.map((one) => t(`page.missings.${one}`)).join('、') })}</p>}
      {publish.isError && <Refused error={publish.error} />}
      <span className={css.deeds}>
        {can.publish && (
          <Button kind="primary" size="form" busy={publish.isPending} onClick={() => publish.mutate(undefined, { onSuccess: () => toast(t('page.published')) })}>
            {t('page.publish')}
          </Button>
        )}
        {school && (
          <LinkButton size="form" href={`/placements/${placement.id}/archive`}>
            {t('page.archive')}
          </LinkButton>
        )}
      </span>
    </>
  )
}

function Marks({ assessment, part }: { assessment: Assessment; part: 'unit' | 'school' }) {
  const { t } = useTranslation('assessment')
  const toast = useToast()
  const give = useGiveMarks(assessment.placement.id, part)
  const issues = useIssues(give.error)
  const given = assessment[part]
  const items = assessment.scheme!.items.filter((item) => item.part === part)
  const [marks, setMarks] = useState<Record<string, number | null>>(() => Object.fromEntries(items.map(({ code }) => [code, given?.marks?.[code] ?? null])))
  const [words, setWords] = useState(given?.words ?? '')
  const whole = items.every(({ code }) => marks[code] !== null && marks[code]! >= 0 && marks[code]! <= 100)
  return (
    <section className={css.card}>
      <h2>{t(`page.marksOf.${part}`)}</h2>
      {items.map(({ code, title, weight, guide }) => (
        <NumberField key={code} label={`${title}（${weight}%）`} name={`marks.${code}`} hint={guide || t('page.mark')} digits={1} value={marks[code] ?? null} onChange={(value) => setMarks((before) => ({ ...before, [code]: value }))} error={issues[`marks.${code}`]} short />
      ))}
      <TextArea label={t('page.words')} optional value={words} onChange={setWords} rows={3} most={1000} />
      {give.isError && <Refused error={give.error} />}
      <span className={css.deeds}>
        <Button kind="primary" size="form" busy={give.isPending} because={!whole && t('page.mark')} onClick={() => give.mutate({ marks: marks as Record<string, number>, words }, { onSuccess: () => toast(t('page.gave')) })}>
          {t('page.give')}
        </Button>
      </span>
    </section>
  )
}
