import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { standingMoods } from '../moods.ts'
import { ClaimDialog } from '../phone/claim-dialog.tsx'
import { Counter } from '../phone/counter.tsx'
import css from '../practice.module.css'
import { useTeacherStanding, type TeacherStanding } from '../queries.ts'
import { ProfileDrawer } from './profile-drawer.tsx'

/** One teacher: the counter of five years and what it is made of. */
export default function TeacherPage() {
  const { teacherId = '' } = useParams()
  const teacher = useTeacherStanding(teacherId)
  return <Loaded query={teacher}>{(one) => <Record teacher={one} />}</Loaded>
}

function Record({ teacher }: { teacher: TeacherStanding }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { fullDay, range } = useFormat()
  const [open, setOpen] = useState<'profile' | 'claim' | null>(null)
  return (
    <Page
      title={t('teacher.title', { name: teacher.name })}
      crumbs={[{ label: t('teacher.back'), href: '/practice?tab=roster' }, { label: teacher.number }]}
      lead={<StateMark mood={standingMoods[teacher.state]}>{t(`practice:standings.${teacher.state}`)}</StateMark>}
      actions={
        <>
          {teacher.can.edit && <Button onClick={() => setOpen('profile')}>{t('roster.edit')}</Button>}
          {teacher.can.claim && <Button onClick={() => setOpen('claim')}>{t('teacher.claim')}</Button>}
          {teacher.can.plan && <LinkButton kind="primary" href={`/my/practice/new?teacher=${teacher.teacherId}`}>{t('teacher.plan')}</LinkButton>}
        </>
      }
    >
      <TwoColumns
        aside={
          <Sheet title={t('roster.edit')}>
            <Facts
              facts={[
                [t('roster.columns.department'), teacher.departmentName ?? '—'],
                [t('roster.columns.kind'), t(`practice:kinds.${teacher.kind}`)],
                [t('roster.columns.employedOn'), teacher.employedOn ? fullDay(teacher.employedOn) : '—'],
                [t('roster.experienced'), t(`roster.experiences.${teacher.experienced === null ? 'unknown' : teacher.experienced ? 'yes' : 'no'}`)],
                [t('roster.account'), teacher.accountName ?? t('roster.accountNone')],
                [t('roster.columns.plan'), teacher.plan ? <Link key="plan" href={`/practice/plans/${teacher.plan.id}`}>{`${teacher.plan.organisationName}　${range(teacher.plan.startsOn, teacher.plan.endsOn)}　${t(`practice:states.${teacher.plan.state as 'applied'}`)}`}</Link> : t('roster.noPlan')],
              ]}
            />
          </Sheet>
        }
      >
        <Counter teacher={teacher} />
        <Sheet title={t('practice:home.stretches')}>
          {teacher.stretches.length === 0 ? (
            <p>{t('practice:home.none')}</p>
          ) : (
            <ul className={css.rows}>
              {teacher.stretches.map((stretch) => (
                <li key={stretch.id}>
                  {stretch.kind === 'plan' ? <Link href={`/practice/plans/${stretch.id}`}>{stretch.title}</Link> : stretch.title}
                  <small>
                    {t('practice:home.stretch', { from: fullDay(stretch.from), to: fullDay(stretch.to), count: stretch.days })}
                    {stretch.kind === 'claim' && `　${t('practice:home.claimKind')}`}
                    {stretch.inWindow < stretch.days && `　${t('practice:home.out', { count: stretch.days - stretch.inWindow })}`}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </Sheet>
        {teacher.leaving.length > 0 && (
          <Sheet title={t('practice:home.leaving')}>
            <p>{teacher.leaving.map(({ month, days }) => t('practice:home.leavingOf', { month, count: days })).join('　')}</p>
          </Sheet>
        )}
      </TwoColumns>
      {open === 'profile' && <ProfileDrawer teacherId={teacher.teacherId} onClose={() => setOpen(null)} />}
      {open === 'claim' && <ClaimDialog teacherId={teacher.teacherId} onClose={() => setOpen(null)} />}
    </Page>
  )
}
