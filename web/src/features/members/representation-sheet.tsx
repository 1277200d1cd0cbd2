import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Option } from '../../ui/inputs.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './members.module.css'
import { searchOrganisations, useEndSpeaking, useLetSpeak, type OrganisationView } from './queries.ts'

type Side = OrganisationView['speakers'][number]

/** 代言: who speaks for this organisation, and for whom it speaks. */
export function RepresentationSheet({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation('members')
  const seat = useSession()?.seat
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<{ speakerId: string; organisationId: string; name: string } | null>(null)
  const maySpeak = ['park', 'association', 'innovation_platform'].includes(organisation.kind)
  const mayEnd = (side: Side) => seat?.role === 'secretariat' || seat?.organisationId === organisation.id || seat?.organisationId === side.id
  if (!organisation.can.represent && organisation.speakers.length + organisation.speaksFor.length === 0) return null

  return (
    <Sheet title={t('represent.title')} aside={organisation.can.represent && <Button kind="text" onClick={() => setAdding(true)}>{t('represent.add')}</Button>}>
      <p className="dim small">{t('represent.speakers')}</p>
      <Sides sides={organisation.speakers} none={t('represent.none')} mayEnd={mayEnd} onEnd={(side) => setEnding({ speakerId: side.id, organisationId: organisation.id, name: side.name })} />
      {maySpeak && (
        <>
          <p className={`dim small ${css.after}`}>{t('represent.speaksFor')}</p>
          <Sides sides={organisation.speaksFor} none={t('represent.noneFor')} mayEnd={mayEnd} onEnd={(side) => setEnding({ speakerId: organisation.id, organisationId: side.id, name: side.name })} />
        </>
      )}
      {adding && <AddDialog organisation={organisation} onClose={() => setAdding(false)} />}
      {ending && <EndDialog pair={ending} onClose={() => setEnding(null)} />}
    </Sheet>
  )
}

function Sides({ sides, none, mayEnd, onEnd }: { sides: readonly Side[]; none: string; mayEnd: (side: Side) => boolean; onEnd: (side: Side) => void }) {
  const { t } = useTranslation('members')
  const { day } = useFormat()
  if (sides.length === 0) return <p>{none}</p>
  return (
    <ul className={css.rows}>
      {sides.map((side) => (
        <li key={side.id}>
          <span>
            <Link href={`/organisations/${side.id}`}>{side.name}</Link>
          </span>
          <span className="dim small">{t('represent.since', { day: day(side.since) })}</span>
          {mayEnd(side) && (
            <Button kind="text" onClick={() => onEnd(side)}>
              {t('represent.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function AddDialog({ organisation, onClose }: { organisation: OrganisationView; onClose: () => void }) {
  const { t } = useTranslation('members')
  const toast = useToast()
  const grant = useLetSpeak(organisation.id)
  const [speaker, setSpeaker] = useState<Option | null>(null)
  const search = async (text: string, signal: AbortSignal) =>
    (await searchOrganisations(text, 'park,association,innovation_platform', signal)).filter((one) => one.id !== organisation.id).map((one) => ({ value: one.id, label: one.name, note: t(`kinds.${one.kind}`) }))
  const onDo = () =>
    speaker &&
    grant.mutate(speaker.value, {
      onSuccess: () => {
        toast(t('represent.added', { name: speaker.label }))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('represent.addTitle', { organisation: organisation.name })} note={t('represent.note')} verb={t('represent.add')} busy={grant.isPending} error={grant.error} onDo={onDo}>
      <Combobox label={t('represent.pick')} value={speaker} onChange={setSpeaker} search={search} />
    </Dialog>
  )
}

function EndDialog({ pair, onClose }: { pair: { speakerId: string; organisationId: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation('members')
  const toast = useToast()
  const end = useEndSpeaking()
  const onDo = () =>
    end.mutate(pair, {
      onSuccess: () => {
        toast(t('represent.ended'))
        onClose()
      },
    })
  return <Dialog open onClose={onClose} title={t('represent.endTitle', { name: pair.name })} verb={t('represent.end')} kind="risk" busy={end.isPending} error={end.error} onDo={onDo} />
}
