import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { NextBar } from '../../../ui/chain-line.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { PlanCards } from '../phone/plan-cards.tsx'
import css from '../practice.module.css'
import { useMoveOpening, useOpening, usePlans, type Opening } from '../queries.ts'

type Action = 'publish' | 'revise' | 'close'

/** One opening: what there is to do, on which terms, and who comes. */
export default function OpeningPage() {
  const { openingId = '' } = useParams()
  const opening = useOpening(openingId)
  return <Loaded query={opening}>{(one) => <Record opening={one} />}</Loaded>
}

function Record({ opening }: { opening: Opening }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { range, day } = useFormat()
  const role = useSession()?.seat?.role
  const [action, setAction] = useState<Action | null>(null)
  const full = opening.taken >= opening.places
  return (
    <Page title={opening.title} crumbs={[{ label: t('openings.title'), href: '/practice?tab=openings' }, { label: opening.number }, { label: opening.organisationName, href: `/organisations/${opening.organisationId}` }]} lead={opening.demo ? t('practice:record.demo') : undefined}>
      <Stack>
        <NextBar
          actions={
            <>
              {(['publish', 'revise', 'close'] as const).filter((one) => opening.can[one]).map((one) => (
                <Button key={one} kind={one === 'publish' ? 'primary' : 'plain'} onClick={() => setAction(one)}>
                  {t(`openings.actions.${one}`)}
                </Button>
              ))}
              {opening.can.edit && <LinkButton href={`/practice/openings/${opening.id}/edit`}>{t('openings.record.edit')}</LinkButton>}
              {opening.can.plan && role === 'teacher' && <LinkButton kind="primary" href={`/my/practice/new?opening=${opening.id}`}>{t('openings.record.choose')}</LinkButton>}
            </>
          }
        >
          {t(`openings.next.${opening.state}`, { taken: opening.taken, places: opening.places, due: opening.endsOn ? day(opening.endsOn) : '' })}
          {full && opening.state === 'open' && ` ${t('openings.record.full')}`}
        </NextBar>
        {action && <MoveDialog opening={opening} action={action} onClose={() => setAction(null)} />}
      </Stack>
      <TwoColumns aside={role !== 'secretariat' && role !== 'official' && <Plans openingId={opening.id} />}>
        <Sheet title={t('openings.record.what')}>
          <Facts
            facts={[
              [t('openings.form.form'), t(`practice:forms.${opening.form}`)],
              [t('openings.form.department'), opening.department || null],
              [t('openings.form.field'), opening.field || null],
              [t('openings.form.tasks'), <span key="tasks" className={css.text}>{opening.tasks || '—'}</span>],
            ]}
          />
        </Sheet>
        <Sheet title={t('openings.record.terms')}>
          <Facts
            facts={[
              [t('practice:openings.dates'), opening.startsOn && opening.endsOn ? range(opening.startsOn, opening.endsOn) : '—'],
              [t('openings.columns.places'), t('openings.placesOf', { taken: opening.taken, places: opening.places })],
              [t('openings.form.costs'), opening.costs || '—'],
              [t('openings.form.contactName'), [opening.contactName, opening.contactPhone].filter(Boolean).join('　') || '—'],
            ]}
          />
        </Sheet>
      </TwoColumns>
    </Page>
  )
}

function Plans({ openingId }: { openingId: string }) {
  const { t } = useTranslation('practiceOffice')
  const plans = usePlans({ openingId, size: 50 })
  return (
    <Sheet title={t('openings.record.plans')}>
      <Loaded query={plans} rows={2} empty={({ rows }) => rows.length === 0 && <p className={css.by}>{t('openings.record.none')}</p>}>
        {({ rows }) => <PlanCards rows={rows} base="/practice/plans" host />}
      </Loaded>
    </Sheet>
  )
}

function MoveDialog({ opening, action, onClose }: { opening: Opening; action: Action; onClose: () => void }) {
  const { t } = useTranslation('practiceOffice')
  const toast = useToast()
  const move = useMoveOpening()
  const onDo = () =>
    move.mutate({ id: opening.id, action, version: opening.version }, {
      onSuccess: () => {
        toast(t(`openings.done.${action}`))
        onClose()
      },
    })
  return <Dialog open onClose={onClose} title={`${t(`openings.actions.${action}`)}　${opening.title}`} note={t(`openings.note.${action}`)} verb={t(`openings.actions.${action}`)} busy={move.isPending} error={move.error} onDo={onDo} />
}
