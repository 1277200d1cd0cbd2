import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { LinkButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ClassDecisions } from './class-decide.tsx'
import { AgreementSheet, ClassHistory, ClassLine, FeasibilitySheet, RequestSheet } from './class-parts.tsx'
import { MentorsSheet } from './mentors-sheet.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { Rates } from './rates.tsx'
import { RollSheet } from './roll-sheet.tsx'
import { TermsSheet } from './terms-sheet.tsx'
import { useClass, type ClassView } from './queries.ts'
import css from './training.module.css'

/** One order class: where it stands, what is due, everybody who ever had a place in it. */
export default function ClassPage() {
  const { classId = '' } = useParams()
  const one = useClass(classId)
  return <Loaded query={one}>{(it) => <OrderClass one={it} />}</Loaded>
}

const withRoll = ['filled', 'running', 'assessed', 'closed', 'ended']

function OrderClass({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  const rolled = withRoll.includes(one.state)
  return (
    <Page
      title={one.title}
      crumbs={[{ label: t('title'), href: '/order-classes' }, { label: one.number }]}
      lead={`${t(`kinds.${one.kind}`)} · ${one.organisationName} · ${one.schoolName}`}
      actions={
        one.can.edit && (
          <LinkButton icon="edit" href={`/order-classes/${one.id}/edit`}>
            {t('record.edit')}
          </LinkButton>
        )
      }
    >
      <Stack>
        <ClassLine one={one} />
        <ClassDecisions one={one} />
        {rolled && (
          <div>
            <Rates figures={one.figures} of={{ classId: one.id }} />
          </div>
        )}
      </Stack>
      <TwoColumns
        aside={
          <>
            <AgreementSheet one={one} />
            <MentorsSheet one={one} />
            <Sheet title={t('record.history')}>
              <ClassHistory classId={one.id} />
            </Sheet>
          </>
        }
      >
        {one.intake && <ChoiceSheet one={one} />}
        {rolled && <RollSheet one={one} />}
        {(rolled || one.can.term) && one.startedOn && <TermsSheet one={one} />}
        <RequestSheet one={one} />
        {one.feasibilityNote && <FeasibilitySheet one={one} />}
        {one.programmeId && <PlanSheet one={one} />}
      </TwoColumns>
    </Page>
  )
}

function ChoiceSheet({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  const { id, number, title, state, had, closedStep, applicants } = one.intake!
  return (
    <Sheet title={t('record.choice')} aside={<Link href={`/class-intakes/${id}`}>{number}</Link>}>
      <p>
        {title} · {t(`intakeStates.${state as 'signing'}`)} · {t('columns.signups')} {applicants}
      </p>
      {closedStep !== null && had !== null && <p className={css.text}>{t('intake.closedAt', { step: closedStep, had, min: one.minSeats })}</p>}
      <div className={css.acts}>
        {one.side !== 'office' && (
          <LinkButton kind={one.can.score ? 'primary' : 'plain'} href={`/class-intakes/${id}/classes/${one.id}`}>
            {t('intake.applicantsOf')}
          </LinkButton>
        )}
        <LinkButton href={`/class-intakes/${id}`}>{t('intake.record')}</LinkButton>
      </div>
    </Sheet>
  )
}
