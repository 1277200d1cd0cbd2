import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Stack } from '../../ui/page.tsx'
import { Facts } from '../../ui/sheet.tsx'
import css from './needs.module.css'
import { usePay } from './pay.ts'
import type { PostFields } from './queries.ts'

type Post = Omit<PostFields, 'majorCodes'>
type Props = { post: Post; majors: readonly { code: string; name: string | null }[]; occupationName: string | null; divisionName: string | null; /** Also what only the parties see. */ whole: boolean }

/** A post as others read it; the same in the form's last step and on its page. */
export function NeedFacts({ post, majors, occupationName, divisionName, whole }: Props) {
  const { t } = useTranslation('needs')
  const { number, range, day, money, joined } = useFormat()
  const pay = usePay()
  const place = [divisionName, post.town, post.address].filter(Boolean).join('　')
  const flags = (['minorForbidden', 'femaleForbidden', 'entertainmentVenue', 'agency', 'nightWork', 'restDayWork'] as const).filter((flag) => post[flag])
  return (
    <Stack>
      <Facts
        facts={[
          [t('form.fields.title'), post.title || t('unknown')],
          [t('form.fields.occupation'), post.occupationCode ? `${occupationName ?? ''} ${post.occupationCode}` : null],
          [t('form.fields.majors'), majors.length > 0 ? joined(majors.map(({ code, name }) => `${name ?? ''} ${code}`)) : t('record.any')],
          [t('form.fields.tasks'), <span key="tasks" className={css.tasks}>{post.tasks || t('unknown')}</span>],
          [t('form.fields.seats'), t('record.seatsOf', { seats: number(post.seats), staff: number(post.postStaff) })],
          [t('columns.period'), post.startsOn && post.endsOn ? range(post.startsOn, post.endsOn) : t('unknown')],
          [t('form.fields.validUntil'), post.validUntil ? day(post.validUntil) : t('unknown')],
          [t('form.fields.payMin'), pay(post)],
          [t('form.fields.samePostWage'), whole && post.samePostWage !== null ? money(post.samePostWage, 'month') : null],
          [t('form.fields.lowestTierWage'), whole && post.lowestTierWage !== null ? money(post.lowestTierWage, 'month') : null],
          [t('form.fields.payTo'), t(post.payDirect ? 'record.direct' : 'record.notDirect')],
          [t('record.hoursLabel'), t('record.hours', { day: number(post.hoursPerDay, 2), week: number(post.hoursPerWeek, 2) })],
          [t('form.fields.shift'), post.shift && t(`shifts.${post.shift}`)],
          [t('form.fields.address'), place || t('unknown')],
          [t('form.fields.lodging'), post.lodging && t(`provisions.${post.lodging}`)],
          [t('form.fields.meals'), post.meals && t(`provisions.${post.meals}`)],
          [t('form.fields.benefits'), post.benefits || null],
          [t('form.fields.labourIntensity'), post.labourIntensity && t(`grades.g${post.labourIntensity as 1}`)],
          [t('form.fields.hazards'), post.hazards.length > 0 ? joined(post.hazards.map((one) => t(`hazards.${one}`))) : null],
          [t('record.law'), flags.length > 0 ? joined(flags.map((flag) => t(`form.fields.${flag}`))) : null],
          [t('form.fields.filing'), post.specialNeedFiling ? t('record.filing', { number: post.specialNeedFiling, day: post.specialNeedFiledOn ? day(post.specialNeedFiledOn) : t('unknown') }) : null],
          [t('form.fields.mentorName'), post.mentorName && `${post.mentorName} ${(whole && post.mentorPhone?.replace(/^\+86/, '')) || ''}`],
        ]}
      />
    </Stack>
  )
}
