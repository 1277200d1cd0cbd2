import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { whoms } from '@silian/server/contract/placements/incidents'
import { useIssues } from '../../../kernel/wording.ts'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { DateField, MomentField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useNoteMeasure, useNoteNotice, type IncidentView } from './desk-queries.ts'
import css from './way-out.module.css'

const channels = ['call', 'in_person', 'message', 'letter'] as const
type Props = { incident: IncidentView; onClose: () => void }

export function NoticeDialog({ incident, onClose }: Props) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const note = useNoteNotice(incident.id)
  const issues = useIssues(note.error)
  const [whom, setWhom] = useState<(typeof whoms)[number]>(incident.owed[0] ?? 'guardian')
  const [name, setName] = useState('')
  const [channel, setChannel] = useState<(typeof channels)[number]>('call')
  const [toldAt, setToldAt] = useState<string | null>(() => new Date().toISOString())
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('incident.tell')}
      verb={t('incident.tell')}
      busy={note.isPending}
      because={name.trim() === '' ? t('incident.name') : !toldAt && t('incident.toldAt')}
      error={note.error}
      onDo={() =>
        note.mutate({ whom, name, channel, toldAt: toldAt! }, {
          onSuccess: () => {
            onClose()
            toast(t('incident.noted'))
          },
        })
      }
    >
      <div className={css.form}>
        <SelectField label={t('incident.whom')} value={whom} onChange={(value) => setWhom(value as 'guardian')} none={null} options={whoms.map((value) => ({ value, label: t(`incident.whoms.${value}`) }))} />
        <TextField label={t('incident.name')} name="name" value={name} onChange={setName} maxLength={100} error={issues.name} />
        <SelectField label={t('incident.channel')} value={channel} onChange={(value) => setChannel(value as 'call')} none={null} options={channels.map((value) => ({ value, label: t(`incident.channels.${value}`) }))} />
        <MomentField label={t('incident.toldAt')} name="toldAt" value={toldAt} onChange={setToldAt} error={issues.toldAt} />
      </div>
    </Drawer>
  )
}

export function MeasureDialog({ incident, onClose }: Props) {
  const { t } = useTranslation('wayout')
  const toast = useToast()
  const note = useNoteMeasure(incident.id)
  const issues = useIssues(note.error)
  const [text, setText] = useState('')
  const [doneOn, setDoneOn] = useState(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('incident.addMeasure')}
      verb={t('incident.addMeasure')}
      busy={note.isPending}
      because={text.trim().length < 2 && t('incident.measure')}
      error={note.error}
      onDo={() =>
        note.mutate({ text, doneOn }, {
          onSuccess: () => {
            onClose()
            toast(t('incident.noted'))
          },
        })
      }
    >
      <TextArea label={t('incident.measure')} name="text" value={text} onChange={setText} rows={3} most={1000} error={issues.text} />
      <DateField label={t('incident.doneOn')} name="doneOn" value={doneOn} onChange={setDoneOn} error={issues.doneOn} short />
    </Dialog>
  )
}
