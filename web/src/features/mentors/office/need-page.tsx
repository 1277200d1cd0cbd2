import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { NextBar } from '../../../ui/chain-line.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../mentors.module.css'
import { mentorshipMoods } from '../moods.ts'
import { useMentorNeed, useMentorships, useMoveNeed, type MentorNeed } from '../queries.ts'

type Action = 'publish' | 'revise' | 'close'

/** One need: what for, on which terms, who applied. */
export default function NeedPage() {
  const { needId = '' } = useParams()
  const need = useMentorNeed(needId)
  return <Loaded query={need}>{(one) => <Record need={one} />}</Loaded>
}

function Record({ need }: { need: MentorNeed }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const { fullDay, day } = useFormat()
  const school = useSession()?.seat?.role === 'school_contact'
  const [action, setAction] = useState<Action | null>(null)
  return (
    <Page title={need.title} crumbs={[{ label: t('needs.title'), href: '/mentors?tab=needs' }, { label: need.number }, { label: need.schoolName, href: `/organisations/${need.schoolId}` }]} lead={need.demo ? t('mentors:record.demo') : undefined}>
      <Stack>
        <NextBar
          actions={
            <>
              {(['publish', 'revise', 'close'] as const).filter((one) => need.can[one]).map((one) => (
                <Button key={one} kind={one === 'publish' ? 'primary' : 'plain'} onClick={() => setAction(one)}>
                  {t(`needs.actions.${one}`)}
                </Button>
              ))}
              {need.can.edit && <LinkButton href={`/mentors/needs/${need.id}/edit`}>{t('needs.record.edit')}</LinkButton>}
              {need.can.invite && <LinkButton kind="primary" href={`/mentors/invite?need=${need.id}`}>{t('needs.record.invite')}</LinkButton>}
            </>
          }
        >
          {t(`needs.next.${need.state}`, { due: need.validUntil ? day(need.validUntil) : '' })}
        </NextBar>
      </Stack>
      <TwoColumns aside={school && <Applicants needId={need.id} />}>
        <Sheet title={t('needs.record.what')}>
          <Facts
            facts={[
              [t('mentors:need.field'), need.field || null],
              [t('mentors:need.duties'), <span key="duties" className={css.text}>{need.duties || '—'}</span>],
              [t('mentors:need.conditions'), need.conditions ? <span key="conditions" className={css.text}>{need.conditions}</span> : null],
              [t('mentors:need.hours'), need.hoursPerYear === null ? '—' : t('mentors:perYear', { count: need.hoursPerYear })],
              [t('mentors:need.term'), t('mentors:need.termOf', { count: need.termMonths })],
              [t('mentors:need.pay'), need.pay || '—'],
              [t('mentors:need.places'), t('needs.placesOf', { taken: need.taken, places: need.places })],
              [t('mentors:need.until'), need.validUntil ? fullDay(need.validUntil) : '—'],
            ]}
          />
        </Sheet>
      </TwoColumns>
      {action && <MoveDialog need={need} action={action} onClose={() => setAction(null)} />}
    </Page>
  )
}

function Applicants({ needId }: { needId: string }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const found = useMentorships({ size: 100 })
  return (
    <Sheet title={t('needs.record.applicants')}>
      <Loaded query={found} rows={2}>
        {({ rows }) => {
          const here = rows.filter((row) => row.needId === needId)
          return here.length === 0 ? (
            <p className={css.by}>{t('needs.record.none')}</p>
          ) : (
            <ul className={css.rows}>
              {here.map((row) => (
                <li key={row.id}>
                  <Link href={`/mentors/${row.id}`}>{`${row.mentorName}　${row.employerName}`}</Link>
                  <StateMark mood={mentorshipMoods[row.state]}>{t(`mentors:states.${row.state}`)}</StateMark>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Sheet>
  )
}

function MoveDialog({ need, action, onClose }: { need: MentorNeed; action: Action; onClose: () => void }) {
  const { t } = useTranslation('mentorOffice')
  const toast = useToast()
  const move = useMoveNeed()
  const onDo = () =>
    move.mutate({ id: need.id, action, version: need.version }, {
      onSuccess: () => {
        toast(t(`needs.done.${action}`))
        onClose()
      },
    })
  return <Dialog open onClose={onClose} title={`${t(`needs.actions.${action}`)}　${need.title}`} note={t(`needs.note.${action}`)} verb={t(`needs.actions.${action}`)} busy={move.isPending} error={move.error} onDo={onDo} />
}
