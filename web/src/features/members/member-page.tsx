import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { remindItem } from '@silian/server/contract/inbox'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../kernel/api.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { MembershipHistory } from './membership-history.tsx'
import { MembershipLine } from './membership-line.tsx'
import { ApplicationFacts, ApplicationFiles, ObjectionNote } from './membership-parts.tsx'
import css from './members.module.css'
import { ProfileSheet } from './organisation-sheets.tsx'
import { useEditMembership, useMembership, useOrganisation, type MembershipView, type Seat } from './queries.ts'
import { RepresentationSheet } from './representation-sheet.tsx'

/** One membership: where it stands, who acts next, what it rests on, what happened. */
export default function MemberPage() {
  const { membershipId = '' } = useParams()
  const membership = useMembership(membershipId)
  return <Loaded query={membership}>{(one) => <Member membership={one} />}</Loaded>
}

function Member({ membership }: { membership: MembershipView }) {
  const { t, i18n } = useTranslation('members')
  const organisation = useOrganisation(membership.organisation.id)
  const name = (i18n.language === 'en' && membership.organisation.nameEn) || membership.organisation.name
  const crumbs = [{ label: t('title'), href: '/members' }, { label: membership.certificateNumber ?? t('record.application') }, { label: t(`seats.${membership.seat}`) }]

  return (
    <Page title={name} crumbs={crumbs} actions={<Actions membership={membership} />}>
      <Stack>
        <MembershipLine membership={membership} />
        <DecisionBar membership={membership} />
      </Stack>
      <TwoColumns
        aside={
          membership.can.readHistory && (
            <Sheet title={t('record.history')}>
              <MembershipHistory membershipId={membership.id} />
            </Sheet>
          )
        }
      >
        <Sheet title={t('record.application')}>
          <ApplicationFacts membership={membership} />
          {membership.can.note && (
            <div className={css.after}>
              <ObjectionNote membership={membership} />
            </div>
          )}
        </Sheet>
        {membership.can.readHistory && (
          <Sheet title={t('record.files')}>
            <ApplicationFiles membership={membership} />
          </Sheet>
        )}
        <Loaded query={organisation} rows={4}>
          {(one) => (
            <Stack>
              <ProfileSheet organisation={one} />
              <RepresentationSheet organisation={one} />
            </Stack>
          )}
        </Loaded>
      </TwoColumns>
    </Page>
  )
}

function Actions({ membership }: { membership: MembershipView }) {
  const { t } = useTranslation('members')
  const [changing, setChanging] = useState(false)
  const isMember = membership.state === 'active' || membership.state === 'suspended'
  return (
    <>
      {membership.can.remind && membership.waiting && <Remind itemId={membership.waiting.itemId} />}
      {membership.can.edit && membership.state === 'draft' && <LinkButton href={`/members/${membership.id}/application`}>{t('mine.continueDraft')}</LinkButton>}
      {membership.can.edit && isMember && <Button onClick={() => setChanging(true)}>{t('record.changeSeat')}</Button>}
      {membership.can.printCertificate && (
        <LinkButton icon="print" href={`/members/${membership.id}/certificate`}>
          {t('record.certificate')}
        </LinkButton>
      )}
      {changing && <SeatDialog membership={membership} onClose={() => setChanging(false)} />}
    </>
  )
}

function Remind({ itemId }: { itemId: string }) {
  const { t } = useTranslation(['members', 'inbox'])
  const toast = useToast()
  const say = useWording()
  const remind = useMutation({ mutationFn: () => call(remindItem, { params: { itemId } }), onSuccess: (done) => toast(t('inbox:remindDone', done)) })
  return (
    <Button busy={remind.isPending} because={remind.isError && say(remind.error)} onClick={() => remind.mutate()}>
      {t('members:record.remind')}
    </Button>
  )
}

const seats = ['member', 'council', 'standing_council', 'vice_chair', 'chair'] as const

function SeatDialog({ membership, onClose }: { membership: MembershipView; onClose: () => void }) {
  const { t } = useTranslation('members')
  const toast = useToast()
  const edit = useEditMembership(membership.id)
  const [seat, setSeat] = useState<Seat>(membership.seat)
  const onDo = () =>
    edit.mutate(
      { seat, version: membership.version },
      {
        onSuccess: () => {
          toast(t('record.seatChanged', { seat: t(`seats.${seat}`) }))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { verb: t('record.changeSeat'), organisation: membership.organisation.name })} verb={t('record.changeSeat')} busy={edit.isPending} error={edit.error} onDo={onDo}>
      <SelectField label={t('record.seatWanted')} none={null} value={seat} options={seats.map((value) => ({ value, label: t(`seats.${value}`) }))} onChange={(value) => setSeat(value as Seat)} />
    </Dialog>
  )
}
